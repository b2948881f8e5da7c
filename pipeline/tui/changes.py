"""What changed between two contents, as lines: what stood there, what stands there now."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from pipeline.review.difference import Change
from pipeline.review.stale import StaleError
from pipeline.review.statement import ReviewStatement
from pipeline.tui.look import BLOCK, GOOD, SOFT, STRONG, beside, told


def changes_told(changes: Sequence[Change]) -> list[Content]:
    """Every change under the heading of its part; a sign says what went and what came."""
    lines: list[Content] = []
    heading = ""
    for change in changes:
        if change.heading != heading:
            heading = change.heading
            lines += [told(""), told(heading, STRONG)] if lines else [told(heading, STRONG)]
        lines += _one(change)
    return lines


def refused(error: StaleError) -> list[Content]:
    """Why a decision came too late, and what changed meanwhile."""
    return [told(error.message, BLOCK), told("Nothing was decided.", STRONG), told(""), *changes_told(error.changes)]


def _one(change: Change) -> Iterator[Content]:
    before, after = change.before, change.after
    if before is not None and after is not None and before.text == after.text and before.label == after.label:
        yield told(f"  {after.text}")
        yield told("    is proved otherwise now:", SOFT)
        before_quotes, after_quotes = _quotes(before), _quotes(after)
        yield from (
            beside(told("  - ", BLOCK), told(quote, SOFT)) for quote in before_quotes if quote not in after_quotes
        )
        yield from (
            beside(told("  + ", GOOD), told(quote, SOFT)) for quote in after_quotes if quote not in before_quotes
        )
        return
    if before is not None:
        yield beside(told("- ", BLOCK), told(_text(before)))
    if after is not None:
        yield beside(told("+ ", GOOD), told(_text(after)))


def _text(line: ReviewStatement) -> str:
    return f"{line.label}: {line.text}" if line.label else line.text


def _quotes(line: ReviewStatement) -> tuple[str, ...]:
    return tuple(found.quote for found in line.evidence)
