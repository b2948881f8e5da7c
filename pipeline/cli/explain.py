"""`layline checks` and `layline explain`: what is checked, and why."""

from typing import Annotated

import typer

from pipeline.cli.options import AsJson


def checks(as_json: AsJson = False) -> None:
    """List the checks. Each with its severity, and whether a reviewer may waive it; `*`: changed in layline.toml."""
    from pipeline.checks.registry import registry
    from pipeline.checks.severities import Severities
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, say

    changed = Severities.of(session.settings().severities).changed
    if as_json:
        found = registry().items()
        print_json({"checks": [e.as_dict() | {"set_to": changed.get(name)} for name, e in found]})
        return
    for name, entry in registry().items():
        waivable = "waivable" if entry.check.waivable else "never waived"
        severity = f"{changed[name].value}*" if name in changed else entry.check.severity.value
        say(f"{name:24} {severity:6} {waivable:12} {entry.documentation.gist}")


def explain(name: Annotated[str, typer.Argument(metavar="NAME", help="The name of a check.")]) -> None:
    """Explain a check. What it finds, why that is wrong, examples, and what it is known to miss."""
    from pipeline.checks.registry import registry
    from pipeline.cli.terminal import safe, say
    from pipeline.errors import UsageError

    entry = registry().get(name)
    if entry is None:
        raise UsageError(f"there is no check {name!r}", remedy="`layline checks` lists them.")
    check, manual = entry.check, entry.documentation
    waivable = "a reviewer may waive it" if check.waivable else "it can never be waived"
    say(safe(name, "bold"), f"({check.group.value}, {check.severity.value}; {waivable}; since {check.since})")
    say(manual.gist)
    parts = (("Why it is wrong", manual.why), ("Wrong", manual.wrong), ("Right", manual.right))
    for heading, text in (*parts, ("Blind spots", manual.blind_spots)):
        say(safe(f"\n{heading}", "bold"))
        say(text)
