"""Merges what was collected from the parts of a paper: every claim once, every fact once, disagreement told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.draft.replies.draft import StudyReply
from pipeline.draft.replies.facts import ClaimReply, FactsReply

_LISTS: Final = tuple(
    name for name, field in StudyReply.model_fields.items() if str(field.annotation).startswith("list")
)


@dataclass(frozen=True)
class Merged:
    """The facts and claims of all parts, in the order of the paper; `notes` tell where parts disagreed."""

    study: StudyReply
    claims: tuple[ClaimReply, ...]
    notes: tuple[str, ...] = ()


def merge(replies: Sequence[FactsReply]) -> Merged:
    """One reply of one or many parts. Where two parts give one fact differently, the first that gave it counts."""
    if len(replies) == 1:
        return Merged(replies[0].study, tuple(replies[0].claims))
    studies = [reply.study for reply in replies]
    fields: dict[str, Any] = {}
    notes: list[str] = []
    for name in StudyReply.model_fields:
        given = [value for study in studies if (value := getattr(study, name)) not in (None, [])]
        if name in _LISTS:
            fields[name] = _distinct(item for items in given for item in items)
            continue
        fields[name] = given[0] if given else None
        others = dict.fromkeys(str(value.value) for value in given[1:] if value.value != given[0].value)
        if others:
            notes.append(f"Parts of the paper disagree on {name}: {given[0].value}; also {', '.join(others)}.")
    claims = _distinct(claim for reply in replies for claim in reply.claims)
    return Merged(StudyReply(**fields), tuple(claims), tuple(notes))


def _distinct(items: Iterable[Any]) -> list[Any]:
    """Items each once, whatever their quotes."""
    found: dict[str, Any] = {}
    for item in items:
        said = item.model_dump(mode="json", exclude={"quotes"})
        found.setdefault(str({name: " ".join(str(value).casefold().split()) for name, value in said.items()}), item)
    return list(found.values())
