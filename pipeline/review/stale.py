"""The refusal of a decision on a content that is no longer the one that stands."""

from collections.abc import Sequence
from typing import Final

from pipeline.errors import ReviewError
from pipeline.review.difference import Change

_SHOWN: Final = 3


class StaleError(ReviewError):
    """Somebody changed or decided first; `changes` say what became of the content that the person saw."""

    kind = "stale"
    changes: tuple[Change, ...] = ()


def stale(display_id: str, changes: Sequence[Change], *, known: bool = True) -> StaleError:
    """The error that tells what changed. `known` is False where the content that was seen is not on record."""
    if changes:
        places = ", ".join(change.place for change in changes[:_SHOWN])
        more = f" and {len(changes) - _SHOWN} more" if len(changes) > _SHOWN else ""
        what = f"{display_id} has changed since you looked at it: {places}{more}"
    elif known:
        what = f"someone else has just decided about {display_id}"
    else:
        what = f"{display_id} never held the content that you expect"
    error = StaleError(what, remedy=f"Nothing was decided. Look again: layline show {display_id}")
    error.changes = tuple(changes)
    return error
