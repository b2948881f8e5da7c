"""What a person would sign by an approval: how much of the page they have looked at, and what was found in it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.models.finding import Severity
from pipeline.models.ids import Sha256
from pipeline.review.standing import Standing
from pipeline.review.statement import ReviewStatement


@dataclass(frozen=True)
class Signing:
    """Counts of statements and findings; `unseen` are the statements with open findings that nobody looked at yet."""

    statements: int
    seen: int
    unproved: int
    found: Mapping[Severity, int]
    """Findings that nobody waived."""
    waived: int
    unseen: tuple[ReviewStatement, ...]

    @property
    def open(self) -> int:
        """Findings that block or warn, and that nobody waived."""
        return self.found[Severity.BLOCK] + self.found[Severity.WARN]


def signing(statements: Sequence[ReviewStatement], standing: Standing, seen: Collection[str]) -> Signing:
    """The counts, for a person who has looked at the statements at the places `seen`."""
    found = Counter(finding.severity for finding in standing.findings if not standing.is_waived(finding))
    return Signing(
        statements=len(statements),
        seen=len(seen),
        unproved=sum(each.is_unproved for each in statements),
        found=found,
        waived=len(standing.findings) - found.total(),
        unseen=tuple(each for each in statements if each.has_open_finding and each.place not in seen),
    )


def seen_places(statements: Sequence[ReviewStatement], marks: Collection[tuple[str, Sha256]]) -> frozenset[str]:
    """The places of the statements that were marked in exactly the form in which they stand now."""
    return frozenset(each.place for each in statements if (each.place, each.hash) in marks)
