"""How a run is watched: bars on a terminal, lines when piped, one JSON object a line for machines, or not at all."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.run.events import Event, Reporter


@contextmanager
def watching(log_format: str) -> "Iterator[Reporter]":
    """A reporter that fits where standard error goes."""
    from pipeline.cli.terminal import screen

    if log_format == "none":
        yield _unheard
    elif log_format == "json":
        from pipeline.cli.progress_json import report_json

        yield report_json
    elif screen(errors=True).is_terminal:
        from pipeline.cli.progress_bars import bars

        with bars() as report:
            yield report
    else:
        from pipeline.cli.progress_lines import Lines

        yield Lines()


def _unheard(event: "Event") -> None:
    """What goes on is of no interest to who asked for quiet."""
