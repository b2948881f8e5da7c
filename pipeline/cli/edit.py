"""`layline edit`: change a draft in an editor or from a file; nothing that was typed is ever lost."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import AsJson, By, PaperName, Reason

if TYPE_CHECKING:
    from pipeline.case import Case


def edit(
    paper: PaperName,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", help="Take the edited draft from this YAML or JSON file (- for stdin)."),
    ] = None,
    only_print: Annotated[
        bool, typer.Option("--print", help="Print the draft as it would be edited, and stop.")
    ] = False,
    by: By = None,
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Edit a draft in $EDITOR. The checks run on the result; approvals and waivers of the old content are void."""
    from pipeline import decide
    from pipeline.case import open_case
    from pipeline.cli import session
    from pipeline.cli.decision import report_decision
    from pipeline.cli.terminal import print_raw

    with session.store() as store:
        case = open_case(store, store.papers.find(paper))
        if only_print:
            print_raw(decide.edit_text(case))
            return
        name = session.person(by)
        text, kept = (_read(file), file) if file else text_from_editor(case)
        with keeping(kept):
            done = decide.edit(store, session.settings(), case, text, name, reason)
    report_decision(done, as_json=as_json)


def _read(file: Path) -> str:
    import sys

    from pipeline.errors import UsageError

    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}", remedy="Name a YAML or JSON file in UTF-8.") from error


def text_from_editor(case: "Case") -> tuple[str, Path]:
    """Let the person edit; the file stays where it is until the edit is on record."""
    from pipeline import decide
    from pipeline.cli import session
    from pipeline.cli.editor import run_editor
    from pipeline.export.file_names import file_name

    file = session.workspace().state / "edits" / f"{file_name(case.row.display_id)}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.write_text(decide.edit_text(case), "utf-8")
    run_editor(file)
    return file.read_text("utf-8"), file


class keeping:  # noqa: N801 - reads as a word at its one place of use
    """Keeps the file of an edit that could not be used, and says where it is; removes it when all went well."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        from pipeline.errors import ReviewError

        if self._file is None or self._file.suffix != ".yaml" or "edits" not in self._file.parts:
            return
        if kind is None or (isinstance(error, ReviewError) and error.kind == "unchanged"):
            self._file.unlink(missing_ok=True)
        elif isinstance(error, ReviewError):
            error.remedy = f"Your edit is kept in {self._file}; run the same command to go on with it."
