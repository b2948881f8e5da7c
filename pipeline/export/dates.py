"""Dates as a reader says them."""

import re
from calendar import month_name
from typing import Final

_DATE: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?!\d).*)?", re.DOTALL)


def told_date(moment: str) -> str:
    """`3 May 2026` for `2026-05-03`, with or without a time; `May 2026` for `2026-05`; else the text as it is."""
    found = _DATE.fullmatch(moment)
    if not found or not 1 <= int(found[2]) <= 12:
        return moment
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{month_name[int(found[2])]} {found[1]}"


def told_moment(moment: str) -> str:
    """The same within a sentence: `on 3 May 2026`, `in May 2026`, `in 2026`."""
    told = told_date(moment)
    return f"{'on' if told[:1].isdigit() and ' ' in told else 'in'} {told}"
