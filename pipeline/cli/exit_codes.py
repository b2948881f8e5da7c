"""The exit codes that scripts rely on."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command's end means."""

    OK = 0
    FAILED = 1
    """The command did its work, and something in it failed, blocks or was refused."""
    USAGE = 2
    """The command line was wrong."""
    ENVIRONMENT = 3
    """The surroundings are not fit: no model, no database, no permission."""
    STOPPED = 4
    """The budget was reached before the work was done; what was done is kept, and a larger one goes on."""
    INTERRUPTED = 130
    """Ctrl-C; what was done is kept."""
