"""How findings look in the terminal, the same in every command."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.examine import Target
    from pipeline.models.finding import Finding

_STYLES = {"block": "bold red", "warn": "yellow", "info": "dim"}


def say_finding(finding: "Finding", indent: str = "  ", *, key: bool = False, waived: bool = False) -> None:
    """One finding: severity, place, message, and the excerpt as it is."""
    from pipeline.cli.terminal import safe, say

    severity = "waived" if waived else finding.severity.value
    head = f"{indent}{severity:6} {finding.key + ' ' if key else ''}{finding.check} at {finding.place}:"
    say(safe(head, _STYLES[finding.severity.value] if not waived else "dim"), finding.message)
    if finding.excerpt:
        say(f"{indent}       {finding.excerpt}")


def say_targets(targets: "Iterable[Target]") -> bool:
    """The findings of each target as they come; whether anything blocks."""
    from pipeline.cli.terminal import safe, say

    blocked = total = clean = 0
    for target in targets:
        total += 1
        blocked += target.blocks
        clean += not target.findings
        if target.findings:
            say(safe(target.name, "bold"))
        for finding in target.findings:
            say_finding(finding)
    say(f"{total} looked at: {clean} without findings, {blocked} blocked")
    return bool(blocked)
