"""How findings look in the terminal, the same in every command."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.examine import Target
    from pipeline.models.finding import Finding

_STYLES = {"block": "bold red", "warn": "yellow", "info": "dim"}


def say_finding(
    finding: "Finding", indent: str = "  ", *, key: bool = False, waived: bool = False, place: bool = True
) -> None:
    """One finding: severity, key, check, place, message, and the excerpt as it is."""
    from pipeline.cli.terminal import say_hanging

    severity = "waived" if waived else finding.severity.value
    where = f" at {finding.place or 'the whole page'}" if place else ""
    head = f"{severity:6} {finding.key + ' ' if key else ''}{finding.check}{where}: {finding.message}"
    say_hanging(head, indent, _STYLES[finding.severity.value] if not waived else "dim")
    if finding.excerpt:
        say_hanging(finding.excerpt, f"{indent}       ")


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
