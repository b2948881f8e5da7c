"""What the loopback model answers: the offline drafter's content in the form of a model's replies."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from pipeline.draft.offline import draft_offline
from pipeline.draft.repair.places import told_field
from pipeline.draft.replies.facts import ClaimKind
from pipeline.errors import DraftError
from pipeline.models.json_pointer import at_pointer
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary

_LISTS: Final = (
    "key_messages",
    "simple_explanation",
    "key_findings",
    "research_summary",
    "limitations",
    "what_this_does_not_mean",
    "harms",
)
_AUDIENCES: Final = ("clinical_practice", "policy", "future_research", "people_living_with_sci")
_KINDS: Final = {"limitations": ClaimKind.LIMITATION, "harms": ClaimKind.HARM, "key_findings": ClaimKind.FINDING}


def reply_of(summary: Summary) -> dict[str, Any]:
    """A summary as a model would have given it."""
    plain = summary.model_dump(mode="json")
    study = {name: _quoted(value) for name, value in plain["study"].items()}
    return {
        "plain_title": summary.plain_title,
        **{name: _quoted(plain[name]) for name in _LISTS},
        "study": study,
        "practical_implications": _quoted(plain["practical_implications"]),
        "glossary": plain["glossary"],
        "categories": plain["categories"],
    }


def _quoted(value: Any) -> Any:
    """Quotes in place of located evidence, at any depth."""
    if isinstance(value, list):
        return [_quoted(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: _quoted(item) for name, item in value.items() if name not in ("evidence", "unproved")}
    return kept | {"quotes": [each["quote"] for each in value["evidence"]]} if "evidence" in value else kept


class OfflineModel:
    """Answers every question about papers that it was shown before, from their offline drafts."""

    def __init__(self) -> None:
        self._replies: dict[str, dict[str, Any]] = {}

    def learn(self, paper: Paper) -> bool:
        """Draft a paper offline; whether anything came of it."""
        try:
            self._replies[paper.metadata.title or ""] = reply_of(draft_offline(paper))
        except DraftError:
            return False
        return True

    def __call__(self, text: str, asked: str) -> dict[str, Any]:
        """The reply to a question about a paper, which is known by its first line."""
        reply = self._replies[text.partition("\n")[0]]
        if "Collect what this paper says" in asked:
            return {"study": reply["study"], "claims": [claim for claim, _ in _claims(reply)]}
        if "Write the page for readers" in asked:
            return _writing(reply)
        if "A draft about this paper was checked" in asked:
            return {"repairs": list(_repairs(reply, asked))}
        return json.loads(json.dumps(reply))  # type: ignore[no-any-return]


def _claims(reply: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Every statement once as a claim, with the name of its list."""
    parts = [(name, reply[name]) for name in _LISTS]
    parts += [(name, reply["practical_implications"][name]) for name in _AUDIENCES]
    found: dict[str, tuple[dict[str, Any], str]] = {}
    for name, said in parts:
        kind = ClaimKind(name) if name in _AUDIENCES else _KINDS.get(name, ClaimKind.METHOD)
        for each in said:
            claim = {"kind": kind.value, "text": each["text"], "quotes": each["quotes"]}
            found.setdefault(each["text"], (claim, name))
    return list(found.values())


def _writing(reply: dict[str, Any]) -> dict[str, Any]:
    ids = {claim["text"]: f"c{number}" for number, (claim, _) in enumerate(_claims(reply), start=1)}

    def rests(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"text": item["text"], "claims": [ids[item["text"]]]} for item in items]

    written = {name: value for name, value in reply.items() if name != "study"}
    written |= {name: rests(reply[name]) for name in _LISTS}
    return written | {"practical_implications": {n: rests(reply["practical_implications"][n]) for n in _AUDIENCES}}


_FAULT: Final = re.compile(r'^\{"place": .*$', re.MULTILINE)


def _repairs(reply: dict[str, Any], asked: str) -> Iterable[dict[str, Any]]:
    for line in _FAULT.findall(asked):
        fault = json.loads(line)
        value = at_pointer(reply, fault["place"])
        if "list" in fault:
            had = {text for text in fault["list"] if isinstance(text, str)}
            lacking = [each for each in value if each["text"] not in had]
            yield from ({"place": fault["place"], "action": "add", **each} for each in lacking)
        elif value is None:
            yield {"place": fault["place"], "action": "remove", "text": "", "quotes": []}
        else:
            yield {"place": fault["place"], "action": "replace", **_said(value)}


def _said(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"text": value, "quotes": []}
    return {"text": str(value[told_field(value)]), "quotes": value.get("quotes", [])}
