"""The scripted drafter: a reply made of whole sentences of the paper that stands fenced in the prompt."""

import json
import re
from typing import Any

MODEL = "scripted-loopback"
"""What the server calls itself, so that no one takes its drafts for a model's."""

_MARK = re.compile(r"PAPER-[0-9a-f]{20}")
_WANTED = 16
_ODD = re.compile(
    r"[^\w\s.,;:'’()%/=+-]|\(\s*\d|\bet al\b|\b(?:Fig|Table|None|NaN)\b|[([]\s*[)\]]|://|_|\(\D{0,60}(?:19|20)\d\d"
)
_ENDS = re.compile(r"(?<=[a-z)%]{2}[.])\s+(?=[A-Z])")


def paper_in(messages: list[dict[str, Any]]) -> tuple[str, str]:
    """The mark of the fence and the paper's text; both empty where the prompt holds no fenced paper."""
    for message in messages:
        content = message.get("content")
        if isinstance(content, str) and (found := _MARK.search(content)):
            parts = content.split(f"\n{found[0]}\n")
            return found[0], parts[1] if len(parts) > 2 else ""
    return "", ""


def sentences_of(text: str) -> list[str]:
    """The first plain sentences that stand in the text as they are: no brackets, no citations, no headings."""
    chosen: dict[str, None] = {}
    for block in text.split("\n\n")[1:]:
        for sentence in _ENDS.split(block) if len(block) > 60 else ():
            if (
                40 <= len(sentence) <= 260
                and sentence[0].isupper()
                and sentence[-1] == "."
                and not _ODD.search(sentence)
            ):
                chosen[sentence] = None
        if len(chosen) >= _WANTED:
            break
    return list(chosen)


def draft_of(text: str) -> dict[str, Any]:
    """A reply in the shape that Layline asks for; statements are sentences of the paper, and their own evidence."""
    title = text.partition("\n")[0].strip()
    pool = sentences_of(text)
    unknown = "design species duration follow_up primary_outcome certainty time_since_injury funding conflicts"
    empty = "samples countries interventions results ais_grades injury_levels registration"
    nothing: dict[str, Any] = dict.fromkeys(unknown.split())
    lists: dict[str, list[Any]] = {name: [] for name in empty.split()}
    return {
        "plain_title": title,
        "key_messages": _stated(pool, 0, 2),
        "simple_explanation": _stated(pool, 2, 5),
        "study": nothing | lists,
        "key_findings": _stated(pool, 7, 3),
        "research_summary": _stated(pool, 10, 3),
        "practical_implications": {
            "clinical_practice": _stated(pool, 13, 1),
            "policy": [],
            "future_research": _stated(pool, 14, 1),
            "people_living_with_sci": [],
        },
        "limitations": _stated(pool, 15, 1),
        "what_this_does_not_mean": [],
        "harms": [],
        "glossary": [],
        "categories": ["Rehabilitation"],
    }


def _stated(pool: list[str], start: int, count: int) -> list[dict[str, Any]]:
    if not pool:
        return []
    chosen = dict.fromkeys(pool[(start + i) % len(pool)] for i in range(count))
    return [{"text": sentence, "quotes": [sentence]} for sentence in chosen]


def completion(content: str | None, *, model: str = MODEL, **changes: Any) -> dict[str, Any]:
    """A chat completion around `content`; `changes` replace fields of the message, the choice or the body."""
    message = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    usage = {"prompt_tokens": 1000, "completion_tokens": 500, "total_tokens": 1500}
    body = {"id": "chatcmpl-loopback", "object": "chat.completion", "created": 1, "model": model, "usage": usage}
    for name, value in changes.items():
        target = message if name in message else choice if name in choice else body
        target[name] = value
    return {**body, "choices": [choice]}


def reply_to(text: str, fault: str | None) -> bytes:
    """The bytes of the answer about a paper, spoiled by a content fault if there is one."""
    draft = draft_of(text)
    content = json.dumps(draft, ensure_ascii=False)
    if fault in _WHOLE:
        return _WHOLE[fault]
    if fault in _DRAFT:
        _DRAFT[fault](draft)
        # Escaped, as a server writes what UTF-8 cannot hold.
        return json.dumps(completion(json.dumps(draft))).encode()
    shown = _wrapped(content).get(fault or "", content)
    return json.dumps(completion(shown, **_BODY.get(fault or "", {})), ensure_ascii=False).encode()


def _wrapped(content: str) -> dict[str, str | None]:
    return {
        "fenced": f"```json\n{content}\n```",
        "chatty": f"Here is the summary {{as asked}}:\n\n{content}\n\nDone!",
        "cut": content[: len(content) * 2 // 3],
        "not_json": content[: len(content) // 2],
        "refusal_in_text": "I'm sorry, but I can't help with that.",
        "empty": None,
        "refusal": None,
        "filter": None,
    }


_BODY: dict[str, dict[str, Any]] = {
    "cut": {"finish_reason": "length"},
    "refusal": {"refusal": "I'm sorry, I can't help with that."},
    "filter": {"finish_reason": "content_filter"},
    "no_usage": {"usage": None},
}
_WHOLE = {
    "html": b"<!DOCTYPE html><html><body>Please sign in to this network.</body></html>",
    "error_in_200": b'{"error": {"message": "upstream provider failed", "code": 502}}',
}


def _object(draft: dict[str, Any]) -> None:
    draft["limitations"] = [{**said, "text": "[object Object]"} for said in draft["limitations"] or [{"quotes": []}]]


def _wrong_types(draft: dict[str, Any]) -> None:
    draft["limitations"] = [{"text": {"limitation": "The sample was small."}, "quotes": []}]


def _control(draft: dict[str, Any]) -> None:
    draft["plain_title"] += " \x1b[31mred\x07"


def _surrogates(draft: dict[str, Any]) -> None:
    draft["plain_title"] += " \ud83d"


_DRAFT = {"object": _object, "wrong_types": _wrong_types, "control": _control, "surrogates": _surrogates}
