"""Notices that several services tell of become one, and keep the names of all of them."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from pipeline.fetch.services.fields import earliest
from pipeline.models.notice import Notice, NoticeKind

_SAME_NAME: Final = {NoticeKind.ERRATUM: NoticeKind.CORRECTION}
"""What publishers call a correction, MEDLINE calls an erratum."""
_ONCE: Final = frozenset({NoticeKind.RETRACTION, NoticeKind.WITHDRAWAL, NoticeKind.REMOVAL})
"""What happens to an article once, so that two services that name it differently tell of the same."""
_NEAR: Final = 100
"""Days between the dates that services give for one notice: online, in print, and entered."""


def united(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Each notice once, with its earliest date, in the order of dates. A bare flag joins a notice of its kind."""
    kept: list[Notice] = []
    for notice in sorted(notices, key=lambda each: (not each.id, not each.date)):
        place = next((n for n, known in enumerate(kept) if _are_one(known, notice)), None)
        if place is None:
            kept.append(notice)
        else:
            kept[place] = _joined(kept[place], notice)
    return tuple(sorted(kept, key=lambda each: (each.date or "9999", each.kind.value, each.id or "")))


def _are_one(one: Notice, other: Notice) -> bool:
    kind = _SAME_NAME.get(one.kind, one.kind)
    if kind is not _SAME_NAME.get(other.kind, other.kind):
        return False
    if one.id and other.id and _scheme(one.id) == _scheme(other.id):
        return one.id == other.id
    if one.date and other.date:
        return _near(one.date, other.date)
    is_bare = not (other.id or other.date) or not (one.id or one.date)
    return is_bare or kind in _ONCE


def _near(one: str, other: str) -> bool:
    if one.startswith(other) or other.startswith(one):
        return True
    return abs((_day(one) - _day(other)).days) <= _NEAR


def _day(text: str) -> date:
    return date.fromisoformat(text + "0000-07-01"[len(text) :] if len(text) == 4 else f"{text}-01"[:10])


def _scheme(id_: str) -> str:
    return "pmid" if id_.startswith("PMID:") else "doi"


def _joined(one: Notice, other: Notice) -> Notice:
    ids = sorted((each for each in (one.id, other.id) if each), key=lambda each: _scheme(each) != "doi")
    return Notice(
        kind=one.kind,
        date=earliest((one.date, other.date)),
        id=next(iter(ids), None),
        said_by=tuple(dict.fromkeys((*one.said_by, *other.said_by))),
    )
