"""The vocabulary of studies: designs, species, samples and the facts of a spinal cord injury."""

from enum import StrEnum
from typing import Final

from pipeline.models.base import Frozen
from pipeline.models.claim import Evidence, Known


class StudyDesign(StrEnum):
    """How a study was made; the order has no meaning, the evidence level is computed elsewhere."""

    SYSTEMATIC_REVIEW_RCT = "systematic_review_rct"
    SYSTEMATIC_REVIEW_OTHER = "systematic_review_other"
    META_ANALYSIS = "meta_analysis"
    SCOPING_REVIEW = "scoping_review"
    NARRATIVE_REVIEW = "narrative_review"
    GUIDELINE_OR_CONSENSUS = "guideline_or_consensus"
    RCT = "rct"
    CROSSOVER_RCT = "crossover_rct"
    CLUSTER_RCT = "cluster_rct"
    PILOT_RCT = "pilot_rct"
    NON_RANDOMISED_TRIAL = "non_randomised_trial"
    SINGLE_ARM_TRIAL = "single_arm_trial"
    COHORT = "cohort"
    CASE_CONTROL = "case_control"
    CROSS_SECTIONAL = "cross_sectional"
    CASE_SERIES = "case_series"
    CASE_REPORT = "case_report"
    N_OF_1 = "n_of_1"
    QUALITATIVE = "qualitative"
    SURVEY = "survey"
    DIAGNOSTIC_ACCURACY = "diagnostic_accuracy"
    ANIMAL = "animal"
    IN_VITRO = "in_vitro"
    COMPUTATIONAL = "computational"
    PROTOCOL = "protocol"
    COMMENTARY = "commentary"


RANDOMISED: Final = frozenset(
    {StudyDesign.RCT, StudyDesign.CROSSOVER_RCT, StudyDesign.CLUSTER_RCT, StudyDesign.PILOT_RCT}
)
"""Trials in which chance decided who got what, or in which order."""
TRIALS: Final = RANDOMISED | {StudyDesign.NON_RANDOMISED_TRIAL, StudyDesign.SINGLE_ARM_TRIAL}
"""Designs in which something was tried out, on groups of people."""


class Species(StrEnum):
    """Whom or what the study looked at."""

    HUMAN = "human"
    ANIMAL = "animal"
    CELL_OR_TISSUE = "cell_or_tissue"
    COMPUTATIONAL = "computational"
    MIXED = "mixed"
    NOT_APPLICABLE = "not_applicable"


class SampleUnit(StrEnum):
    """What was counted: 21 experts are not 21 trials."""

    PEOPLE = "people"
    ANIMALS = "animals"
    SAMPLES = "samples"
    STUDIES = "studies"
    EXPERTS = "experts"
    CAREGIVERS = "caregivers"
    CLINICIANS = "clinicians"
    RECORDS = "records"


class SampleRole(StrEnum):
    """In which role it was counted."""

    ENROLLED = "enrolled"
    RANDOMISED = "randomised"
    ANALYSED = "analysed"
    INCLUDED = "included"
    PLANNED = "planned"
    """What a protocol intends; nobody has taken part yet."""
    PANEL = "panel"


class AisGrade(StrEnum):
    """ASIA Impairment Scale (ISNCSCI, 2019 revision): A complete … D motor incomplete, E normal."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class InjuryLevel(StrEnum):
    """The part of the spine that was injured."""

    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"
    SACRAL = "sacral"
    CONUS_CAUDA = "conus_cauda"


class TimeSinceInjury(StrEnum):
    """How long before the study the injury happened."""

    ACUTE = "acute"
    SUBACUTE = "subacute"
    CHRONIC = "chronic"
    MIXED = "mixed"


class Direction(StrEnum):
    """What became of an outcome.

    `better` and `worse` only where the paper itself says so: on many scales less is better.
    """

    HIGHER = "higher"
    LOWER = "lower"
    BETTER = "better"
    WORSE = "worse"
    NO_DIFFERENCE = "no_difference"
    UNCLEAR = "unclear"


class Certainty(StrEnum):
    """How sure a body of evidence is, as its authors rated it by GRADE (Guyatt et al., BMJ 2008;336:924)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"


class Sample(Frozen):
    """A count with its unit and its role, and where the paper says so; `arm` where it is that of one group only."""

    n: int
    unit: SampleUnit
    role: SampleRole
    arm: str | None = None
    evidence: tuple[Evidence, ...]


class Result(Frozen):
    """One result: what was measured, what became of it, and the numbers as the paper writes them."""

    outcome: str
    direction: Direction
    numbers: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class StudyFacts(Frozen):
    """What kind of study this was. A None or an empty list has its reason in `Summary.missing`."""

    design: Known[StudyDesign] | None
    species: Known[Species] | None
    samples: tuple[Sample, ...]
    duration: Known[str] | None
    follow_up: Known[str] | None
    countries: tuple[Known[str], ...]
    """Where the study took place, in English; not where its authors work."""
    interventions: tuple[Known[str], ...]
    primary_outcome: Known[str] | None
    results: tuple[Result, ...]
    certainty: Known[Certainty] | None
    """Only as the authors rated it; Layline rates nothing."""
    ais_grades: tuple[Known[AisGrade], ...]
    injury_levels: tuple[Known[InjuryLevel], ...]
    time_since_injury: Known[TimeSinceInjury] | None
    registration: tuple[Known[str], ...]
    funding: Known[str] | None
    conflicts: Known[str] | None
