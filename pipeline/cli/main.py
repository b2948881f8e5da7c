"""The command `layline`: the list of commands, the global options, and how errors become messages and exit codes."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli import session
from pipeline.cli.approve import approve
from pipeline.cli.batch import batch
from pipeline.cli.check import check
from pipeline.cli.command import Command
from pipeline.cli.corrections import corrections
from pipeline.cli.costs import costs
from pipeline.cli.doctor import doctor
from pipeline.cli.edit import edit
from pipeline.cli.eval import evaluate
from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.explain import checks, explain
from pipeline.cli.export import export
from pipeline.cli.failures import refused_by_system, report_failure, report_usage_as_json, unexpected
from pipeline.cli.history import history
from pipeline.cli.lint import lint
from pipeline.cli.parse import parse
from pipeline.cli.preview import preview
from pipeline.cli.queue import queue
from pipeline.cli.recheck import recheck
from pipeline.cli.reject import reject
from pipeline.cli.request_changes import request_changes
from pipeline.cli.resolve import resolve
from pipeline.cli.retry import retry
from pipeline.cli.review import review
from pipeline.cli.run import run
from pipeline.cli.schema import schema
from pipeline.cli.show import show
from pipeline.cli.undo import undo
from pipeline.cli.waive import waive
from pipeline.cli.watch import watch
from pipeline.errors import LaylineError

app = typer.Typer(
    name="layline",
    help="Turn research papers into plain-language pages that a patient can trust.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS: tuple[Callable[..., None], ...] = (
    *(
        run,
        watch,
        recheck,
        resolve,
        queue,
        review,
        show,
        approve,
        reject,
        request_changes,
        waive,
        edit,
        undo,
        history,
        retry,
    ),
    *(export, preview, lint, check, parse, checks, explain, corrections, costs, schema, doctor),
)
for _command in _COMMANDS:
    app.command(cls=Command)(_command)
app.command("eval", cls=Command)(evaluate)  # `eval` is a word of Python's
app.add_typer(batch, name="batch", short_help="Draft by the Batch API: half the price, within a day.")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"layline {__version__}")
        raise typer.Exit


@app.callback()
def _globals(
    workspace: Annotated[
        Path | None,
        typer.Option(
            "--workspace", "-w", metavar="DIR", help="The workspace (default: LAYLINE_WORKSPACE, or this folder)."
        ),
    ] = None,
    log_format: Annotated[
        str, typer.Option("--log-format", metavar="text|json", help="How progress is written to standard error.")
    ] = "text",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Leave progress and notes out; errors are still told.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,  # noqa: ARG001
) -> None:
    if log_format not in ("text", "json"):
        raise typer.BadParameter("choose text or json", param_hint="--log-format")
    session.set_globals(workspace, "none" if quiet else log_format)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    _tolerate_any_text()
    try:
        app()
    except LaylineError as error:
        sys.exit(report_failure(error, as_json="--json" in sys.argv))
    except KeyboardInterrupt:
        typer.echo("interrupted; what was done is kept", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        sys.exit(report_failure(refused_by_system(error), as_json="--json" in sys.argv))
    except SystemExit as stop:
        if stop.code == ExitCode.USAGE and "--json" in sys.argv:
            report_usage_as_json()
        raise
    except Exception as error:  # the last resort: words for a person, the traceback for who asks for it
        if os.environ.get("LAYLINE_DEBUG"):
            raise
        sys.exit(report_failure(unexpected(error), as_json="--json" in sys.argv))


def _tolerate_any_text() -> None:
    """A terminal that lacks a character gets an escape in its place instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
