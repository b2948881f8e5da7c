"""`layline resolve`: what is known of an article, from whom, what is open, and what was tried for its text."""

from typing import Annotated

import typer

from pipeline.cli.options import AsJson


def resolve(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="A DOI, PMID, PMCID, arXiv id, or the address of one.")
    ],
    no_text: Annotated[bool, typer.Option("--no-text", help="Do not try whether a full text can be had.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask every service anew, whatever is kept.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say what is known of an article. Every service is heard and each rung to its text tried; nothing is kept."""
    from pipeline.cli import session
    from pipeline.cli.record_view import say_record
    from pipeline.cli.terminal import print_json, safe, say
    from pipeline.run.resolving import resolve as look_up

    workspace, settings = session.workspace(), session.settings()
    done = look_up(workspace, settings, identifier, try_text=not no_text, max_age=0.0 if fresh else None)
    if as_json:
        print_json(done.as_json())
        return
    say_record(done.record, done.rungs)
    if done.held:
        say(safe("A run would hold this paper:", "bold red"), done.held)
    else:
        say(safe("Next:", "bold"), f"layline run {done.record.doi or identifier}")
