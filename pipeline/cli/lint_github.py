"""What `layline lint` finds, as workflow commands: GitHub shows them beside the lines of the files.

Source of the form and of its escapes: docs.github.com, "Workflow commands for GitHub Actions", and the toolkit's
`packages/core/src/command.ts`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pipeline.cli.lint_text import say_summary
from pipeline.cli.terminal import print_raw
from pipeline.text.visible import visible

if TYPE_CHECKING:
    from pipeline.checks.pages.page_finding import PageFinding
    from pipeline.examine.lint import Summary
    from pipeline.examine.target import Target

_COMMANDS: Final = {"block": "error", "warn": "warning", "info": "notice"}
_IN_DATA: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES: Final = _IN_DATA | {":": "%3A", ",": "%2C"}


class GithubReport:
    """A line a finding on standard output."""

    begun = False

    def page(self, target: "Target") -> None:
        """The findings of one page."""
        self.begun = True
        if target.error:
            _print(target, "error", "", f"layline {target.error.kind}", target.error.message)
        for seen in target.findings:
            command = _COMMANDS[seen.finding.severity.value]
            _print(target, command, f"line={seen.line or 1},", f"layline {seen.finding.check}", _message(seen))

    def end(self, summary: "Summary") -> None:
        """The summary as in words: no line of it begins with two colons."""
        say_summary(summary)


def _message(seen: "PageFinding") -> str:
    under = f" Under: {seen.heading}." if seen.heading else ""
    return f"{seen.finding.message}{under}\n{seen.finding.excerpt}" if seen.finding.excerpt else seen.finding.message


def _print(target: "Target", command: str, line: str, title: str, message: str) -> None:
    """A command. A page of the web is no file of the repository: its address stands in the message."""
    on_web = "://" in target.name
    where = "" if on_web else f"file={_escaped(target.name, _IN_PROPERTIES)},{line}"
    told = f"{target.name}: {message}" if on_web else message
    print_raw(f"::{command} {where}title={_escaped(title, _IN_PROPERTIES)}::{_escaped(told, _IN_DATA)}\n")


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in visible(text, newlines=True))
