"""How an error reaches a person or a script, and which exit code it has."""

import errno

from pipeline.cli.exit_codes import ExitCode
from pipeline.errors import LaylineError, SetupError, StoreError, UsageError, said


def report_failure(error: LaylineError, *, as_json: bool) -> ExitCode:
    """Tell the error on standard error (with `--json` on standard output too); the exit code it stands for."""
    from pipeline.cli.terminal import print_json, safe, tell

    tell(safe("error:", "bold red"), error.message)
    if error.remedy:
        tell(safe("  next:", "bold"), error.remedy)
    if as_json:
        print_json(
            {
                "error": {
                    "kind": error.kind,
                    "message": error.message,
                    "remedy": error.remedy,
                    "who": error.who.value,
                }
            }
        )
    return _code(error)


def refused_by_system(error: OSError) -> LaylineError:
    """What the system refused (rights, space, a file in place of a folder), as an error like any other."""
    return SetupError(
        f"{error.filename}: {said(error)}" if error.filename else f"the system refused: {said(error)}",
        remedy="Make space on the disk, then run the same command again: what was done is kept."
        if error.errno == errno.ENOSPC
        else "Check that it is what it should be, its permissions, and the space on the disk.",
        kind="system",
    )


def report_usage_as_json() -> None:
    """The one JSON object of a command line that was wrong before any command began; the words are on stderr."""
    from pipeline.cli.terminal import print_json

    message = "the command line was wrong; standard error says how"
    print_json({"error": {"kind": "usage", "message": message, "remedy": "See --help.", "who": "person"}})


def unexpected(error: Exception) -> LaylineError:
    """A fault of Layline itself, as an error like any other."""
    return LaylineError(
        f"something went wrong that should not have: {type(error).__name__}: {error}",
        remedy="Please report it. With LAYLINE_DEBUG=1 the same command shows where it happened.",
        kind="internal_error",
    )


def _code(error: LaylineError) -> ExitCode:
    if isinstance(error, UsageError) or error.kind in ("unknown_id", "ambiguous_id", "no_name", "no_reason"):
        return ExitCode.USAGE
    if error.kind == "budget":
        return ExitCode.STOPPED
    if isinstance(error, SetupError):
        return ExitCode.ENVIRONMENT
    if isinstance(error, StoreError) and error.kind.startswith("database"):
        return ExitCode.ENVIRONMENT
    return ExitCode.FAILED
