"""A summary in a file, held against its paper."""

import json
from pathlib import Path

from pipeline.checks.pages.page_finding import PageFinding
from pipeline.checks.runner.summaries import check_document
from pipeline.checks.severities import DECLARED, Severities
from pipeline.checks.summary_shape import part_that_is_a_summary
from pipeline.errors import UsageError
from pipeline.examine.target import Target
from pipeline.models.finding import Finding, Severity
from pipeline.models.paper import Paper


def check_file(path: Path, paper: Paper | None, severities: Severities = DECLARED) -> Target:
    """Hold a summary in a JSON file (the published page, or the summary alone) against a paper."""
    try:
        raw = json.loads(_bytes(path))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not JSON: {error}", remedy="Name a summary or a page as JSON.") from error
    found = severities.weigh(check_document(raw, paper) or _not_a_summary(raw))
    return Target(str(path), tuple(PageFinding(finding) for finding in found))


def _not_a_summary(raw: object) -> tuple[Finding, ...]:
    """What is to be said of JSON in which nothing was found because it is no summary at all."""
    if part_that_is_a_summary(raw)[1] is not None:
        return ()
    message = "This is no summary: it has none of a summary's fields."
    return (
        Finding(check="schema_invalid", severity=Severity.BLOCK, place="", message=message, excerpt="", waivable=False),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror or error}", remedy="Check that it is there and readable."
        ) from error
