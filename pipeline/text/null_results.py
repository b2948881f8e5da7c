"""Texts that tell of a result that there was none."""

from pipeline.text.changes import Sense, changes
from pipeline.text.hedges import VERY_UNSURE
from pipeline.text.negations import cues


def tells_no_difference(text: str) -> bool:
    """Whether a text says that something did not differ or change, denies something, or says that it is not known."""
    same = any(change.senses == frozenset({Sense.SAME}) for change in changes(text))
    return same or bool(cues(text)) or VERY_UNSURE.search(text) is not None
