"""`layline export`: what is approved leaves the house, if it keeps the whole promise."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.publish.outcome import Export, ExportedList, Refused


def export(
    papers: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Papers by id; none: all that are approved.")
    ] = None,
    file_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="json|md|html|site|csv|ris|bibtex",
            help="The form of the pages; csv, ris and bibtex list them.",
        ),
    ] = "json",
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where to (default: data/summaries, of a site data/summaries/site)."),
    ] = None,
    verify_anew: Annotated[
        bool, typer.Option("--verify-anew", help="Run every check, also on what the same rules were already run on.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write the approved pages. Each is verified; what fails is refused with every reason. Exit 1 if any is."""
    from pipeline.cli import session
    from pipeline.errors import UsageError
    from pipeline.export.formats import FORMATS
    from pipeline.export.lists.list_formats import LIST_FORMATS
    from pipeline.publish.gate import Gate
    from pipeline.publish.site import SITE

    known = (*FORMATS, SITE, *LIST_FORMATS)
    if file_format not in known:
        raise UsageError(f"there is no format {file_format!r}", remedy=f"Choose one of: {', '.join(known)}.")
    workspace, words = session.workspace(), papers or []
    folder = out or (workspace.summaries / SITE if file_format == SITE else workspace.summaries)
    with session.store() as store:
        gate = Gate(store, session.settings(), workspace, anew=verify_anew)
        if file_format in LIST_FORMATS:
            _end_list(gate.export_list(words, LIST_FORMATS[file_format], folder), file_format, as_json=as_json)
        elif file_format == SITE:
            _end(gate.export_site(words, folder), file_format, folder, as_json=as_json)
        else:
            _end(gate.export(words, FORMATS[file_format], folder), file_format, folder, as_json=as_json)


def _end(done: "Export", file_format: str, folder: Path, *, as_json: bool) -> None:
    from pipeline.cli.terminal import print_json

    if as_json:
        print_json(done.as_json(file_format, folder))
    else:
        _tell(done)
    left = any(not taken.removed for taken in done.taken_back)
    raise typer.Exit(ExitCode.FAILED if done.refused or left else ExitCode.OK)


def _end_list(done: "ExportedList", file_format: str, *, as_json: bool) -> None:
    from pipeline.cli.terminal import print_json, say

    if as_json:
        print_json(done.as_json(file_format))
    else:
        _tell_refused(done.refused)
        say(f"{done.path}: {so_many(done.papers, 'paper')}, {len(done.refused)} refused")
    raise typer.Exit(ExitCode.FAILED if done.refused else ExitCode.OK)


def _tell_refused(refusals: "tuple[Refused, ...]") -> None:
    from pipeline.cli.terminal import safe, say

    for refusal in refusals:
        say(safe("refused", "bold red"), refusal.id)
        for reason in refusal.reasons:
            say(f"         {_named(reason.kind)}{' at ' + reason.place if reason.place else ''}: {reason.message}")


def _named(kind: str) -> str:
    """A check by its name, under which `explain` knows it; every other reason in words."""
    from pipeline.checks.registry import registry

    return kind if kind in registry() else in_words(kind)


def _tell(done: "Export") -> None:
    from pipeline.cli.terminal import safe, say

    changed = [page for page in done.written if page.changed]
    for page in changed:
        say(f"written  {page.path}")
    for taken in done.taken_back:
        say(safe("removed" if taken.removed else "LEFT", "bold"), f"{taken.path}: {taken.reason}")
    _tell_refused(done.refused)
    for note in done.notes:
        say(f"note     {note}")
    same = f", {len(done.written) - len(changed)} unchanged" if len(changed) < len(done.written) else ""
    gone = f", {len(done.taken_back)} taken back" if done.taken_back else ""
    rest = f"; {so_many(done.not_approved, 'paper')} not approved" if done.not_approved else ""
    say(f"{len(changed)} written{same}{gone}, {len(done.refused)} refused{rest}")
