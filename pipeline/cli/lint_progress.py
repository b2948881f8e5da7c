"""How far a long look through pages has come, on standard error."""

import time
from typing import TYPE_CHECKING, Final

from pipeline.cli.session import log_format

if TYPE_CHECKING:
    from pipeline.examine.lint import Summary

_EVERY: Final = 5.0
"""Seconds between two lines; what is done sooner says nothing."""


class Progress:
    """Tells now and then how many pages were looked at."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, summary: "Summary") -> None:
        """Say how far it has come, if it was quiet long enough."""
        now = time.monotonic()
        if now - self._last >= _EVERY and log_format() != "none":
            self._last = now
            _say(summary)


def _say(summary: "Summary") -> None:
    if log_format() == "json":
        from pipeline.cli.progress_json import write_json

        write_json("linted", {"pages": summary.pages, "unread": summary.unread, "blocked": summary.blocked})
        return
    from pipeline.cli.terminal import tell

    tell(f"{summary.pages + summary.unread:,} pages so far, {summary.blocked:,} blocked")
