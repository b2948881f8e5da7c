"""How what `layline lint` finds is written: one page after the other, and what came of all of them at the end."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pipeline.examine.lint import Summary
    from pipeline.examine.target import Target


class LintReport(Protocol):
    """A format."""

    begun: bool
    """Whether anything was written on standard output."""

    def page(self, target: "Target") -> None:
        """Write what was found on one page."""

    def end(self, summary: "Summary") -> None:
        """Write the end."""


def report_in(form: str) -> LintReport:
    """The report in this format."""
    if form == "json":
        from pipeline.cli.lint_json import JsonReport

        return JsonReport()
    if form == "sarif":
        from pipeline.cli.lint_sarif import SarifReport

        return SarifReport()
    if form == "github":
        from pipeline.cli.lint_github import GithubReport

        return GithubReport()
    from pipeline.cli.lint_text import TextReport

    return TextReport()
