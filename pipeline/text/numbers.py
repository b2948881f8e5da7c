"""The numbers in a text: their values, what kind they are, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import Final

from pipeline.text.number_words import SCALES, number_words


class NumberKind(StrEnum):
    """What a number is, as far as its own form tells."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    ORDINAL = "ordinal"
    """`21st`, `3rd`; ordinals in words are left out."""
    IDENTIFIER = "identifier"
    """Digits that belong to a name (`T10`, `C5`, `IL-6`, `COVID-19`, `NCT01234567`, `H2O`, `5-HT`, `3D`, `1.2.3`)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its half-open span; `value` includes the sign and any `million`.

    `percent` says that it is a percentage (or in percentage points), which the first part of `3-5%` is as well.
    `in_range` marks both parts of `3-5`, `3 to 5` and `between 3 and 5`; `in_words` those written out.
    """

    value: Decimal
    start: int
    end: int
    kind: NumberKind
    printed: str
    percent: bool = False
    in_range: bool = False
    in_words: bool = False


_LONGEST: Final = 30
"""Digits beyond which a run is no number that a text could mean."""
_DIGITS: Final = re.compile(
    "[.·\\d](?:(?<=[.·])(?<![\\w.·].)\\d++"  # .05, entered at the point
    "|(?<=\\d)(?:\\d{0,2}(?:(?:,\\d{3})++|(?:[\u2009\u202f\xa0]\\d{3})++)(?!\\d)|\\d*+)(?:[.·]\\d++)?+)"
)
_ADDRESSES: Final = (re.compile(r"https?://\S++"), re.compile(r"www\.\S++"), re.compile(r"10\.\d{4,9}/\S++"))
"""Web addresses and DOIs; each starts with a literal, so that the engine skips to it."""
_MAILBOX: Final = re.compile(r"[\w.+-]{1,64}\Z")
_HOST: Final = re.compile(r"@[\w.-]*+")
_DOTTED: Final = re.compile(r"(?:\.\d++)++")
_PERCENT: Final = re.compile(r"\s?(?:%|percent\b|per\scent\b|percentage\spoints?\b|pct\b)", re.IGNORECASE)
_SCALE: Final = re.compile(r"[\s-](" + "|".join(SCALES) + r")\b", re.IGNORECASE)
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_POWER: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])")
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_GLUED: Final = re.compile(r"[^\W\d_][\w]{0,40}")
_COMPOUND_NAME: Final = re.compile(r"[-\u2010\u2011][A-Z][A-Z0-9]")
_RANGE: Final = re.compile(
    r"\s?(?:%|percent|per\scent)?\s?(?:[-\u2010-\u2014\u2212]|to|through|until|and)\s?", re.IGNORECASE
)
_WIDEST_RANGE: Final = 20
"""Characters between the parts of a range: at most ` per cent through `."""
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2212"
_FREE_BEFORE: Final = frozenset(" (=<>\n\t\xa0\u2009")
_FREE_AFTER: Final = frozenset(" ),;%\n\t\xa0\u2009")
"""Between these, a number is no part of a name: most numbers are settled by a glance at their neighbours."""
_PLAIN_AFTER: Final = frozenset(" ),;\n\t")
_SPACES: Final = frozenset(" \n")
_TELLING_NEXT: Final = frozenset("%pPtTmMbB")
"""What a per cent sign, `percent`, or `thousand` to `billion` begins with."""
_SIGNS: Final = frozenset(_HYPHENS)
_BEFORE_LEVEL: Final = frozenset(f"0123456789./{_HYPHENS}")
_ORDINAL_INITIALS: Final = frozenset("sSnNrRtT\u017f")
_SCALE_INITIALS: Final = frozenset("tTmMbB")
_PERCENT_INITIALS: Final = frozenset("%pP")
"""One character tells that most numbers are followed by none of these."""
_TEN: Final = Decimal(10)
_BEFORE_SIGN: Final = "([{=<>≤≥,;:±~≈/\"'“\u2018|"
_UNITS: Final = frozenset(
    str.split(
        "mg g kg ml l dl mm cm m km nm um µm μm µg μg ug mcg ng pg s sec secs ms h hr hrs min mins d wk wks mo mos mth"
        " yr yrs y yo x hz khz mhz mv kw ma k bn iu kcal kj pa kpa mpa bpm rpm mmhg mmol mol mm³ fold kda cc gy mgy db"
        " second seconds minute minutes hour hours day days week weeks month months year years"
    )
)
_CAPITAL_UNITS: Final = frozenset(str.split("L V W K J N T M U"))
"""Units that are a capital letter; any other letter behind a digit makes a name: 3D, 2A."""


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of `text`, in order.

    Read are digits with thousands separators (comma, thin or no-break space), decimal points (full stop or middle
    dot, also leading: `.05`), signs, powers of ten, percentages, ranges, ordinals in digits, and numbers in words.
    Digits within a name come with the kind IDENTIFIER. Left out: web addresses, DOIs and e-mail addresses;
    fractions and ordinals in words; runs of more than 30 digits. A decimal comma is read as two numbers.
    Linear in the length of the text.
    """
    # A claim and its quote are often one sentence, and every check reads both.
    return _short(text) if len(text) <= _SHORT else _long(text)


_SHORT: Final = 1_000
"""Characters of a text whose numbers are remembered for a while."""
Reading = tuple[int, int, Decimal, NumberKind, bool, bool]
"""Start, end, value, kind, percent, in words: a number as it is read, before it is made an object."""


def values(text: str) -> Iterator[tuple[int, int, Decimal, NumberKind, bool]]:
    """Start, end, value, kind and percent of every number of `text`: what `numbers` says, but cheaper.

    A paper has a thousand numbers, of which a summary asks for ten.
    """
    found = _readings(text)
    for (start, end, value, kind, percent, _), following in zip_longest(found, found[1:]):
        shared = following is not None and following[4] and _is_range(text, end, following[0], start)
        yield start, end, value, kind, percent or shared


def _read_all(text: str) -> tuple[Number, ...]:
    found = _readings(text)
    ranges = [_is_range(text, one[1], other[0], one[0]) for one, other in pairwise(found)]
    befores, afters = (False, *ranges), (*ranges, False)
    percents = (*(reading[4] for reading in found[1:]), False)
    return tuple(
        Number(value, start, end, kind, text[start:end], percent or (after and shared), before or after, in_words)
        for (start, end, value, kind, percent, in_words), before, after, shared in zip(
            found, befores, afters, percents, strict=False
        )
    )


_short = lru_cache(maxsize=512)(_read_all)
_long = lru_cache(maxsize=4)(_read_all)


def _readings(text: str) -> list[Reading]:
    found = list(_in_digits(text))
    if spelled := list(number_words(text)):
        found += (_spelled(text, *span) for span in spelled)
        found.sort()
    return found


def _spelled(text: str, start: int, end: int, value: Decimal) -> Reading:
    return start, end, value, NumberKind.INTEGER, _PERCENT.match(text, end) is not None, True


def _in_digits(text: str) -> Iterator[Reading]:
    addresses = [*sorted(_addresses(text)), (len(text), len(text))]
    at = last = 0
    for found in _DIGITS.finditer(text):
        start, end = found.span()
        while addresses[at][1] <= start and at < len(addresses) - 1:
            at += 1
        if start >= addresses[at][0] or start < last or end - start > _LONGEST:
            continue
        if _is_plain(text, start, end):
            last = end
            kind = NumberKind.DECIMAL if "." in text[start:end] else NumberKind.INTEGER
            yield start, end, _decimal(text[start:end]), kind, False, False
            continue
        reading = _read(text, start, end)
        last = reading[1]
        yield reading


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether this is a number and nothing else, as two glances at its neighbours tell of most."""
    if text[start - 1 : start] not in _FREE_BEFORE:
        return False
    after, following = text[end : end + 1], text[end + 1 : end + 2]
    ends_sentence = after == "." and following in _SPACES
    if not ends_sentence and (after not in _PLAIN_AFTER or following in _TELLING_NEXT):
        return False
    return text[start:end].replace(".", "", 1).isdecimal()


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for form in _ADDRESSES:
        yield from (found.span() for found in form.finditer(text))
    at = text.find("@")
    while at >= 0:
        if mailbox := _MAILBOX.search(text, max(0, at - 64), at):
            host = _HOST.match(text, at)
            yield mailbox.start(), host.end() if host else at
        at = text.find("@", at + 1)


