"""Numbers of registered trials and reviews, as the registries write them."""

import re
from collections.abc import Iterator
from typing import Final

_SAID: Final = r"(?i:[ :#\u00a0-]|no\.?|numbers?|identifiers?|ID){0,4}"
"""What may stand between the registry and its number: `ISRCTN Number 12345678`."""
_DIGITS: Final = {
    "NCT": r"\d{8}",
    "ISRCTN": r"\d{8}",
    "ACTRN": r"\d{14}",
    "DRKS": r"\d{8}",
    "UMIN": r"\d{9}",
    "CRD": r"\d{9,15}",
    "KCT": r"\d{7}",
    "PACTR": r"\d{15,16}",
    "TCTR": r"\d{11}",
    "INPLASY": r"\d{9,12}",
    "RPCEC": r"\d{8}",
    "LBCTR": r"\d{10}",
}
_OTHERS: Final = (
    r"ChiCTR[-A-Za-z]{0,6}\d{8,10}|JPRN-\w{6,20}|CTRI/\d{4}/\d{2,3}/\d{6}|NTR[ -]?\d{3,5}|IRCT ?\d\w{9,21}"
    r"|jRCTs?\w{9,12}|RBR-\w{6,8}|SLCTR/\d{4}/\d{3}|20\d\d-\d{6}-\d\d|U1111-\d{4}-\d{4}|HKUCTR-\d{2,5}"
    r"|researchregistry ?\d{3,6}"
)
_NUMBERS: Final = re.compile(
    r"\b(?:(?P<registry>"
    + "|".join(_DIGITS)
    + rf"){_SAID}(?P<digits>\d{{7,16}})|(?P<other>{_OTHERS}))(?:\b|(?=https?:))"
)
"""The forms of the primary registries in the WHO network, ClinicalTrials.gov, PROSPERO, EudraCT and INPLASY; also with
an address that a parser left stuck to it."""


def registrations(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each number stands in a text (offsets of its start and end), and how its registry writes it."""
    for found in _NUMBERS.finditer(text):
        if number := _as_registered(found):
            yield found.start(), found.end(), number


def named_registrations(text: str) -> Iterator[tuple[int, int, str]]:
    """The same, and what is meant as such a number though it has too few or too many digits for its registry."""
    exact = {start: (start, end, number) for start, end, number in registrations(text)}
    meant = {
        found.start(): (*found.span(), _SEPARATORS.sub("", found.group()))
        for found in _MEANT.finditer(text)
        if found.start() not in exact
    }
    yield from sorted((exact | meant).values())


_MEANT: Final = re.compile(r"\b(?:NCT|ISRCTN|ACTRN|DRKS|UMIN|CRD|KCT|PACTR|TCTR|ChiCTR|CTRI)[ :#-]?\d{4,16}\b")
_SEPARATORS: Final = re.compile(r"[ :#-]")


def _as_registered(found: re.Match[str]) -> str | None:
    registry = found["registry"]
    if not registry:
        return found["other"]
    return f"{registry}{found['digits']}" if re.fullmatch(_DIGITS[registry], found["digits"]) else None
