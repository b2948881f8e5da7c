"""How many of what were studied, and in which role; the study's own sample first, then its other counts and arms."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.facts.arms import arms
from pipeline.draft.facts.bare_counts import bare_counts
from pipeline.draft.facts.counts import Count, counts
from pipeline.draft.facts.design_computed import models_a_decision
from pipeline.draft.facts.evidence import quotable
from pipeline.draft.facts.likeliest import likeliest
from pipeline.draft.facts.planned import planned
from pipeline.draft.facts.single_case import only_one, single_case
from pipeline.draft.facts.sums import summed
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import RANDOMISED, Sample, SampleRole, SampleUnit, Species, StudyDesign

_FIRST_RESULTS, _FIRST_METHODS = 20, 40
"""Sentences: who took part is told at the beginning of the results and of the methods."""
_MOST: Final = 6
_FEWEST: Final = 4
"""Two or three that something was done with are more often an example than a sample, unless the paper says so."""
_ROLES: Final = (
    SampleRole.RANDOMISED,
    SampleRole.ENROLLED,
    SampleRole.INCLUDED,
    SampleRole.ANALYSED,
    SampleRole.PANEL,
)
"""Which role the study's own sample has first: whom chance assigned, then who took part, then who was counted."""
_TAKEN_IN: Final = frozenset({SampleRole.RANDOMISED, SampleRole.ENROLLED})
_HUMANS: Final = frozenset(
    {SampleUnit.PEOPLE, SampleUnit.CAREGIVERS, SampleUnit.CLINICIANS, SampleUnit.EXPERTS, SampleUnit.RECORDS}
)
_SYSTEMATIC: Final = frozenset(
    {
        StudyDesign.META_ANALYSIS,
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        StudyDesign.SCOPING_REVIEW,
    }
)
_WITHOUT: Final = frozenset({StudyDesign.NARRATIVE_REVIEW, StudyDesign.COMMENTARY})
_UNITS: Final = {
    Species.HUMAN: _HUMANS,
    Species.ANIMAL: frozenset({SampleUnit.ANIMALS}),
    Species.CELL_OR_TISSUE: frozenset({SampleUnit.SAMPLES}),
    Species.COMPUTATIONAL: frozenset[SampleUnit](),
}


def samples(
    reading: Reading, design: Known[StudyDesign] | None = None, species: Known[Species] | None = None
) -> tuple[Sample, ...]:
    """The counts of the abstract, else those of results and methods: the largest for each unit and role.

    The largest, because parts of a sample are counted in the same words as the whole. What may be counted follows from
    design and species: studies in reviews, animals in studies of animals, one person in most case reports. A protocol
    has its plans, and else whom its abstract says that it has taken in.
    """
    kind = design.value if design else None
    if kind is StudyDesign.PROTOCOL or reading.is_plan:
        return planned(reading) or _taken_in_already(reading)
    if kind in _WITHOUT or models_a_decision(design):
        return ()
    if kind is StudyDesign.CASE_REPORT and (case := single_case(reading)):
        return case
    units = frozenset({SampleUnit.STUDIES}) if kind in _SYSTEMATIC else _UNITS.get(species.value) if species else None
    found = _found(reading, units)
    if not found:
        return planned(reading) if kind in RANDOMISED or _is_still_to_come(reading) else only_one(reading)
    chosen = _chosen(found)
    return (*chosen, *_arms(reading, chosen[0]))


def _taken_in_already(reading: Reading) -> tuple[Sample, ...]:
    done = [s for s in _of_abstract(reading) if _WERE_TAKEN_IN.search(s.quote) and not _NOT_YET.search(s.quote)]
    taken_in = [count for count in _counted(done, _HUMANS) if count.sure and count.role in _TAKEN_IN]
    return _chosen(taken_in) if taken_in else ()


_WERE_TAKEN_IN: Final = re.compile(
    r"\b(?:were|was|ha(?:s|ve|d) been) (?:recruited|enrol+ed|randomi[sz]ed)\b|\brecruitment of \d", re.IGNORECASE
)
_NOT_YET: Final = re.compile(r"\bwill\b|\bet al\b|\b(?:earlier|previous|pilot)\b", re.IGNORECASE)


def _is_still_to_come(reading: Reading) -> bool:
    """Whether methods are told and nothing that came of them: a plan, whatever it is called."""
    results = reading.within(SectionKind.RESULTS) or reading.abstract(Role.RESULTS)
    return not results and bool(reading.within(SectionKind.METHODS))


