"""Options that several commands share, so that they read the same everywhere."""

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output, for scripts.")]
PaperName = Annotated[str, typer.Argument(metavar="ID", help="A DOI, a short id, or a unique prefix of one.")]
BesidePaper = Annotated[
    str | None,
    typer.Option(metavar="SOURCE", help="The paper: PDF, JATS or plain text, or its DOI, PMID or PMCID."),
]
By = Annotated[str | None, typer.Option("--as", metavar="NAME", help="Who decides (default: git's user name).")]
Reason = Annotated[str, typer.Option("--reason", "-r", metavar="TEXT", help="Why; kept with the decision.")]
