"""Reviews: by their title, by their own words, by how they searched, or by their type; never one of own patients."""

import re
from typing import Final

from pipeline.draft.facts.design_names import TITLES
from pipeline.draft.facts.design_proofs import by_publisher, by_title, first_fitting, named_in, proved, supported
from pipeline.draft.facts.design_review_names import (
    CHOSEN,
    GONE_THROUGH,
    REPORTED_AS_REVIEW,
    REVIEWS,
    SEARCHED,
    TOOK_IN_STUDIES,
)
from pipeline.draft.facts.design_told import TOOK_IN, Told
from pipeline.draft.facts.evidence import known
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType
from pipeline.models.study import StudyDesign


def review(told: Told) -> Known[StudyDesign] | None:
    """A review by its title, by its own words, or by its type; a review of one's own patients is none."""
    found = _review(told)
    return _of_trials_alone(found, told) if found and found.value is StudyDesign.SYSTEMATIC_REVIEW_OTHER else found


def _of_trials_alone(found: Known[StudyDesign], told: Told) -> Known[StudyDesign]:
    """A systematic review as found, unless title or search say that it took in randomised trials and nothing else."""
    sentence = next(
        (s for s in told.abstract if _TOOK_TRIALS.search(s.quote) and not _OTHERS_TOO.search(s.quote)), None
    )
    if sentence is None or any(_OTHERS_TOO.search(s.quote) for s in told.abstract if s.role is Role.METHODS):
        return found
    evidence = dict.fromkeys((*found.evidence, sentence.evidence))
    return found.model_copy(update={"value": StudyDesign.SYSTEMATIC_REVIEW_RCT, "evidence": tuple(evidence)})


_TOOK_TRIALS: Final = re.compile(
    r"\b(?:search\w*|select\w*|includ\w*|eligib\w*|identif\w*|inclusion criteria|criteria|limited to"
    r"|restricted to)\b[^;]{0,160}"
    r"\b(?:randomi[sz]ed,? (?:[\w-]+,? ){0,5}trials|RCTs)\b"
    r"|\b(?:randomi[sz]ed,? (?:[\w-]+,? ){0,5}trials|RCTs)\b[^.;]{0,60}\b(?:were|was) (?:\w+ )?(?:includ|select"
    r"|eligib|review)",
    re.IGNORECASE,
)
_OTHERS_TOO: Final = re.compile(
    r"\b(?:non-?\s?randomi[sz]ed|quasi|observational|cohort|case[- ](?:control|series|reports?)|cross-sectional"
    r"|qualitative"
    r"|reviews,|of (?:which|these|them)|(?:and|or) (?:other )?(?:controlled|clinical) (?:trials|studies)|study designs"
    r"|all (?:types|designs)|meta-analyses (?:and|of))\b",
    re.IGNORECASE,
)
"""Studies of other kinds were taken in beside the trials."""


def _review(told: Told) -> Known[StudyDesign] | None:
    is_case = told.kind is ArticleType.CASE_REPORT or _TITLED_A_CASE.search(told.title)
    if is_case and not _OF_REPORTS.search(told.title):
        return None
    titled = first_fitting(TITLES, told.title)
    own = titled and titled.design is StudyDesign.NARRATIVE_REVIEW and _looks_back(told)
    if titled and titled.design in REVIEW_DESIGNS and not own and not _OWN_CASES.search(told.title):
        return _as_titled(titled.design, told)
    if found := _by_own_words(told) or _surveyed(told):
        return found
    if told.kind is not ArticleType.REVIEW or _OWN_CASES.search(told.title):
        return None
    return supported(StudyDesign.NARRATIVE_REVIEW, told) or by_publisher(StudyDesign.NARRATIVE_REVIEW, told)


def _looks_back(told: Told) -> bool:
    """Whether `a 20-year review` is one of patients: the abstract calls it a cohort, or tells of records of people."""
    return any(_OF_OWN_RECORDS.search(s.quote) for s in told.abstract)


_OF_OWN_RECORDS: Final = re.compile(
    r"\bretrospective,? (?:[\w-]+,? ){0,3}(?:study|review|analysis|cohort)\b|\bcohort study\b"
    r"|\b(?:hospital admissions|medical records"
    r"|case notes|health-administration database|administrative (?:data|database))\b",
    re.IGNORECASE,
)


