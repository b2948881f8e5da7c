"""A design with the sentence that proves it: by its name, by words that bear it out, or by what the study says."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from pipeline.draft.facts.design_named import Named
from pipeline.draft.facts.design_names import IN_PEOPLE, ORDERED
from pipeline.draft.facts.design_review_names import REVIEWS
from pipeline.draft.facts.design_told import Told, tells_of_others
from pipeline.draft.facts.evidence import known
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import RANDOMISED, StudyDesign

_ALLOCATED: Final = RANDOMISED - {StudyDesign.CROSSOVER_RCT}
"""In these people themselves were allocated, not the order in which each met everything."""


_MIXED_METHODS: Final = re.compile(r"\bquantitative(?:ly)?\b(?! content)|\bmixed[- ]methods?\b", re.IGNORECASE)
"""A study with interviews beside its counts is not a qualitative one."""


def first_fitting(table: Iterable[Named], text: str) -> Named | None:
    """The first of the table that one text fits."""
    return next((named for named in table if named.fits(text)), None)


@lru_cache(maxsize=512)
def _itself(quote: str) -> str:
    """`A survey was administered as part of a longitudinal study`, without what it was a part of."""
    plain = _REPORTED_BY.sub("", quote)
    told = _PART_OF.sub("", plain)
    return told if _NAMES_ITSELF.search(told) else plain


_REPORTED_BY: Final = re.compile(
    r"\bPreferred Reporting Items for Systematic Reviews? and Meta-?\s?Analys[ei]s\b"
    r"|\b(?:according to|defined (?:by|in|as)|definitions? of|in accordance with|criteria (?:of|from|as)|as per)"
    r" (?:defined by )?(?:the )?(?:[\w-]+ ){0,5}consensus (?:conference|statement|guidelines?|recommendations)\b",
    re.IGNORECASE,
)
"""The statement by which reviews without a meta-analysis are reported, too; a consensus whose criteria others keep."""
_PART_OF: Final = re.compile(
    r"\b(?:as|was|is|were|are) (?:a )?part of (?:an?|the|our) [^.;]{0,120}"
    r"|\bin the (?:[\w-]+ )?phase,[^.;]{0,80}\breviews?\b(?=[^.;]{0,40}\binterviews?\b)",
    re.IGNORECASE,
)
_NAMES_ITSELF: Final = re.compile(
    r"\b(?:surveys?|interviews?|questionnaires?|cross-sectional|focus groups?)\b", re.IGNORECASE
)


def _said(sentences: Sequence[Sentence], named: Named) -> list[Sentence]:
    """One sentence for each form, the first; nothing unless every form is met."""
    if named.design in _ALLOCATED:
        sentences = [s for s in sentences if not ORDERED.search(s.quote)]
    found = [next((s for s in sentences if form.search(_itself(s.quote))), None) for form in named.forms]
    return [s for s in found if s is not None] if all(found) else []


def named_in(sentences: Iterable[Sentence], table: Sequence[Named]) -> Known[StudyDesign] | None:
    """The first design of the table that the sentences name, all its forms together."""
    told = list(sentences)
    mixed = any(_MIXED_METHODS.search(sentence.quote) for sentence in told)
    for named in (each for each in table if not mixed or each.design is not StudyDesign.QUALITATIVE):
        if said := _said(told, named):
            return known(Known[StudyDesign], named.design, *said)
    return None


def proved(value: StudyDesign, form: re.Pattern[str], sentences: Iterable[Sentence]) -> Known[StudyDesign] | None:
    """The design with the first sentence that has the form, or None."""
    sentence = next((s for s in sentences if form.search(s.quote)), None)
    return known(Known[StudyDesign], value, sentence) if sentence else None


_SUPPORT: Final = {
    StudyDesign.NARRATIVE_REVIEW: re.compile(
        r"\breview|\boverview|\bsummari[sz]|\bdiscuss|\bhighlight|\bwe (?:describe|present|propose|outline|argue"
        r"|explore|introduce|examine"
        r"|consider|focus|provide)\b|\b(?:article|paper|chapter)\b",
        re.IGNORECASE,
    ),
    StudyDesign.CASE_REPORT: re.compile(r"\byears?[- ]old\b|\bcase\b|\bpatient\b", re.IGNORECASE),
    StudyDesign.SURVEY: re.compile(r"\bsurvey|\bquestionnaire|\brespon(?:ded|dents)", re.IGNORECASE),
    StudyDesign.QUALITATIVE: re.compile(r"\binterview|\bfocus group|\bqualitative|\bthem(?:e|atic)", re.IGNORECASE),
    StudyDesign.COHORT: re.compile(r"\bcohort|\bfollow|\bretrospective|\bprospective|\blongitudinal", re.IGNORECASE),
    StudyDesign.CROSS_SECTIONAL: re.compile(
        r"\bprevalence\b|\bsampl|\brecruited\b|\bcollected\b|\bquestionnaire|\bassociat", re.IGNORECASE
    ),
    StudyDesign.CASE_CONTROL: re.compile(r"\bcases\b|\bcontrols\b", re.IGNORECASE),
    StudyDesign.NON_RANDOMISED_TRIAL: re.compile(r"\b(?:control|intervention) group\b|\btwo groups\b", re.IGNORECASE),
    StudyDesign.SINGLE_ARM_TRIAL: re.compile(
        r"\bbefore\b|\bbaseline\b|\breceived\b|\btreated\b|\bsafety\b|\bgiven\b", re.IGNORECASE
    ),
    StudyDesign.DIAGNOSTIC_ACCURACY: re.compile(r"\bsensitivit|\bspecificit|\baccura", re.IGNORECASE),
    StudyDesign.CASE_SERIES: re.compile(r"\b(?:cases|patients|men|women|children|people|eyes)\b", re.IGNORECASE),
    StudyDesign.META_ANALYSIS: re.compile(r"\bmeta-?analy|\bpooled\b|\bstudies\b|\btrials\b", re.IGNORECASE),
    StudyDesign.SYSTEMATIC_REVIEW_OTHER: re.compile(r"\breview|\bsearch|\bstudies\b|\barticles\b", re.IGNORECASE),
    StudyDesign.SYSTEMATIC_REVIEW_RCT: re.compile(r"\breview|\bsearch|\btrials\b", re.IGNORECASE),
    StudyDesign.SCOPING_REVIEW: re.compile(r"\breview|\bsearch|\bstudies\b|\barticles\b", re.IGNORECASE),
    **dict.fromkeys(
        (StudyDesign.CROSSOVER_RCT, StudyDesign.CLUSTER_RCT, StudyDesign.PILOT_RCT, StudyDesign.RCT),
        re.compile(r"\brandomi[sz](?:ed|ation|ly)?\b|\brandomly\b|\bat random\b", re.IGNORECASE),
    ),
    StudyDesign.GUIDELINE_OR_CONSENSUS: re.compile(r"\bguideline|\bconsensus|\bdelphi|\brecommend", re.IGNORECASE),
}
"""The words of a sentence that bears out what title, keywords or type say of the design."""


_COMPARED: Final = re.compile(
    r"\b(?:usual care|control (?:group|arm)|placebo|compared? (?:\w+ ){1,8}with|allocated)\b", re.IGNORECASE
)
"""What bears out a trial whose title alone tells of chance, as that of its costs may."""


def supported(value: StudyDesign, told: Told) -> Known[StudyDesign] | None:
    """The sentences that name the design, else one that speaks of it."""
    return _named_as(value, told) or _borne_out(value, told)


def by_title(value: StudyDesign, told: Told, *, firm: bool = True) -> Known[StudyDesign] | None:
    """What the title calls it, proved by sentences that name it too, else by the title: no weaker word outdoes that.

    A title that is not `firm` needs a sentence that at least speaks of it.
    """
    if found := _named_as(value, told):
        return found
    holds = told.titled if firm or _borne_out(value, told) else None
    return known(Known[StudyDesign], value, holds) if holds else None


def by_publisher(value: StudyDesign, told: Told) -> Known[StudyDesign] | None:
    """What its type or journal says, with the first sentence about this study."""
    of_itself = next((sentence for part in told.of_itself for sentence in part), None)
    sentence = of_itself or next(iter(told.everything), told.first)
    return known(Known[StudyDesign], value, sentence) if sentence else None


def _named_as(value: StudyDesign, told: Told) -> Known[StudyDesign] | None:
    named = next((each for each in (*REVIEWS, *IN_PEOPLE) if each.design is value), None)
    said = _said([s for s in told.everything if not tells_of_others(s.quote)], named) if named else []
    return known(Known[StudyDesign], value, *said) if said else None


def _borne_out(value: StudyDesign, told: Told) -> Known[StudyDesign] | None:
    support = _SUPPORT.get(value)
    proof = proved(value, support, told.everything) if support else None
    return proof or (proved(value, _COMPARED, told.everything) if value in RANDOMISED else None)
