"""The design of the study: what the paper calls itself, else what was done; never what it says of other studies.

Where each candidate stands decides: the title, then what the abstract says of its own methods, then the beginning of
the methods and the end of the introduction. What was done (records reviewed, people interviewed) counts only where no
design is named. A protocol is one by its type or title; animals, cells and computers have their design by the species.
What its publisher calls an opinion is a commentary, unless it tells of methods of its own.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from pipeline.draft.facts.design_names import (
    ASKED_TWICE,
    BY_WHAT_WAS_DONE,
    CHOSEN,
    COMPARED_WITH_HEALTHY,
    CONTROLS,
    FOLLOWED,
    FOLLOWED_UP,
    GIVEN,
    HELD_AGAINST_THE_TRUTH,
    IN_PEOPLE,
    KEYWORDS,
    LATER,
    LOOSE_TITLES,
    NO_SERIES,
    ORDERED,
    REPORTED_AS_REVIEW,
    REVIEWS,
    SEARCHED,
    SEEN_ONCE,
    SURVEYED,
    TALKED_WITH,
    TITLES,
    TRIED,
    WENT_TOGETHER,
    Named,
)
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.subjects import WORDS
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Species, StudyDesign

_KINDS: Final = "study|trial|(?:mini-?)?review|report|survey|analysis|experiment|meta-analysis|design|case"
_ITSELF: Final = re.compile(
    rf"\b(?:this|present|current|our) (?:[\w-]+,? ){{0,8}}(?:{_KINDS}|overview|article|paper|guideline)\b"
    rf"|\b(?:a|the) (?:[\w-]+,? ){{0,8}}(?:{_KINDS}) (?:was|assessed|examined|evaluated|compared|investigated"
    rf"|tested)\b"
    r"|\b(?:was|is) an? (?:[\w-]+,? ){0,8}(?:study|trial|survey|experiment|meta-analysis)\b"
    r"|\brandomly (?:assign|allocate) (?:patients|subjects|participants)\b"
    r"|\b(?:patients|subjects|participants|volunteers|children|women) (?:\w+ )?randomly (?:divided|assigned|allocated)"
    r"|\bwe (?:\w+ )?(?:conducted|performed|carried out|undertook|report|present|describe|designed|divided|used"
    r"|searched"
    r"|reviewed?|compared|randomi[sz]ed|assigned|studied|summari[sz]e)\b|\b(?:were|was|are) (?:\w+ ){0,2}(?:randomi"
    r"|allocated|assigned|divided|interviewed|conducted|performed|enrol+ed|recruited|undertaken)"
    rf"|^(?:a|an) (?:[\w-]+,? ){{1,8}}(?:{_KINDS})\b|^(?:[\w-]+,? ){{1,7}}(?:{_KINDS})\.$",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:previous|prior|other|recent|several|published|most|few|future|further|larger|needed|warranted|eligible"
    r"|included|relevant|need for) (?:\w+ ){0,4}(?:stud(?:y|ies)|trials?|reviews?|meta-analys[ie]s|articles)\b"
    r"|\bet al\b"
    r"|\b(?:recruited|drawn|selected|sampled) from (?:an?|the|two|three) (?:[\w-]+,? ){0,6}(?:trials?|rcts?)\b"
    r"|\b(?:based on|from) (?:an?|the|our) (?:[\w-]+ )?pilot (?:study|data|trial)\b"
    r"|\bshould be (?:[\w-]+ ){0,2}(?:evaluated|confirmed|studied|investigated|validated|examined|tested|explored)\b"
    r"|\bpreviously (?:participat|enrol|includ|publish|report|describ)\w*|\b(?:studies|trials) (?:have|are|is|that"
    r"|were|on|of|with|in) |\b(?:prisma|consort|strobe) |\bstatement\b"
    r"|\b(?:urgent|clear|pressing) need\b|\bsearche[sd]\b.{0,80}\bfor\b|\bwe (?:included|excluded"
    r"|retrieved)\b.{0,40}\b(?:studies|trials)\b",
    re.IGNORECASE,
)
_NOT_ALLOCATION: Final = re.compile(
    r"\b(?:discovery|validation|training|testing|derivation|test) (?:and \w+ )?(?:cohorts?|samples?|sets?|data)\b"
    r"|\b(?:validation|derivation|discovery) groups?\b"
    r"|\b(?:verify|validate|explore|confirm) the (?:[\w-]+ ){0,3}(?:structure|questionnaire|scale|instrument|model)\b"
    r"|\b(?:samples|specimens|slides|chips|arrays|plates|stimuli|images|sequences)\b(?: [\w-]+){0,4} (?:were|was)"
    r" (?:\w+ )?random|\brandom\w*\b[^.;]{0,60}\b(?:chips?|arrays?|batch(?:es)?|plates?)\b",
    re.IGNORECASE,
)
"""Data that are split by chance into two parts for a model, samples spread over chips: nobody was allocated."""
_REVIEW_DESIGNS: Final = frozenset(named.design for named in REVIEWS)
_SYSTEMATIC: Final = _REVIEW_DESIGNS - {StudyDesign.NARRATIVE_REVIEW, StudyDesign.GUIDELINE_OR_CONSENSUS}
_RANDOMISED: Final = frozenset(
    {StudyDesign.CROSSOVER_RCT, StudyDesign.CLUSTER_RCT, StudyDesign.PILOT_RCT, StudyDesign.RCT}
)
_BY_SPECIES: Final = {
    Species.ANIMAL: StudyDesign.ANIMAL,
    Species.CELL_OR_TISSUE: StudyDesign.IN_VITRO,
    Species.COMPUTATIONAL: StudyDesign.COMPUTATIONAL,
}


_FIRST, _LAST = 40, 4
"""Sentences at the beginning of the methods, and at the end of the introduction."""


class _Told:
    """The parts of a paper in which it names its design."""

    def __init__(self, reading: Reading) -> None:
        self.title, self.kind = reading.title, reading.paper.metadata.article_type
        parts = (Role.METHODS, Role.AIM, Role.BACKGROUND, Role.RESULTS, Role.CONCLUSION)
        self.abstract = list(quotable(reading.abstract(*parts)[:LONGEST_ABSTRACT]))
        self.methods = list(quotable(reading.within(SectionKind.METHODS)))[:_FIRST]
        self.introduction = list(quotable(reading.within(SectionKind.INTRODUCTION)))[-_LAST:]
        self.has_results = bool(reading.within(SectionKind.RESULTS))
        self.keywords = reading.paper.metadata.keywords
        self._reading = reading

    def under(self, heading: re.Pattern[str]) -> list[Sentence]:
        """What stands in the methods under such a heading."""
        return [s for s in quotable(self._reading.within(SectionKind.METHODS)) if heading.match(s.heading)]

    @cached_property
    def everything(self) -> list[Sentence]:
        """All of them, in this order."""
        return [*self.abstract, *self.methods, *self.introduction]

    @cached_property
    def of_itself(self) -> list[list[Sentence]]:
        """What each part says of this study."""
        return [[s for s in part if _of_itself(s)] for part in (self.abstract, self.methods, self.introduction)]


def design(reading: Reading, species: Known[Species] | None) -> Known[StudyDesign] | None:
    """The design with the sentence that says it, or None."""
    told = _Told(reading)
    if told.kind is ArticleType.PROTOCOL or _is_titled_a_protocol(told.title) or _tells_of_the_future(told):
        return _planned(told)
    if comment := _comment(reading, told):
        return comment
    review = _review(told)
    if review:
        return review
    by_species = _BY_SPECIES.get(species.value) if species else None
    if species and by_species:
        told_of_people = by_species is not StudyDesign.ANIMAL and _titled_of_people(told)
        return told_of_people or Known[StudyDesign](value=by_species, evidence=species.evidence)
    found = _in_people(told) or (_observed(told) if species and species.value is Species.HUMAN else None)
    if found is None and told.kind is ArticleType.CASE_REPORT:
        found = _supported(StudyDesign.CASE_REPORT, told)
    if found and found.value in _RANDOMISED and not _is_of_people(told, species):
        return None  # teeth, plots and cells are randomised too; a trial is in people
    return found


def _is_of_people(told: _Told, species: Known[Species] | None) -> bool:
    """Whether people took part: as its species says, else as a title that calls it a controlled trial lets expect."""
    if species:
        return species.value is Species.HUMAN
    return _CONTROLLED_TRIAL.search(told.title) is not None


_CONTROLLED_TRIAL: Final = re.compile(
    r"\brandomi[sz]ed,? (?:[\w-]+,? ){0,2}(?:controlled|clinical) trial\b", re.IGNORECASE
)
_OF_PEOPLE_ALONE: Final = frozenset(
    {
        StudyDesign.CASE_REPORT,
        StudyDesign.CASE_SERIES,
        StudyDesign.CROSSOVER_RCT,
        StudyDesign.CLUSTER_RCT,
        StudyDesign.PILOT_RCT,
        StudyDesign.RCT,
        StudyDesign.QUALITATIVE,
        StudyDesign.CASE_CONTROL,
    }
)
"""Designs that cells and computers have not: words for both stand in a series of cases that were seen under a glass."""


def _titled_of_people(told: _Told) -> Known[StudyDesign] | None:
    titled = _titled(told)
    return titled if titled and titled.value in _OF_PEOPLE_ALONE else None


def _comment(reading: Reading, told: _Told) -> Known[StudyDesign] | None:
    """An editorial, a letter or an essay; one that reports a study of its own is that study."""
    if told.kind is not ArticleType.COMMENTARY or reading.tells_of_methods:
        return None
    of_itself = [sentence for part in told.of_itself for sentence in part]
    if any(_TOOK_IN.search(sentence.quote) for sentence in [*of_itself, *reading.sentences[:_FIRST]]):
        return None
    first = next(quotable(reading.sentences), None)
    return known(Known[StudyDesign], StudyDesign.COMMENTARY, first) if first else None


_TOOK_IN: Final = re.compile(
    r"\bwe (?:\w+ )?(?:recruited|enrolled|randomi[sz]ed|surveyed|interviewed|followed|measured|screened)\b"
    r"|\bwe (?:\w+ )?(?:studied|included|reviewed|examined|analy[sz]ed) (?:\w+ ){0,3}\d",
    re.IGNORECASE,
)
"""What a letter says that reports a study without a heading over its methods."""


def _in_people(told: _Told) -> Known[StudyDesign] | None:
    declared = _within_a_trial(told) or _titled(told) or _named(told, IN_PEOPLE)
    found = declared or _by_keyword(told) or _by_heading(told) or _done(told)
    if found and found.value in _RANDOMISED and _asks_beyond_the_arms(told):
        return _named(told, [each for each in IN_PEOPLE if each.design not in _TRIALS]) or _as_one_group(told)
    return found


def _by_keyword(told: _Told) -> Known[StudyDesign] | None:
    """The design that is a keyword in full, as authors list it, where a sentence bears it out."""
    for keyword in told.keywords:
        named = next((each for each in KEYWORDS if each.forms[0].fullmatch(keyword.strip())), None)
        if named and (found := _supported(named.design, told)):
            return found
    return None


def _by_heading(told: _Told) -> Known[StudyDesign] | None:
    """A randomised trial by the part of its methods that tells how people were allocated."""
    return _proved(
        StudyDesign.RCT, _INTO_GROUPS, (s for s in told.under(_RANDOMISATION) if not ORDERED.search(s.quote))
    )


_RANDOMISATION: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:randomi[sz]ation|(?:random )?allocation|allocation concealment|assignment)\b", re.IGNORECASE
)
_INTO_GROUPS: Final = re.compile(
    r"\brandom\w*\b[^.;]{0,120}\b(?:groups?|arms?|intervention|treatment|control|placebo)\b"
    r"|\b(?:groups?|arms?|patients|participants|subjects|women|children)\b[^.;]{0,80}\brandom\w*",
    re.IGNORECASE,
)


def _as_one_group(told: _Told) -> Known[StudyDesign] | None:
    """Who took part in a trial, followed as one group, is a cohort."""
    own = _own(told)
    return _named_in(own, (FOLLOWED,)) if any(LATER.search(s.quote) for s in own) else None


def _own(told: _Told) -> list[Sentence]:
    """What an abstract says of its own study; its background and conclusion tell of the world."""
    return [s for s in told.abstract if s.role in _OWN_ROLES or _of_itself(s)]


_TRIALS: Final = _RANDOMISED | {StudyDesign.SINGLE_ARM_TRIAL, StudyDesign.NON_RANDOMISED_TRIAL}
_OWN_ROLES: Final = (Role.METHODS, Role.AIM, Role.RESULTS)


def _tells_of_the_future(told: _Told) -> bool:
    """Whether most that the abstract tells of its methods is still to be done, and there are no results."""
    if told.has_results or told.kind in (ArticleType.COMMENTARY, ArticleType.REVIEW):
        return False
    methods = [s for s in told.abstract if s.role is Role.METHODS]
    future = [s for s in methods if _WILL_BE.search(s.quote)]
    return len(future) >= _TWICE and 2 * len(future) > len(methods)


_TWICE: Final = 2
_WILL_BE: Final = re.compile(
    r"\b(?:patients|participants|subjects|adults|children|women|men|outcomes?|data|assessments?|groups?"
    r"|interviews|questionnaires|students|caregivers|pairs|recruits|analys[ei]s)\b[^.;]{0,60}\bwill\b"
    r"|\bwill (?:be )?(?:randomi|recruit|enrol|receiv|assess|measur|includ|follow|compar|collect|conduct|invit)\w*",
    re.IGNORECASE,
)


def _planned(told: _Told) -> Known[StudyDesign] | None:
    """What a paper plans that is a protocol by its type or title, or else how it says that it was designed."""
    proofs = (_proved(StudyDesign.PROTOCOL, form, told.everything) for form in (_PLANS, _WILL, _DESIGNED))
    return next((proof for proof in proofs if proof), None)


_TITLE_OF_PROTOCOL: Final = re.compile(
    r"\b(?:study|trial|review|research) protocol\b|\b(?:a|the) protocol for\b|\bprotocol (?:for|of) (?:a|an|the)\b"
    r"|[:\u2013-] (?:a )?protocol\b|: the [\w-]+ (?:trial |study )?protocol\b",
    re.IGNORECASE,
)
_TITLE_OF_DESIGN: Final = re.compile(
    r"\brationale,? (?:and |& )?(?:study |trial )?design\b|\bdesign,? (?:and|&) (?:rationale|methods?|methodology)\b"
    r"|\A(?:the )?(?:(?:rationale|methods?|study) and )?design(?: and (?!evaluat|validat|develop|result)\w+)?"
    r" of (?:an?|the) (?:[\w()-]+,? ){0,14}(?:trial|study)\b|[:.?] (?:study|trial) design\.?\Z",
    re.IGNORECASE,
)
_OBSERVES: Final = re.compile(r"\b(?:cohort|survey|regist(?:er|ry)|longitudinal|cross-?\s?sectional)\b", re.IGNORECASE)
"""What is set up to observe is named for what it is, also while it is only designed."""


def _is_titled_a_protocol(title: str) -> bool:
    designed = _TITLE_OF_DESIGN.search(title) and not _OBSERVES.search(title)
    return bool(_TITLE_OF_PROTOCOL.search(title) or designed)


_PLANS: Final = re.compile(
    r"\b(?:study|trial|this|the present) protocol\b|\bprotocol (?:for|of|is for) (?:a|an|the|this)\b"
    r"|\bare randomly (?:allocated|assigned)\b|\bwill (?:be )?(?:randomi|recruit|enrol|conduct|compare|include"
    r"|evaluate"
    r"|assess|allocate|assign|test|determine|search|perform|examine)|\b(?:study|trial) aims to\b|\bprotocol\b",
    re.IGNORECASE,
)


_WILL: Final = re.compile(r"\bwill\b", re.IGNORECASE)
_DESIGNED: Final = re.compile(r"\b(?:design(?:ed)?|aims?|objectives?|rationale)\b", re.IGNORECASE)


def _review(told: _Told) -> Known[StudyDesign] | None:
    """A review by its title, by its own words, or by its type; a review of one's own patients is none."""
    if told.kind is ArticleType.CASE_REPORT and not _OF_REPORTS.search(told.title):
        return None
    titled = _first_fitting(TITLES, told.title)
    if titled and titled.design in _REVIEW_DESIGNS and not _OWN_CASES.search(told.title):
        return _supported(titled.design, told)
    own = [*told.of_itself[0], *(s for s in told.abstract if _THIS_REVIEW.search(s.quote))]
    named = _named_in(own, REVIEWS) or _named_in(told.abstract, SEARCHED) or _chosen(told) or _searched(told)
    if named and (named.value in _SYSTEMATIC or not _tells_of_own_cases(told)):
        return named
    if told.kind is not ArticleType.REVIEW or _OWN_CASES.search(told.title):
        return None
    return _supported(StudyDesign.NARRATIVE_REVIEW, told) or _by_title_alone(StudyDesign.NARRATIVE_REVIEW, told)


