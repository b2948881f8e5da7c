"""In which dialect a server is spoken to: how the form of the reply is asked for, and how its length is limited.

Found out by asking: the first server that refuses a way of asking is asked in a simpler way from then on.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Literal

from pipeline.draft.call_error import CallError


class ReplyFormat(StrEnum):
    """How the form of the reply is asked for, the strictest first."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    TEXT = "text"


FORMAT_REFUSED: Final = "format_refused"
LIMIT_REFUSED: Final = "limit_refused"

_SIMPLER: Final = {ReplyFormat.JSON_SCHEMA: ReplyFormat.JSON_OBJECT, ReplyFormat.JSON_OBJECT: ReplyFormat.TEXT}
_NOTES: Final = {
    ReplyFormat.JSON_OBJECT: "The server takes no JSON schema; the schema was given as text.",
    ReplyFormat.TEXT: "The server takes no reply format; the schema was given as text.",
}


@dataclass(frozen=True)
class Speech:
    """One dialect."""

    format: ReplyFormat = ReplyFormat.JSON_SCHEMA
    limit: Literal["max_completion_tokens", "max_tokens"] = "max_completion_tokens"


def simpler(speech: Speech, error: CallError) -> Speech | None:
    """The dialect to fall back to after this refusal, or None if the refusal has another ground."""
    if error.kind == FORMAT_REFUSED and speech.format in _SIMPLER:
        return replace(speech, format=_SIMPLER[speech.format])
    if error.kind == LIMIT_REFUSED and speech.limit == "max_completion_tokens":
        return replace(speech, limit="max_tokens")
    return None


def format_note(spoken: ReplyFormat) -> tuple[str, ...]:
    """What a draft's notes say about the format, nothing for the strict one."""
    return (_NOTES[spoken],) if spoken in _NOTES else ()
