"""The calendar period over which people or records were taken."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.evidence import known
from pipeline.draft.facts.period import periods
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.text.lengths import period as period_of


def widest_period(sentences: Iterable[Sentence]) -> Known[str] | None:
    """The first period, or a later one that holds it: of several kinds of animals, the one watched longest."""
    told = [(ends, *each) for each in _told(sentences) if (ends := period_of(each[0]))]
    if not told:
        return None
    first, last = told[0][0]
    holding = [each for each in told if each[0][0] <= first and each[0][1] >= last]
    _, value, sentence = max(holding, key=lambda each: each[0][1])
    return known(Known[str], value, sentence)


def first_period(sentences: Iterable[Sentence]) -> Known[str] | None:
    """The first that is told of those who took part or of what was recorded; none where it is one of two."""
    told = next(_told(sentences), None)
    return known(Known[str], told[0], told[1]) if told and told[0] else None


def tells_two_periods(sentences: Iterable[Sentence]) -> bool:
    """Whether the first to tell of such a period tells of two that lie apart, so that neither is the study's."""
    told = next(_told(sentences), None)
    return told is not None and not told[0]


TAKEN: Final = re.compile(
    r"\b(?:patients?|participants?|subjects|individuals|people|women|men|children|infants|cases|records|charts"
    r"|admissions|operations|procedures|visits"
    r"|data|deaths|births"
    r"|study"
    r"|trial|surveys?|admitted|enrol\w+|recruit\w+|includ\w+|conducted|performed|collected|seals?|animals|mothers"
    r"|interviews"
    r"|volunteers|students|tagged|captured|caught|trapped|released|underwent|treated|respondents|hospitali[sz]ed"
    r"|sampl\w+|evaluated|analy[sz]ed|surveyed|studied|diagnos\w+|referred|identified|assessed"
    r"|delivered|registered|interviewed|reviewed|neonates|adults|presenting|seen|observations|recorded|filmed"
    r"|sightings|incidence|mortality|trends|estimated|active|deployed|cameras?|answered|questionnaires?|responses"
    r"|panels?|visited|monitored|genotyped|sequenced|tested|attended|watched|walked|counts|investigated|reported"
    r"|notified|outbreaks?|participated)\b",
    re.IGNORECASE,
)
_SEARCHED: Final = re.compile(
    r"\b(?:search\w*|publish\w*|literature|databases? from|guideline|accessed|downloaded)\b|https?:|\bwww\.",
    re.IGNORECASE,
)
"""When a source was looked up is not how long anything lasted."""
_CALCULATED: Final = re.compile(
    r"(?:\A|[.;:] )(?:The )?(?:Data(?: [Aa]nalys[ei]s)?|(?:Statistical )?[Aa]nalys[ei]s) (?:was|were)"
    r" (?:analy[sz]ed|performed|conducted|done|carried out|completed),? (?:from|between|in|during)\b[^;]*"
)
"""When the numbers were worked out is not how long they were taken."""


_OF_OTHERS: Final = re.compile(
    r"\b(?:additional|comparison) (?:[\w-]+ )?(?:samples?|data|purposes)\b|\bpilot-?tested\b|\bpre-?test(?:ed|ing)\b"
    r"|\b(?:in|by|of|from) an? (?:[\w-]+ )?pilot study\b|\bteachers registered\b|\bembargo|\bgrants?\b|\bfunded\b"
    r"|\b(?:sites?|cent(?:er|re)s?) (?:commenced|began|started|opened)\b|\b(?:baseline|visit|wave) \((?:19|20)\d\d"
    r"|\bstratification\b|\bcovariates?\b|\bdefined as\b|\b(?:negative|historical) controls?\b"
    r"|\bdata (?:from|of) an? (?:[\w-]+ ){0,4}trial in which\b"
    r"|\bexclude\b|\b(?:19|20)\d\d (?:were|was) excluded\b"
    r"|\bnot (?:conducted|collected|performed|available|recorded)\b",
    re.IGNORECASE,
)
"""Periods of something that was done beside the study, before it, or at its beginning alone."""


def _told(sentences: Iterable[Sentence]) -> Iterator[tuple[str, Sentence]]:
    """Each sentence of such a period with it, or with an empty text where it tells of two that lie apart."""
    for sentence in sentences:
        if told := _periods(sentence.quote, headed=_HEADED.match(sentence.heading) is not None):
            yield "" if _lie_apart(told) else told[0], sentence


_HEADED: Final = re.compile(r"\s*(?:setting|participants|patients|population|data sources?|design)\b", re.IGNORECASE)
"""Parts of an abstract whose calendar periods are those of the records, without a verb."""


def _periods(quote: str, *, headed: bool) -> list[str]:
    if not (told := list(periods(quote))):
        return []
    recorded = _CALCULATED.sub("", quote)
    if not (headed or TAKEN.search(recorded)) or _SEARCHED.search(recorded) or _OF_OTHERS.search(recorded):
        return []
    return told if recorded == quote else list(periods(recorded))


def _lie_apart(told: list[str]) -> bool:
    ends = [each for each in map(period_of, told) if each]
    return any(begin > ends[0][1] or end < ends[0][0] for begin, end in ends[1:])
