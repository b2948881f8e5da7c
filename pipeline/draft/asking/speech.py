"""In which dialect a server is spoken to: how the form of the reply is asked for, and how its length is limited.

Found out by asking: the first server that refuses a way of asking is asked in a simpler way from then on.
"""

from enum import StrEnum
from typing import Final, Literal, Protocol

from pipeline.draft.asking.call_error import CallError
from pipeline.models.base import Frozen


class ReplyFormat(StrEnum):
    """How the form of the reply is asked for, the strictest first."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT_SCHEMA = "json_object_schema"
    """`json_object` with the schema beside it: the dialect of llama-cpp-python's server.

    That server (seen with 0.3.36) passes over `max_completion_tokens` without a word, and a reply without a limit may
    go on until its context is full: in this dialect the limit is named `max_tokens`.
    """
    JSON_OBJECT = "json_object"
    TEXT = "text"


FORMAT_REFUSED: Final = "format_refused"
LIMIT_REFUSED: Final = "limit_refused"

_FORMATS: Final = tuple(ReplyFormat)
_NOTES: Final = {
    ReplyFormat.JSON_OBJECT_SCHEMA: "The server takes a schema only beside `json_object`; it was given there.",
    ReplyFormat.JSON_OBJECT: "The server takes no JSON schema; the schema was given as text.",
    ReplyFormat.TEXT: "The server takes no reply format; the schema was given as text.",
}


class Speech(Frozen):
    """One dialect."""

    format: ReplyFormat = ReplyFormat.JSON_SCHEMA
    limit: Literal["max_completion_tokens", "max_tokens"] = "max_completion_tokens"


class Dialects(Protocol):
    """What is known of servers from earlier runs, kept for good."""

    def find(self, server: str, model: str) -> Speech | None:
        """The dialect that this model took at this server the last time."""

    def remember(self, server: str, model: str, speech: Speech) -> None:
        """Keep a dialect that was found out."""


def simpler(speech: Speech, error: CallError) -> Speech | None:
    """The dialect to fall back to after this refusal, or None if the refusal has another ground."""
    if error.kind == FORMAT_REFUSED:
        return next_format(speech)
    if error.kind == LIMIT_REFUSED and speech.limit == "max_completion_tokens":
        return speech.model_copy(update={"limit": "max_tokens"})
    return None


def next_format(speech: Speech) -> Speech | None:
    """The same dialect with the next simpler way to ask for a form; None after the last."""
    after = _FORMATS.index(speech.format) + 1
    if after == len(_FORMATS):
        return None
    limit = "max_tokens" if _FORMATS[after] is ReplyFormat.JSON_OBJECT_SCHEMA else speech.limit
    return speech.model_copy(update={"format": _FORMATS[after], "limit": limit})


def format_note(spoken: ReplyFormat) -> tuple[str, ...]:
    """What a draft's notes say about the format, nothing for the strict one."""
    return (_NOTES[spoken],) if spoken in _NOTES else ()
