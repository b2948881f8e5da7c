"""The sentences in which a page tells how it came about and what was announced about its paper."""

from typing import Final

from pipeline.export.contract import PublishedStatus
from pipeline.models import words
from pipeline.models.notice import NoticeKind
from pipeline.models.paper import Basis
from pipeline.models.summary import DrafterKind, Summary

BASIS: Final = {
    Basis.FULL_TEXT: "This page rests on the full text of the paper.",
    Basis.ABSTRACT_ONLY: "Only the abstract of the paper could be read. Details may be missing.",
}


def drafted_by(summary: Summary) -> str:
    """Who wrote this, for the reader."""
    if summary.drafted_by.kind is DrafterKind.OFFLINE:
        how = "The sentences on this page were taken from the paper by rules, not written for lay readers"
    else:
        how = f"Drafted by a language model ({summary.drafted_by.model})"
    editors = ", ".join(summary.drafted_by.edited_by)
    return f"{how}; edited by {editors}." if editors else f"{how}."


def status(value: PublishedStatus) -> tuple[str, ...]:
    """What was announced about the paper, for the reader; what weighs most comes first."""
    ordered = sorted(value.notices, key=lambda notice: not notice.kind.holds)
    told = tuple(_NOTICE[notice.kind].format(when=f" on {notice.date}" if notice.date else "") for notice in ordered)
    return (*dict.fromkeys(told), _PREPRINT) if value.is_preprint else tuple(dict.fromkeys(told))


_PREPRINT: Final = "This paper is a preprint: other researchers had not yet checked it when it appeared."
_NOTICE: Final = {
    NoticeKind.RETRACTION: "The paper behind this page was retracted{when}. Do not rely on what it says.",
    NoticeKind.PARTIAL_RETRACTION: "A part of the paper behind this page was retracted{when}. Do not rely on it.",
    NoticeKind.WITHDRAWAL: "The paper behind this page was withdrawn{when}. Do not rely on what it says.",
    NoticeKind.REMOVAL: "The paper behind this page was removed by its publisher{when}. Do not rely on what it says.",
    NoticeKind.EXPRESSION_OF_CONCERN: "Its journal has voiced concern about the paper behind this page{when}.",
    NoticeKind.CORRECTION: "The paper behind this page was corrected{when}.",
    NoticeKind.ERRATUM: "An error in the paper behind this page was corrected{when}.",
}


def missing(summary: Summary, field: str) -> str:
    """Why a field (a JSON pointer) is empty, for the reader; empty text where it is not."""
    return next((words.MISSING[entry.reason] for entry in summary.missing if entry.field == field), "")
