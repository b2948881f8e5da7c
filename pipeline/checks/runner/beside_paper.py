"""Runs the checks that hold statements against the paper: those of a summary, those of a page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from pipeline.checks.declaration import Declaration, PlacedHit, StatementCheck, SummaryCheck
from pipeline.checks.finding_of import finding_of
from pipeline.checks.pages.block import Block
from pipeline.checks.pages.page_finding import PageFinding
from pipeline.checks.paper_view import PaperView
from pipeline.checks.place import at_pointer
from pipeline.checks.runner.guarded import LONGEST_EXCERPT, excerpt_of, guarded, of_kind, runner_finding
from pipeline.checks.statement import LONGEST, Part, Statement, statements
from pipeline.models.finding import Finding, Severity
from pipeline.models.summary import DrafterKind, Summary


def beside_paper(summary: Summary, view: PaperView) -> Iterator[Finding]:
    """Everything that statements of a summary, and all of it together, say otherwise than the paper."""
    stated = tuple(statements(summary, view.kind_beside(summary)))
    for statement in stated:
        yield from _unread(statement, statement.place)
    if summary.drafted_by.kind is not DrafterKind.OFFLINE:  # which says that its sentences are the paper's
        for statement in stated:
            if statement.part is Part.CLAIM:
                yield from _copied_in(statement.opening.text, at_pointer(statement.place), view)
    for check in of_kind(StatementCheck):
        yield from _in_statements(check, stated, view)
    for whole in of_kind(SummaryCheck):
        yield from guarded(whole, "", partial(_summary_findings, whole, summary, view))


def blocks_beside(view: PaperView, blocks: Iterable[Block]) -> Iterator[PageFinding]:
    """Everything that the running text of a page says otherwise than the paper, with the headings above it."""
    for block in (each for each in blocks if each.is_running_text):
        statement = Statement(block.text, Part.FREE_TEXT, view.kind)
        found = chain(
            _unread(statement, block.place_of(0)),
            _told_in(block, statement, view),
            _copied_in(block.text, block.place_of, view),
        )
        yield from (PageFinding(each, block.heading) for each in found)


def _told_in(block: Block, statement: Statement, view: PaperView) -> Iterator[Finding]:
    for check in of_kind(StatementCheck):
        run = partial(_statement_findings, check, statement, view, block.place_of)
        yield from guarded(check, block.place_of(0), run)


def _copied_in(text: str, place: Callable[[int], str], view: PaperView) -> Iterator[Finding]:
    for copied in view.wording.copied_in(text):
        message = f"{copied.words} words in a row are those of the paper, without quotation marks."
        excerpt, severity = text[copied.start : copied.end], Severity.BLOCK if copied.blocks else None
        yield runner_finding("copied_from_paper", place(copied.start), message, excerpt, severity)


def _unread(statement: Statement, place: str) -> Iterator[Finding]:
    if statement.is_overlong:
        message = f"This text or its quotes are so long that only {LONGEST} characters were held against the paper."
        yield runner_finding("check_failed", place, message, statement.text)


def _in_statements(check: StatementCheck, stated: Sequence[Statement], view: PaperView) -> list[Finding]:
    try:
        return [finding for statement in stated for finding in _statement_findings(check, statement, view)]
    except Exception:  # noqa: BLE001  # put on record below, with the statement on which the check broke down
        runs = ((statement.place, partial(_statement_findings, check, statement, view)) for statement in stated)
        return [finding for place, run in runs for finding in guarded(check, place, run)]


def _statement_findings(
    check: StatementCheck, statement: Statement, view: PaperView, place: Callable[[int], str] | None = None
) -> list[Finding]:
    at = place or at_pointer(statement.place)
    return [
        finding_of(check, at(hit.start), hit.message, excerpt_of(statement.text, hit.start, hit.end), hit.severity)
        for hit in check.look_at(statement, view)
    ]


def _summary_findings(check: SummaryCheck, summary: Summary, view: PaperView) -> list[Finding]:
    return [_placed(check, hit) for hit in check.find(summary, view)]


def _placed(check: Declaration, hit: PlacedHit) -> Finding:
    return finding_of(check, hit.place, hit.message, hit.excerpt[:LONGEST_EXCERPT], hit.severity)
