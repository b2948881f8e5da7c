"""The order in which findings are told: what blocks first, then as a person reads."""

from collections.abc import Iterable
from typing import Any, Final

from pipeline.checks.place import place_order
from pipeline.models.finding import Finding, Severity

RANK: Final = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}
"""The severest first."""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of `order_of`."""
    return tuple(sorted(findings, key=order_of))


def order_of(finding: Finding) -> tuple[Any, ...]:
    """A key by which findings sort."""
    return RANK[finding.severity], place_order(finding.place), finding.check