def _found(reading: Reading, units: frozenset[SampleUnit] | None) -> list[Count]:
    """The counts of the abstract if it says their role outright; else of the body or the end of the abstract."""
    abstract = _counted(_of_abstract(reading), units)
    if any(count.sure for count in abstract):
        return abstract
    body = _counted(_of_body(reading), units)
    if abstract:
        return body if _takes_in_more(body, abstract) else abstract
    last = _counted(quotable(reading.abstract(Role.CONCLUSION)), units)
    return body or last or _added_up(reading, units) or likeliest(reading, units) or _bare(reading, units)


def _bare(reading: Reading, units: frozenset[SampleUnit] | None) -> list[Count]:
    """Numbers of the abstract that name nobody, in studies of people."""
    return list(bare_counts(_of_abstract(reading))) if units == _HUMANS else []


def _added_up(reading: Reading, units: frozenset[SampleUnit] | None) -> list[Count]:
    """The two groups of a result, where nothing else tells how many there were: `patients (n = 38) and … (n = 33)`."""
    results = quotable(reading.abstract(Role.RESULTS))
    found = ((sentence, n, unit) for sentence in results for n, unit in summed(sentence.quote))
    return [
        Count(n, unit, SampleRole.INCLUDED, sentence, sure=False)
        for sentence, n, unit in found
        if units is None or unit in units
    ]


def _takes_in_more(body: list[Count], abstract: list[Count]) -> bool:
    """Whether the body tells that more were taken in than the abstract names as those something was done with."""
    own = (count for count in body if not _TOLD_ELSEWHERE.search(count.sentence.quote))
    taken_in = (count.n for count in own if count.sure and count.role in _TAKEN_IN)
    return max(taken_in, default=0) > max(count.n for count in abstract)


_TOLD_ELSEWHERE: Final = re.compile(
    r"\b(?:reported|described|published|presented) (?:in detail )?(?:previously|elsewhere|before|earlier)\b"
    r"|\bpreviously (?:reported|described|published)\b",
    re.IGNORECASE,
)
"""Who took part in the study that another paper told of, of whom this one may have taken some."""


def _arms(reading: Reading, whole: Sample) -> tuple[Sample, ...]:
    """The groups that the whole was made of, among people who were tried on."""
    return arms([*_of_abstract(reading), *_of_body(reading)], whole) if whole.unit in _HUMANS else ()


def _of_abstract(reading: Reading) -> list[Sentence]:
    return list(quotable(reading.abstract(Role.METHODS, Role.RESULTS, Role.AIM, Role.BACKGROUND)))


def _of_body(reading: Reading) -> list[Sentence]:
    results, methods = [*reading.within(SectionKind.RESULTS), *_unnamed(reading)], reading.within(SectionKind.METHODS)
    return list(quotable([*results[:_FIRST_RESULTS], *methods[:_FIRST_METHODS]]))


def _unnamed(reading: Reading) -> list[Sentence]:
    """Results under a heading that no parser knows."""
    return [s for s in reading.within(SectionKind.OTHER) if _OF_RESULTS.search(s.heading)]


_OF_RESULTS: Final = re.compile(r"\b(?:results?|findings|observations?)\b", re.IGNORECASE)


def _counted(sentences: Iterable[Sentence], units: frozenset[SampleUnit] | None) -> list[Count]:
    found = (count for sentence in sentences for count in counts(sentence))
    wanted = (count for count in found if units is None or count.unit in units)
    return [count for count in wanted if count.sure or count.n >= _FEWEST]


def _chosen(found: list[Count]) -> tuple[Sample, ...]:
    """The largest of each unit and role, those with a role said outright before the others.

    Whom chance assigned took part as well: they are told once.
    """
    largest: dict[tuple[SampleUnit, SampleRole], Count] = {}
    for count in [count for count in found if count.sure] or found:
        key = count.unit, count.role
        if key not in largest or count.n > largest[key].n:
            largest[key] = count
    ordered = sorted(largest.values(), key=lambda count: (_ROLES.index(count.role), -count.n))
    by_chance = {(count.unit, count.n) for count in ordered if count.role is SampleRole.RANDOMISED}
    told = [c for c in ordered if c.role is not SampleRole.ENROLLED or (c.unit, c.n) not in by_chance]
    return tuple(_sample(count) for count in told[:_MOST])


def _sample(count: Count) -> Sample:
    return Sample(n=count.n, unit=count.unit, role=count.role, evidence=(count.sentence.evidence,))
