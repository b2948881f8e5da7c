"""Reviews: by their title, by their own words, by how they searched, or by their type; never one of own patients."""

import re
from typing import Final

from pipeline.draft.facts.design_names import CHOSEN, REPORTED_AS_REVIEW, REVIEWS, SEARCHED, TITLES
from pipeline.draft.facts.design_proofs import by_title_alone, first_fitting, named_in, supported
from pipeline.draft.facts.design_told import TOOK_IN, Told
from pipeline.draft.facts.evidence import known
from pipeline.draft.reading.role import Role
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType
from pipeline.models.study import StudyDesign


def review(told: Told) -> Known[StudyDesign] | None:
    """A review by its title, by its own words, or by its type; a review of one's own patients is none."""
    if told.kind is ArticleType.CASE_REPORT and not _OF_REPORTS.search(told.title):
        return None
    titled = first_fitting(TITLES, told.title)
    if titled and titled.design in REVIEW_DESIGNS and not _OWN_CASES.search(told.title):
        return supported(titled.design, told)
    own = [*told.of_itself[0], *(s for s in told.abstract if _THIS_REVIEW.search(s.quote))]
    named = named_in(own, REVIEWS) or named_in(told.abstract, SEARCHED) or _chosen(told) or _searched(told)
    if named and (named.value in _SYSTEMATIC or not (_tells_of_own_cases(told) or _asked_people(told))):
        return named
    if told.kind is not ArticleType.REVIEW or _OWN_CASES.search(told.title):
        return None
    return supported(StudyDesign.NARRATIVE_REVIEW, told) or by_title_alone(StudyDesign.NARRATIVE_REVIEW, told)


REVIEW_DESIGNS: Final = frozenset(named.design for named in REVIEWS)
_SYSTEMATIC: Final = REVIEW_DESIGNS - {StudyDesign.NARRATIVE_REVIEW, StudyDesign.GUIDELINE_OR_CONSENSUS}


_THIS_REVIEW: Final = re.compile(r"\b(?:this|our|the present) (?:[\w-]+ ){0,2}(?:review|overview)\b", re.IGNORECASE)
"""What such a sentence goes on to say of other studies is what the review is about."""


def _chosen(told: Told) -> Known[StudyDesign] | None:
    """A review by its methods: only where the abstract tells of no people whom the authors took in themselves."""
    sentences = [*told.abstract, *told.methods]
    if not any(REPORTED_AS_REVIEW.search(sentence.quote) for sentence in sentences):
        return None
    took_in = any(TOOK_IN.search(sentence.quote) for sentence in told.abstract)
    return None if took_in else named_in(sentences, CHOSEN)


def _searched(told: Told) -> Known[StudyDesign] | None:
    """A systematic review by its methods' headings: how studies were searched for, and how they were taken in."""
    looked, took = told.under(_SEARCH_STRATEGY), told.under(_STUDY_SELECTION)
    return (
        known(Known[StudyDesign], StudyDesign.SYSTEMATIC_REVIEW_OTHER, looked[0], took[0]) if looked and took else None
    )


_SEARCH_STRATEGY: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:(?:literature|systematic|electronic|database) search(?:es)?"
    r"|search (?:strateg(?:y|ies)|methods?)|data sources? and search\w*|information sources)\b",
    re.IGNORECASE,
)
_STUDY_SELECTION: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:(?:study|literature|article) selection|selection of (?:studies|articles)|data extraction"
    r"|(?:assessment of )?risk of bias|quality (?:assessment|appraisal))\b",
    re.IGNORECASE,
)


_OF_REPORTS: Final = re.compile(
    r"\breview of (?:[\w-]+ )*(?:case reports|the literature|published cases)\b", re.IGNORECASE
)
_OWN_CASES: Final = re.compile(
    r"\bcase reports? (?:and|with|&)\b|"
    r"\b(?:our|single[- ]cent(?:er|re)|retrospective|chart|records?|cases?|patients?|utili[sz]ation) (?:\w+ )?"
    r"(?:review|experience|series)\b|\breview of (?:our|\d+|the \w+ records|medical|patient|records|charts)\b"
    r"|\bour experience\b|\breview(?:ed|s|ing)? (?:of )?(?:[\w-]+ ){0,3}(?:admissions|deaths|operations|referrals)\b"
    r"|\breview (?:the )?patients\b",
    re.IGNORECASE,
)


def _asked_people(told: Told) -> bool:
    """Whether the abstract's methods count people whom the authors asked: these read the literature first."""
    return any(_ASKED.search(s.quote) for s in told.abstract if s.role is Role.METHODS)


_ASKED: Final = re.compile(
    r"\b(?:sample of|distributed|recruited|completed|enrol+ed|surveyed|interviewed|administered)\b"
    r"[^.;]{0,60}(?<![\d.,])\d{2,5} (?:[\w-]+ ){0,3}"
    r"(?:patients|participants|individuals|adults|students|nurses|children|women|men)\b",
    re.IGNORECASE,
)


def _tells_of_own_cases(told: Told) -> bool:
    return any(_OWN_CASES.search(sentence.quote) for sentence in told.abstract)
