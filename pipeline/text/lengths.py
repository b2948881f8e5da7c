"""Lengths of time and calendar periods, so that `12 months` is `one year` and `Jan 2009 to Dec 2010` its own dates."""

import re
from typing import Final

from pipeline.text.number_words import number_words

_DAYS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
_NEAR: Final = 0.025
"""Twelve months are 52 weeks; four weeks are not a month."""
_UNITS: Final = {
    "h": "hour",
    "hr": "hour",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "mth": "month",
    "yr": "year",
    "y": "year",
}
_UNIT: Final = rf"({'|'.join((*_DAYS, *_UNITS))})s?\b"
_LENGTH: Final = re.compile(
    rf"(\d+(?:\.\d+)?|\ban?)[\s\u2010\u2011-]*(?:consecutive |full |working |school |academic |calendar )?{_UNIT}"
    rf"(?: and (?:(\d+(?:\.\d+)?) ?{_UNIT}))?",
    re.IGNORECASE,
)
"""`12 weeks`, `8 wk`, `a year`, `two school years`, `1 year and 6 months`."""
_MONTHS: Final = str.split("jan feb mar apr may jun jul aug sep oct nov dec")
_DATE: Final = re.compile(
    rf"(?:\b({'|'.join(_MONTHS)})[a-z]*\.?,? +)?(?:\d{{1,2}},? +)?\b((?:19|20)\d\d)\b", re.IGNORECASE
)


def same_time(one: str, other: str) -> bool:
    """Whether both say the same length of time, or the same calendar period."""
    dates = period(one), period(other)
    if all(dates):
        return dates[0] == dates[1] or (_years(dates[0]) == _years(dates[1]) and not all(map(_has_months, dates)))
    lengths = days(one), days(other)
    if lengths[0] is None or lengths[1] is None:
        return False
    slack = _NEAR * max(lengths[0], lengths[1]) if not any(dates) else _DAYS["month"] * 1.1
    return abs(lengths[0] - lengths[1]) <= slack


def days(text: str) -> float | None:
    """The length in days: as stated, else from the first to the last month of a calendar period."""
    if found := _LENGTH.search(_in_digits(text)):
        return _in_days(found[1], found[2]) + (_in_days(found[3], found[4]) if found[3] else 0)
    ends = period(text)
    if not ends:
        return None
    (from_year, from_month), (to_year, to_month) = ends
    return ((to_year - from_year) * 12 + (to_month or 12) - (from_month or 1) + 1) * _DAYS["month"]


def _in_days(number: str, unit: str) -> float:
    short = unit.lower()
    return (float(number) if number[0].isdigit() else 1.0) * _DAYS[_UNITS.get(short, short)]


def period(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Year and month (0 where it is not told) of the beginning and of the end, where the text gives both."""
    found = [(int(date[2]), _month(date[1])) for date in _DATE.finditer(_with_first_year(text))]
    return (found[0], found[-1]) if len(found) >= 2 else None


def _with_first_year(text: str) -> str:
    """`May to July 2012` with the year that is told once."""
    months = "|".join(_MONTHS)
    return re.sub(
        rf"\b((?:{months})[a-z]*)( ?(?:to|and|-|\u2013|until|through) ?(?:\d+ )?(?:{months})[a-z]*,? )(\d{{4}})",
        r"\1 \3\2\3",
        text,
        flags=re.IGNORECASE,
    )


def _month(name: str | None) -> int:
    return _MONTHS.index(name[:3].lower()) + 1 if name else 0


def _years(ends: tuple[tuple[int, int], tuple[int, int]] | None) -> tuple[int, int] | None:
    return (ends[0][0], ends[1][0]) if ends else None


def _has_months(ends: tuple[tuple[int, int], tuple[int, int]] | None) -> bool:
    return ends is not None and bool(ends[0][1] and ends[1][1])


def _in_digits(text: str) -> str:
    for start, end, value in reversed(list(number_words(text))):
        text = f"{text[:start]}{value}{text[end:]}"
    return text
