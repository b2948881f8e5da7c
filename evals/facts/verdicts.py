"""One verdict a fact: right, not found, or wrong, with what was given and its quote."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evals.facts.label import Label
from pipeline.models.claim import Evidence
from pipeline.models.study import SampleUnit, StudyFacts
from pipeline.text.lengths import same_time


class Verdict(StrEnum):
    """How a fact compares with its label."""

    RIGHT = "right"
    NOT_FOUND = "not_found"
    WRONG = "wrong"


@dataclass(frozen=True)
class Judged:
    """One fact of one paper."""

    paper: str
    fact: str
    verdict: Verdict
    label: str
    given: str
    quote: str


def judge(label: Label, facts: StudyFacts) -> Iterator[Judged]:
    """Each fact that is labelled, with its verdict; those of the spinal cord where the label speaks of them."""
    labelled = [fact for fact in OF_THE_CORD if getattr(label, fact) is not None]
    for fact in (*FACTS, *labelled):
        verdict, expected, given, evidence = _JUDGES[fact](label, facts)
        quote = evidence[0].quote if evidence else ""
        yield Judged(label.id, fact, verdict, expected, given, quote)


_Judgement = tuple[Verdict, str, str, tuple[Evidence, ...]]


def _design(label: Label, facts: StudyFacts) -> _Judgement:
    given = facts.design.value if facts.design else None
    verdict = _verdict(given in (label.design, *label.design_also), nothing=given is None)
    return (
        verdict,
        _or(label.design, label.design_also),
        str(given or ""),
        facts.design.evidence if facts.design else (),
    )


def _species(label: Label, facts: StudyFacts) -> _Judgement:
    given = facts.species.value if facts.species else None
    verdict = _verdict(given in (label.species, *label.species_also), nothing=given is None)
    evidence = facts.species.evidence if facts.species else ()
    return verdict, _or(label.species, label.species_also), str(given or ""), evidence


_IN_PEOPLE: Final = frozenset(
    {SampleUnit.PEOPLE, SampleUnit.EXPERTS, SampleUnit.CAREGIVERS, SampleUnit.CLINICIANS, SampleUnit.RECORDS}
)
"""Nurses are people, and so are patients whose records were counted; studies, animals and samples are not."""


def _sample(label: Label, facts: StudyFacts) -> _Judgement:
    """The first sample is the study's; the others are its arms and other roles."""
    main = facts.samples[0] if facts.samples else None
    expected = f"{label.n} {label.n_unit} {list(label.n_also) or ''}".strip()
    if main is None:
        return _verdict(label.n == 0 or 0 in label.n_also, nothing=True), expected, "", ()
    same_unit = main.unit is label.n_unit or {main.unit, label.n_unit} <= _IN_PEOPLE
    right = main.n in label.n_also or (main.n == label.n and same_unit)
    return _verdict(right, nothing=False), expected, f"{main.n} {main.unit} {main.role}", main.evidence


def _duration(label: Label, facts: StudyFacts) -> _Judgement:
    given = facts.duration
    if given is None:
        return _verdict(not label.duration, nothing=True), str(list(label.duration)), "", ()
    right = any(same_time(given.value, each) for each in label.duration)
    return _verdict(right, nothing=False), str(list(label.duration)), given.value, given.evidence


def _registration(label: Label, facts: StudyFacts) -> _Judgement:
    return _several(label.registration, [(each.value, each.evidence) for each in facts.registration])


def _country(label: Label, facts: StudyFacts) -> _Judgement:
    return _several(label.country, [(each.value, each.evidence) for each in facts.countries])


def _ais_grades(label: Label, facts: StudyFacts) -> _Judgement:
    return _all(label.ais_grades or (), [(each.value, each.evidence) for each in facts.ais_grades])


def _injury_levels(label: Label, facts: StudyFacts) -> _Judgement:
    return _all(label.injury_levels or (), [(each.value, each.evidence) for each in facts.injury_levels])


def _time_since_injury(label: Label, facts: StudyFacts) -> _Judgement:
    given = facts.time_since_injury
    verdict = _verdict((given.value if given else "") == label.time_since_injury, nothing=given is None)
    return verdict, str(label.time_since_injury), str(given.value if given else ""), given.evidence if given else ()


def _all(labels: Sequence[str], given: Sequence[tuple[str, tuple[Evidence, ...]]]) -> _Judgement:
    """Right where each that is labelled is given, and no other: half of the levels would mislead who has the others.

    Not found where some are missing and none is false.
    """
    verdict, expected, shown, evidence = _several(labels, given)
    complete = {value for value, _ in given} == set(labels)
    return (verdict if complete or verdict is not Verdict.RIGHT else Verdict.NOT_FOUND), expected, shown, evidence


def _several(labels: Sequence[str], given: Sequence[tuple[str, tuple[Evidence, ...]]]) -> _Judgement:
    """Right where all that is given stands in the label, and something is given if anything stands there."""
    known = {_letters(each) for each in labels}
    odd = [(value, evidence) for value, evidence in given if _letters(value) not in known]
    right = not odd and bool(given) == bool(labels)
    evidence = (odd or list(given) or [("", ())])[0][1]
    shown = ", ".join(value for value, _ in given)
    return _verdict(right, nothing=not given), ", ".join(labels), shown, evidence


def _letters(value: str) -> str:
    return "".join(filter(str.isalnum, value)).casefold()


def _verdict(right: bool, *, nothing: bool) -> Verdict:
    if right:
        return Verdict.RIGHT
    return Verdict.NOT_FOUND if nothing else Verdict.WRONG


def _or(value: StrEnum | None, also: Sequence[StrEnum | None]) -> str:
    return " or ".join(str(each or "none") for each in (value, *also))


_JUDGES: Final[dict[str, Callable[[Label, StudyFacts], _Judgement]]] = {
    "design": _design,
    "species": _species,
    "n": _sample,
    "duration": _duration,
    "country": _country,
    "registration": _registration,
    "ais_grades": _ais_grades,
    "injury_levels": _injury_levels,
    "time_since_injury": _time_since_injury,
}
OF_THE_CORD: Final = ("ais_grades", "injury_levels", "time_since_injury")
"""Labelled in papers on spinal cord injury alone."""
FACTS: Final = tuple(fact for fact in _JUDGES if fact not in OF_THE_CORD)
