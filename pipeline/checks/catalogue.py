"""The catalogue of checks as Markdown: `pipeline/checks/README.md` is this text."""

from collections.abc import Iterator

from pipeline.checks.declaration import Group
from pipeline.checks.registry import Registered, registry

_GROUPS = {
    Group.MALFORMED: "Text that no person could have written. These findings can never be waived.",
    Group.GROUNDING: "Statements that the paper does not bear out. A reviewer may waive them with a reason.",
    Group.SAFETY: "Pages that could lead a patient astray. A reviewer may waive them with a reason.",
    Group.READABILITY: "Pages that those they are for cannot follow. They warn, and a reviewer may waive them.",
}


def catalogue_markdown() -> str:
    """The manual of every check, by group and name; it ends with a line break."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The checks"
    yield ""
    yield "Generated from the checks' own docstrings by `pipeline/checks/catalogue.py`; do not edit."
    for group, meaning in _GROUPS.items():
        yield from ("", f"## {group.value.capitalize()}", "", meaning)
        for entry in registry().values():
            if entry.check.group is group:
                yield from _entry(entry)


def _entry(entry: Registered) -> Iterator[str]:
    check, manual = entry.check, entry.documentation
    yield from ("", f"### {check.name}", "", manual.gist, "")
    yield f"Severity: {check.severity.value}. Since {check.since}."
    for heading, part in (("Why it is wrong", manual.why), ("Blind spots", manual.blind_spots)):
        yield from ("", f"**{heading}.** {' '.join(part.split())}")
    for heading, part in (("Wrong", manual.wrong), ("Right", manual.right)):
        yield from ("", f"**{heading}**", "", "```text", *part.splitlines(), "```")
