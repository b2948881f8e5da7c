"""What a server said, taken out of the envelope of its API: chat completions or responses."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pipeline.models.draft import Usage


class Ending(StrEnum):
    """How the model came to its end, as far as the server told."""

    DONE = "done"
    CUT_OFF = "cut_off"
    FILTERED = "filtered"


@dataclass(frozen=True)
class Spoken:
    """The text of a reply, or the refusal in its place. `text` is None where the server gave none."""

    text: str | None
    refusal: str
    ending: Ending
    usage: Usage | None
    model: str | None


@dataclass(frozen=True)
class Unread:
    """Why a body is no reply at all, and what was counted all the same."""

    detail: str
    usage: Usage | None = None
    model: str | None = None


@dataclass(frozen=True)
class ToldError:
    """An error in the body of an answer: its code, if it has one that says what is wrong, and its words."""

    code: int | str
    said: str


def error_in(raw: bytes) -> ToldError | None:
    """The error that a body of status 200 tells of under a code of its own; None where there is none. Never raises."""
    body = _decoded(raw)
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return None
    code = error.get("code") or error.get("type")
    if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) == 3:
        code = int(code)
    return ToldError(code, _error(error)) if isinstance(code, int | str) and not isinstance(code, bool) else None


def spoken_in(raw: bytes) -> Spoken | Unread:
    """Open the envelope (JSON bytes as received); which API it is from is seen from the body. Never raises."""
    body = _decoded(raw)
    if not isinstance(body, dict):
        return Unread("the body is not a JSON object")
    usage, model = _usage(body.get("usage")), _model(body.get("model"))
    if body.get("error"):
        return Unread(f"the server reports an error: {_error(body['error'])}", usage, model)
    if isinstance(body.get("output"), list):
        return _of_responses(body, usage, model)
    choice = _first_choice(body)
    if choice is None:
        return Unread("the body holds no answer", usage, model)
    return _of_chat(choice, usage, model)


def _of_chat(choice: dict[str, Any], usage: Usage | None, model: str | None) -> Spoken | Unread:
    message, content = choice["message"], _whole_text(choice["message"].get("content"))
    if content is not None and not isinstance(content, str):
        return Unread("the content of the reply is not text", usage, model)
    finish = choice.get("finish_reason")
    ending = {"length": Ending.CUT_OFF, "content_filter": Ending.FILTERED}.get(str(finish), Ending.DONE)
    return Spoken(content, str(message.get("refusal") or ""), ending, usage, model)


def _whole_text(content: Any) -> Any:
    """Some servers give the text in parts. Where one of them is anything else, the content stays what it is."""
    if not isinstance(content, list):
        return content
    said = [part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text"]
    texts = [text for text in said if isinstance(text, str)]
    return "".join(texts) if len(texts) == len(content) else content


def _of_responses(body: dict[str, Any], usage: Usage | None, model: str | None) -> Spoken | Unread:
    if body.get("status") in ("failed", "cancelled", "queued", "in_progress"):
        return Unread(f"the response has the status {body['status']!r}", usage, model)
    parts = list(_parts(body["output"]))
    refusal = "".join(str(part.get("refusal") or "") for part in parts if part.get("type") == "refusal")
    texts = [part["text"] for part in parts if part.get("type") == "output_text" and isinstance(part.get("text"), str)]
    details = body.get("incomplete_details")
    reason = details.get("reason") if isinstance(details, dict) else None
    ending = Ending.DONE
    if body.get("status") == "incomplete" or reason:
        ending = Ending.FILTERED if reason == "content_filter" else Ending.CUT_OFF
    return Spoken("".join(texts) if texts else None, refusal, ending, usage, model)


def _parts(output: list[Any]) -> list[dict[str, Any]]:
    """The contents of the final messages; a commentary on the way there is not the answer."""
    messages = [item for item in output if isinstance(item, dict) and item.get("type") == "message"]
    final = [item for item in messages if item.get("phase") != "commentary"]
    contents = [item["content"] for item in final if isinstance(item.get("content"), list)]
    return [part for content in contents for part in content if isinstance(part, dict)]


def _decoded(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _first_choice(body: dict[str, Any]) -> dict[str, Any] | None:
    choices = body.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        return None
    return choices[0] if isinstance(choices[0].get("message"), dict) else None


def _error(error: Any) -> str:
    return str(error.get("message")) if isinstance(error, dict) and error.get("message") else str(error)


def _usage(usage: Any) -> Usage | None:
    """Chat completions count prompt and completion, responses input and output; the meaning is the same."""
    if not isinstance(usage, dict):
        return None
    prompt = "prompt_tokens" if "prompt_tokens" in usage else "input_tokens"
    completion = "completion_tokens" if "completion_tokens" in usage else "output_tokens"
    return Usage(
        prompt_tokens=_count(usage.get(prompt)),
        cached_tokens=_count(_part(usage, f"{prompt}_details").get("cached_tokens")),
        completion_tokens=_count(usage.get(completion)),
        reasoning_tokens=_count(_part(usage, f"{completion}_details").get("reasoning_tokens")),
    )


def _part(usage: dict[str, Any], name: str) -> dict[str, Any]:
    part = usage.get(name)
    return part if isinstance(part, dict) else {}


def _count(value: Any) -> int | None:
    # A bool is an int to Python; a count beyond any context is a fault of the server, not a bill.
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


def _model(name: Any) -> str | None:
    return name if isinstance(name, str) and 0 < len(name) <= 120 and name.isprintable() else None
