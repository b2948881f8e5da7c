"""What `layline lint` finds, for people: each page with findings, then a table by check and by page."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from pipeline.cli.findings_view import say_target
from pipeline.cli.terminal import safe, say
from pipeline.text.in_words import in_words

if TYPE_CHECKING:
    from pipeline.examine.lint import Summary
    from pipeline.examine.target import Target

_WORST: Final = 10
"""Pages that are listed in the summary; the others were told above."""


class TextReport:
    """Words on standard output."""

    begun = False

    def page(self, target: "Target") -> None:
        """The findings of one page; nothing where there are none."""
        self.begun = True
        say_target(target)

    def end(self, summary: "Summary") -> None:
        """By check, by page, and in one line."""
        say_summary(summary)


def say_summary(summary: "Summary") -> None:
    """What was found on all pages together."""
    if summary.by_check:
        say(safe("By check", "bold"))
        for name, counts in sorted(summary.by_check.items(), key=lambda each: _worst_first(each[1])):
            say(f"  {_counted(counts)}  {name}")
    if len(summary.by_page) > 1:
        say(safe("By page", "bold"))
        worst = sorted(summary.by_page.items(), key=lambda each: _worst_first(each[1]))
        for name, counts in worst[:_WORST]:
            say(f"  {_counted(counts)}  {name}")
        if len(worst) > _WORST:
            say(f"  and {len(worst) - _WORST:,} more pages with findings")
    for each in summary.requeued:
        say(f"{each.doi}: {in_words(each.done.value)} (named on {each.page})")
    if summary.left_out:
        say(f"{summary.left_out:,} addresses were left out; --pages-at-most raises the limit")
    unread = f", {summary.unread:,} could not be read" if summary.unread else ""
    say(f"{summary.pages:,} looked at: {summary.clean:,} without findings, {summary.blocked:,} blocked{unread}")


def _worst_first(counts: Counter[str]) -> tuple[int, int, int]:
    return -counts["block"], -counts["warn"], -counts["info"]


def _counted(counts: Counter[str]) -> str:
    return f"{counts['block']:5,} block {counts['warn']:5,} warn {counts['info']:5,} info"
