"""The gate's last look: the rendered bytes themselves, before any of them is written."""

from collections.abc import Iterator

from pipeline.checks.run_checks import look_for_malformed
from pipeline.checks.suspects import Cleared
from pipeline.export.contract import PublishedPage
from pipeline.export.read_back import absent_texts, is_same_page
from pipeline.models.finding import Finding
from pipeline.publish.outcome import Reason


def faults_of_page(
    page: PublishedPage, data: bytes, media_type: str, cleared: Cleared | None = None
) -> Iterator[Reason]:
    """Why the rendered bytes of a page may not leave: malformed text, or something approved that is not on it."""
    yield from faults_of_bytes(data, media_type, cleared)
    if media_type == "application/json":
        if not is_same_page(page, data):
            yield Reason("not_the_contract", "", "the rendered JSON does not read back as the page that was approved")
        return
    for place, text in absent_texts(page, data, media_type):
        message = f"what was approved does not stand on the rendered page: {text[:120]!r}"
        yield Reason("missing_from_page", place, message)


def faults_of_bytes(data: bytes, media_type: str, cleared: Cleared | None = None) -> Iterator[Reason]:
    """Malformed text in any rendered file; what can be waived was judged on the summaries.

    `cleared` is handed from one file of a site to the next: what they have in common is looked at once.
    """
    for finding in look_for_malformed(data, media_type, cleared or Cleared()):
        yield as_reason(finding)


def as_reason(finding: Finding) -> Reason:
    """A finding as the reason of a refusal."""
    return Reason(finding.check, finding.place, f"{finding.message} ({finding.excerpt[:120]!r})")