def _as_titled(design: StudyDesign, told: Told) -> Known[StudyDesign] | None:
    """What the title calls it; `a review` that counts the studies it took in is more than it says."""
    if design is StudyDesign.NARRATIVE_REVIEW and (counted := named_in(told.abstract, (TOOK_IN_STUDIES,))):
        return counted
    return by_title(design, told, firm=design is not StudyDesign.META_ANALYSIS)


def _by_own_words(told: Told) -> Known[StudyDesign] | None:
    """What the abstract calls it, or how it searched, unless it tells of cases or people of its own."""
    own = [*told.of_itself[0], *(s for s in told.abstract if _THIS_REVIEW.search(s.quote))]
    own = [s for s in own if not _OF_OWN_EFFECTS.search(s.quote)]
    named = named_in(own, REVIEWS) or named_in(told.abstract, SEARCHED) or _chosen(told) or _searched(told)
    if named and named.value is StudyDesign.NARRATIVE_REVIEW:
        named = named_in(told.abstract, (TOOK_IN_STUDIES,)) or named
    if named and named.value is StudyDesign.NARRATIVE_REVIEW and any(_MADE.search(s.quote) for s in told.abstract):
        return None
    if named and (named.value in _SYSTEMATIC or not (_tells_of_own_cases(told) or _asked_people(told))):
        return named
    return None


_MADE: Final = re.compile(
    r"\bwe (?:\w+ly )?(?:developed|built|constructed)(?: and \w+)? (?:an?|the|our) (?:[\w-]+ ){0,3}"
    r"(?:model|device|system|prototype)\b",
    re.IGNORECASE,
)
"""Who made something discusses it, and reviews nothing."""
_OF_OWN_EFFECTS: Final = re.compile(
    r"\bmeta-analys[ei]s (?:for|of|on) (?:each|every|the|our|all|both)(?: (?:of )?\w+)?"
    r" (?:results?|effects?|experiments?)\b"
    r"|\bmeta-analys[ei]s\b[^.;]{0,40}\boriginal and replication\b",
    re.IGNORECASE,
)
"""`We report meta-analyses for each result`: an experiment done again, put together with the first."""
_TITLED_A_CASE: Final = re.compile(
    r"\b(?:of|in) an? (?:[\w-]+ ){0,4}(?:patient|child|infant|woman|man|boy|girl) with\b"
    r"|\bcase report\b(?! form)|\breport of (?:an?|one|two|three) (?:[\w-]+ ){0,3}(?:cases?|patients?)\b",
    re.IGNORECASE,
)


def _surveyed(told: Told) -> Known[StudyDesign] | None:
    """A review by what it goes through, or by its journal, where it tells of no methods or results of its own."""
    if told.methods or told.has_results or _reports_a_study(told):
        return None
    before = [s for s in told.abstract if not (_CONCLUDES.match(s.heading) or _CONCLUDES.match(s.quote))]
    found = proved(StudyDesign.NARRATIVE_REVIEW, GONE_THROUGH, before)
    if found or not (told.journal and _PRINTS_REVIEWS.search(told.journal)):
        return found
    return by_publisher(StudyDesign.NARRATIVE_REVIEW, told)


_CONCLUDES: Final = re.compile(r"\W*conclusions?(?: \w+)?\W*(?:\Z|:)", re.IGNORECASE)


def _reports_a_study(told: Told) -> bool:
    """Whether the abstract has a part of methods or results, or tells whom or what the authors took in."""
    parts = any(s.role in (Role.METHODS, Role.RESULTS) and _HEADS_A_STUDY.match(s.heading) for s in told.abstract)
    own = (TOOK_IN, _MEASURED, _OWN_PATIENTS)
    return parts or any(form.search(s.quote) for s in told.abstract for form in own)


