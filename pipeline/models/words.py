"""The words in which facts that are data are told, on the page and to its reviewers: one table each, written once."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pipeline.models.evidence_level import EvidenceLevel
from pipeline.models.missing import MissingReason
from pipeline.models.study import (
    Certainty,
    Direction,
    InjuryLevel,
    Result,
    Sample,
    SampleRole,
    SampleUnit,
    Species,
    StudyDesign,
    TimeSinceInjury,
)

PARTS: Final = {
    "key_messages": "Key Messages",
    "simple_explanation": "Simple Explanation",
    "key_findings": "Key Findings",
    "research_summary": "Research Summary",
    "limitations": "Study Limitations",
    "what_this_does_not_mean": "What This Does Not Mean",
    "harms": "Harms and Side Effects",
}
"""The titles of the page's parts, by the field of the summary that they show."""

FACTS: Final = {
    "design": "Kind of Study",
    "duration": "Study Duration",
    "samples": "Participants",
    "countries": "Where It Took Place",
    "interventions": "What Was Tried",
    "primary_outcome": "Main Outcome",
    "certainty": "Certainty",
    "species": "Who or What Was Studied",
    "follow_up": "Follow-up",
    "results": "Result",
    "ais_grades": "AIS Grade",
    "injury_levels": "Level of Injury",
    "time_since_injury": "Time Since Injury",
    "registration": "Registration",
    "funding": "Funding",
    "conflicts": "Conflicts of Interest",
}
"""The labels of the study's facts."""
ON_PAGE_ALWAYS: Final = ("design", "duration", "samples")
"""A page tells these, or that they are missing."""
ON_PAGE_IF_KNOWN: Final = (
    *("countries", "interventions", "primary_outcome", "certainty", "ais_grades", "injury_levels", "time_since_injury"),
    *("registration", "funding", "conflicts"),
)
"""A page tells these where they are known, in this order; species, follow-up and results stand in its data alone."""
SPECIES: Final = {
    Species.HUMAN: "human",
    Species.ANIMAL: "animal",
    Species.CELL_OR_TISSUE: "cell or tissue",
    Species.COMPUTATIONAL: "computational",
    Species.MIXED: "mixed",
    Species.NOT_APPLICABLE: "not applicable",
}
LEVEL: Final = {
    InjuryLevel.CERVICAL: "the neck (cervical)",
    InjuryLevel.THORACIC: "the upper and middle back (thoracic)",
    InjuryLevel.LUMBAR: "the lower back (lumbar)",
    InjuryLevel.SACRAL: "the base of the spine (sacral)",
    InjuryLevel.CONUS_CAUDA: "the end of the spinal cord and the nerves below it (conus, cauda equina)",
}
TIME_SINCE_INJURY: Final = {
    TimeSinceInjury.ACUTE: "soon after the injury (acute)",
    TimeSinceInjury.SUBACUTE: "in the first time after the injury (subacute)",
    TimeSinceInjury.CHRONIC: "long after the injury (chronic)",
    TimeSinceInjury.MIXED: "different times after the injury",
}

MISSING: Final = {
    MissingReason.NOT_IN_SOURCE: "This was not found in the paper.",
    MissingReason.NOT_APPLICABLE: "This does not apply to this kind of study.",
    MissingReason.ABSTRACT_ONLY: "Only the abstract could be read, and this was not found in it.",
    MissingReason.EXTRACTION_FAILED: "This could not be read from the paper.",
}

DESIGN: Final = {
    StudyDesign.SYSTEMATIC_REVIEW_RCT: "a review that brought together randomised trials",
    StudyDesign.SYSTEMATIC_REVIEW_OTHER: "a review that brought together several studies",
    StudyDesign.META_ANALYSIS: "a review that combined the numbers of several studies",
    StudyDesign.SCOPING_REVIEW: "a review that mapped what has been studied",
    StudyDesign.NARRATIVE_REVIEW: "an overview of other studies",
    StudyDesign.GUIDELINE_OR_CONSENSUS: "recommendations agreed by experts",
    StudyDesign.RCT: "a trial in which chance decided who got what",
    StudyDesign.CROSSOVER_RCT: "a trial in which everyone got each option, in an order decided by chance",
    StudyDesign.CLUSTER_RCT: "a trial in which chance decided which groups got what",
    StudyDesign.PILOT_RCT: "a small first trial in which chance decided who got what",
    StudyDesign.NON_RANDOMISED_TRIAL: "a trial that compared groups not formed by chance",
    StudyDesign.SINGLE_ARM_TRIAL: "a trial with one group and nothing to compare it with",
    StudyDesign.COHORT: "a study that followed people over time",
    StudyDesign.CASE_CONTROL: "a study that looked back at people with and without a condition",
    StudyDesign.CROSS_SECTIONAL: "a study that looked at one point in time",
    StudyDesign.CASE_SERIES: "a report on several people",
    StudyDesign.CASE_REPORT: "a report on one person",
    StudyDesign.N_OF_1: "a trial within single people",
    StudyDesign.QUALITATIVE: "a study of what people said in interviews or groups",
    StudyDesign.SURVEY: "a survey",
    StudyDesign.DIAGNOSTIC_ACCURACY: "a study of how well a test works",
    StudyDesign.ANIMAL: "a study in animals",
    StudyDesign.IN_VITRO: "a study in cells or tissue",
    StudyDesign.COMPUTATIONAL: "a study in a computer",
    StudyDesign.PROTOCOL: "a plan for a study; it has no results yet",
    StudyDesign.COMMENTARY: "an opinion or a comment",
}

