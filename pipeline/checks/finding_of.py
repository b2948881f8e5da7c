"""The one way in which a check's finding is made."""

from pipeline.checks.declaration import Declaration
from pipeline.models.finding import Finding, Severity


def finding_of(check: Declaration, place: str, message: str, excerpt: str, severity: Severity | None = None) -> Finding:
    """A finding of this check; `severity` stands in for the check's own."""
    return Finding(
        check=check.name,
        severity=severity or check.severity,
        place=place,
        message=message,
        excerpt=excerpt,
        waivable=check.waivable,
    )
