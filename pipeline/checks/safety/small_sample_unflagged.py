"""The study was very small, or had no comparison group, and the page gives no word of caution.

Why it is wrong:
    With fewer than 20 people, chance alone makes and unmakes results; without a comparison group, no one knows what
    would
    have happened anyway. A reader cannot know that; the page must say it.
Wrong:
    A page on a trial with 12 people in which neither key messages nor limitations call it small.
Right:
    "It was a small study; larger ones are needed."
    "Only 12 people took part."
Blind spots:
    Small groups within a large study.
    A number told without any judgement ("12 people took part").
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.study import SampleRole, SampleUnit, StudyDesign
from pipeline.models.summary import Summary, claims

_SMALL: Final = 20
"""People in all; the catalogue's own judgement, no published limit."""
_CAUTION: Final = re.compile(
    r"\b(?:small|few|only|pilot|limited|preliminary|early|larger|more (?:research|studies|people"
    r"|participants|patients)|further (?:research|studies)"
    r"|no (?:comparison|control)|without (?:a )?(?:comparison|control)|not (?:sure|certain|known)"
    r"|caution\w*|uncertain\w*)\b",
    re.IGNORECASE,
)
_ONE_PERSON: Final = frozenset({StudyDesign.CASE_REPORT, StudyDesign.N_OF_1, StudyDesign.QUALITATIVE})
"""Small by their nature, and told as such by their name."""


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the size is in the facts
    study = summary.study
    design = study.design.value if study.design else None
    people = [
        s.n for s in study.samples if s.unit is SampleUnit.PEOPLE and s.arm is None and s.role is not SampleRole.PANEL
    ]
    small = bool(people) and max(people) < _SMALL and design not in _ONE_PERSON
    alone = design is StudyDesign.SINGLE_ARM_TRIAL
    if (small or alone) and not any(_CAUTION.search(claim.text) for _, claim in claims(summary)):
        why = f"Only {max(people)} people were studied" if small else "There was no comparison group"
        yield PlacedHit("/limitations", f"{why}; the page gives no word of caution.", "")


CHECK = SummaryCheck(
    name="small_sample_unflagged",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
