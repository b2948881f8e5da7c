"""The order in which findings are told: what blocks first, then as a person reads."""

from collections.abc import Iterable
from typing import Any, Final

from pipeline.checks.place import place_order
from pipeline.models.finding import Finding, Severity

RANK: Final = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}
"""The severest first."""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of `order_of`, each once: who waives one must not waive another unseen.

    Of those that say the same of the same words, which a reader could not tell apart, the severest stands for all.
    """
    told: dict[str, Finding] = {}
    for finding in sorted(findings, key=order_of):
        told.setdefault(finding.key, finding)
    return tuple(told.values())


def order_of(finding: Finding) -> tuple[Any, ...]:
    """A key by which findings sort."""
    return RANK[finding.severity], place_order(finding.place), finding.check
