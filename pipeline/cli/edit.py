"""`layline edit`: change a draft in an editor or from a file; nothing that was typed is ever lost."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import AsJson, By, PaperName, Reason

if TYPE_CHECKING:
    from pipeline.case import Case
    from pipeline.config import Settings
    from pipeline.decide import Outcome
    from pipeline.store.store import Store


def edit(
    paper: PaperName,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", "-f", metavar="FILE", help="Take the edited draft from this YAML or JSON file (- for stdin)."
        ),
    ] = None,
    only_print: Annotated[
        bool, typer.Option("--print", help="Print the draft as it would be edited, and stop.")
    ] = False,
    by: By = None,
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Edit a draft in $EDITOR. The checks run on the result; approvals and waivers of the old content are void.

    Where the page was published before, its readers are told what was corrected, with the reason that you give.
    """
    from pipeline import decide
    from pipeline.case import open_case
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision
    from pipeline.cli.terminal import print_raw

    with session.store() as store:
        settings = session.settings()
        case = open_case(store, store.papers.find(paper), settings)
        if only_print:
            print_raw(decide.edit_text(case))
            return
        name = session.person(by)
        if file:
            done = decide.edit(store, settings, case, _read(file), name, reason)
        else:
            done = _in_editor(store, settings, case, name, reason)
    report_decision(done, as_json=as_json)


def _read(file: Path) -> str:
    import sys

    from pipeline.errors import UsageError, said

    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not text in UTF-8", remedy="Save it as UTF-8, and try again.") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {said(error)}", remedy="Name a YAML or JSON file.") from error


def _in_editor(store: "Store", settings: "Settings", case: "Case", name: str, reason: str) -> "Outcome":
    """Let the person edit; the file stays where it is until the edit is on record."""
    from pipeline import decide
    from pipeline.editor import run_editor
    from pipeline.export.file_names import file_name

    file = store.edit_files.begin(file_name(case.row.display_id), decide.edit_text(case))
    run_editor(file)
    with store.edit_files.until_on_record(file):
        return decide.edit(store, settings, case, store.edit_files.read(file), name, reason)