_THIS_REVIEW: Final = re.compile(r"\b(?:this|our|the present) (?:[\w-]+ ){0,2}(?:review|overview)\b", re.IGNORECASE)
"""What such a sentence goes on to say of other studies is what the review is about."""


def _chosen(told: _Told) -> Known[StudyDesign] | None:
    """A review by its methods: only where the abstract tells of no people whom the authors took in themselves."""
    sentences = [*told.abstract, *told.methods]
    if not any(REPORTED_AS_REVIEW.search(sentence.quote) for sentence in sentences):
        return None
    took_in = any(_TOOK_IN.search(sentence.quote) for sentence in told.abstract)
    return None if took_in else _named_in(sentences, CHOSEN)


def _searched(told: _Told) -> Known[StudyDesign] | None:
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


def _tells_of_own_cases(told: _Told) -> bool:
    return any(_OWN_CASES.search(sentence.quote) for sentence in told.abstract)


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
"""The words of a sentence that can stand as proof of what the title says: the title itself is not in the text."""


def _titled(told: _Told) -> Known[StudyDesign] | None:
    titled = _first_fitting((named for named in TITLES if named.design not in _REVIEW_DESIGNS), told.title)
    if titled is None or _OF_OTHERS.search(_COMPLIANT.sub("", told.title)):
        return None
    firm = titled not in LOOSE_TITLES
    return _supported(titled.design, told) or (_by_title_alone(titled.design, told) if firm else None)


