"""The page names no limitation of the study.

Why it is wrong:
    Every study has limits. A page without them lets a reader believe more than the paper says; the page on which
    Layline's work began showed three that were lost.
Wrong:
    No limitations, although the paper speaks of its limitations.
    "There were no limitations."
Right:
    At least one limitation, in words of its own.
    "Within the limitations of this study, …" alone: it says that there are some, and not which, so it only warns.
Blind spots:
    Limitations that are named but beside the point.
    Papers that speak of their own limits in other words than "limitation", "limited by", "small" or "caution".
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.paper import Paper, SectionKind
from pipeline.models.summary import Summary
from pipeline.text.caseless import caseless

_ITS_OWN: Final = (
    r"(?:study|trial|review|survey|analysis|experiment|research|work|design|method|approach|paper|results|findings"
    r"|data|sample)"
)
_SOME: Final = (
    r"(?:several|some|few|important|potential|certain|number of|main|major|many|two|three|four|other|following)"
)
_CUES: Final = re.compile(
    rf"limitations? (?:of|to|in) (?:this|our|the (?:present |current )?{_ITS_OWN})\b"
    r"|(?<!\bits )(?<!\btheir )limitations? (?:is|was|are|were|includes?|included|should be|must be|need to be)\b"
    rf"|(?:our|this|study|trial|present|current) {_ITS_OWN}s? (?:\w{{1,15}} ){{0,4}}limitations?\b"
    rf"|(?:our|this|these|the) {_ITS_OWN}s? (?:is|are|was|were|may be) (?:\w{{1,15}} ){{0,2}}limited (?:by|to|in)\b"
    rf"|{_SOME} limitations? (?:to|of|that|which|should|need|must|exist|in (?:this|our|the present))\b"
    r"|(?:study|such|these|our) limitations\b"
    r"|(?:our|the) (?:relatively )?small (?:sample|number of (?:participants|patients|subjects))"
    r"|interpret\w{0,4} (?:\w{1,15} ){0,2}with caution|should be interpreted"
    rf"|(?:weakness(?:es)?|shortcomings?) of (?:this|our|the (?:present |current )?{_ITS_OWN})\b"
)
"""How a paper speaks of its own limits, in small letters. The limits of other studies, of patients' activities and of
budgets are none of its own."""
_ANCHORS: Final = re.compile(
    r"limit(?:ation|ed (?:by|to|in)\b)|small (?:sample|number of)"
    r"|interpret(?:\w{0,4} (?:\w{1,15} ){0,2}with caution|ed\b)|weakness|shortcoming"
)
"""What all of them have."""
_AROUND: Final = 140
"""Characters; no cue is longer."""
_IN_PASSING: Final = re.compile(
    r"\b(?:within|considering|given|despite|under|in view of|in light of|notwithstanding|subject to|bearing in mind"
    r"|(?:to|by) (?:address|overcom|circumvent|tackl)(?:e|ing)?)"
    r" (?:the )?(?:\w{1,15} ){0,2}\Z"
)
"""`Within the limitations of this study, …`: a habit of some fields, which names none; `To address these limitations`,
of those who worked before."""
_BEFORE: Final = 50
_DENIAL: Final = re.compile(
    r"(?:(?:the|this) study|the paper|there|it)?\s?"
    r"(?:had|has|have|are|were|was|is|reports?|names?|states?|mentions?)?\s?"
    r"(?:no|none|not any)\s(?:\w{1,15}\s){0,3}(?:limitations?|limits|weaknesses)(?:\s\w{1,15}){0,4}[\s.!]{0,3}",
    re.IGNORECASE,
)


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    stated = [claim for claim in summary.limitations if not _DENIAL.fullmatch(claim.text.strip())]
    for index, claim in enumerate(summary.limitations):
        if claim not in stated:
            yield PlacedHit(f"/limitations/{index}/text", "This denies that the study has limits.", claim.text)
    if not summary.limitations:
        yield _none(paper.paper)


def _first_cue(text: str) -> re.Match[str] | None:
    """The first words of a paper on its limits; looked for only around the words that all of them have."""
    for anchor in _ANCHORS.finditer(text):
        for cue in _CUES.finditer(text, max(0, anchor.start() - _AROUND), anchor.end() + _AROUND):
            if not _IN_PASSING.search(text, max(0, cue.start() - _BEFORE), cue.start()):
                return cue
    return None


def _none(paper: Paper) -> PlacedHit:
    if any(section.kind is SectionKind.LIMITATIONS for section in paper.sections):
        return PlacedHit("/limitations", "The paper has a section on its limitations; the page names none.", "")
    if cue := _first_cue(caseless(paper.text)):
        excerpt = paper.text[max(0, cue.start() - 60) : cue.end() + 60]
        return PlacedHit("/limitations", "The paper speaks of its limits; the page names none.", excerpt)
    message = "The page names no limitation, and none was found in the paper: say what kind of study it was."
    return PlacedHit("/limitations", message, "", Severity.WARN)


CHECK = SummaryCheck(
    name="limitations_missing",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
