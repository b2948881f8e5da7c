"""What goes back to the model: each faulted place with its text, its quotes, what was found, and passages."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.draft.repair.passages import Passages
from pipeline.draft.repair.places import mendable, told_field
from pipeline.models.finding import Finding
from pipeline.models.json_pointer import at_pointer


@dataclass(frozen=True)
class Fault:
    """One place of a draft and what is held against it."""

    place: str
    value: Any
    found: tuple[str, ...]
    passages: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """As the model is told."""
        value = self.value
        told: dict[str, Any] = {"place": self.place, "found": list(self.found)}
        if isinstance(value, dict):
            told["quotes"] = value.get("quotes", [])
            told["text"] = _text_of(value)
        elif isinstance(value, list):
            told["list"] = [_text_of(item) if isinstance(item, dict) else item for item in value]
        else:
            told["text"] = value
        return {**told, "passages": list(self.passages)}


def faults_in(draft: dict[str, Any], findings: Iterable[Finding], passages: Passages) -> tuple[Fault, ...]:
    """The faults of a draft (plain JSON) that can be mended, in the order of the findings."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        place = mendable(finding.place)
        if place is not None and (at_pointer(draft, place) is not None or place.count("/") == 1):
            found[place].append(finding)
    return tuple(
        Fault(place, value := at_pointer(draft, place), _said(held), tuple(passages.about(_texts(value, held))))
        for place, held in found.items()
    )


def listed(faults: Sequence[Fault]) -> str:
    """The faults as JSON, one a line."""
    return "\n".join(json.dumps(fault.as_json(), ensure_ascii=False) for fault in faults)


def _said(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{f.message} ({f.excerpt[:200]})" if f.excerpt else f.message for f in findings))


def _texts(value: Any, findings: Sequence[Finding]) -> list[str]:
    own = [_text_of(value), *value.get("quotes", [])] if isinstance(value, dict) else [str(value or "")]
    return [*own, *(finding.message for finding in findings if not isinstance(value, dict))]


def _text_of(value: dict[str, Any]) -> str:
    name = told_field(value)
    return str(value[name]) if name else ""