_COMPLIANT: Final = re.compile(r"\b(?:prisma|consort|strobe|care)[- ](?:compliant|guided)\b", re.IGNORECASE)
"""`A STROBE compliant cross-sectional study` keeps the rules of a statement and is none."""


def _by_title_alone(value: StudyDesign, told: _Told) -> Known[StudyDesign] | None:
    """What only the title says, proved by the first sentence about this study: no weaker word outdoes a title."""
    of_itself = next((sentence for part in told.of_itself for sentence in part), None)
    sentence = of_itself or next(iter(told.everything), None)
    return known(Known[StudyDesign], value, sentence) if sentence else None


def _supported(value: StudyDesign, told: _Told) -> Known[StudyDesign] | None:
    """The sentence that names the design as the title does, else one that speaks of it."""
    sentences = told.everything
    named = next((each for each in (*REVIEWS, *IN_PEOPLE) if each.design is value), None)
    by_name = _said([s for s in sentences if not _OF_OTHERS.search(s.quote)], named) if named else []
    if by_name:
        return known(Known[StudyDesign], value, *by_name)
    support = _SUPPORT.get(value)
    proof = _proved(value, support, sentences) if support else None
    return proof or (_proved(value, _COMPARED, sentences) if value in _RANDOMISED else None)


_COMPARED: Final = re.compile(
    r"\b(?:usual care|control (?:group|arm)|placebo|compared? (?:\w+ ){1,8}with|allocated)\b", re.IGNORECASE
)
"""What proves a trial whose title alone tells of chance, as that of its costs may."""


