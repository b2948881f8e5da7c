"""Which kind is studied: the heaviest where it is clearly heavier than the next, else what the two settle together."""

import operator
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.draft.facts.declared import BEINGS, usual_kind
from pipeline.draft.facts.evidence import known
from pipeline.draft.facts.kinds.case import Case
from pipeline.draft.facts.kinds.weighing import is_on_paper
from pipeline.draft.facts.nobody import is_systematic
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.study import Species

_LEAST, _ALONE, CLEARLY, _MIXED = 1.5, 1.2, 1.4, 2.0
"""The least weight, and the least where nothing stands against it; how much heavier than the next; when both count."""
_BESIDE: Final = 0.25
"""What a passing word in the background weighs, which stands against nothing."""
_BEASTS_AND_PARTS: Final = {Species.ANIMAL, Species.CELL_OR_TISSUE}
"""Animals of which only the methods tell gave the cells."""


def heaviest_of(
    weighed: Sequence[tuple[float, Case]], cases: Iterable[Case], reading: Reading
) -> Known[Species] | None:
    """The kind that weighs most, where it is clearly heavier than the next or the two settle it; None otherwise."""
    (heaviest, first), (next_one, second) = weighed[:2]
    if not heaviest:
        return _modelled(cases, usual_kind(reading.paper.metadata))
    if {first.kind, second.kind} == BEINGS and _both_count(first, second) and heaviest < _MIXED * next_one:
        return known(Known[Species], Species.MIXED, *first.quotes, *second.quotes)
    if heaviest < (_LEAST if next_one > _BESIDE else _ALONE) or not first.quotes or first.is_only_hinted_at:
        return _of_review(first, reading) or _told_alone(first, cases)
    near = heaviest < CLEARLY * next_one or _are_only_a_source(first, second)
    if not near:
        return known(Known[Species], first.kind, *first.quotes)
    if _is_model_of(first, second) and is_on_paper(reading, cases):
        return known(Known[Species], first.kind, *first.quotes)
    return of_near_weight(first, second, usual_kind(reading.paper.metadata))


def _modelled(cases: Iterable[Case], usual: Species | None) -> Known[Species] | None:
    """The model that is named where nothing else is; a word for one in a journal of the clinic does not make one."""
    model = next(case for case in cases if case.kind is Species.COMPUTATIONAL)
    named = model.is_named and usual is not Species.HUMAN
    return known(Known[Species], Species.COMPUTATIONAL, *model.quotes) if named else None


def _is_model_of(first: Case, second: Case) -> bool:
    """Whether a model is told of, and beside it what it models, which its title may name."""
    return first.kind is Species.COMPUTATIONAL and second.kind is not Species.HUMAN


def _told_alone(first: Case, cases: Iterable[Case]) -> Known[Species] | None:
    """What alone is named, and nothing of weight beside it; not people, for whom every paper has hopes."""
    others = any(_stands_beside(case, first) for case in cases if case is not first)
    named = first.is_named and first.kind is not Species.HUMAN and not others
    return known(Known[Species], first.kind, *first.quotes) if named else None


def _stands_beside(case: Case, first: Case) -> bool:
    """Whether a kind is named too; beside models and in the methods it need not be, to leave open what was studied."""
    named = case.is_named or case.told.title or case.keywords or case.told.methods or case.told.ethics
    return bool(named or (first.kind is Species.COMPUTATIONAL and case.is_spoken_of))


def _are_only_a_source(first: Case, second: Case) -> bool:
    """Whether animals of which the methods alone tell stand beside cells that are told of over and over."""
    cells = second.kind is Species.CELL_OR_TISSUE and second.is_told_over_and_over
    return first.kind is Species.ANIMAL and not first.is_told_in_front and cells


def _of_review(first: Case, reading: Reading) -> Known[Species] | None:
    """Reviews of trials and of what people do tell of people in few words, in fewer of anything else."""
    people = first.kind is Species.HUMAN and first.quotes
    return known(Known[Species], Species.HUMAN, *first.quotes) if is_systematic(reading) and people else None


def of_near_weight(first: Case, second: Case, usual: Species | None) -> Known[Species] | None:
    """What two kinds of near weight settle together: what people gave is tissue, who took part outweighs a model.

    `usual` is the kind that is usual in the journal's field; it settles what no people are part of.
    """
    pair = {each.kind: each for each in (first, second)}
    if usual in pair and Species.HUMAN not in pair and pair[usual].quotes:
        return known(Known[Species], usual, *pair[usual].quotes)
    if pair.keys() == _BEASTS_AND_PARTS and not pair[Species.ANIMAL].is_in_front_or_listed:
        return known(Known[Species], Species.CELL_OR_TISSUE, *pair[Species.CELL_OR_TISSUE].quotes)
    over_and_over = first.is_told_over_and_over and second.is_told_over_and_over
    if pair.keys() == BEINGS and (over_and_over or bool(first.told.ethics) != bool(second.told.ethics)):
        return _of_both(first, second)
    people = pair.pop(Species.HUMAN, None)
    other = next(iter(pair.values()))
    if people is None:
        return _by_name(first, second)
    if other.kind is Species.CELL_OR_TISSUE and other.is_told_over_and_over and not people.tried_on:
        return known(Known[Species], Species.CELL_OR_TISSUE, *other.quotes)
    took_part = other.kind is Species.COMPUTATIONAL and people.took_part
    whose = other.kind is Species.CELL_OR_TISSUE and people is first and not other.is_told_over_and_over
    return known(Known[Species], Species.HUMAN, *people.quotes) if took_part or whose else None


def _of_both(first: Case, second: Case) -> Known[Species]:
    """Both, unless rules of ethics were kept for one alone: a dog that is read to is no more studied than the book."""
    kept = [case for case in (first, second) if case.told.ethics]
    if len(kept) == 1:
        return known(Known[Species], kept[0].kind, *kept[0].quotes)
    return known(Known[Species], Species.MIXED, *first.quotes, *second.quotes)


def _by_name(first: Case, second: Case) -> Known[Species] | None:
    """The one of two kinds that the title names, or else the keywords or the abstract, and not the other."""
    for is_named in map(operator.attrgetter, ("is_titled", "is_keyword", "is_named")):
        named = [case for case in (first, second) if is_named(case) and case.quotes]
        if len(named) == 1:
            return known(Known[Species], named[0].kind, *named[0].quotes)
    return _of_mutants(first, second)


def _of_mutants(first: Case, second: Case) -> Known[Species] | None:
    """Animals that are named over and over, before their cells: flies that lack a gene are flies."""
    pair = {each.kind: each for each in (first, second)}
    if pair.keys() != _BEASTS_AND_PARTS or not pair[Species.ANIMAL].is_told_over_and_over:
        return None
    return known(Known[Species], Species.ANIMAL, *pair[Species.ANIMAL].quotes)


def _both_count(one: Case, other: Case) -> bool:
    """Whether rules of ethics were kept for both, or the title names both."""
    return (one.kept_rules and other.kept_rules) or (one.is_titled and other.is_titled)
