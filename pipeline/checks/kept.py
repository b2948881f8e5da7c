"""Findings that cannot be made anew from summary and paper alone: they are kept, and carried over an edit."""

from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.checks.grounding import claim_contradicted, claim_unsupported, fact_disagrees
from pipeline.models.finding import Finding
from pipeline.models.json_pointer import at_pointer
from pipeline.models.summary import Summary

_KEPT: Final = {
    check.name: check.severity for check in (claim_contradicted.CHECK, claim_unsupported.CHECK, fact_disagrees.CHECK)
}
"""What a judge said, and what the extractor read when the model drafted."""


def kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of the findings that nothing could make anew, as declared: the settings may have changed since."""
    return tuple(
        finding.model_copy(update={"severity": _KEPT[finding.check]}) for finding in findings if finding.check in _KEPT
    )


def carried(findings: Iterable[Finding], before: Summary, after: Summary) -> Iterator[Finding]:
    """Kept findings that an edit did not touch: what they are about stands as it stood, at the same place."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    for finding in kept(findings):
        about = finding.place.rpartition("/")[0] or finding.place
        if at_pointer(old, about) == at_pointer(new, about):
            yield finding
