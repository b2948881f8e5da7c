"""How many of what were counted, and in which role: only where one sentence says all three."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.evidence import quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Sample, SampleRole, SampleUnit
from pipeline.text.numbers import Number, NumberKind, numbers

_NOUNS: Final = {
    SampleUnit.CAREGIVERS: "caregivers?|carers?",
    SampleUnit.CLINICIANS: "clinicians?|physicians?|nurses?|therapists?|surgeons?|general practitioners?",
    SampleUnit.EXPERTS: "experts?|panell?ists?",
    SampleUnit.STUDIES: "studies|trials|rcts|articles|papers|publications",
    SampleUnit.RECORDS: "records|charts|case notes",
    SampleUnit.ANIMALS: "mice|rats|rabbits|dogs|cats|pigs|macaques|monkeys|animals|sheep|hamsters|zebrafish",
    SampleUnit.SAMPLES: "samples|specimens|teeth|biopsies|cadavers",
    SampleUnit.PEOPLE: (
        "patients|participants|people|individuals|persons|adults|women|men|children|adolescents|volunteers|veterans"
        "|subjects|respondents|survivors|athletes|students|infants|outpatients|inpatients|users"
    ),
}
_COUNTED: Final = re.compile(
    r"\s(?:(?!years?\b|weeks?\b|months?\b|days?\b|hours?\b|minutes?\b|times?\b|of\b|and\b|or\b|to\b|in\b|the\b|per\b"
    r"|were\b"
    r"|was\b|had\b|with\b)[a-z][\w/'\u2019-]{0,24}\s){0,5}(?:"
    + "|".join(f"(?P<{u}>{n})" for u, n in _NOUNS.items())
    + r")\b",
    re.IGNORECASE,
)
_ROLES: Final = (
    (
        SampleRole.RANDOMISED,
        re.compile(r"\brandom(?:i[sz]ed|i[sz]ation|ly (?!select|chos|sampl|pick))\b", re.IGNORECASE),
    ),
    (SampleRole.ENROLLED, re.compile(r"\b(?:enrol+ed|recruited|participated|took part|volunteered)\b", re.IGNORECASE)),
    (SampleRole.ANALYSED, re.compile(r"\b(?:analy[sz]ed|completed)\b", re.IGNORECASE)),
    (
        SampleRole.INCLUDED,
        re.compile(r"\b(?:included|identified|studied|underwent|met the inclusion)\b", re.IGNORECASE),
    ),
)
_NOT_THE_SAMPLE: Final = re.compile(
    r"\b(?:screened|eligible|eligibility|approached|invited|excluded|withdrew|dropped|lost to|declined|refused|died"
    r"|will be|required|calculated|power|group|arm|each|per|sample size|responded)\b",
    re.IGNORECASE,
)
_PART_OF: Final = re.compile(
    r"(?:\bof(?: the| these| those| all)?|\bamong|\bper|\beach|\bevery|\bthan|\bleast|[≥≤<>]|\bover|\bunder|\bup to"
    r"|\blevel|\bphase|\bgrade|\bstage|\btype|\bday"
    r"|\bin|\bfor|\bn ?=|\d[ \w-]{0,14},? and|\d,)\s*\Z",
    re.IGNORECASE,
)
_DONE_IN: Final = re.compile(
    r"\b(?:performed|conducted|carried out|undertaken) (?:in|on|with|among)\s*\Z", re.IGNORECASE
)
_WHOLE: Final = re.compile(rf"\btotal of\s*\Z|{_DONE_IN.pattern}", re.IGNORECASE)
_MOST: Final = 10_000_000


def samples(reading: Reading) -> tuple[Sample, ...]:
    """The counts of the abstract, else those of methods and results: the largest for each unit and role.

    The largest, because parts of a sample are counted in the same words as the whole. A protocol has only plans.
    """
    if reading.paper.metadata.article_type is ArticleType.PROTOCOL:
        return ()
    abstract = quotable(reading.abstract(Role.METHODS, Role.RESULTS, Role.AIM, Role.BACKGROUND))
    body = quotable(reading.within(SectionKind.RESULTS, SectionKind.METHODS))
    return _largest(_counted(abstract)) or _largest(_counted(body))


def _largest(found: Iterable[Sample]) -> tuple[Sample, ...]:
    largest: dict[tuple[SampleUnit, SampleRole], Sample] = {}
    for sample in found:
        key = sample.unit, sample.role
        if key not in largest or sample.n > largest[key].n:
            largest[key] = sample
    return tuple(largest.values())


def _counted(sentences: Iterable[Sentence]) -> Iterator[Sample]:
    for sentence in sentences:
        for number in numbers(sentence.quote):
            if _is_count(number, sentence.quote):
                yield from _sample(sentence, number)


def _is_count(number: Number, quote: str) -> bool:
    whole = number.kind is NumberKind.INTEGER and not number.percent and not number.in_range
    before = quote[max(0, number.start - 24) : number.start]
    return whole and 1 < number.value < _MOST and (not _PART_OF.search(before) or bool(_WHOLE.search(before)))


def _sample(sentence: Sentence, number: Number) -> Iterator[Sample]:
    counted = _COUNTED.match(sentence.quote, number.end)
    if not counted or not counted.lastgroup:
        return
    after = sentence.quote[counted.end() : counted.end() + 110].partition(";")[0]
    before = sentence.quote[max(0, number.start - 45) : number.start]
    role = _role(after) or _role(before) or (SampleRole.INCLUDED if _DONE_IN.search(before) else None)
    if role and not _NOT_THE_SAMPLE.search(f"{before} {_up_to(after, role)}") and not _one_of_two(after):
        unit = SampleUnit(counted.lastgroup)
        if unit is SampleUnit.STUDIES and role is not SampleRole.INCLUDED:
            return  # `4 trials randomised` 400 people: it was not the trials that were
        yield Sample(n=int(number.value), unit=unit, role=role, evidence=(sentence.evidence,))


def _role(text: str) -> SampleRole | None:
    found = [(match.start(), role) for role, form in _ROLES if (match := form.search(text))]
    return min(found)[1] if found else None


def _up_to(after: str, role: SampleRole) -> str:
    """The words between the count and its verb; what stands behind it is about the parts of the sample."""
    match = dict(_ROLES)[role].search(after)
    return after[: match.start()] if match else ""


def _one_of_two(after: str) -> bool:
    """`12 men and 8 women`: neither is the sample."""
    return re.match(r",? ?(?:and|or|,) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)", after) is not None
