"""Spans of time as papers write them: `12 weeks`, `six months`, `a 4-week programme`, `24 mo`."""

import re
from typing import Final

from pipeline.text.number_words import number_words

NUMBER: Final = (
    r"(?:\d{1,3}(?:\.\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|eighteen|(?:twenty|thirty|forty)-(?:one|two|three|four|five|six|seven|eight|nine)|twenty|thirty|forty"
    r"|sixty|ninety)"
)
_ALONE: Final = r"(?<![\d.\u2013\u2212-])(?<!\d to )(?<!\d or )(?<![≥≤<>⩾⩽~±]\s)(?<![≥≤<>⩾⩽~±])(?<!\bto\b)"
"""Not the end of a range: `12 to 24 weeks` is not 24 weeks; not a bound either."""
_UNIT: Final = r"(?:day|week|wk|month|mo|year|yr)"
SPAN: Final = (
    rf"{_ALONE}\b(?P<n>{NUMBER})(?: ?\(?(?:±|\+/-) ?\d+(?:\.\d+)?\)?)?(?: |-|\u00a0|\u2010"
    rf"|\u2011)?(?:consecutive |full |working |school |calendar )?(?P<unit>{_UNIT})s?\b"
)
"""A pattern with the groups `n` and `unit`."""
LATER: Final = rf"(?:,? (?:(?:and|or|to) )?\b(?P<last>{NUMBER})[ -](?P<of>{_UNIT})s?\b)*"
"""The spans that follow in a list; the groups `last` and `of` are the last of them."""
RANGED: Final = rf"\b(?:\d{{1,3}}(?:\.\d)?) (?:to|and) (?P<n>{NUMBER}) (?P<unit>{_UNIT})s?\b"
"""A range whose end is the longest: `ranged from 3 to 9 months`."""
SINGULAR: Final = rf"{_ALONE}\b(?P<n>{NUMBER})[ \u2010\u2011-](?P<unit>{_UNIT})(?!s)\b"
"""The same before a noun: `a 4-week programme`."""
POINT: Final = (
    r"\b(?P<unit>day|week|month|year)s? (?:\d{1,3}(?:,| and| or|, and| &|, &) )*(?P<n>\d{1,3})\b(?!\.\d)(?! ?%)"
)
"""A point of time that is counted from the beginning: `at week 16`; of several, the last."""
HOURS: Final = r"\b(?P<n>24|36|48|72|96|120|144|168)[ \u00a0-]?(?P<unit>hours|hour|hrs?|h)\b"
"""A day or more, told in hours; what is shorter is one session."""
_WHOLE_UNITS: Final = {
    "wk": "week",
    "mo": "month",
    "yr": "year",
    "hours": "hour",
    "hrs": "hour",
    "hr": "hour",
    "h": "hour",
}
_DAYS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}


_MO: Final = re.compile(r"[\s\d\u2010\u2011-]mos?\b")


def has_unit(text: str) -> bool:
    """Whether a span of time can stand here at all, told without a search."""
    folded = text.casefold()
    return (
        any(unit in folded for unit in ("day", "week", "wk", "month", "year", "yr")) or _MO.search(folded) is not None
    )


def spelled(n: str, unit: str) -> str:
    """The span as a reader should see it, with the paper's own number."""
    whole = _WHOLE_UNITS.get(unit.lower(), unit.lower())
    return f"{n.lower()} {whole}" + ("" if n.lower() in ("1", "one") else "s")


def days(n: str, unit: str) -> float:
    """About how many days that is, to tell the longer of two spans."""
    words = next((value for _, _, value in number_words(n.lower())), None)
    return float(words if words is not None else re.sub(r"[^\d.]", "", n)) * _DAYS[_WHOLE_UNITS.get(unit, unit)]


def length(span: str) -> float:
    """About how many days a span lasts that `spelled` gave."""
    n, unit = span.split()
    return days(n, unit.removesuffix("s"))
