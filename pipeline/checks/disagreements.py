"""Holds the facts of a model's draft against those that the rules extracted: disagreement is a finding."""

from collections.abc import Collection, Iterator
from typing import Final

from pipeline.checks.finding_of import finding_of
from pipeline.checks.grounding import fact_disagrees
from pipeline.models.claim import Known
from pipeline.models.finding import Finding
from pipeline.models.study import RANDOMISED, StudyDesign, StudyFacts
from pipeline.text.lengths import same_time

_KIN: Final = (
    RANDOMISED | {StudyDesign.N_OF_1},
    frozenset({StudyDesign.SYSTEMATIC_REVIEW_RCT, StudyDesign.SYSTEMATIC_REVIEW_OTHER, StudyDesign.META_ANALYSIS}),
    frozenset({StudyDesign.CROSS_SECTIONAL, StudyDesign.SURVEY}),
    frozenset({StudyDesign.CASE_REPORT, StudyDesign.CASE_SERIES}),
)
"""Designs that careful readers take for each other."""
_SETS: Final = ("registration", "ais_grades", "injury_levels", "countries")
_VALUES: Final = ("species", "time_since_injury", "certainty")


def disagreements(drafted: StudyFacts, extracted: StudyFacts) -> tuple[Finding, ...]:
    """A finding for each fact that both know and of which they know different things."""
    return (
        *_design(drafted, extracted),
        *_values(drafted, extracted),
        *_samples(drafted, extracted),
        *_durations(drafted, extracted),
        *_sets(drafted, extracted),
    )


def _design(drafted: StudyFacts, extracted: StudyFacts) -> Iterator[Finding]:
    if drafted.design and extracted.design:
        one, other = drafted.design.value, extracted.design.value
        if one != other and not any({one, other} <= kin for kin in _KIN):
            yield _finding("/study/design/value", one.value, other.value, extracted.design)


def _values(drafted: StudyFacts, extracted: StudyFacts) -> Iterator[Finding]:
    for name in _VALUES:
        one, other = getattr(drafted, name), getattr(extracted, name)
        if one and other and one.value != other.value:
            yield _finding(f"/study/{name}/value", str(one.value), str(other.value), other)


def _samples(drafted: StudyFacts, extracted: StudyFacts) -> Iterator[Finding]:
    """The first sample that was extracted is the study's: the model must have counted so many of something."""
    if not drafted.samples or not extracted.samples:
        return
    main = extracted.samples[0]
    if main.n not in {sample.n for sample in drafted.samples}:
        counted = ", ".join(f"{sample.n} {sample.unit.value}" for sample in drafted.samples)
        read = f"{main.n} {main.unit.value} ({main.role.value})"
        yield _finding("/study/samples/0/n", counted, read, Known(value=read, evidence=main.evidence))


def _durations(drafted: StudyFacts, extracted: StudyFacts) -> Iterator[Finding]:
    told = [known.value for known in (drafted.duration, drafted.follow_up) if known]
    if drafted.duration and extracted.duration and not _any_same(told, extracted):
        yield _finding("/study/duration/value", told[0], extracted.duration.value, extracted.duration)


def _any_same(told: Collection[str], extracted: StudyFacts) -> bool:
    read = [known.value for known in (extracted.duration, extracted.follow_up) if known]
    return any(same_time(one, other) for one in told for other in read)


def _sets(drafted: StudyFacts, extracted: StudyFacts) -> Iterator[Finding]:
    for name in _SETS:
        one, other = _of(drafted, name), _of(extracted, name)
        if one and other and not {each.casefold() for each in one} & {each.casefold() for each in other}:
            known = getattr(extracted, name)[0]
            yield _finding(f"/study/{name}/0/value", ", ".join(one), ", ".join(other), known)


def _of(facts: StudyFacts, name: str) -> list[str]:
    return [str(known.value) for known in getattr(facts, name)]


def not_compared(why: str) -> Finding:
    """The finding in place of a comparison that could not be made."""
    return finding_of(
        fact_disagrees.CHECK, "/study", f"The facts could not be compared with what the rules read: {why}.", ""
    )


def _finding(
    place: str, drafted: str, extracted: str, known: Known[object] | Known[str] | Known[StudyDesign]
) -> Finding:
    quote = known.evidence[0].quote if known.evidence else ""
    message = f"The model says {drafted}; the rules read {extracted} in: {quote[:300]}"
    return finding_of(fact_disagrees.CHECK, place, message, drafted[:200])
