"""What settles the kind where the words leave it open: the journal's field, the clinic, the one of a case report."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.draft.facts.clinics import AT_THE_CLINIC, OF_A_BODY
from pipeline.draft.facts.declared import lists_whole_animals, undeclared, usual_kind
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.kinds.case import Case
from pipeline.draft.facts.kinds.settling import CLEARLY
from pipeline.draft.facts.kinds.telling import BY_ROLE
from pipeline.draft.facts.nobody import is_systematic, told_in_front
from pipeline.draft.facts.single_case import who_it_was
from pipeline.draft.facts.subjects import AT_THE_BENCH
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Species

_BARELY: Final = 1.0
"""The least weight of a kind that the journal's field settles."""
_IN_PASSING: Final = 0.25
"""The same, where nothing else is named."""
_DONE_OR_FOUND: Final = (Role.AIM, Role.METHODS, Role.RESULTS)
_SEVERAL, _MANY = 2, 3


def of_the_field(weighed: Sequence[tuple[float, Case]], reading: Reading) -> Known[Species] | None:
    """The kind that is usual in the journal's field, where words speak of it and leave open which of several it is."""
    usual, heaviest = usual_kind(reading.paper.metadata), weighed[0][0]
    weight, case = next((pair for pair in weighed if pair[1].kind is usual), (0.0, None))
    if case is None or not case.quotes or weight < max(_least(case, weighed), heaviest / CLEARLY):
        return None
    return known(Known[Species], case.kind, *case.quotes)


def _least(case: Case, weighed: Iterable[tuple[float, Case]]) -> float:
    """A word in passing will do where it stands in front and no other kind is named."""
    others = any(_is_other(each) for _, each in weighed if each is not case)
    return _IN_PASSING if case.is_told_in_front and not others and case.kind is not Species.COMPUTATIONAL else _BARELY


def _is_other(case: Case) -> bool:
    """Whether a kind is named; of animals a hint is enough, for they are given what is given in clinics."""
    return case.is_named or case.is_titled or (case.kind is Species.ANIMAL and case.is_spoken_of)


def of_the_clinic(cases: Iterable[Case], reading: Reading) -> Known[Species] | None:
    """People, where the abstract tells over and over of what is done in clinics and names no other being or part.

    Where the journal is one of the clinics, two such words are enough, or two for parts of bodies.
    """
    others = any(_is_other(case) for case in cases if case.kind is not Species.HUMAN)
    metadata = reading.paper.metadata
    usual = usual_kind(metadata) is Species.HUMAN or is_systematic(reading) or _is_a_trial(reading)
    sentences, least = (1, _SEVERAL) if usual else (_MANY, _MANY)
    told, words = _of_clinics(reading, (AT_THE_CLINIC, OF_A_BODY) if usual else (AT_THE_CLINIC,))
    if others or len(told) < sentences or len(words) < least or Species.HUMAN in undeclared(metadata):
        return None
    if _EXPERIMENTAL.match(reading.title):
        return None
    return known(Known[Species], Species.HUMAN, max(told, key=lambda each: BY_ROLE[each.role] if each.role else 0))


def of_the_list(cases: Sequence[Case], reading: Reading) -> Known[Species] | None:
    """The animals that the journal lists, if they are studied whole and the paper names neither cells nor models."""
    named = any(case.is_named for case in cases if case.kind is not Species.ANIMAL)
    first = next(quotable(reading.abstract(*_DONE_OR_FOUND) or reading.within(SectionKind.ABSTRACT)), None)
    if first is None or named or not lists_whole_animals(reading.paper.metadata) or not reading.tells_of_methods:
        return None
    return known(Known[Species], Species.ANIMAL, first)


def of_the_only_ones(cases: Sequence[Case], reading: Reading) -> Known[Species] | None:
    """People, where what was done or found hints at them, and no word of the paper is of anything else."""
    people = next(case for case in cases if case.kind is Species.HUMAN)
    others = any(case.is_spoken_of for case in cases if case is not people)
    if others or Species.HUMAN in undeclared(reading.paper.metadata):
        return None
    told = [each.sentence for each in people.told.abstract if each.sentence.role in _DONE_OR_FOUND]
    return known(Known[Species], Species.HUMAN, told[0]) if told else None


def _is_a_trial(reading: Reading) -> bool:
    """Whether title or abstract call it a trial with the words of those who allocate people."""
    return told_in_front(reading, _TRIAL)


_TRIAL: Final = re.compile(
    r"\b(?:(?:cluster|pragmatic|randomi[sz]ed|double-blind|(?:placebo|sham)-controlled|multi-?cent(?:re|er)"
    r"|non-?inferiority|superiority|stepped-wedge|phase (?:[1-4]|iv|i{1,3}))\b[^.;]{0,40}\b(?:trial|crossover)"
    r"|randomi[sz]ed (?:\w+ )?evaluation)\b",
    re.IGNORECASE,
)
_EXPERIMENTAL: Final = re.compile(r"experiment(?:s|al|ally)\b", re.IGNORECASE)
"""What surgeons call work on animals, which such a title may leave unnamed."""


