"""Something that was looked at, and what came of it."""

from dataclasses import dataclass
from typing import Any, Final

from pipeline.checks.pages.page_finding import PageFinding
from pipeline.errors import LaylineError
from pipeline.models.finding import Severity

_FIELDS: Final = {"check", "severity", "place", "message", "excerpt"}


@dataclass(frozen=True)
class Target:
    """A page or a summary, with what the checks found in it; or why it could not be read."""

    name: str
    findings: tuple[PageFinding, ...] = ()
    error: LaylineError | None = None

    @property
    def blocks(self) -> bool:
        """Whether something in it must not reach a reader."""
        return any(seen.finding.severity is Severity.BLOCK for seen in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The object that `check` and `lint` print for it."""
        printed: dict[str, Any] = {"target": self.name, "findings": [_printed(seen) for seen in self.findings]}
        if self.error is not None:
            printed["error"] = {"kind": self.error.kind, "message": self.error.message, "remedy": self.error.remedy}
        return printed


def _printed(seen: PageFinding) -> dict[str, Any]:
    fields = seen.finding.model_dump(mode="json", include=_FIELDS)
    if seen.line is not None:
        fields |= {"line": seen.line, "heading": seen.heading or None}
    return fields