def _proved(value: StudyDesign, form: re.Pattern[str], sentences: Iterable[Sentence]) -> Known[StudyDesign] | None:
    sentence = next((s for s in sentences if form.search(s.quote)), None)
    return known(Known[StudyDesign], value, sentence) if sentence else None


_PARENT: Final = re.compile(
    r"\b(?:nested|embedded|sub-?study|ancillary study|parent|process evaluation|interviews|focus groups)\b[^.;]{0,60}"
    r"\b(?:trial|rct)\b|\bparent (?:trial|study)\b|\bprocess evaluation\b"
    r"|\b(?:perspectives?|views|experiences|perceptions|acceptability|barriers|facilitators)\b[^.;:?]{0,120}"
    r"\b(?:of|in|from|on|with|to|within|during) (?:an?|the) (?:[\w-]+,? ){0,9}(?:trial|rct)\b"
    r"|\bbaseline (?:data|characteristics|findings|assessments?|measures|survey)\b[^.;]{0,40}\b(?:of|from"
    r"|in)\b[^.;]{0,40}"
    r"\b(?:trial|rct)\b",
    re.IGNORECASE,
)
"""A trial of which this paper reports another part: its interviews, its baseline."""


def _within_a_trial(told: _Told) -> Known[StudyDesign] | None:
    """The design of a study inside a trial is what it did itself, not that the trial was randomised."""
    sentences = [*told.abstract, *told.methods]
    parent = next((s for s in sentences if _PARENT.search(s.quote)), None)
    if parent is None and not _PARENT.search(told.title):
        return None
    if found := _named_in(sentences, (TALKED_WITH,)):
        return found
    return (
        known(Known[StudyDesign], StudyDesign.CROSS_SECTIONAL, parent)
        if parent and _IS_BASELINE(parent.quote)
        else None
    )


