"""Calendar periods: `from January 2009 to December 2010`, `between May and July 2012`, `during 2011`."""

import re
from collections.abc import Iterator
from typing import Final

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY: Final = r"(?:(?:the )?\d{1,2}(?: ?(?:st|nd|rd|th))?(?: of)?,? )?"
_YEAR: Final = r"(?:19[5-9]|20[0-4])\d"
_TO: Final = r"\s?(?:to|until|till|through|\u2013|\u2014|-)\s?(?:the end of )?"
_AND: Final = r"\s?(?:and|to|\u2013|-)\s?(?:the end of )?"
_ENDS: Final = (
    rf"(?:(?P<first>{_MONTH}),? ?{_DAY}(?:\d{{1,2}})?)?(?P<from>{_YEAR})?,?%s"
    rf"{_DAY}(?:(?P<last>{_MONTH}),? ?{_DAY})?(?P<to>{_YEAR})\b"
)
_INTRODUCED: Final = (
    r"(?i:\b(?:from|during|in|since|over|within|period|of|for)"
    r"|\bNHANES|[Ss]urveys?(?: years?)?|[(:,])\s?(?i:(?:the )?(?:period )?(?:years? )?(?:from )?)"
)
_FORMS: Final = (
    re.compile(rf"(?i:\bbetween)(?i: the years?(?: of)?)? {_DAY}{_ENDS % _AND}"),
    re.compile(rf"{_INTRODUCED}{_DAY}{_ENDS % _TO}"),
)
"""Only `between` takes `and`: `in 2011 and 2012` is two years, and perhaps more."""


_COMPARED: Final = re.compile(
    rf"\((?P<first>{_MONTH}),? (?P<from>{_YEAR})\)[^.;]{{0,120}}\((?P<last>{_MONTH}),? (?P<to>{_YEAR})\)"
)
"""`before (May 2011) and after (May 2012) the change`: two months that are held against each other."""


_DATED: Final = re.compile(_YEAR)
_DASH: Final = r"(?:[-\u2013/]| to )"
_WAVES: Final = re.compile(
    rf"\b(?P<from>{_YEAR}){_DASH}(?:{_YEAR}|\d\d),? (?:{_YEAR}{_DASH}\d\d(?:\d\d)?,? )*(?:and|through|until)"
    r" (?:[A-Z]+ )?"
    rf"(?P<century>\d\d)\d\d{_DASH}(?:\d\d)?(?P<to>\d\d)\b"
)
"""`the survey years 2009-10 and 2011-12`, `the 2010-2011 through 2013-2014 seasons`."""


def period(text: str) -> str | None:
    """The first calendar period that the text gives with both its ends, as `January 2009 to December 2010`."""
    return next(periods(text), None)


def periods(text: str) -> Iterator[str]:
    """All of them; the most surely told first."""
    if not _DATED.search(text):
        return
    if waves := _WAVES.search(text):
        yield f"{waves['from']} to {waves['century']}{waves['to']}"
        return
    for found in (match for form in (*_FORMS, _COMPARED) for match in form.finditer(text)):
        if found["first"] and not found["from"] and not found["last"]:
            continue  # two days of one month
        beginning, end = found["from"] or (found["to"] if found["first"] else None), found["to"]
        if beginning and (beginning, found["first"]) != (end, found["last"]) and beginning <= end:
            yield f"{_told(found['first'], beginning)} to {_told(found['last'], end)}"


def _told(month: str | None, year: str) -> str:
    return f"{_FULL[month[:3].lower()]} {year}" if month else year


_FULL: Final = {
    name[:3].lower(): name
    for name in str.split("January February March April May June July August September October November December")
}
