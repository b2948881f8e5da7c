"""The scripted model: replies made of whole sentences of the paper that stands fenced in the prompt.

Which question is asked is told from the prompt's own words; only fields that the schema asks for are given.
"""

import json
import re
from collections.abc import Callable
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


def facts_of(text: str) -> dict[str, Any]:
    """The first reply of two steps: every sentence that was picked is a claim."""
    kinds = ("finding", "limitation", "method", "aim", "clinical_practice", "future_research", "problem")
    pool = sentences_of(text)
    claims = [{"kind": kinds[i % len(kinds)], "text": said, "quotes": [said]} for i, said in enumerate(pool)]
    return {"study": draft_of(text)["study"], "claims": claims}


def writing_of(text: str, asked: str) -> dict[str, Any]:
    """The second: statements that are claims, and rest on them."""
    draft = draft_of(text)
    ids = {claim["text"]: claim["id"] for claim in _lines(asked, '{"id": ')}
    pool = list(ids)
    parts = [*_LISTS, *(f"practical_implications/{name}" for name in draft["practical_implications"])]
    for number, name in enumerate(parts):
        chosen = [pool[(number + step) % len(pool)] for step in range(2)] if pool else []
        rests = [{"text": said, "claims": [ids[said]]} for said in dict.fromkeys(chosen)]
        if "/" in name:
            draft["practical_implications"][name.partition("/")[2]] = rests if name.endswith("practice") else []
        else:
            draft[name] = [] if name in ("harms", "what_this_does_not_mean") else rests
    del draft["study"]
    return draft


def repairs_of(text: str, asked: str) -> dict[str, Any]:
    """Every faulted place gets a sentence of the paper; a place that is a list gets one more."""
    pool = sentences_of(text) or [""]
    faults = _lines(asked, '{"place": ')
    repairs = [
        {
            "place": fault["place"],
            "action": "add" if "list" in fault else "replace",
            "text": pool[-1 - number % len(pool)],
            "quotes": [pool[-1 - number % len(pool)]],
        }
        for number, fault in enumerate(faults)
    ]
    return {"repairs": repairs}


def verdict_of(asked: str) -> dict[str, Any]:
    """A statement is supported where it is in the quote, word for word."""
    quote = json.loads(re.search(r"^The quote: (.*)$", asked, re.MULTILINE)[1])  # type: ignore[index]
    said = json.loads(re.search(r"^The statement: (.*)$", asked, re.MULTILINE)[1])  # type: ignore[index]
    fits = said.strip(" .") in quote
    return {"verdict": "supported" if fits else "not_in_quote", "span": said if fits else ""}


def _lines(asked: str, opening: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in asked.splitlines() if line.startswith(opening)]


_LISTS = (
    "key_messages",
    "simple_explanation",
    "key_findings",
    "research_summary",
    "limitations",
    "harms",
    "what_this_does_not_mean",
)


def answer_of(text: str, asked: str) -> dict[str, Any]:
    """The reply to whatever is asked."""
    if "Collect what this paper says" in asked:
        return facts_of(text)
    if "Write the page for readers" in asked:
        return writing_of(text, asked)
    if "A draft about this paper was checked" in asked:
        return repairs_of(text, asked)
    if "The statement: " in asked:
        return verdict_of(asked)
    return draft_of(text)


def fields_asked(body: dict[str, Any]) -> set[str] | None:
    """The fields of the schema that came with a request; None where none came in `response_format`."""
    wanted = body.get("response_format", {}) or body.get("text", {}).get("format", {})
    schema = wanted.get("schema") or wanted.get("json_schema", {}).get("schema")
    return set(schema["properties"]) if schema else None


Answering = Callable[[str, str], dict[str, Any]]
"""From the paper's text and the question to the reply."""


def reply_to(
    text: str, fault: str | None, asked: str = "", fields: set[str] | None = None, answering: Answering = answer_of
) -> bytes:
    """The bytes of the answer about a paper, spoiled by a content fault if there is one."""
    draft = {name: value for name, value in answering(text, asked).items() if fields is None or name in fields}
    content = json.dumps(draft, ensure_ascii=False)
    if fault in _WHOLE:
        return _WHOLE[fault]
    if fault in _DRAFT:
        _DRAFT[fault](draft)
        # Escaped, as a server writes what UTF-8 cannot hold.
        return json.dumps(completion(json.dumps(draft))).encode()
    shown = _wrapped(content).get(fault or "", content)
    return json.dumps(completion(shown, **_BODY.get(fault or "", {})), ensure_ascii=False).encode()