def _of_clinics(reading: Reading, forms: Sequence[re.Pattern[str]]) -> tuple[list[Sentence], set[str]]:
    """The sentences of the abstract with such words, and these words with those of the title."""
    abstract = quotable(reading.abstract(*BY_ROLE)[:LONGEST_ABSTRACT])
    found = {s: {word.lower() for form in forms for word in form.findall(s.quote)} for s in abstract}
    titled = {word.lower() for form in forms for word in form.findall(reading.title)}
    return [sentence for sentence, words in found.items() if words], titled.union(*found.values())


def of_one_person(reading: Reading, first: Case) -> Known[Species] | None:
    """A case report whose abstract tells of implants and nerves alone, and its case of the person who had them.

    What somebody was bitten by, or ate, may weigh more than the one sentence that tells of the person.
    """
    told = who_it_was(reading) if _reports_a_case(reading) else None
    if told is None or (first.kind is Species.ANIMAL and first.is_told_in_front and not _is_of_a_person(told)):
        return None
    return known(Known[Species], Species.HUMAN, told)


def _is_of_a_person(told: Sentence) -> bool:
    return told.kind is SectionKind.ABSTRACT and _A_PERSON.search(told.quote) is not None


_A_PERSON: Final = re.compile(
    r"\bwe (?:report|present|describe)\b[^.;]{0,60}[- ]old (?:[\w-]+ ){0,4}(?:man|woman|boy|girl|gentleman|lady)\b",
    re.IGNORECASE,
)
"""Somebody who is the case, and not whose dog it was."""


def of_cases(reading: Reading, cases: Iterable[Case]) -> Known[Species] | None:
    """Case reports tell of people, whatever was found in them, unless an animal is named."""
    beasts = any(case.is_told_in_front for case in cases if case.kind is Species.ANIMAL)
    if beasts or not _reports_a_case(reading) or usual_kind(reading.paper.metadata) is Species.ANIMAL:
        return None
    told = list(quotable(reading.within(SectionKind.ABSTRACT) or reading.sentences))
    first = next((s for s in told if _A_CASE.search(s.quote)), next(iter(told), None))
    return known(Known[Species], Species.HUMAN, first) if first else None


def _reports_a_case(reading: Reading) -> bool:
    kind = reading.paper.metadata.article_type
    titled = _CASE_REPORT.search(reading.title) is not None
    told = (_PRESENTS_A_CASE.search(s.quote) for s in reading.within(SectionKind.ABSTRACT))
    return kind is ArticleType.CASE_REPORT or titled or any(told)


_PRESENTS_A_CASE: Final = re.compile(
    r"\b(?:we|this (?:case )?report|the authors?) (?:here )?(?:presents?|reports?"
    r"|describes?) an? (?:[\w-]+ ){0,3}case of an? "
    r"(?:[\w-]+,? ){0,6}(?:patient|man|woman|boy|girl|child|infant|male|female)\b",
    re.IGNORECASE,
)


def of_the_imaged(found: Known[Species] | None, reading: Reading) -> Known[Species] | None:
    """People, where what seemed tissue was only looked at in images of patients, with nothing done at a bench."""
    if found is None or found.value is not Species.CELL_OR_TISSUE or AT_THE_BENCH.search(reading.title):
        return found
    abstract = list(quotable(reading.within(SectionKind.ABSTRACT)))
    imaged = next((s for s in abstract if _IN_IMAGES.search(s.quote)), None)
    worked = any(_WORKED_ON.search(s.quote) for s in abstract)
    return known(Known[Species], Species.HUMAN, imaged) if imaged and not worked else found


_IN_IMAGES: Final = re.compile(
    r"\b(?:MRIs?|magnetic resonance|CT|(?:computed|computerised|computerized) tomograph\w*|ultraso(?:und|nograph\w*)"
    r"|radiographs?|x-?rays?)\b[^.;]{0,120}\b(?:patients?|participants|subjects|individuals|volunteers|people|women"
    r"|men|children)\b"
    r"|\b(?:patients?|participants|subjects|individuals|volunteers|people|women|men|children)\b[^.;]{0,120}"
    r"\b(?:MRIs?|magnetic resonance|CT|(?:computed|computerised|computerized) tomograph\w*|ultraso(?:und|nograph\w*)"
    r"|radiographs?|x-?rays?)\b"
)
_WORKED_ON: Final = re.compile(
    r"\b(?:cells?|in vitro|ex vivo|cultured?|specimens?|biops\w+|post-?mortem|cadaver\w*|histolog\w+|stain\w+"
    r"|antibod\w+|express(?:ed|ion)|assay\w*|PCR|mice|rats|explants?|organoids?|isolat\w+)\b",
    re.IGNORECASE,
)

_CASE_REPORT: Final = re.compile(
    r"\bcase report\b|\breport of (?:an?|one|two|three|four|five|six|\d+) (?:[\w-]+ )?cases?\b", re.IGNORECASE
)
_A_CASE: Final = re.compile(r"\b(?:cases?|patients?|man|woman|boy|girl|infant|child|his|her)\b", re.IGNORECASE)
