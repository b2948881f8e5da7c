"""How many a protocol means to take in: its own number, not those of power calculations or of each group."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from pipeline.draft.facts.counted_nouns import Noun, noun_after, noun_of_bracket
from pipeline.draft.facts.evidence import quotable
from pipeline.draft.facts.may_count import may_count
from pipeline.draft.facts.one_of_many import is_one_of_many
from pipeline.draft.facts.sums import summed
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import SectionKind
from pipeline.models.study import Sample, SampleRole, SampleUnit
from pipeline.text.numbers import Number, numbers

_WILL: Final = re.compile(
    r"\b(?:will|shall|to be|plans?|planned|propose|aims?|intend\w*|target\w*|are (?:being )?(?:recruited|randomi[sz]ed"
    r"|enrol+ed|allocated|assigned))\b",
    re.IGNORECASE,
)
_TAKEN_IN: Final = re.compile(
    r"\b(?:recruit\w*|enrol\w*|includ\w*|randomi[sz]\w*|invit\w*|participat\w*|assign\w*|allocat\w*|take part"
    r"|involv\w*|survey\w*|interview\w*)\b",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(
    r"\b(?:total|sample size|overall|in all|altogether|a sample)\b[^.;]{0,60}\Z|\bsample size\b[^.;]{0,30}\Z",
    re.IGNORECASE,
)
_SIZE: Final = re.compile(
    r"\bsample size (?:of|was|is|will be)[^.;]{0,40}\Z|\btotal (?:of )?\s*\Z|\(n ?= ?\Z", re.IGNORECASE
)
_AT_LEAST: Final = re.compile(
    r"\b(?:at least|a minimum of|minimally|up to|approximately|about|around)\s*\Z", re.IGNORECASE
)
"""A bound, which in a plan is the number that is meant."""
_TARGET: Final = re.compile(
    r"\btarget(?:ed)? (?:sample size|n|recruitment)(?: is| of| will be| was| ?=)? ?(?P<n>\d[\d,]*)(?=\s*(?:[,.;)]|\Z))",
    re.IGNORECASE,
)
"""`Target sample size is 760`, `(target n = 20)`: those who are to take part."""
_REQUIRES: Final = re.compile(
    r"\b(?:trial|study) (?:will )?(?:requires?|needs?) (?:(?:a total of|a sample of|n ?=) ?)?(?P<n>\d[\d,]*)"
    r" (?:[\w-]+ ){0,3}?(?:adults|patients|participants|children|women|men|people|subjects|students|volunteers)\b"
    r"(?! (?:per|in each|in every|for each)\b)",
    re.IGNORECASE,
)
"""`The trial requires n = 306 participants (153 in each group)`."""
_RECRUITED: Final = re.compile(
    r"\b(?:adults|patients|participants|children|women|men|people|subjects|students|infants|volunteers)\b[^.;]{0,150}"
    r"\bwill be (?:recruited|enrol+ed|randomi[sz]ed|included)\b[^.;()]{0,40}\(n ?= ?(?P<n>\d[\d,]*)\)",
    re.IGNORECASE,
)
"""`Adults who hardly move will be recruited for this study (n=146)`."""
_FORMS: Final = (_TARGET, _RECRUITED, _REQUIRES)
_COMMITTEE: Final = re.compile(r"\b(?:committee|board|steering group|monitoring group)\b[^.;]*\Z", re.IGNORECASE)
_INTERVIEWS: Final = re.compile(r"\binterview(?:s|ed|ing)?\b", re.IGNORECASE)
"""Some of those who take part are asked afterwards how it was."""
_EACH: Final = re.compile(
    r"\b[Ee]ach (?:group|arm) (?:shall|will|would|is to) (?:have|include|contain|consist of|comprise)\b[^.;]*\Z|"
    r"\b[Ee]ach (?:of (?:the )?)?(?:\w+ )?(?:sites?|cent(?:er|re)s?|groups?|arms?|clusters?)\b(?:(?!total)[^.;])*\Z"
)
_OF_OTHERS: Final = re.compile(
    r"\bet al\b|\bprevious|\bpilot study\b|\bbased on (?:the|data|a)\b.{0,40}\bwith \d", re.IGNORECASE
)
_BEFORE: Final = 90


def planned(reading: Reading) -> tuple[Sample, ...]:
    """The largest number that the abstract means to take in; else that of the methods, totals before others."""
    abstract = [sample for _, sample in _plans(reading, SectionKind.ABSTRACT)]
    if abstract:
        return (max(abstract, key=lambda sample: sample.n),)
    methods = sorted(_plans(reading, SectionKind.METHODS), key=_order)
    return (methods[0][1],) if methods else ()


def _order(plan: tuple[bool, Sample]) -> tuple[bool, bool, int]:
    total, sample = plan
    return not total, _INTERVIEWS.search(sample.evidence[0].quote) is not None, -sample.n


def _plans(reading: Reading, place: SectionKind) -> Iterator[tuple[bool, Sample]]:
    """Each planned number, and whether it is said to be the total."""
    for sentence in quotable(reading.within(place)):
        if _OF_OTHERS.search(sentence.quote):
            continue
        for n, unit in summed(sentence.quote) if _is_plan(sentence) else ():
            yield True, Sample(n=n, unit=unit, role=SampleRole.PLANNED, evidence=(sentence.evidence,))
        for found in chain.from_iterable(form.finditer(sentence.quote) for form in _FORMS):
            n, evidence = int(found["n"].replace(",", "")), (sentence.evidence,)
            yield True, Sample(n=n, unit=SampleUnit.PEOPLE, role=SampleRole.PLANNED, evidence=evidence)
        for number in numbers(sentence.quote):
            before = sentence.quote[max(0, number.start - _BEFORE) : number.start]
            total = _IN_ALL.search(before) is not None
            noun = _noun(sentence, number)
            if noun and (total or _is_plan(sentence)):
                unit = SampleUnit(noun.unit)
                evidence = (sentence.evidence,)
                yield total, Sample(n=int(number.value), unit=unit, role=SampleRole.PLANNED, evidence=evidence)


def _is_plan(sentence: Sentence) -> bool:
    return _WILL.search(sentence.quote) is not None and _TAKEN_IN.search(sentence.quote) is not None


def _noun(sentence: Sentence, number: Number) -> Noun | None:
    quote = sentence.quote
    before = quote[max(0, number.start - _BEFORE) : number.start]
    if _EACH.search(before) or _COMMITTEE.search(quote[: number.start]):
        return None
    if not may_count(number, quote) and not _SIZE.search(before) and not _AT_LEAST.search(before):
        return None
    noun = noun_after(quote, number.end) or (
        noun_of_bracket(quote, number.start, number.end) if before.rstrip().endswith("=") else None
    )
    return None if noun is None or is_one_of_many(quote[max(noun.end, number.end) :]) else noun
