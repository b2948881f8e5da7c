"""The evidence level, computed from the study's facts by a named rubric, never asserted by a model."""

from typing import Final

from pipeline.models.base import Frozen
from pipeline.models.study import Species, StudyDesign, StudyFacts

RUBRIC: Final = "OCEBM 2011"

_BENEFIT_LEVELS: Final = {
    StudyDesign.SYSTEMATIC_REVIEW_RCT: 1,
    StudyDesign.N_OF_1: 1,
    StudyDesign.RCT: 2,
    StudyDesign.CROSSOVER_RCT: 2,
    StudyDesign.CLUSTER_RCT: 2,
    StudyDesign.PILOT_RCT: 2,
    StudyDesign.NON_RANDOMISED_TRIAL: 3,
    StudyDesign.COHORT: 3,
    StudyDesign.SINGLE_ARM_TRIAL: 4,
    StudyDesign.CASE_SERIES: 4,
    StudyDesign.CASE_CONTROL: 4,
    StudyDesign.CASE_REPORT: 4,
    StudyDesign.ANIMAL: 5,
    StudyDesign.IN_VITRO: 5,
    StudyDesign.COMPUTATIONAL: 5,
}

_MEANING: Final = {
    1: "a review that brings together randomised trials, or a series of such trials in one person",
    2: "a trial in which chance decided who got what",
    3: "a study that compared or followed groups, without chance deciding who was in which",
    4: "a study of a few people or one group, or one that looked back",
    5: "an experiment in animals, cells or a computer, or reasoning about how something may work",
}


class EvidenceLevel(Frozen):
    """A level of the rubric (1 strongest … 5 weakest), or None where the rubric has no place for the design."""

    rubric: str
    level: int | None
    because: str


def evidence_level(study: StudyFacts) -> EvidenceLevel:
    """The level for the question "does this intervention help?" (benefit row of the table).

    Source: OCEBM Levels of Evidence Working Group, "The Oxford 2011 Levels of Evidence". Animal, cell and
    computer studies count as mechanism-based reasoning (5). Where a trial in animals is randomised, the species
    decides, not the design. Designs that the benefit row does not place (guidelines, protocols, surveys,
    qualitative work) get None.
    """
    level = _level(study)
    if level is None:
        return EvidenceLevel(rubric=RUBRIC, level=None, because="This kind of study has no place on the scale.")
    return EvidenceLevel(rubric=RUBRIC, level=level, because=f"This was {_MEANING[level]}.")


def _level(study: StudyFacts) -> int | None:
    if study.species and study.species.value in (Species.ANIMAL, Species.CELL_OR_TISSUE, Species.COMPUTATIONAL):
        return 5
    return _BENEFIT_LEVELS.get(study.design.value) if study.design else None