_IS_BASELINE: Final = re.compile(r"\bbaseline\b", re.IGNORECASE).search


_ABOUT_A_TRIAL: Final = re.compile(
    r"\b(?:predictors?|predicting|characteristics|recruit\w+|non-?participants?|adherence|reasons|determinants"
    r"|correlates|associations?|associated|risk factors|moderators?|mediators?)\b.{0,120}"
    r"\b(?:in|of|from|for|to|within|on) (?:an?|the|two|three) (?:[\w-]+,? ){0,6}(?:trial|rct)s?\b",
    re.IGNORECASE,
)
_AFTERWARDS: Final = re.compile(
    r"\b(?:secondary|post[- ]?hoc|ancillary|exploratory)(?: \w+)? analys[ei]s (?:\w+ ){0,3}(?:of|from|using|on)\b"
    r"|\b(?:markov|decision[- ]analytic(?:al)?|state[- ]transition|microsimulation|decision tree) (?:\w+ )?model",
    re.IGNORECASE,
)
_ARMS: Final = re.compile(
    r"\b(?:treatment|intervention|control|placebo|both|two|three|usual[- ]care) (?:groups?|arms?)\b"
    r"|\bbetween[- ](?:the )?(?:\w+ )?(?:groups?|arms?)\b|\bplacebo\b|\b(?:treatment|intervention) effects?\b",
    re.IGNORECASE,
)


