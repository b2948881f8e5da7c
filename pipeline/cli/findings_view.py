"""How findings look in the terminal, the same in every command."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.examine.target import Target
    from pipeline.models.finding import Finding

_STYLES = {"block": "bold red", "warn": "yellow", "info": "dim"}


def say_finding(
    finding: "Finding",
    indent: str = "  ",
    *,
    key: bool = False,
    waived: bool = False,
    place: bool = True,
    heading: str = "",
) -> None:
    """One finding: severity, key, check, place, the heading above it, message, and the excerpt as it is."""
    from pipeline.cli.terminal import say_hanging

    severity = "waived" if waived else finding.severity.value
    where = f" at {finding.place or 'the whole page'}" if place else ""
    where += f", under {heading!r}" if heading else ""
    head = f"{severity:6} {finding.key + ' ' if key else ''}{finding.check}{where}: {finding.message}"
    say_hanging(head, indent, _STYLES[finding.severity.value] if not waived else "dim")
    if finding.excerpt:
        say_hanging(finding.excerpt, f"{indent}       ")


def say_target(target: "Target") -> None:
    """A page or summary with its findings, or why it could not be read; nothing where all is well."""
    from pipeline.cli.terminal import safe, say

    if target.findings or target.error:
        say(safe(target.name, "bold"))
    if target.error:
        say(safe("  failed", "bold red"), f"{target.error.kind}: {target.error.message}")
        say(f"         next: {target.error.remedy}")
    for seen in target.findings:
        say_finding(seen.finding, heading=seen.heading)
