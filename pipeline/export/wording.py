"""The words in which a page tells facts that are data: designs, units, reasons; one table each, written once."""

from typing import Final

from pipeline.export.contract import PublishedStatus
from pipeline.models.missing import MissingReason
from pipeline.models.notice import NoticeKind
from pipeline.models.paper import Basis
from pipeline.models.study import Certainty, Sample, SampleRole, SampleUnit, StudyDesign
from pipeline.models.summary import DrafterKind, Summary

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

BASIS: Final = {
    Basis.FULL_TEXT: "This page rests on the full text of the paper.",
    Basis.ABSTRACT_ONLY: "Only the abstract of the paper could be read. Details may be missing.",
}

IMPLICATIONS: Final = {
    "clinical_practice": "Clinical Practice",
    "policy": "Policy Making",
    "future_research": "Future Research",
    "people_living_with_sci": "People Living with Spinal Cord Injury",
}


def sample(value: Sample) -> str:
    """A sample in words: the number with its unit and role."""
    unit = _UNIT[value.unit][value.n != 1]
    where = f", {value.arm}" if value.arm else ""
    return f"{value.n:,} {unit} ({_ROLE[value.role]}{where})"


def drafted_by(summary: Summary) -> str:
    """Who wrote this, for the reader."""
    if summary.drafted_by.kind is DrafterKind.OFFLINE:
        how = "The sentences on this page were taken from the paper by rules, not written for lay readers"
    else:
        how = f"Drafted by a language model ({summary.drafted_by.model})"
    editors = ", ".join(summary.drafted_by.edited_by)
    return f"{how}; edited by {editors}." if editors else f"{how}."


def status(value: PublishedStatus) -> tuple[str, ...]:
    """What was announced about the paper, for the reader; what weighs most comes first."""
    ordered = sorted(value.notices, key=lambda notice: not notice.kind.holds)
    told = tuple(_NOTICE[notice.kind].format(when=f" on {notice.date}" if notice.date else "") for notice in ordered)
    return (*dict.fromkeys(told), _PREPRINT) if value.is_preprint else tuple(dict.fromkeys(told))


_PREPRINT: Final = "This paper is a preprint: other researchers had not yet checked it when it appeared."
_NOTICE: Final = {
    NoticeKind.RETRACTION: "The paper behind this page was retracted{when}. Do not rely on what it says.",
    NoticeKind.PARTIAL_RETRACTION: "A part of the paper behind this page was retracted{when}. Do not rely on it.",
    NoticeKind.WITHDRAWAL: "The paper behind this page was withdrawn{when}. Do not rely on what it says.",
    NoticeKind.REMOVAL: "The paper behind this page was removed by its publisher{when}. Do not rely on what it says.",
    NoticeKind.EXPRESSION_OF_CONCERN: "Its journal has voiced concern about the paper behind this page{when}.",
    NoticeKind.CORRECTION: "The paper behind this page was corrected{when}.",
    NoticeKind.ERRATUM: "An error in the paper behind this page was corrected{when}.",
}


def missing(summary: Summary, field: str) -> str:
    """Why a field (a JSON pointer) is empty, for the reader; empty text where it is not."""
    return next((MISSING[entry.reason] for entry in summary.missing if entry.field == field), "")
