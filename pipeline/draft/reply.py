"""What a model is asked for: a plain schema of its own that every OpenAI-compatible server can hold a model to.

The product's `Summary` is stricter and is enforced on our side. Here nothing stands that some server refuses or
ignores: no dict, tuple, default, discriminated union or length limit; every field is required; what may be absent
is nullable by `anyOf`; references are written out in place.
"""

from functools import cache
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from pipeline.models.study import (
    AisGrade,
    Certainty,
    Direction,
    InjuryLevel,
    SampleRole,
    SampleUnit,
    Species,
    StudyDesign,
    TimeSinceInjury,
)

SCHEMA_NAME: Final = "draft_reply"


class _Reply(BaseModel):
    """A part of a reply: only its own fields, each of exactly its type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Statement(_Reply):
    """One statement for the reader, with the sentences of the paper that it rests on."""

    text: str
    quotes: list[str]


class TextFact(_Reply):
    """A fact in words."""

    value: str
    quotes: list[str]


class DesignFact(_Reply):
    """The design of the study."""

    value: StudyDesign
    quotes: list[str]


class SpeciesFact(_Reply):
    """Whom or what the study looked at."""

    value: Species
    quotes: list[str]


class AisFact(_Reply):
    """A grade of the ASIA Impairment Scale among the participants."""

    value: AisGrade
    quotes: list[str]


class InjuryLevelFact(_Reply):
    """A level of injury among the participants."""

    value: InjuryLevel
    quotes: list[str]


class TimeFact(_Reply):
    """How long before the study the injuries happened."""

    value: TimeSinceInjury
    quotes: list[str]


class CertaintyFact(_Reply):
    """How sure the evidence is, as the authors rated it."""

    value: Certainty
    quotes: list[str]


class SampleFact(_Reply):
    """A count with its unit and its role, of one group (`arm`) or of all."""

    n: int
    unit: SampleUnit
    role: SampleRole
    arm: str | None
    quotes: list[str]


class ResultFact(_Reply):
    """One result: the outcome, what became of it, the numbers as the paper writes them."""

    outcome: str
    direction: Direction
    numbers: list[str]
    quotes: list[str]


class StudyReply(_Reply):
    """The facts of the study; null or an empty list where the paper does not say."""

    design: DesignFact | None
    species: SpeciesFact | None
    samples: list[SampleFact]
    duration: TextFact | None
    follow_up: TextFact | None
    countries: list[TextFact]
    interventions: list[TextFact]
    primary_outcome: TextFact | None
    results: list[ResultFact]
    certainty: CertaintyFact | None
    ais_grades: list[AisFact]
    injury_levels: list[InjuryLevelFact]
    time_since_injury: TimeFact | None
    registration: list[TextFact]
    funding: TextFact | None
    conflicts: TextFact | None


class ImplicationsReply(_Reply):
    """What the study may mean, by audience."""

    clinical_practice: list[Statement]
    policy: list[Statement]
    future_research: list[Statement]
    people_living_with_sci: list[Statement]


class GlossaryReply(_Reply):
    """A term and what it means in plain words."""

    term: str
    plain: str


class DraftReply(_Reply):
    """The whole reply."""

    plain_title: str
    key_messages: list[Statement]
    simple_explanation: list[Statement]
    study: StudyReply
    key_findings: list[Statement]
    research_summary: list[Statement]
    practical_implications: ImplicationsReply
    limitations: list[Statement]
    what_this_does_not_mean: list[Statement]
    harms: list[Statement]
    glossary: list[GlossaryReply]
    categories: list[str]


@cache
def reply_schema() -> dict[str, Any]:
    """The JSON Schema of `DraftReply` in the portable dialect, for `response_format`. Built once; do not change it.

    Source of the dialect: the intersection of what OpenAI's strict mode, Ollama, vLLM and llama.cpp take.
    """
    raw = DraftReply.model_json_schema()
    schema: dict[str, Any] = _plain(raw, raw.get("$defs", {}))
    return schema


_PROSE: Final = frozenset({"title", "description", "$defs"})


def _plain(node: Any, definitions: dict[str, Any]) -> Any:
    """A copy without references, titles and descriptions (the prompt explains the fields, once)."""
    if isinstance(node, list):
        return [_plain(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _plain(definitions[node["$ref"].rpartition("/")[2]], definitions)
    if "properties" in node:
        properties = {name: _plain(value, definitions) for name, value in node["properties"].items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {key: _plain(value, definitions) for key, value in node.items() if key not in _PROSE}
