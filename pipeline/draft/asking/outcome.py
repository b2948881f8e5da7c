"""Reads the raw body of a model's answer and names what came of it. Believes nothing that the server says."""

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Generic

from pydantic import ValidationError

from pipeline.draft.asking.form import R, ReplyForm
from pipeline.draft.asking.mend import Found, find_object
from pipeline.draft.asking.spoken import Ending, Spoken, Unread, spoken_in
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
    """The body is no reply at all: an HTML page, an error with status 200, half a body."""


@dataclass(frozen=True)
class ReplyOutcome(Generic[R]):
    """The outcome of one reply, with the reply if it is complete.

    `detail` says in words what was wrong; it may hold hostile text. `whole` are the fields of a reply of the wrong
    shape that are sound by themselves. `notes` say what was mended. `model` is the name that the server gave, if it
    gave a sane one.
    """

    outcome: Outcome
    reply: R | None = None
    detail: str = ""
    whole: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    mended: bool = False
    usage: Usage | None = None
    model: str | None = None


def read_reply(raw: bytes, form: ReplyForm[R]) -> ReplyOutcome[R]:
    """Read the body of an answer (JSON bytes as received) against its form and name its outcome. Never raises."""
    spoken = spoken_in(raw)
    known: dict[str, Any] = {"usage": spoken.usage, "model": spoken.model}
    if isinstance(spoken, Unread):
        return ReplyOutcome(Outcome.TRANSPORT, detail=f"{_short(spoken.detail)}: {_shown(raw)}", **known)
    return _read(spoken, form, known)


def _read(spoken: Spoken, form: ReplyForm[R], known: dict[str, Any]) -> ReplyOutcome[R]:
    if spoken.refusal:
        return ReplyOutcome(Outcome.REFUSED, detail=_short(spoken.refusal), **known)
    if spoken.ending is Ending.FILTERED:
        return ReplyOutcome(Outcome.FILTERED, detail="the server's content filter stopped the reply", **known)
    if spoken.ending is Ending.CUT_OFF:
        return ReplyOutcome(Outcome.CUT_OFF, detail="the reply reached its limit of tokens", **known)
    if not spoken.text or not spoken.text.strip():
        return ReplyOutcome(Outcome.EMPTY, detail="the reply holds no text", **known)
    return _read_content(spoken.text, form, known)


def _read_content(content: str, form: ReplyForm[R], known: dict[str, Any]) -> ReplyOutcome[R]:
    try:  # the usual case: nothing but the object, read once
        return ReplyOutcome(Outcome.COMPLETE, form.model.model_validate_json(content), **known)
    except (ValidationError, UnicodeEncodeError):
        found = find_object(content)
    if found is None:
        return ReplyOutcome(_without_object(content), detail=_short(content), **known)
    return _validated(found, form, known)


def _validated(found: Found, form: ReplyForm[R], known: dict[str, Any]) -> ReplyOutcome[R]:
    notes: tuple[str, ...] = ()
    if found.wrapping:
        notes += (f"The reply's JSON stood inside {found.wrapping}, which was taken off.",)
    text, replaced = _without_surrogates(_encoded(found.value))
    if replaced:
        notes += (f"{replaced} halves of characters (lone surrogates) in the reply were replaced by U+FFFD.",)
    known = {**known, "notes": notes, "mended": bool(notes)}
    try:
        return ReplyOutcome(Outcome.COMPLETE, form.model.model_validate_json(text), **known)
    except ValidationError as error:
        whole = form.whole_fields(json.loads(text))
        return ReplyOutcome(Outcome.WRONG_SHAPE, detail=_faults(error), whole=whole, **known)


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


def _shown(raw: bytes) -> str:
    return _short(raw[:400].decode("utf-8", "replace"))


def _short(text: str, limit: int = 200) -> str:
    bare = _without_surrogates(" ".join(text[: 4 * limit].split()))[0]
    return bare if len(bare) <= limit else bare[: limit - 1] + "…"
