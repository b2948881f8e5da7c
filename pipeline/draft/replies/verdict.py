"""The reply of a judge: what one quote says about one statement."""

from enum import StrEnum
from typing import Final

from pipeline.draft.asking.form import ReplyForm, ReplyPart


class Verdict(StrEnum):
    """The closed answers."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_IN_QUOTE = "not_in_quote"


class VerdictReply(ReplyPart):
    """The whole reply; `span` are the words of the quote on which the verdict rests."""

    verdict: Verdict
    span: str


VERDICT: Final = ReplyForm("verdict_reply", VerdictReply)
