"""What a model is asked for when it drafts: statements and facts, each with its quotes.

The product's `Summary` is stricter and is enforced on our side.
"""

from typing import Final

from pipeline.draft.asking.form import ReplyForm, ReplyPart
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


class Statement(ReplyPart):
    """One statement for the reader, with the sentences of the paper that it rests on."""

    text: str
    quotes: list[str]


class TextFact(ReplyPart):
    """A fact in words."""

    value: str
    quotes: list[str]


class DesignFact(ReplyPart):
    """The design of the study."""

    value: StudyDesign
    quotes: list[str]


class SpeciesFact(ReplyPart):
    """Whom or what the study looked at."""

    value: Species
    quotes: list[str]


class AisFact(ReplyPart):
    """A grade of the ASIA Impairment Scale among the participants."""

    value: AisGrade
    quotes: list[str]


class InjuryLevelFact(ReplyPart):
    """A level of injury among the participants."""

    value: InjuryLevel
    quotes: list[str]


class TimeFact(ReplyPart):
    """How long before the study the injuries happened."""

    value: TimeSinceInjury
    quotes: list[str]


class CertaintyFact(ReplyPart):
    """How sure the evidence is, as the authors rated it."""

    value: Certainty
    quotes: list[str]


class SampleFact(ReplyPart):
    """A count with its unit and its role, of one group (`arm`) or of all."""

    n: int
    unit: SampleUnit
    role: SampleRole
    arm: str | None
    quotes: list[str]


class ResultFact(ReplyPart):
    """One result: the outcome, what became of it, the numbers as the paper writes them."""

    outcome: str
    direction: Direction
    numbers: list[str]
    quotes: list[str]


class StudyReply(ReplyPart):
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


class ImplicationsReply(ReplyPart):
    """What the study may mean, by audience."""

    clinical_practice: list[Statement]
    policy: list[Statement]
    future_research: list[Statement]
    people_living_with_sci: list[Statement]


class GlossaryReply(ReplyPart):
    """A term and what it means in plain words."""

    term: str
    plain: str


class DraftReply(ReplyPart):
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


DRAFT: Final = ReplyForm("draft_reply", DraftReply)
