"""The one base error of Layline, which says what happened, to which paper, and who must act next.

Every error that a person may see derives from `LaylineError`. The command line prints its message and its
remedy; the store keeps its `kind` and `who`, so that a later run knows whether trying again makes sense.
"""

import re
from enum import StrEnum
from typing import Final

_NUMBER: Final = re.compile(r"^\[Errno -?\d+\] ")


def said(error: BaseException) -> str:
    """What an error says, for a person: of one by the system, its words without its number and the file's name.

    Libraries repeat the system's words with the number before them.
    """
    words = getattr(error, "strerror", None) or _NUMBER.sub("", str(error))
    return words or type(error).__name__


class Who(StrEnum):
    """Who must act before this can go on."""

    PIPELINE = "pipeline"
    """Nobody needs to do anything: the next run tries again (a transient fault)."""
    PERSON = "person"
    """A person must look: supply another file, set a key, decide."""
    NOBODY = "nobody"
    """Nothing can be done, or nothing needs to be."""


class LaylineError(Exception):
    """Something that went wrong in a way a person should be told about.

    `kind` is a stable snake_case word that scripts may rely on. `remedy` is one sentence that says what to do
    next; it is empty only where nothing can be done.
    """

    kind = "error"
    who = Who.PERSON

    def __init__(self, message: str, *, remedy: str = "", kind: str | None = None, who: Who | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.kind = kind or self.kind
        self.who = who or self.who

    @property
    def transient(self) -> bool:
        """Whether trying again later, unchanged, may succeed."""
        return self.who is Who.PIPELINE

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process with every field (exceptions drop keywords in a pickle)."""
        return _restore, (type(self), self.message, self.remedy, self.kind, self.who)


def _restore(cls: type[LaylineError], message: str, remedy: str, kind: str, who: Who) -> LaylineError:
    return cls(message, remedy=remedy, kind=kind, who=who)


class AttemptError(LaylineError):
    """One HTTP attempt that failed, with the status that was answered and the wait (seconds) that was asked for."""

    kind = "attempt"

    def __init__(
        self,
        message: str,
        *,
        remedy: str = "",
        kind: str | None = None,
        who: Who | None = None,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, remedy=remedy, kind=kind, who=who)
        self.status = status
        self.retry_after = retry_after


class UsageError(LaylineError):
    """The command line was wrong: exit code 2."""

    kind = "usage"


class SetupError(LaylineError):
    """The surroundings are not fit: no model, no database, no permission. Exit code 3."""

    kind = "environment"


class FetchError(LaylineError):
    """A source could not be had."""

    kind = "fetch"


class ParseError(LaylineError):
    """A document could not be read."""

    kind = "parse"


class DraftError(LaylineError):
    """No draft came of it; the kind names the outcome (refused, cut_off, wrong_shape, transport, …)."""

    kind = "draft"


class StoreError(LaylineError):
    """What is stored is not there, not whole, or held by someone else."""

    kind = "store"


class ReviewError(LaylineError):
    """A decision that the rules of review do not allow."""

    kind = "review"


class RenderError(LaylineError):
    """A page could not be rendered, or its template printed what is not text."""

    kind = "render"