def _read(text: str, start: int, end: int) -> Reading:
    printed, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    value = _value(printed)
    kind = NumberKind.DECIMAL if _has_point(printed) else NumberKind.INTEGER
    if before not in _FREE_BEFORE or after not in _FREE_AFTER:
        if _belongs_to_a_name(text, start, end):
            end = dotted.end() if (dotted := _DOTTED.match(text, end)) else end
            return start, end, value, NumberKind.IDENTIFIER, False, False
        if after in _ORDINAL_INITIALS and _ORDINAL.match(text, end):
            kind = NumberKind.ORDINAL
    value, end = _multiplied(text, end, value, kind)
    if before in _SIGNS and _is_negative(text, start):
        value, start = -value, start - 1
    return start, end, value, kind, _is_percentage(text, end), False


def _multiplied(text: str, end: int, value: Decimal, kind: NumberKind) -> tuple[Decimal, int]:
    """The value with the power of ten or the `million` behind it, and where that ends."""
    if kind is NumberKind.INTEGER and value == _TEN and (power := _POWER.match(text, end)):
        return value ** int(power.group().translate(_SUPERSCRIPTS)), power.end()
    if text[end + 1 : end + 2] in _SCALE_INITIALS and (scale := _SCALE.match(text, end)):
        return value * SCALES[scale.group(1).lower()], scale.end()
    return value, end