_UNIT: Final = {
    SampleUnit.PEOPLE: ("person", "people"),
    SampleUnit.ANIMALS: ("animal", "animals"),
    SampleUnit.SAMPLES: ("sample", "samples"),
    SampleUnit.STUDIES: ("study", "studies"),
    SampleUnit.EXPERTS: ("expert", "experts"),
    SampleUnit.CAREGIVERS: ("caregiver", "caregivers"),
    SampleUnit.CLINICIANS: ("clinician", "clinicians"),
    SampleUnit.RECORDS: ("record", "records"),
}

_ROLE: Final = {
    SampleRole.ENROLLED: "took part",
    SampleRole.RANDOMISED: "placed in groups by chance",
    SampleRole.ANALYSED: "counted in the results",
    SampleRole.INCLUDED: "included",
    SampleRole.PLANNED: "planned",
    SampleRole.PANEL: "on the panel",
}

CERTAINTY: Final = {
    Certainty.HIGH: "The authors rated their evidence as highly certain (GRADE).",
    Certainty.MODERATE: "The authors rated their evidence as moderately certain (GRADE).",
    Certainty.LOW: "The authors rated their evidence as of low certainty (GRADE).",
    Certainty.VERY_LOW: "The authors rated their evidence as of very low certainty (GRADE).",
}

IMPLICATIONS: Final = {
    "clinical_practice": "Clinical Practice",
    "policy": "Policy Making",
    "future_research": "Future Research",
    "people_living_with_sci": "People Living with Spinal Cord Injury",
}


_DIRECTION: Final = {
    Direction.HIGHER: "higher",
    Direction.LOWER: "lower",
    Direction.BETTER: "better",
    Direction.WORSE: "worse",
    Direction.NO_DIFFERENCE: "no difference",
    Direction.UNCLEAR: "",
}


_BY_KIND: Final[Mapping[type[str], Mapping[Any, str]]] = {
    StudyDesign: DESIGN,
    Species: SPECIES,
    Certainty: CERTAINTY,
    InjuryLevel: LEVEL,
    TimeSinceInjury: TIME_SINCE_INJURY,
}


def fact(value: str) -> str:
    """The value of a fact: what is data in the words for it, and the paper's own words as they are."""
    table = _BY_KIND.get(type(value))
    return table[value] if table else str(value)


def result(value: Result) -> str:
    """A result in words: what was measured, what became of it, and behind them the paper's numbers."""
    told = f"{value.outcome}: {_DIRECTION[value.direction]}".removesuffix(": ")
    return f"{told} ({'; '.join(value.numbers)})" if value.numbers else told


def evidence_level(value: EvidenceLevel) -> str:
    """The level with what it means."""
    if value.level is None:
        return f"No level ({value.rubric}). {value.because}"
    return f"Level {value.level} of 5, where 1 is the strongest ({value.rubric}). {value.because}"


def sample(value: Sample) -> str:
    """A sample in words: the number with its unit and role."""
    unit = _UNIT[value.unit][value.n != 1]
    where = f", {value.arm}" if value.arm else ""
    return f"{value.n:,} {unit} ({_ROLE[value.role]}{where})"


def searched(sections: Sequence[str]) -> str:
    """The sections in which something was looked for: the first ones by name, the others counted."""
    named, more = [name.rstrip(" :.") for name in sections[:_NAMED]], len(sections) - _NAMED
    rest = f"; and {more} more" if more > 0 else ""
    return f"Looked for in: {'; '.join(named)}{rest}."


_NAMED: Final = 6
