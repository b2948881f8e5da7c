"""How long the study lasted for those who took part.

The length of what was done comes first, then that of the follow-up, then the last point of time at which something was
measured, then the calendar period over which people or records were taken. Of one kind, what the abstract says comes
before what the body says. Ages, waiting times, intervals between doses and bounds (`at least 4 weeks`) are none.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from pipeline.draft.facts.borne_out import borne_out
from pipeline.draft.facts.case_follow_up import of_case
from pipeline.draft.facts.course import (
    AFTER,
    a_week_or_more,
    compiled,
    course,
    course_for_sure,
    course_of_arms,
    course_without_people,
    found_in,
    weekly,
)
from pipeline.draft.facts.evidence import first_told, quotable
from pipeline.draft.facts.follow_up import followed, longest_followed
from pipeline.draft.facts.only_length import only_length
from pipeline.draft.facts.other_spans import is_other_story
from pipeline.draft.facts.points import (
    AFTER_EVENT,
    FROM_BASELINE,
    HOURS_AFTER,
    IN_A_PERIOD,
    LEFT,
    POINTS,
    SURVIVED,
    as_titled,
    is_a_step,
    is_outdone,
    last_point,
    latest,
)
from pipeline.draft.facts.recorded_period import TAKEN, first_period, tells_two_periods, widest_period
from pipeline.draft.facts.study_itself import (
    done_by_others,
    is_computed,
    is_modelled,
    is_of_others,
    of_people,
    of_this_study,
    out_of_doors,
    told_as_done,
)
from pipeline.draft.facts.time_span import SPAN
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species, StudyDesign

_WITHOUT: Final = frozenset(
    {
        StudyDesign.META_ANALYSIS,
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        StudyDesign.SCOPING_REVIEW,
        StudyDesign.NARRATIVE_REVIEW,
        StudyDesign.COMMENTARY,
        StudyDesign.GUIDELINE_OR_CONSENSUS,
    }
)
"""Nobody takes part in a review."""


def duration(
    reading: Reading, design: Known[StudyDesign] | None = None, species: Known[Species] | None = None
) -> Known[str] | None:
    """The first length that is told, by kind and place."""
    if _nobody_lived_it(reading, design, species):
        return None
    abstract = _of_abstract(reading)
    if species and species.value is Species.CELL_OR_TISSUE:
        return _of_samples(abstract)
    if design and design.value is StudyDesign.CASE_REPORT:
        return of_case(reading, abstract)
    if species and not of_people(species):
        return _without_people(reading, abstract)
    return _in_people(reading, abstract, sure=species is not None)


def _in_people(reading: Reading, abstract: list[Sentence], *, sure: bool) -> Known[str] | None:
    body = list(quotable(reading.within(SectionKind.METHODS)))
    methods = of_this_study(body, in_people=sure)
    results = [s for s in list(quotable(reading.within(SectionKind.RESULTS)))[:_FIRST] if not is_of_others(s)]
    return (
        _course(reading, abstract, course if sure else course_without_people)
        or borne_out(reading, first_told(course_for_sure, methods))
        or borne_out(reading, first_told(course_of_arms, methods))
        or borne_out(reading, first_told(followed, [*methods, *results]))
        or _point(abstract if sure else told_as_done(abstract), reading.title)
        or first_told(weekly, [*abstract, *methods])
        or _period_in(abstract)
        or latest(abstract, SURVIVED)
        or latest([s for s in abstract if not LEFT.search(s.quote)], HOURS_AFTER)
        or borne_out(reading, last_point(methods, (*AFTER_EVENT, *FROM_BASELINE)))
        or (None if tells_two_periods(abstract) else _period_of_methods(body, methods))
        or latest([s for s in methods if TAKEN.search(s.quote)], IN_A_PERIOD)
        or widest_period(results)
        or only_length(abstract)
    )


def _without_people(reading: Reading, abstract: list[Sentence]) -> Known[str] | None:
    """Of animals, plants and things: methods tell the lengths of many steps, and only those of the study itself count.

    Calendar years that results tell were wrong in 6 of 17 papers without half or more of their sentences, all of these
    without people; of 96 whole papers one loses its length without them.
    """
    body = list(quotable(reading.within(SectionKind.METHODS)))
    methods = of_this_study(body, in_people=False)
    return (
        _course(reading, abstract, course_without_people)
        or borne_out(reading, first_told(course_for_sure, methods))
        or _point(told_as_done(abstract), reading.title)
        or _period_in(abstract)
        or (None if tells_two_periods(abstract) else _period_of_methods(body, methods))
        or only_length(abstract)
    )


def _course(reading: Reading, abstract: list[Sentence], done: Callable[[Sentence], str | None]) -> Known[str] | None:
    """How long something was done or somebody followed, by the abstract; a few days only where nothing is longer."""
    return (
        first_told(lambda each: a_week_or_more(done(each)), abstract)
        or first_told(followed, longest_followed(abstract))
        or as_titled(abstract, reading.title)
        or (None if first_period(abstract) else first_told(done, abstract))
    )


def _period_in(abstract: list[Sentence]) -> Known[str] | None:
    return first_period(abstract) or latest(_of_study(abstract), IN_A_PERIOD)


def _period_of_methods(body: list[Sentence], methods: list[Sentence]) -> Known[str] | None:
    return first_period([*methods, *out_of_doors(body)])


def _nobody_lived_it(reading: Reading, design: Known[StudyDesign] | None, species: Known[Species] | None) -> bool:
    """Whether it is a review, or computed."""
    reviewed = design is not None and design.value in _WITHOUT
    computed = species is not None and species.value is Species.COMPUTATIONAL
    return reviewed or computed or is_modelled(reading.title)


def _point(abstract: list[Sentence], title: str) -> Known[str] | None:
    """The last point of time, unless it is a step or the title tells another length."""
    point = last_point(abstract, POINTS)
    return point if point and not is_a_step(point) and not is_outdone(point, title) else None


def _of_samples(abstract: list[Sentence]) -> Known[str] | None:
    """How long samples were watched, where an abstract says so; days of culture are steps of the work."""
    if told := first_told(_watched, abstract):
        return told
    last = last_point([s for s in abstract if s.role is Role.METHODS], POINTS)
    return last if last and _MONTHS.search(last.value) else None


_MONTHS: Final = re.compile(r"\b(?:month|year)")
_WATCHED: Final = compiled(rf"\b(?:monitored|observed|stored|recorded) (?:for|over|during) {SPAN}{AFTER}")


def _watched(sentence: Sentence) -> str | None:
    return None if is_other_story(sentence) else found_in(_WATCHED, sentence.quote)


_FIRST: Final = 20
"""Sentences of the results, which begin with who took part and for how long."""


def _of_abstract(reading: Reading) -> list[Sentence]:
    parts = (Role.METHODS, Role.AIM, Role.RESULTS, Role.CONCLUSION)
    background = [each for each in reading.abstract(Role.BACKGROUND) if _is_of_the_study(each)]
    return [
        each
        for each in quotable([*reading.abstract(*parts), *background])
        if not (is_computed(each) or done_by_others(each))
    ]


def _is_of_the_study(sentence: Sentence) -> bool:
    """Whether the background tells what was done, not how things are in the world or what others did."""
    headed = any(_BACKGROUND.match(text) for text in (sentence.heading, sentence.quote))
    return not sentence.citations and (_OURS if headed else _DONE).search(sentence.quote) is not None


_BACKGROUND: Final = re.compile(
    r"\s*(?:background|introduction|context|importance|rationale)\b(?! (?:to|of)\b)", re.IGNORECASE
)
_OURS: Final = re.compile(
    r"\b(?:we|our|us|this study|the present|here)\b"
    r"|\b(?:was|were) (?:performed|conducted|carried out|done|measured|assessed)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:we|our|us|here|was|were|will|patients|participants|volunteers|trial|cohort|study|experiments?"
    r"|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)


def _of_study(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.role is not Role.BACKGROUND]
