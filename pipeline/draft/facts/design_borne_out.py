"""Designs that only the body of a paper names: believed where the sentence speaks of this study.

What a study is, it says in its title or its abstract. Bodies also name pilots, earlier studies, sub-studies, and what
is random about stimuli. Where neither title nor abstract has the words of a design, 9 of 26 that the body gave were
wrong in 300 papers that no rule had met; most of the 9 did not speak of the study itself. Nor is a trial this study
where the abstract names it only as that which lent people or data: so 3 of 5 such papers were wrong.
"""

import re
from typing import Final

from pipeline.draft.facts.design_told import ANOTHER_TRIAL, Told
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import RANDOMISED, StudyDesign

_RANDOMISED: Final = r"\brandom|\bby lot\b|\bplacebo\b"
_WORDS: Final = {
    design: re.compile(words, re.IGNORECASE)
    for design, words in {
        StudyDesign.RCT: _RANDOMISED,
        StudyDesign.PILOT_RCT: _RANDOMISED,
        StudyDesign.CLUSTER_RCT: r"\bcluster|\b(?:schools|villages|practices|clinics|wards|communities|homes)\b",
        StudyDesign.CROSSOVER_RCT: r"\bcross(?:ed)?-?\s?over|\bboth\b|\border\b",
        StudyDesign.CASE_CONTROL: r"\bcases?\b|\bcontrols\b",
        StudyDesign.CROSS_SECTIONAL: (
            r"\bcross-?\s?sectional|\bsurvey|\bprevalen|\bassociat|\bcorrelat|\brelat|\bcompar"
        ),
        StudyDesign.COHORT: (
            r"\bcohort|\bprospective|\bretrospective|\blongitudinal|\bfollow|\bpredict|\boutcome|\brisk"
        ),
        StudyDesign.QUALITATIVE: r"\bqualitative|\binterview|\bfocus group|\bexperiences?\b|\bviews\b|\bperce",
    }.items()
}
"""Words of which title, abstract or keywords have at least one if that is what the study is."""
_LENT: Final = re.compile(
    rf"{ANOTHER_TRIAL.pattern}"
    r"|\b(?:(?:recruited|drawn|selected|sampled|obtained|taken|derived|collected|identified|came|data) from"
    r"|(?:was|were) (?:a )?part of) (?:an?|the|two|three|both|our) (?:[\w-]+,? ){0,8}(?:trials?|rcts?)\b",
    re.IGNORECASE,
)
_BY_CHANCE: Final = re.compile(_RANDOMISED, re.IGNORECASE).search
_OF_ITSELF: Final = re.compile(
    r"\b(?:this|these|the present|our|the current|we)\b|\bit was\b"
    r"|\bthe (?:study|trial|research|design|sample) (?:was|is|had|used|takes|design)\b"
    r"|\b(?:participants|patients|subjects|children|women|men|people|adults|volunteers|students|infants|residents|they"
    r"|families|households|practices|schools?|clinics|villages|clusters|groups?|animals|centres|centers|hospitals)\b"
    r"[^.;]{0,120}\b(?:random\w*|assigned|allocated|divided|followed|recruited|enrol+ed|included|interviewed|order)",
    re.IGNORECASE,
)
_OPENLY: Final = re.compile(r"\W*in this (?:[\w-]+,? ){0,4}(?:study|trial),? we\b", re.IGNORECASE)
"""`In this open randomised study, we compared`: the end of an introduction tells of this study, too."""
_HEADS_IT: Final = re.compile(r"\b(?:design|randomi[sz]ation|allocation|assignment)\b", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:statistic\w*|sample size|power|background|introduction|discussion|process evaluation)\b",
    re.IGNORECASE,
)
"""Parts that tell of other studies, or of what was done beside this one."""


def borne_out_design(found: Known[StudyDesign] | None, told: Told) -> Known[StudyDesign] | None:
    """`found`, unless only the body has its words, and not where it speaks of this study."""
    if found is None or (told.titled and told.titled.evidence in found.evidence):
        return found
    words = _WORDS.get(found.value)
    if words is None or _is_spoken_of(words, told):
        return None if _is_lent(found.value, told) else found
    return found if any(_speaks_of_itself(s) for s in _proofs(found, told)) else None


def _is_spoken_of(words: re.Pattern[str], told: Told) -> bool:
    return any(words.search(text) for text in (told.title, *told.keywords, *(s.quote for s in told.abstract)))


def _is_lent(design: StudyDesign, told: Told) -> bool:
    """Whether a trial by its body is one of which the abstract says only that it lent people or numbers."""
    if design not in RANDOMISED or any(_BY_CHANCE(text) for text in (told.title, *told.keywords)):
        return False
    said = [s for s in told.abstract if _BY_CHANCE(s.quote)]
    return bool(said) and all(_LENT.search(s.quote) for s in said)


def _proofs(found: Known[StudyDesign], told: Told) -> list[Sentence]:
    starts = {evidence.start for evidence in found.evidence}
    return [s for s in told.everything if s.start in starts]


def _speaks_of_itself(sentence: Sentence) -> bool:
    if sentence.kind is SectionKind.ABSTRACT or _OPENLY.match(sentence.quote):
        return True
    itself = _OF_ITSELF.search(sentence.quote) or _HEADS_IT.search(sentence.heading)
    return itself is not None and _BESIDE.match(sentence.heading) is None
