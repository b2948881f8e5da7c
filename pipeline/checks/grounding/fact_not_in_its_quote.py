"""A fact of the study does not stand in the quote that is given for it, or two facts cannot both be true.

Why it is wrong:
    Facts are what a reader compares with his own injury. A grade, a level or a trial's number that its quote does not
    have was taken from elsewhere; people whom chance put into groups did not take part in a study of one group.
Wrong:
    AIS grade A with a quote on "people with incomplete injuries (AIS C or D)".
    Registration NCT02161931 with a quote that has NCT02161913.
    A cohort study whose participants were "placed in groups by chance"; a case report with 58 people.
Right:
    Grade B with "AIS A to C"; a cervical level with "C5", "neck" or "tetraplegia".
Blind spots:
    Funders, interventions and outcomes, which are told in words.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.claim import Known
from pipeline.models.finding import Severity
from pipeline.models.study import RANDOMISED, AisGrade, InjuryLevel, SampleRole, SampleUnit, StudyDesign, StudyFacts
from pipeline.models.summary import Summary
from pipeline.text.spine import SEGMENT

_BY_CHANCE: Final = RANDOMISED | {
    *(StudyDesign.N_OF_1, StudyDesign.ANIMAL, StudyDesign.IN_VITRO, StudyDesign.COMPUTATIONAL, StudyDesign.PROTOCOL),
}
"""Designs in which chance may have formed groups."""
_LEVELS: Final = {
    InjuryLevel.CERVICAL: r"cervic|neck|tetrapleg|quadripleg|\bC[1-8]\b",
    InjuryLevel.THORACIC: r"thorac|\bTh?(?:1[0-2]|[1-9])\b|chest|upper back|mid-?back|parapleg",
    InjuryLevel.LUMBAR: r"lumb|\bL[1-5]\b|low(?:er)? back|parapleg",
    InjuryLevel.SACRAL: r"sacr|\bS[1-5]\b",
    InjuryLevel.CONUS_CAUDA: r"conus|cauda",
}
_ANY_RANGE: Final = re.compile(
    rf"{SEGMENT} ?(?:to|through|and|-|/|\u2013) ?{SEGMENT}"
    r"|\b(?:above|below|any level|all levels|or (?:higher|lower))\b",
    re.IGNORECASE,
)
"""Between two segments lie others that are not named."""
_GRADE_RANGE: Final = re.compile(r"\b([A-E])\s?(?:-|\u2013|to|through)\s?(?:AIS )?([A-E])\b")


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the quotes are the paper here
    study = summary.study
    for index, number in enumerate(study.registration):
        if number.evidence and _digits(number.value) not in _digits(_quoted(number)):
            yield PlacedHit(f"/study/registration/{index}", f"{number.value} is not in its quote.", "", Severity.BLOCK)
    for index, grade in enumerate(study.ais_grades):
        if grade.evidence and not _has_grade(_quoted(grade), grade.value):
            yield PlacedHit(f"/study/ais_grades/{index}", f"Its quote does not name grade {grade.value.value}.", "")
    for index, level in enumerate(study.injury_levels):
        if level.evidence and not _has_level(_quoted(level), level.value):
            yield PlacedHit(f"/study/injury_levels/{index}", f"Its quote names no {level.value.value} injury.", "")
    yield from _at_odds(study)


def _quoted(known: Known[Any]) -> str:
    return "\n".join(proof.quote for proof in known.evidence)


def _digits(text: str) -> str:
    """Registries' numbers are printed with and without their letters, spaces and hyphens."""
    return re.sub(r"[^0-9]", "", text)


def _has_grade(quote: str, grade: AisGrade) -> bool:
    if re.search(rf"\b{grade.value}\b", quote):
        return True
    return any(low <= grade.value <= high for low, high in _GRADE_RANGE.findall(quote))


def _has_level(quote: str, level: InjuryLevel) -> bool:
    return re.search(_LEVELS[level], quote, re.IGNORECASE) is not None or _ANY_RANGE.search(quote) is not None


def _at_odds(study: StudyFacts) -> Iterator[PlacedHit]:
    """Design and sample that cannot both be true."""
    design = study.design.value if study.design else None
    for index, sample in enumerate(study.samples):
        place = f"/study/samples/{index}"
        if design and sample.role is SampleRole.RANDOMISED and design not in _BY_CHANCE:
            yield PlacedHit(place, f"Placed in groups by chance, in a study that is told as {design.value}.", "")
        if design is StudyDesign.CASE_REPORT and sample.unit is SampleUnit.PEOPLE and sample.n > _FEW:
            yield PlacedHit(place, f"{sample.n} people in a report on one person.", "")


_FEW: Final = 3
"""Reports on two or three people are called case reports, too."""


CHECK = SummaryCheck(
    name="fact_not_in_its_quote",
    group=Group.GROUNDING,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
