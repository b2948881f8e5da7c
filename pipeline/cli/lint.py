"""`layline lint`: look for malformed text in pages, whoever published them."""

from typing import Annotated

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson


def lint(
    targets: Annotated[
        list[str], typer.Argument(metavar="TARGET...", help="Text, HTML, Markdown or JSON; or folders.")
    ],
    as_json: AsJson = False,
) -> None:
    """Find malformed text in finished pages. `[object Object]` and its kin; exit 1 when anything blocks."""
    from pipeline.cli.findings_view import say_targets
    from pipeline.cli.terminal import print_json
    from pipeline.examine import lint as look

    if as_json:
        found = list(look(targets))
        print_json({"targets": [target.as_json() for target in found]})
        blocked = any(target.blocks for target in found)
    else:
        blocked = say_targets(look(targets))
    raise typer.Exit(ExitCode.FAILED if blocked else ExitCode.OK)
