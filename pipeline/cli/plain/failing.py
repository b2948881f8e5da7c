"""What becomes of a refusal at a prompt: it is told, and the person goes on; without a database nobody can."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pipeline.cli.plain.telling import change_lines
from pipeline.cli.plain.voice import Voice
from pipeline.errors import LaylineError
from pipeline.review.stale import StaleError

_FATAL: Final = frozenset({"database_unavailable", "database_damaged"})


@contextmanager
def refusals_told(voice: Voice) -> Iterator[None]:
    """Tell a refusal with its remedy. Raises it where nothing more can be done."""
    try:
        yield
    except LaylineError as error:
        if error.kind in _FATAL:
            raise
        voice.say(*filter(None, (f"Not done: {error.message}.", error.remedy)))
        if isinstance(error, StaleError):
            voice.say(*change_lines(error.changes))
