"""Attempts at a draft, each checked: the form in which a drafter hands its work over."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.models.draft import Provenance
from pipeline.models.finding import Finding, Severity
from pipeline.models.ids import Sha256
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary
from pipeline.store.papers import PaperRow


@dataclass(frozen=True)
class Checked:
    """A summary as it would be kept, with its content hash and what the checks found in it."""

    summary: Summary
    content: Sha256
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What stops this summary."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCK)

    @property
    def faults(self) -> tuple[int, int]:
        """How many findings block and how many warn: fewer is better, blocking ones first."""
        return len(self.blocking), sum(finding.severity is Severity.WARN for finding in self.findings)


@dataclass(frozen=True)
class Attempt:
    """One attempt and how it came about."""

    checked: Checked
    provenance: Provenance


Check = Callable[[Summary], Awaitable[Checked]]


class Drafter(Protocol):
    """Writes the summary of a paper. Raises DraftError, or SetupError when no paper at all could be drafted."""

    async def draft(self, row: PaperRow, paper: Paper, check: Check) -> Sequence[Attempt]:
        """Every attempt in the order in which they were made, each checked; at least one."""


def best_last(attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """The attempts with the one that goes forward at the end: fewest faults, of equal ones the earliest."""
    best = min(attempts, key=lambda attempt: attempt.checked.faults)
    others = [attempt for attempt in attempts if attempt is not best]
    if not others:
        return (best,)
    said = f"The best of {len(attempts)} attempts; the others are kept."
    told = best.provenance.model_copy(update={"notes": (*best.provenance.notes, said)})
    return (*others, replace(best, provenance=told))