def _asks_beyond_the_arms(told: _Told) -> bool:
    """Whether data of a trial answer another question than what its arms differ in: what predicts, what it may cost."""
    another = _ABOUT_A_TRIAL.search(told.title) or any(_AFTERWARDS.search(s.quote) for s in told.abstract)
    return bool(another) and not any(_ARMS.search(sentence.quote) for sentence in told.abstract)


def _named(told: _Told, table: Sequence[Named]) -> Known[StudyDesign] | None:
    for sentences in told.of_itself:
        if found := _named_in(sentences, table):
            return found
    return None


def _done(told: _Told) -> Known[StudyDesign] | None:
    for sentences, table in ((told.abstract, BY_WHAT_WAS_DONE), (told.methods, _by_methods(told))):
        own = [sentence for sentence in sentences if not _OF_OTHERS.search(sentence.quote)]
        if found := _named_in(own, [each for each in table if not _is_ruled_out(each, own)]):
            return found
    own = [s for s in told.abstract if not _OF_OTHERS.search(s.quote)]
    if not _is_ruled_out(SURVEYED, own) and (surveyed := _named_in(own, (SURVEYED,))):
        return surveyed
    tried = any(TRIED.search(sentence.quote) for sentence in told.abstract) or TRIED.search(told.title)
    of_study = _own(told)
    if tried or any(FOLLOWED_UP.search(s.quote) for s in of_study):
        return None
    return _named_in(of_study, (SEEN_ONCE, COMPARED_WITH_HEALTHY))


