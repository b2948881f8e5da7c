"""The parts of a paper in which it names its design, and what in them is said of this study and not of others."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from pipeline.draft.facts.evidence import quotable
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import SectionKind

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
    r"|review(?:ed)?|compared|randomi[sz]ed|assigned|studied|summari[sz]e|investigated|examined|assessed|evaluated"
    r"|analy[sz]ed|measured"
    r"|recruited|enrol+ed|included|followed|collected|surveyed|interviewed|aimed|sought)\b|\b(?:were|was"
    r"|are) (?:\w+ ){0,2}(?:randomi"
    r"|allocated|assigned|divided|interviewed|conducted|performed|enrol+ed|recruited|undertaken)"
    r"|\A\W*(?:in|using|by) an? (?:[\w:-]+,? ){0,8}(?:study|trial|design|experiment|survey|cohort|series|approach)\b"
    rf"|^(?:a|an) (?:[\w-]+,? ){{1,8}}(?:{_KINDS})\b|^(?:[\w-]+,? ){{1,7}}(?:{_KINDS})\.$",
    re.IGNORECASE,
)


_ANOTHER_TRIAL: Final = (
    r"\brandomi[sz]ed (?:[\w-]+,? ){0,3}(?:trial|study)\b[^.;]{0,60}\b(?:would|could|might) be\b"
    r"|\b(?:used|help|needed) to (?:design|plan|power) an? (?:[\w-]+,? ){0,4}(?:trial|study)\b"
    r"|\b(?:an?|further|larger|future|more) (?:[\w-]+,? ){0,4}(?:trials?|study|studies)\b[^.;]{0,120}"
    r"\b(?:is|are|may be|might be|would be|seems?) (?:warranted|needed|required|necessary|justified)\b"
    r"|\bdata (?:[\w-]+ ){0,5}(?:were|was|are) (?:obtained|taken|drawn|derived|collected) from an? (?:[\w-]+,? ){0,5}"
    r"(?:trial|rct)\b|\ba (?:19|20)\d\d (?:[\w-]+ ){0,3}(?:study|trial|survey|review)\b"
    r"|\b(?:OLE|extension(?: study| phase| trial)?) (?:\([^()]*\) )?of an? (?:[\w-]+,? ){0,10}(?:study|trial)\b"
    r"|\bpilot (?:study|trial)\b[^.;]{0,60}\b(?:determine|calculate|estimate)\b[^.;]{0,20}\bsample size\b"
)
ANOTHER_TRIAL: Final = re.compile(_ANOTHER_TRIAL, re.IGNORECASE)
"""A trial that somebody should do one day, that lent this study its data or numbers, or that it goes on from."""
OF_OTHERS: Final = re.compile(
    r"\b(?:previous|prior|earlier|other|recent|several|published|most|few|future|further|larger|needed|warranted"
    r"|(?:eligible|included)(?! (?:in|into|for) (?:this|the|our|a)\b)|relevant|need for)"
    r" (?:[\w-]+ ){0,4}(?:stud(?:y|ies)|trials?|reviews?|meta-analys[ie]s|articles)\b"
    r"|\bet al\b"
    r"|\b(?:recruited|drawn|selected|sampled) from (?:an?|the|two|three) (?:[\w-]+,? ){0,6}(?:trials?|rcts?)\b"
    r"|\b(?:based on|from) (?:an?|the|our) (?:[\w-]+ )?pilot (?:study|data|trial)\b"
    r"|\b(?:a|one) (?:[\w-]+ ){0,5}(?:trial|study) (?:showed|demonstrated|found|reported|suggested|has shown)\b"
    r"|\b(?:data|participants|patients|samples?) (?:of|from|in) (?:the |one |both )?(?:[\w-]+ ){0,3}(?:arms?|groups?)"
    r" of (?:an?|the)\b"
    r"|\b(?:for|before|ahead of|prior to|in preparation for) (?:an?|the) (?:[\w-]+ )?(?:ongoing|planned|future"
    r"|upcoming"
    r"|subsequent|larger|forthcoming|definitive)\b[^.;]{0,40}\b(?:trial|rct|study)\b"
    r"|\b(?:would|might) (?:[\w-]+ ){0,3}(?:enter|enrol|join|recruit|randomi[sz]e|support|need|take part)\w*\b"
    rf"|{_ANOTHER_TRIAL}"
    r"|\bshould be (?:[\w-]+ ){0,2}(?:evaluated|confirmed|studied|investigated|validated|examined|tested|explored)\b"
    r"|\bpreviously (?:participat|enrol|includ|publish|report|describ)\w*|\b(?:studies|trials) (?:have|are|is|that"
    r"|were|on|of|with|in) |\b(?:prisma|consort|strobe) |\bstatement\b"
    r"|\b(?:urgent|clear|pressing) need\b|\bsearche[sd]\b.{0,80}\bfor\b|\bwe (?:included|excluded"
    r"|retrieved)\b.{0,40}\b(?:studies|trials)\b",
    re.IGNORECASE,
)


def tells_of_others(quote: str) -> bool:
    """Whether a sentence tells of other studies, and not only whence this one has its people."""
    return OF_OTHERS.search(_WHENCE.sub("", quote)) is not None


_WHENCE: Final = re.compile(
    r"\b(?:who|that) (?:had )?(?:completed|finished|participated|took part|(?:were|was) enrol+ed)\b[^.;,]{0,60}"
    r"\b(?:in|of) (?:an?|the|our) (?:previous|earlier|prior|original|preceding|parent) (?:study|trial)\b",
    re.IGNORECASE,
)
"""`Patients who completed 8 weeks in a previous study` were followed further in this one."""
NOT_ALLOCATION: Final = re.compile(
    r"\b(?:discovery|validation|training|testing|derivation|test) (?:and \w+ )?"
    r"(?:cohorts?|samples?|(?:data)?sets?|data)\b"
    r"|\b(?:validation|derivation|discovery) groups?\b"
    r"|\b(?:trials|stimuli|phases?(?! [\dIV])|positions?|locations?|orientations?|directions?|delays?|durations?"
    r"|contrasts?|gratings?|targets?|cues?|frames?|onsets?|intervals?)\b[^.;]{0,50}"
    r"\b(?:was|were) (?:\w+ )?randomi[sz]ed\b"
    r"|\brandomi[sz]ed every \d|\b(?:international )?standard randomi[sz]ed controlled trials?\b"
    r"|\b(?:verify|validate|explore|confirm) the (?:[\w-]+ ){0,3}(?:structure|questionnaire|scale|instrument|model)\b"
    r"|\b(?:samples|specimens|slides|chips|arrays|plates|stimuli|images|sequences)\b(?: [\w-]+){0,4} (?:were|was)"
    r" (?:\w+ |(?:divided|split|assigned|allocated|distributed|spread) (?:at )?)?random"
    r"|\brandom\w*\b[^.;]{0,60}\b(?:chips?|arrays?|batch(?:es)?|plates?)\b",
    re.IGNORECASE,
)
"""Data that are split by chance into two parts for a model, samples spread over chips: nobody was allocated."""


_HEADS_DESIGN: Final = re.compile(
    r"\b(?:study|trial|research|experimental) design\b|\A\W*(?:[\d.]+\s+)?(?:overall )?design\b", re.IGNORECASE
)
"""What stands under such a heading is about this study, however it is worded."""


FIRST, _LAST = 40, 4
"""Sentences at the beginning of the methods, and at the end of the introduction."""


class Told:
    """The parts of a paper in which it names its design."""

    def __init__(self, reading: Reading) -> None:
        self.title, self.titled = reading.title, reading.titled
        self.kind = reading.paper.metadata.article_type
        parts = (Role.METHODS, Role.AIM, Role.BACKGROUND, Role.RESULTS, Role.CONCLUSION)
        self.abstract = list(quotable(reading.abstract(*parts)[:LONGEST_ABSTRACT]))
        self.methods = list(quotable(reading.within(SectionKind.METHODS)))[:FIRST]
        self.introduction = list(quotable(reading.within(SectionKind.INTRODUCTION)))[-_LAST:]
        self.has_results = bool(reading.within(SectionKind.RESULTS))
        self.tells_results = self.has_results or bool(reading.abstract(Role.RESULTS))
        self.keywords, self.journal = reading.paper.metadata.keywords, reading.paper.metadata.journal
        self._reading = reading

    @cached_property
    def first(self) -> Sentence | None:
        """The first sentence of the paper, wherever it stands."""
        return next(quotable(self._reading.sentences), None)

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
        return [[s for s in part if is_of_itself(s)] for part in (self.abstract, self.methods, self.introduction)]


def is_of_itself(sentence: Sentence) -> bool:
    """Whether a sentence tells of this study and of no other."""
    plain = sentence.kind is SectionKind.ABSTRACT and sentence.role is Role.METHODS
    headed = sentence.kind is SectionKind.METHODS and _HEADS_DESIGN.search(sentence.heading) is not None
    itself = plain or headed or _ITSELF.search(sentence.text) is not None
    return itself and not tells_of_others(sentence.quote) and not NOT_ALLOCATION.search(sentence.quote)


_OWN_ROLES: Final = (Role.METHODS, Role.AIM, Role.RESULTS)


def own(told: Told) -> list[Sentence]:
    """What an abstract says of its own study; its background and conclusion tell of the world."""
    return [s for s in told.abstract if s.role in _OWN_ROLES or is_of_itself(s)]


_OF_ITSELF_ALWAYS: Final = re.compile(
    r"\b(?:we|our)\b|\bthis (?:article|paper|study|trial)\b|\A\W*(?:study )?design:", re.IGNORECASE
)


def of_this_study(sentences: Iterable[Sentence]) -> list[Sentence]:
    """What tells of no other study, and is no background, unless it speaks of what the authors did."""
    return [s for s in sentences if _is_no_background(s) and not tells_of_others(s.quote)]


def _is_no_background(sentence: Sentence) -> bool:
    """Whether it may be told of this study: without labels, an abstract's parts are only guessed."""
    if sentence.role is not Role.BACKGROUND or _OF_ITSELF_ALWAYS.search(sentence.quote):
        return True
    return _UNLABELLED.match(sentence.heading) is not None and _WAS_DONE.search(sentence.quote) is not None


_UNLABELLED: Final = re.compile(r"\W*(?:(?:abstract|summary)\W*)?\Z", re.IGNORECASE)
_WAS_DONE: Final = re.compile(
    r"\b(?:was|were|had|received|took|underwent|completed|came|gave|began|trained|participated|consumed|drank"
    r"|ate|compared|measured|tested|followed"
    r"|recruited|enrolled|assigned|randomi[sz]ed|examined|interviewed|asked|answered|attended|performed|ran"
    r"|walked|mated"
    r"|kept|included|collected|treated|analy[sz]ed|studied|wore|used)\b",
    re.IGNORECASE,
)


TOOK_IN: Final = re.compile(
    r"\bwe (?:\w+ )?(?:recruited|enrolled|randomi[sz]ed|surveyed|interviewed|followed|measured|screened)\b"
    r"|\bwe (?:\w+ )?(?:studied|included|reviewed|examined|analy[sz]ed) (?:\w+ ){0,3}\d",
    re.IGNORECASE,
)
"""What a letter says that reports a study without a heading over its methods."""
