"""Merges what services tell of retractions and corrections: one notice is told once, with all who tell of it."""

from collections.abc import Iterable
from typing import Final

from pipeline.fetch.services.fields import earliest
from pipeline.models.notice import Notice, NoticeKind

_SAME_NAME: Final = {NoticeKind.ERRATUM: NoticeKind.CORRECTION}
"""What publishers call a correction, MEDLINE calls an erratum."""
_NEAR_YEARS: Final = 1
_ORDER: Final = tuple(NoticeKind)


def merge_notices(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Every notice once, what weighs most first, then by date.

    Two are one where kind and identifier are equal, or where one service gives the DOI and another the PMID, or one
    no more than that there is one: then kind, and date as far as known, must agree.
    """
    merged: list[Notice] = []
    # What has a date and an id first, so that bare flags find something to join.
    for notice in sorted(notices, key=lambda each: (each.date is None, each.id is None)):
        for number, other in enumerate(merged):
            if _are_one(other, notice):
                merged[number] = _joined(other, notice)
                break
        else:
            merged.append(notice)
    return tuple(sorted(merged, key=lambda each: (_ORDER.index(each.kind), each.date or "9999", each.id or "")))


def _are_one(one: Notice, other: Notice) -> bool:
    if _SAME_NAME.get(one.kind, one.kind) is not _SAME_NAME.get(other.kind, other.kind):
        return False
    if one.id and other.id and _scheme(one.id) == _scheme(other.id):
        return one.id == other.id
    return not (one.date and other.date) or abs(int(one.date[:4]) - int(other.date[:4])) <= _NEAR_YEARS


def _joined(one: Notice, other: Notice) -> Notice:
    return Notice(
        kind=one.kind,
        date=earliest((one.date, other.date)),
        id=one.id or other.id,
        said_by=tuple(dict.fromkeys((*one.said_by, *other.said_by))),
    )


def _scheme(identifier: str) -> str:
    return "pmid" if identifier.startswith("PMID:") else "doi"
