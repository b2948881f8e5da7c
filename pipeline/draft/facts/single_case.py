"""The one person of a case report, whom no number counts: `a 54-year-old man`, `we report the case of a woman`."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.draft.facts.evidence import quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import SectionKind
from pipeline.models.study import Sample, SampleRole, SampleUnit

_PERSON: Final = r"(?:man|woman|boy|girl|male|female|patient|person|infant|child|neonate|gentleman|lady|adult|case)"
_ONE: Final = re.compile(
    rf"\b(?:an?|one|the case of an?) (?:[\w-]+,? ){{0,6}}(?:\d{{1,3}}|[\w-]+)[- ](?:years?|months?|weeks?"
    rf"|days?)[- ]old\b[^.;]{{0,40}}\b{_PERSON}\b"
    rf"|\bwe (?:report|present|describe) an? (?:case of an? )?\d{{1,2}}[- ]years?[- ]old\b"
    r"|\A(?:an?|our) (?:[\w-]+ )?(?:teenage|adolescent|young|middle-aged|elderly) (?:man|woman|boy|girl|patient)\b"
    rf"|\b(?:a|one) (?:\d{{1,3}}|[\w-]+)[- ](?:years?|months?|weeks?|days?)[- ](?:old )?(?:[\w-]+ ){{0,4}}{_PERSON}\b"
    rf"|\bwe (?:report|describe|present) (?:an?|one|the) (?:[\w-]+ ){{0,6}}(?:case|{_PERSON})\b"
    rf"|\bwe (?:report|describe|present) (?:on )?(?:the )?[^.;]{{0,120}}\b(?:of|in) an? (?:[\w-]+ ){{0,3}}{_PERSON}\b"
    rf"|\A(?:\w+: )?An? (?:[\w-]+ ){{1,6}}(?:\([^()]*\) )?{_PERSON}\b[^.;]{{0,60}}\bwas (?:recruited|enrol+ed"
    rf"|included)\b",
    re.IGNORECASE,
)
_A_CASE_OF: Final = re.compile(
    r"\bthis (?:report|article|paper) (?:presents|describes|reports) (?:an?|the) (?:[\w-]+ ){0,3}case of\b",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|both|these) (?:[\w-]+ ){0,3}(?:cases"
    r"|patients|siblings|brothers"
    r"|sisters|individuals|families)\b(?! per \d)",
    re.IGNORECASE,
)
_PLACES: Final = (SectionKind.ABSTRACT, SectionKind.RESULTS, SectionKind.METHODS, SectionKind.OTHER)


def single_case(reading: Reading) -> tuple[Sample, ...]:
    """One person, where abstract or case presentation tell of one and the abstract of no more."""
    abstract = reading.within(SectionKind.ABSTRACT)
    if _SEVERAL.search(reading.title) or any(_tells_of_several(sentence) for sentence in abstract):
        return ()
    told = who_it_was(reading) or _whom_the_title_tells_of(reading, abstract)
    told = told or next((s for s in quotable(abstract) if _A_CASE_OF.search(s.quote)), None)
    return _one(told) if told else ()


def _tells_of_several(sentence: Sentence) -> bool:
    """Whether it counts more than one person, and not those of others: `in a series of 58 patients`."""
    own = _SEVERAL.search(sentence.quote) and not _SERIES_OF_OTHERS.search(sentence.quote)
    return bool(own) and not sentence.citations


_SERIES_OF_OTHERS: Final = re.compile(
    r"\bin (?:an?|one|another|the largest|a recent) (?:[\w-]+ ){0,2}(?:series|cohort|survey|review|study) of\b",
    re.IGNORECASE,
)


def _one(told: Sentence) -> tuple[Sample, ...]:
    return (Sample(n=1, unit=SampleUnit.PEOPLE, role=SampleRole.INCLUDED, evidence=(told.evidence,)),)


def only_one(reading: Reading) -> tuple[Sample, ...]:
    """The one person with whom something was tried, where the title says so: `Control by an individual with …`."""
    if not _TITLED_ALONE.search(reading.title):
        return ()
    told = next((s for s in quotable(reading.within(SectionKind.ABSTRACT)) if _ALONE.search(s.quote)), None)
    return _one(told) if told else ()


_SOMEBODY: Final = (
    r"(?:an?|one|the) (?:[\w-]+ ){0,2}(?:person|individual|participant|patient|man|woman)"
    r"(?= (?:with|who|living|after|following)\b)"
)
_ALONE: Final = re.compile(rf"\b{_SOMEBODY}", re.IGNORECASE)
_TITLED_ALONE: Final = re.compile(rf"\b(?:by|in|of) {_SOMEBODY}", re.IGNORECASE)


def _whom_the_title_tells_of(reading: Reading, abstract: Sequence[Sentence]) -> Sentence | None:
    """The first sentence about the one person of the title: `Paralysis in a patient with a tumour: a case report`."""
    if not _TITLED_ONE.search(reading.title):
        return None
    return next((s for s in quotable(abstract) if _OF_THE_ONE.search(s.quote)), None)


_TITLED_ONE: Final = re.compile(
    rf"\b(?:of|in) an? (?:[\w-]+ ){{0,4}}(?:{_PERSON})\b|\ba case of\b|[:.] a case report\b", re.IGNORECASE
)
_OF_THE_ONE: Final = re.compile(
    rf"\b(?:an?|the|this|our) (?:[\w-]+ ){{0,3}}(?:{_PERSON})\b|\b(?:he|she|his|her)\b", re.IGNORECASE
)


def who_it_was(reading: Reading) -> Sentence | None:
    """The first sentence that presents one person: `We report a 54-year-old man who …`."""
    return next((s for s in quotable(reading.within(*_PLACES)) if _ONE.search(s.quote)), None)
