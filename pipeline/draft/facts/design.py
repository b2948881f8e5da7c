"""The design of the study, where the paper names it about itself."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Species, StudyDesign

_RANDOM: Final = (
    r"(?<!non-)(?<!non)(?<!quasi-)(?<!quasi )\brandomi[sz]ed,? (?:(?:[\w-]+),? ){0,5}(?:trial|study|design"
    r"|experiment)\b"
    r"|\brandomly (?:assigned|allocated|divided|distributed)\b|\b(?:were|was|are) (?:then )?(?<!not )randomi[sz]ed\b"
    r"|\brandomi[sz]ation (?:was|to)\b"
)
_QUALITATIVE: Final = (
    r"\bqualitative (?:study|interviews?|research|design|approach|methods?)\b|\bgrounded theory\b|\bthematic analysis\b"
    r"|\b(?:semi-?\s?structured|in-?\s?depth) interviews\b|\bfocus groups?\b"
)
_COHORT: Final = (
    r"\bcohort (?:study|of)\b|\blongitudinal (?:study|cohort|design)"
    r"|\bprospective (?:observational|cohort|longitudinal)"
)
_REVIEW_OF_RCTS: Final = r"\bsystematic (?:\w+ ){0,3}(?:review|meta).{0,80}\brandomi[sz]ed\b.{0,30}\btrials\b"
_SURVEY: Final = r"\b(?:online|postal|questionnaire|national|web-based|mail|telephone) survey\b|\bsurvey of\b"
_NARRATIVE: Final = r"\b(?:narrative|literature|this|present|brief) review\b|\bwe (?:briefly )?review\b"
_RULES: Final = tuple(
    (design, tuple(re.compile(form, re.IGNORECASE) for form in forms))
    for design, *forms in (
        (StudyDesign.SYSTEMATIC_REVIEW_RCT, _REVIEW_OF_RCTS),
        (StudyDesign.META_ANALYSIS, r"\bmeta-?\s?analy(?:sis|ses|tic)\b"),
        (StudyDesign.SCOPING_REVIEW, r"\bscoping review\b"),
        (StudyDesign.SYSTEMATIC_REVIEW_OTHER, r"\bsystematic(?:ally)? (?:\w+ ){0,3}(?:review|search)"),
        (
            StudyDesign.GUIDELINE_OR_CONSENSUS,
            (
                r"\bthis (?:clinical practice )?guideline\b|\bconsensus (?:statement|conference|guideline)\b"
                r"|\bdelphi (?:study|panel|methods?|process|technique|survey|consensus|procedure)\b"
            ),
        ),
        (StudyDesign.QUALITATIVE, r"\bqualitative (?:interview |evaluation )?study\b"),
        (StudyDesign.CROSSOVER_RCT, r"\bcross-?\s?over\b", rf"{_RANDOM}|\brandom(?:i[sz]ed)?\b"),
        (StudyDesign.CLUSTER_RCT, r"\bcluster[- ]randomi[sz]ed\b"),
        (
            StudyDesign.N_OF_1,
            r"\b(?:n[- ]of[- ](?:1|one)|single[- ](?:subject|case) (?:experimental )?(?:design|study))\b",
        ),
        (StudyDesign.PILOT_RCT, r"\b(?:pilot|feasibility)(?:,? [\w-]+){0,5}? (?:study|trial|rct)\b", _RANDOM),
        (StudyDesign.RCT, _RANDOM),
        (
            StudyDesign.NON_RANDOMISED_TRIAL,
            r"\b(?:non-?\s?randomi[sz]ed|quasi-?\s?(?:experimental|randomi[sz]ed)|controlled before[- ]and[- ]after)\b",
        ),
        (StudyDesign.SINGLE_ARM_TRIAL, r"\b(?:single[- ]arm|uncontrolled (?:trial|study)|one-group pre-?test)\b"),
        (StudyDesign.CASE_CONTROL, r"\bcase[- \u2013]control\b"),
        (StudyDesign.CROSS_SECTIONAL, r"\bcross-?\s?sectional\b"),
        (
            StudyDesign.COHORT,
            _COHORT,
        ),
        (StudyDesign.CASE_SERIES, r"\bcase series\b"),
        (StudyDesign.CASE_REPORT, r"\bcase report\b|\bwe (?:report|present|describe) (?:a|an|the) (?:\w+ ){0,4}case\b"),
        (StudyDesign.QUALITATIVE, _QUALITATIVE),
        (StudyDesign.DIAGNOSTIC_ACCURACY, r"\bdiagnostic accuracy\b"),
        (StudyDesign.SURVEY, _SURVEY),
        (StudyDesign.NARRATIVE_REVIEW, _NARRATIVE),
    )
)
_KINDS: Final = "study|trial|review|report|survey|analysis|experiment|meta-analysis|design|case"
_ITSELF: Final = re.compile(
    rf"\b(?:this|present|current|our) (?:[\w-]+,? ){{0,8}}(?:{_KINDS})\b"
    rf"|\b(?:a|the) (?:[\w-]+,? ){{0,8}}(?:{_KINDS}) (?:was|assessed|examined|evaluated|compared|investigated|tested)\b"
    r"|\bwe (?:\w+ )?(?:conducted|performed|carried out|undertook|report|present|describe|designed|used|searched"
    r"|reviewed?|compared|randomi[sz]ed|assigned|studied)\b|\b(?:were|was|are) (?:\w+ ){0,2}(?:randomi|allocated"
    r"|assigned|divided|interviewed|conducted|performed|enrol+ed|recruited)",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:previous|prior|other|recent|several|published|most|few|future|further|larger|needed|warranted) (?:\w+ ){0,4}"
    r"(?:stud(?:y|ies)|trials?|reviews?|meta-analys[ie]s)\b|\bet al\b|\b(?:studies|trials) (?:have|are|is) "
    r"|\b(?:prisma|consort|strobe) |\bstatement\b",
    re.IGNORECASE,
)
_REVIEWS: Final = frozenset(
    {
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        StudyDesign.META_ANALYSIS,
        StudyDesign.SCOPING_REVIEW,
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        StudyDesign.NARRATIVE_REVIEW,
    }
)
_RANDOMISED: Final = frozenset(
    {StudyDesign.CROSSOVER_RCT, StudyDesign.CLUSTER_RCT, StudyDesign.PILOT_RCT, StudyDesign.RCT}
)
_PROTOCOL: Final = re.compile(
    r"\b(?:study|trial|this|the present) protocol\b|\bprotocol (?:for|of|is for) (?:a|an|the|this)\b"
    r"|\bare randomly (?:allocated|assigned)\b|\bwill (?:be )?(?:randomi|recruit|enrol|conduct|compare|include|evaluate"
    r"|assess|allocate|assign|test|determine)",
    re.IGNORECASE,
)
_BY_SPECIES: Final = {
    Species.ANIMAL: StudyDesign.ANIMAL,
    Species.CELL_OR_TISSUE: StudyDesign.IN_VITRO,
    Species.COMPUTATIONAL: StudyDesign.COMPUTATIONAL,
}


def design(reading: Reading, species: Known[Species] | None) -> Known[StudyDesign] | None:
    """The design that abstract or methods name; a protocol is one by its article type; animals, cells by species."""
    kind = reading.paper.metadata.article_type
    if kind is ArticleType.PROTOCOL:
        return _protocol(reading)
    named = _named(reading, kind)
    by_species = _BY_SPECIES.get(species.value) if species else None
    if named and named.value in _RANDOMISED and (species is None or species.value is not Species.HUMAN):
        named = None  # teeth, plots and cells are randomised too; a trial is in people
    if species is None or by_species is None or (named and named.value in _REVIEWS):
        return named
    return Known[StudyDesign](value=by_species, evidence=species.evidence)


def _protocol(reading: Reading) -> Known[StudyDesign] | None:
    abstract = reading.abstract(Role.AIM, Role.METHODS, Role.BACKGROUND, Role.CONCLUSION)
    for sentence in quotable([*abstract, *reading.within(SectionKind.METHODS, SectionKind.INTRODUCTION)]):
        if _PROTOCOL.search(sentence.quote):
            return known(Known[StudyDesign], StudyDesign.PROTOCOL, sentence)
    return None


def _named(reading: Reading, kind: ArticleType) -> Known[StudyDesign] | None:
    for sentences in _places(reading):
        for value, forms in _RULES:
            if value in _REVIEWS and kind not in (ArticleType.REVIEW, ArticleType.RESEARCH, ArticleType.OTHER):
                continue
            said = _said(sentences, forms)
            if said:
                return known(Known[StudyDesign], value, *said)
    return None


def _places(reading: Reading) -> Iterator[list[Sentence]]:
    """What the abstract says of its methods, then the methods' first part, then what the introduction ends with."""
    told = quotable(reading.abstract(Role.METHODS, Role.AIM, Role.BACKGROUND, Role.RESULTS, Role.CONCLUSION))
    yield [s for s in told if _of_itself(s)]
    yield [s for s in list(quotable(reading.within(SectionKind.METHODS)))[:40] if _of_itself(s)]
    yield [s for s in list(quotable(reading.within(SectionKind.INTRODUCTION)))[-4:] if _of_itself(s)]


def _of_itself(sentence: Sentence) -> bool:
    if _OF_OTHERS.search(sentence.quote):
        return False
    plain = sentence.kind is SectionKind.ABSTRACT and sentence.role is Role.METHODS
    return plain or _ITSELF.search(sentence.quote) is not None


def _said(sentences: Sequence[Sentence], forms: Sequence[re.Pattern[str]]) -> list[Sentence]:
    """One sentence for each form, the first; nothing unless every form is met."""
    found = [next((s for s in sentences if form.search(s.quote)), None) for form in forms]
    return [s for s in found if s is not None] if all(found) else []
