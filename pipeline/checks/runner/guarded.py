"""Runs one check: what it finds becomes findings, and where it breaks down that is one."""

from collections.abc import Callable
from typing import Final, TypeVar

from pipeline.checks.declaration import Declaration, ListCheck, ReadingCheck, StatementCheck, SummaryCheck, TextCheck
from pipeline.checks.finding_of import finding_of
from pipeline.checks.registry import registry
from pipeline.models.finding import Finding, Severity

Kind = TypeVar("Kind", TextCheck, ListCheck, StatementCheck, SummaryCheck, ReadingCheck)
_MARGIN: Final = 30
"""Characters of context on each side of a hit."""
LONGEST_EXCERPT: Final = 200


def of_kind(kind: type[Kind]) -> list[Kind]:
    """The registered checks of a kind."""
    return [entry.check for entry in registry().values() if isinstance(entry.check, kind)]


def guarded(check: Declaration, place: str, run: Callable[[], list[Finding]]) -> list[Finding]:
    """What a run of a check finds, or that it broke down."""
    try:
        return run()
    except Exception as error:  # noqa: BLE001  # whatever a check raises, silence would be a hole in the gate
        return [broke_down(check, place, error)]


def broke_down(check: Declaration, place: str, error: Exception) -> Finding:
    """The finding that a check raised: it blocks, since what it would have found is not known."""
    message = f"The check {check.name!r} broke down: {type(error).__name__}."
    return runner_finding("check_failed", place, message, check.name)


def runner_finding(name: str, place: str, message: str, excerpt: str, severity: Severity | None = None) -> Finding:
    """A finding that whoever runs the checks makes, under the name of the check that declares it."""
    return finding_of(registry()[name].check, place, message, excerpt[:LONGEST_EXCERPT], severity)


def excerpt_of(text: str, start: int, end: int) -> str:
    """What was found with some context, which begins and ends with whole words where it can."""
    end = min(end, start + LONGEST_EXCERPT)
    first, last = max(0, start - _MARGIN), end + _MARGIN
    if first:
        first = text.find(" ", first - 1, start) + 1 or first
    if last < len(text):
        space = text.rfind(" ", end, last + 1)
        last = space if space >= 0 else last
    return text[first:last].strip()
