"""Reads the raw body of a model's answer and names what came of it. Believes nothing that the server says."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pydantic import ValidationError

from pipeline.draft.mend import Found, find_object
from pipeline.draft.reply import DraftReply
from pipeline.models.draft import Usage


class Outcome(StrEnum):
    """What came of one model call."""

    COMPLETE = "complete"
    CUT_OFF = "cut_off"
    REFUSED = "refused"
    FILTERED = "filtered"
    EMPTY = "empty"
    NOT_JSON = "not_json"
    WRONG_SHAPE = "wrong_shape"
    TRANSPORT = "transport"
    """The body is no chat completion at all: an HTML page, an error with status 200, half a body."""


@dataclass(frozen=True)
class ReplyOutcome:
    """The outcome of one reply, with the reply if it is complete.

    `detail` says in words what was wrong; it may hold hostile text. `notes` say what was mended. `model` is the
    name that the server gave, if it gave a sane one.
    """

    outcome: Outcome
    reply: DraftReply | None = None
    detail: str = ""
    notes: tuple[str, ...] = ()
    mended: bool = False
    usage: Usage | None = None
    model: str | None = None


def read_reply(raw: bytes) -> ReplyOutcome:
    """Read the body of a chat completion (JSON bytes as received) and name its outcome. Never raises."""
    body = _decoded(raw)
    if not isinstance(body, dict):
        return ReplyOutcome(Outcome.TRANSPORT, detail=f"the body is not a JSON object: {_shown(raw)}")
    known: dict[str, Any] = {"usage": _usage(body.get("usage")), "model": _model(body.get("model"))}
    choice = _first_choice(body)
    if choice is None:
        return ReplyOutcome(Outcome.TRANSPORT, detail=f"the body holds no answer: {_shown(raw)}", **known)
    return _read_choice(choice, known)


def _decoded(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _first_choice(body: dict[str, Any]) -> dict[str, Any] | None:
    choices = body.get("choices")
    if body.get("error") or not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        return None
    return choices[0] if isinstance(choices[0].get("message"), dict) else None


def _read_choice(choice: dict[str, Any], known: dict[str, Any]) -> ReplyOutcome:
    message, finish = choice["message"], choice.get("finish_reason")
    if message.get("refusal"):
        return ReplyOutcome(Outcome.REFUSED, detail=_short(str(message["refusal"])), **known)
    if finish == "content_filter":
        return ReplyOutcome(Outcome.FILTERED, detail="the server's content filter stopped the reply", **known)
    if finish == "length":
        return ReplyOutcome(Outcome.CUT_OFF, detail="the reply reached its limit of tokens", **known)
    content = message.get("content")
    if content is not None and not isinstance(content, str):
        return ReplyOutcome(Outcome.TRANSPORT, detail="the content of the reply is not text", **known)
    if not content or not content.strip():
        return ReplyOutcome(Outcome.EMPTY, detail="the reply holds no text", **known)
    return _read_content(content, known)


def _read_content(content: str, known: dict[str, Any]) -> ReplyOutcome:
    try:  # the usual case: nothing but the object, read once
        return ReplyOutcome(Outcome.COMPLETE, DraftReply.model_validate_json(content), **known)
    except (ValidationError, UnicodeEncodeError):
        found = find_object(content)
    if found is None:
        return ReplyOutcome(_without_object(content), detail=_short(content), **known)
    return _validated(found, known)


def _validated(found: Found, known: dict[str, Any]) -> ReplyOutcome:
    notes: tuple[str, ...] = ()
    if found.wrapping:
        notes += (f"The reply's JSON stood inside {found.wrapping}, which was taken off.",)
    text, replaced = _without_surrogates(_encoded(found.value))
    if replaced:
        notes += (f"{replaced} halves of characters (lone surrogates) in the reply were replaced by U+FFFD.",)
    known = {**known, "notes": notes, "mended": bool(notes)}
    try:
        return ReplyOutcome(Outcome.COMPLETE, DraftReply.model_validate_json(text), **known)
    except ValidationError as error:
        return ReplyOutcome(Outcome.WRONG_SHAPE, detail=_faults(error), **known)


def _encoded(value: dict[str, Any]) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return "{}"  # nested so deep that it cannot be a draft; the shape check says what is missing


_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def _without_surrogates(text: str) -> tuple[str, int]:
    return _SURROGATES.subn("\ufffd", text)


_REFUSAL: Final = re.compile(
    r"(?:i['\u2019]?m sorry|i am sorry|sorry[,.]|i can(?:no|['\u2019])t|i am unable|i['\u2019]m unable|i won['\u2019]t"
    r"|as an ai\b|unfortunately, i can)",
    re.IGNORECASE,
)


def _without_object(content: str) -> Outcome:
    return Outcome.REFUSED if _REFUSAL.match(content.strip()[:200]) else Outcome.NOT_JSON


def _faults(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    listed = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults[:5])
    return _short(listed + (f"; and {len(faults) - 5} more" if len(faults) > 5 else ""), 600)


def _usage(usage: Any) -> Usage | None:
    if not isinstance(usage, dict):
        return None
    return Usage(
        prompt_tokens=_count(usage.get("prompt_tokens")),
        cached_tokens=_count(_part(usage, "prompt_tokens_details").get("cached_tokens")),
        completion_tokens=_count(usage.get("completion_tokens")),
        reasoning_tokens=_count(_part(usage, "completion_tokens_details").get("reasoning_tokens")),
    )


def _part(usage: dict[str, Any], name: str) -> dict[str, Any]:
    part = usage.get(name)
    return part if isinstance(part, dict) else {}


def _count(value: Any) -> int | None:
    # A bool is an int to Python; a count beyond any context is a fault of the server, not a bill.
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


def _model(name: Any) -> str | None:
    return name if isinstance(name, str) and 0 < len(name) <= 120 and name.isprintable() else None


def _shown(raw: bytes) -> str:
    return _short(raw[:400].decode("utf-8", "replace"))


def _short(text: str, limit: int = 200) -> str:
    bare = _without_surrogates(" ".join(text[: 4 * limit].split()))[0]
    return bare if len(bare) <= limit else bare[: limit - 1] + "…"