def _is_percentage(text: str, end: int) -> bool:
    near = text[end : end + 1] in _PERCENT_INITIALS or text[end + 1 : end + 2] in _PERCENT_INITIALS
    return near and _PERCENT.match(text, end) is not None


def _has_point(printed: str) -> bool:
    return "." in printed or "·" in printed


def _value(printed: str) -> Decimal:
    return _decimal(printed.translate(_AS_ASCII))


_AS_ASCII: Final = str.maketrans({"·": ".", ",": None, "\u2009": None, "\u202f": None, "\xa0": None})
_decimal = lru_cache(maxsize=4_096)(Decimal)
"""A paper prints some values again and again."""


def _belongs_to_a_name(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha() or before == "_" or (before in _BEFORE_LEVEL and _follows_letter(text, start)):
        return True
    if after in _SIGNS:
        return _COMPOUND_NAME.match(text, end) is not None
    if after == ".":
        return text[end + 1 : end + 2].isdigit()  # a third part: 1.2.3
    glued = _GLUED.match(text, end) if after.isalpha() else None
    return glued is not None and not _is_unit(glued.group())


def _is_unit(word: str) -> bool:
    if word in _UNITS or word in _CAPITAL_UNITS or (len(word) > 1 and word.lower() in _UNITS):
        return True
    return _ORDINAL.fullmatch(word) is not None


def _follows_letter(text: str, start: int) -> bool:
    stem = text[max(0, start - 12) : start].rstrip("0123456789.")
    if not stem or stem[-1].isalpha() or stem[-1] == "_":
        return bool(stem)
    if stem[-1] in _HYPHENS and stem[-2:-1].isalpha():
        return True  # IL-6
    return stem[-1] in f"{_HYPHENS}/" and _is_level(stem[:-1])


def _is_level(stem: str) -> bool:
    """Whether this is the first part of a spinal level such as C5/6 or T1-12."""
    letter = stem.rstrip("0123456789")
    return len(letter) < len(stem) and letter[-1:].isupper() and not letter[-2:-1].isalpha()


def _is_negative(text: str, start: int) -> bool:
    if start == 0 or text[start - 1] not in _HYPHENS:
        return False
    before = text[start - 2 : start - 1] if start > 1 else ""
    return not before or before.isspace() or before in _BEFORE_SIGN


def _is_range(text: str, end: int, start: int, first: int) -> bool:
    """Whether the numbers that end at `end` and begin at `start` are a range; `first` is where the one begins."""
    if start - end > _WIDEST_RANGE:
        return False
    between = _RANGE.fullmatch(text, end, max(end, start))
    if not between:
        return False
    return "and" not in between.group().lower() or "between" in text[max(0, first - 10) : first].lower()