def as_response(body: bytes) -> bytes:
    """The same answer in the envelope of the Responses API; what is no chat completion stays as it is."""
    try:
        chat = json.loads(body)
        choice = chat["choices"][0]
    except (ValueError, KeyError, TypeError):
        return body
    said, usage = choice["message"], chat["usage"]
    part: dict[str, Any] = {"type": "output_text", "text": said["content"] or "", "annotations": []}
    if said["refusal"]:
        part = {"type": "refusal", "refusal": said["refusal"]}
    reason = {"length": "max_output_tokens", "content_filter": "content_filter"}.get(choice["finish_reason"])
    message = {"type": "message", "role": "assistant", "status": "completed", "content": [part]}
    thought = {"type": "message", "role": "assistant", "phase": "commentary", "content": [{**part, "text": "Hm."}]}
    counts = usage and {"input_tokens": usage["prompt_tokens"], "output_tokens": usage["completion_tokens"]}
    return json.dumps(
        {
            "object": "response",
            "model": chat["model"],
            "status": "incomplete" if reason else "completed",
            "incomplete_details": {"reason": reason} if reason else None,
            "output": [thought, message],
            "usage": counts,
        }
    ).encode()


def _wrapped(content: str) -> dict[str, str | None]:
    return {
        "fenced": f"```json\n{content}\n```",
        "thoughts": f"<think>What {{do}} they want?</think>\n{content}",
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
    "no_credit_in_200": b'{"error": {"message": "Insufficient credits", "code": 402}}',
}


def _object(draft: dict[str, Any]) -> None:
    for name in ("limitations", "repairs"):
        if name in draft:
            draft[name] = [{**said, "text": "[object Object]"} for said in draft[name]]


def _wrong_types(draft: dict[str, Any]) -> None:
    name = next((each for each in ("limitations", "claims", "repairs") if each in draft), "verdict")
    draft[name] = [{"text": {"limitation": "The sample was small."}, "quotes": []}]


def _control(draft: dict[str, Any]) -> None:
    if "plain_title" in draft:
        draft["plain_title"] += " \x1b[31mred\x07"


def _surrogates(draft: dict[str, Any]) -> None:
    if "plain_title" in draft:
        draft["plain_title"] += " \ud83d"


def _other_words(draft: dict[str, Any]) -> None:
    for said in draft.get("limitations", []):
        said["text"] = "The people who took part were all very young."


def _missing_field(draft: dict[str, Any]) -> None:
    draft.pop("limitations" if "limitations" in draft else next(iter(draft)))


def _extra_field(draft: dict[str, Any]) -> None:
    draft["confidence"] = 0.97


def _statements(draft: dict[str, Any]) -> list[dict[str, Any]]:
    """The statements, claims or repairs of any reply."""
    return [said for name in ("key_messages", "claims", "repairs") for said in draft.get(name, [])]


def _invented_quote(draft: dict[str, Any]) -> None:
    for said in _statements(draft)[:1]:
        said["quotes"] = ["The participants of this study were able to walk to the moon and back again."]


def _other_number(draft: dict[str, Any]) -> None:
    for said in _statements(draft)[:1]:
        said["text"] = f"In this study, 987654 people took part. {said['text']}"


def _null_text(draft: dict[str, Any]) -> None:
    for said in _statements(draft)[:1]:
        said["text"] = "undefined"


def _no_limitations(draft: dict[str, Any]) -> None:
    if "limitations" in draft:
        draft["limitations"] = []
    if "claims" in draft:
        draft["claims"] = [claim for claim in draft["claims"] if claim["kind"] != "limitation"]


_DRAFT = {
    "object": _object,
    "wrong_types": _wrong_types,
    "control": _control,
    "surrogates": _surrogates,
    "other_words": _other_words,
    "missing_field": _missing_field,
    "extra_field": _extra_field,
    "invented_quote": _invented_quote,
    "other_number": _other_number,
    "null_text": _null_text,
    "no_limitations": _no_limitations,
}