def _by_methods(told: _Told) -> Sequence[Named]:
    """What methods say in passing (a form that was filled in, a test that is accurate) does not outdo an abstract."""
    if not told.abstract:
        return BY_WHAT_WAS_DONE
    return [named for named in BY_WHAT_WAS_DONE if named.design not in _SAID_IN_PASSING]


_SAID_IN_PASSING: Final = frozenset(
    {
        StudyDesign.SURVEY,
        StudyDesign.DIAGNOSTIC_ACCURACY,
        StudyDesign.SINGLE_ARM_TRIAL,
        StudyDesign.CASE_SERIES,
        StudyDesign.CASE_REPORT,
    }
)


def _observed(told: _Told) -> Known[StudyDesign] | None:
    """Where nothing else is told of people: a test held against the truth, how they fared, or what goes with what."""
    own = _own(told)
    if computed := _computed(told):
        return computed
    if any(GIVEN.search(s.quote) for s in own) or TRIED.search(told.title):
        return None
    if any(LATER.search(s.quote) for s in own):
        return _named_in(own, (FOLLOWED,))
    return _named_in(own, (HELD_AGAINST_THE_TRUTH, WENT_TOGETHER))


def _computed(told: _Told) -> Known[StudyDesign] | None:
    """A method of computing that is shown on data of people: most of the abstract tells of it."""
    said = [s for s in told.abstract if WORDS[Species.COMPUTATIONAL].sure.search(s.quote.lower())]
    often = len(said) >= _OFTEN and 2 * len(said) >= len(told.abstract)
    return known(Known[StudyDesign], StudyDesign.COMPUTATIONAL, said[0]) if often else None


_OFTEN: Final = 4


def _is_ruled_out(named: Named, sentences: Iterable[Sentence]) -> bool:
    """A trial with controls has more than one arm; a questionnaire before and after something is no survey."""
    against = {
        StudyDesign.SINGLE_ARM_TRIAL: CONTROLS,
        StudyDesign.CASE_SERIES: NO_SERIES,
        StudyDesign.SURVEY: ASKED_TWICE,
    }.get(named.design)
    return against is not None and any(against.search(sentence.quote) for sentence in sentences)


def _of_itself(sentence: Sentence) -> bool:
    plain = sentence.kind is SectionKind.ABSTRACT and sentence.role is Role.METHODS
    headed = sentence.kind is SectionKind.METHODS and _HEADS_DESIGN.search(sentence.heading) is not None
    itself = plain or headed or _ITSELF.search(sentence.text) is not None
    return itself and not _OF_OTHERS.search(sentence.quote) and not _NOT_ALLOCATION.search(sentence.quote)


_HEADS_DESIGN: Final = re.compile(
    r"\b(?:study|trial|research|experimental) design\b|\A\W*(?:[\d.]+\s+)?(?:overall )?design\b", re.IGNORECASE
)
"""What stands under such a heading is about this study, however it is worded."""
_MIXED_METHODS: Final = re.compile(r"\bquantitative(?:ly)?\b(?! content)|\bmixed[- ]methods?\b", re.IGNORECASE)
"""A study with interviews beside its counts is not a qualitative one."""


def _named_in(sentences: Iterable[Sentence], table: Sequence[Named]) -> Known[StudyDesign] | None:
    told = list(sentences)
    mixed = any(_MIXED_METHODS.search(sentence.quote) for sentence in told)
    for named in (each for each in table if not mixed or each.design is not StudyDesign.QUALITATIVE):
        if said := _said(told, named):
            return known(Known[StudyDesign], named.design, *said)
    return None


def _said(sentences: Sequence[Sentence], named: Named) -> list[Sentence]:
    """One sentence for each form, the first; nothing unless every form is met."""
    if named.design in _ALLOCATED:
        sentences = [s for s in sentences if not ORDERED.search(s.quote)]
    found = [next((s for s in sentences if form.search(s.quote)), None) for form in named.forms]
    return [s for s in found if s is not None] if all(found) else []


_ALLOCATED: Final = _RANDOMISED - {StudyDesign.CROSSOVER_RCT}
"""In these people themselves were allocated, not the order in which each met everything."""


def _first_fitting(table: Iterable[Named], text: str) -> Named | None:
    return next((named for named in table if named.fits(text)), None)
