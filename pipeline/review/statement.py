"""One line of a page as a reviewer meets it: what it says, what proves it, what was found there."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pipeline.models.claim import Evidence, Match
from pipeline.models.finding import Finding, Severity
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256
from pipeline.models.missing import MissingReason


class LineKind(StrEnum):
    """What a line is; each kind of the summary's own values has one, so that nothing of it goes unseen."""

    TITLE = "title"
    CLAIM = "claim"
    FACT = "fact"
    MISSING = "missing"
    """A part or fact that the paper does not give, told with its reason."""
    TERM = "term"
    CATEGORY = "category"
    FINDINGS = "findings"
    """No statement: findings about a part or the whole page."""


@dataclass(frozen=True)
class NotedFinding:
    """A finding as it stands with the reviewers."""

    finding: Finding
    waived: bool

    @property
    def open(self) -> bool:
        """Whether it wants an eye: it blocks or warns, and nobody has waived it."""
        return not self.waived and self.finding.severity is not Severity.INFO


@dataclass(frozen=True)
class ReviewStatement:
    """One line of the page.

    `place` is its JSON pointer in the summary, `heading` the part of the page under which it stands. `on_page` is
    False for what only the data of a page holds. `searched` are the sections in which something missing was sought.
    """

    place: str
    kind: LineKind
    heading: str
    text: str
    label: str = ""
    evidence: tuple[Evidence, ...] = ()
    unproved: MissingReason | None = None
    searched: tuple[str, ...] = ()
    editable: bool = False
    on_page: bool = True
    findings: tuple[NotedFinding, ...] = ()

    @property
    def is_unproved(self) -> bool:
        """Whether nothing proves it: it carries a reason in place of a quote, or a quote that the paper lacks."""
        return self.unproved is not None or any(found.match is Match.NOT_FOUND for found in self.evidence)

    @property
    def has_open_finding(self) -> bool:
        """Whether a blocking or warning finding that nobody waived stands here."""
        return any(noted.open for noted in self.findings)

    @cached_property
    def hash(self) -> Sha256:
        """The hash of what a person sees here: text, proof and findings. Another of these is not seen yet."""
        return content_hash(
            {
                "place": self.place,
                "text": self.text,
                "evidence": [found.model_dump(mode="json") for found in self.evidence],
                "unproved": self.unproved,
                "findings": sorted(noted.finding.key for noted in self.findings),
            }
        )
