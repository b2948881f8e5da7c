"""The reply to a repair: new texts and quotes for the places that were found at fault."""

from enum import StrEnum
from typing import Final

from pipeline.draft.asking.form import ReplyForm, ReplyPart


class Action(StrEnum):
    """What is done at a place."""

    REPLACE = "replace"
    REMOVE = "remove"
    ADD = "add"


class Repair(ReplyPart):
    """What becomes of one place of the draft (a JSON pointer)."""

    place: str
    action: Action
    text: str
    quotes: list[str]


class RepairReply(ReplyPart):
    """The whole reply."""

    repairs: list[Repair]


REPAIR: Final = ReplyForm("repair_reply", RepairReply)
