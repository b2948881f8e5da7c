"""How a command explains itself: in words of its user, without types of Python, with examples to copy."""

import re
from typing import Any, Final

import typer
from typer.core import TyperCommand

from pipeline.cli.examples import EXAMPLES

_BETWEEN: Final = re.compile(r"(\d+)<=x<=(\d+)")
_AT_LEAST: Final = re.compile(r"x>=(\d+)")


class Command(TyperCommand):
    """A command of `layline`; its examples stand under its full name, such as `batch submit`."""

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - a sentence is not cut
        """The first sentence, whole: a list of commands that breaks off says less than none."""
        return (self.help or "").partition(". ")[0].split("\n\n")[0].rstrip(".") + "."

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Arguments, then options."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                rows[parameter.param_type_name].append(_in_plain_words(record))
        for title, listed in rows.items():
            if listed:
                with formatter.section(f"{title.capitalize()}s"):
                    formatter.write_dl(listed)

    def format_epilog(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """The examples, each on its line."""
        with formatter.section("Examples"):
            for line in EXAMPLES.get(_full_name(ctx), ()):
                formatter.write(f"  layline {line}\n")


def _full_name(ctx: typer.Context) -> str:
    """`batch submit`, however the program itself was called."""
    above = [ctx]
    while (parent := above[0].parent) is not None:
        above.insert(0, parent)  # type: ignore[arg-type]
    return " ".join(each.info_name or "" for each in above[1:])


def _in_plain_words(record: tuple[str, str]) -> tuple[str, str]:
    """Typer writes the type of Python behind a name, `ID <str>`, and ranges as `1<=x<=256`."""
    name, words = record[0].partition(" <")[0], record[1]
    return name, _AT_LEAST.sub(r"at least \1", _BETWEEN.sub(r"\1 to \2", words))
