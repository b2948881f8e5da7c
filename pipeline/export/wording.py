"""The sentences in which a page tells how it came about and what was announced about its paper."""

from typing import Final

from pipeline.export.contract import PublishedChange, PublishedCorrection, PublishedStatus
from pipeline.export.dates import told_moment
from pipeline.models import words
from pipeline.models.notice import Notice, NoticeKind
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
    told = tuple(announced(notice) for notice in ordered)
    return (*dict.fromkeys(told), _PREPRINT) if value.is_preprint else tuple(dict.fromkeys(told))


def announced(notice: Notice) -> str:
    """What was announced about the paper, in one or two sentences."""
    when = f" {told_moment(notice.date)}" if notice.date else ""
    return _NOTICE[notice.kind].format(when=when)


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


def changes(correction: PublishedCorrection) -> tuple[str, ...]:
    """What a correction changed, a sentence for each statement; where they are many, one that sums them up."""
    if not correction.changes:
        return ("Details besides the text of the page.",)
    if len(correction.changes) > _CHANGES_TOLD:
        headings = ", ".join(dict.fromkeys(change.heading for change in correction.changes))
        return (f"{len(correction.changes)} statements, in: {headings}.",)
    return tuple(f"{change.heading}: {_changed(change)}" for change in correction.changes)


def _changed(change: PublishedChange) -> str:
    before, after = (f"\u201c{text}\u201d" if text else "a statement" for text in (change.before, change.after))
    return _CHANGE[change.kind].format(before=before, after=after)


_CHANGES_TOLD: Final = 12
_CHANGE: Final = {
    "changed": "{before} now reads {after}",
    "added": "{after} was added",
    "removed": "{before} was removed",
    "proof": "{after} has another proof",
}


def missing(summary: Summary, field: str) -> str:
    """Why a field (a JSON pointer) is empty, for the reader; empty text where it is not."""
    return next((words.MISSING[entry.reason] for entry in summary.missing if entry.field == field), "")