_HEADS_A_STUDY: Final = re.compile(
    r"\W*(?:materials?|(?:the )?methods?|(?:study )?design|patients|participants|setting|results|findings"
    r"|intervention)",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"\bp ?[<=>\u2264] ?0?\.\d|\b(?:in|for) (?:this|the present|our) (?:study|work),? we (?:\w+ )?(?:show|found|used"
    r"|developed|investigated|demonstrate|report|tested|measured|examined)\w*\b|\b95 ?% CI\b"
    r"|\b(?:here|herein),? we (?:show|report|demonstrate|find|found|identify|identified|use|used|develop\w*)\b",
    re.IGNORECASE,
)
_OWN_PATIENTS: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[\w-]+teen"
    r"|[\w-]+ty(?:-\w+)?) (?:[\w-]+ ){0,4}"
    r"(?:patients|cases|children|women|men|infants|volunteers|animals|rats|mice|dogs)\b|\b(?:this|our|a"
    r"|the) (?:[\w-]+ )?"
    r"case (?:is|was|of|report)\b|\byears?[- ]old\b|\b(?:our|the|we) experience|\bexperience with\b"
    r"|\bour (?:patients?|cases?"
    r"|results|data)\b|\bpresent an? (?:[\w-]+ ){0,3}case\b|\b(?:records|applications|radiographs|charts)\b"
    r"|\b(?:we|the authors?) (?:studied|investigated)\b",
    re.IGNORECASE,
)
_PRINTS_REVIEWS: Final = re.compile(
    r"\A(?:the )?(?:current opinion|trends in|annual review|nature reviews|seminars in|expert review|wiley interdiscip"
    r"|critical reviews|physiological reviews|chemical (?:society )?reviews|(?:[\w&]+ )+clinics of"
    r"|best practice (?:&|and)"
    r" research)|\b(?:drug delivery|pharmacological|biobehavioral|endocrine|microbiology|immunological|clinical"
    r" microbiology) reviews\b",
    re.IGNORECASE,
)
"""Journals that print reviews and hardly a study."""
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
    if not (looked and took):
        looked, took = _labelled(told, _DATA_SOURCES), _labelled(told, _STUDY_SELECTION)
    return (
        known(Known[StudyDesign], StudyDesign.SYSTEMATIC_REVIEW_OTHER, looked[0], took[0]) if looked and took else None
    )


def _labelled(told: Told, label: re.Pattern[str]) -> list[Sentence]:
    """What stands in the abstract under such a label, set apart or not."""
    return [s for s in told.abstract if label.match(s.heading) or (":" in s.quote and label.match(s.quote))]


_DATA_SOURCES: Final = re.compile(
    r"\W*(?:data sources?|sources of data|search strategy|literature search)\b", re.IGNORECASE
)
_SEARCH_STRATEGY: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:(?:literature|systematic|electronic|database) search(?:es)?"
    r"|search(?:es)? (?:strateg(?:y|ies)|methods?|terms|process)|data sources? and search\w*|information sources"
    r"|search(?:es)?(?: and (?:study )?selection)?\W*\Z)",
    re.IGNORECASE,
)
_STUDY_SELECTION: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:(?:study |literature |article )?selection\W*\Z|(?:study|literature|article) selection"
    r"|selection of (?:studies|articles|papers|trials)|data extraction|inclusion of (?:studies|papers|trials)"
    r"|(?:assessment of )?risk of bias|quality (?:assessment|appraisal))\b",
    re.IGNORECASE,
)


_OF_REPORTS: Final = re.compile(
    r"\breview of (?:[\w-]+ )*(?:case reports|the literature|published cases)\b", re.IGNORECASE
)
_OWN_CASES: Final = re.compile(
    r"\bcase (?:reports?|stud(?:y|ies)|series)(?: and| with| &|, )|"
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
    return any(form.search(sentence.quote) for sentence in told.abstract for form in (_OWN_CASES, _PRESENTS))


_PRESENTS: Final = re.compile(
    r"\b(?:we|this (?:case )?report|the authors?) (?:here |herein )?(?:reports?|presents?|describes?"
    r"|details?) (?:on )?(?:an?"
    r"|one|two|three|four|five|our|the) (?:[\w-]+ ){0,5}(?:cases?|patients?|siblings|brothers|sisters)\b"
    r"|\bunique case\b|\byears?[- ]old (?:[\w-]+ ){0,3}(?:man|woman|boy|girl|male|female|patient)\b",
    re.IGNORECASE,
)
