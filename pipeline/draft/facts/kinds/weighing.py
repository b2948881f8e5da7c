"""How much title, keywords, abstract, methods and rules of ethics weigh for each kind."""

from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.draft.facts.declared import BEINGS, declared, nobody_declared, undeclared, usual_kind
from pipeline.draft.facts.kinds.case import Case
from pipeline.draft.facts.kinds.telling import MOST_METHODS
from pipeline.draft.facts.subjects import AT_THE_BENCH, OF_A_MICROBE
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species

_ETHICS: Final = 5.0
_SHARE: Final = {Species.HUMAN: 1.0, Species.ANIMAL: 1.0, Species.CELL_OR_TISSUE: 0.65, Species.COMPUTATIONAL: 0.8}
_BESIDE_BEINGS: Final = 0.35
"""A being outweighs its parts and models of it at equal numbers of words, more so where it was tried on in person."""
_ON_PAPER: Final = 0.5
"""The share that cells and animals keep where a model is told of and nothing is done at a bench."""
_LEFT_OUT: Final = 0.3
"""The share that beings keep where the journal lists the organisms of a study and they are not among them."""
_DECLARED: Final = 1.5
"""What it weighs that the journal lists people among the organisms, where the abstract tells of them too."""
_SOMEBODY: Final = 0.5
"""The share that a model keeps where the journal lists an organism and no word is said of models alone."""
_INFECTED: Final = 0.3
"""The share that animals keep where the title is about parts of a microbe and does not name them."""
_BESIDE_PEOPLE: Final = 0.25
"""The share that animals keep that people ride, are bitten by or are treated with."""
_SEVERAL: Final = 2


def weighed_kinds(reading: Reading, cases: Sequence[Case]) -> list[tuple[float, Case]]:
    """Each kind with its weight, the heaviest first."""
    infected = OF_A_MICROBE.match(reading.title) is not None
    beings = any(case.is_whole for case in cases if not (infected and case.is_only_infected))
    on_paper = not beings and is_on_paper(reading, cases)
    people = next(case for case in cases if case.kind is Species.HUMAN)
    weights = [
        _weight(case, beside_beings=beings, on_paper=on_paper)
        * (_INFECTED if infected and case.is_only_infected else 1)
        * (_BESIDE_PEOPLE if people.tried_on and case.is_only_beside else 1)
        for case in cases
    ]
    return sorted(zip(weights, cases, strict=True), key=lambda pair: -pair[0])


def _weight(case: Case, *, beside_beings: bool, on_paper: bool) -> float:
    """Everything together, by the share that the kind has."""
    methods = min(MOST_METHODS, sum(each.weight for each in case.told.methods))
    simulated = case.tried_on and methods >= MOST_METHODS
    if case.kind is Species.COMPUTATIONAL and not (case.is_told_often or simulated or _is_usual(case)):
        return 0.0  # one simulation beside other work
    if case.kind is Species.COMPUTATIONAL and not case.is_named and usual_kind(case.metadata) is Species.HUMAN:
        return 0.0  # clinicians speak of models and theories of illness
    share = _SHARE[case.kind] * (_BESIDE_BEINGS if beside_beings and case.kind not in BEINGS else 1)
    share *= _ON_PAPER if on_paper and not _stands_on_paper(case) else 1
    abstract = sum(each.weight for each in case.told.abstract)
    told = case.told.title + _keywords(case) + abstract + methods + _listed(case)
    return share * _by_list(case) * told + (_ETHICS if case.told.ethics else 0)


def _is_usual(case: Case) -> bool:
    """Whether the kind is the usual one in the journal's field."""
    return usual_kind(case.metadata) is case.kind


def _stands_on_paper(case: Case) -> bool:
    """Whether the kind keeps its weight beside a model: the model itself, and people who took part."""
    return case.kind is Species.COMPUTATIONAL or case.took_part


def _keywords(case: Case) -> float:
    """What the keywords add, where the paper itself speaks of the kind too."""
    shown = case.told.sure or case.told.title or case.told.methods or case.kind in declared(case.metadata)
    return case.keywords if shown else 0.0


def _listed(case: Case) -> float:
    """What the list of organisms adds for people; that of animals is among the keywords already."""
    people = case.kind is Species.HUMAN and case.kind in declared(case.metadata)
    return _DECLARED if people and case.told.abstract else 0.0


def _by_list(case: Case) -> float:
    """The share that a list of organisms leaves the kind."""
    if case.kind in undeclared(case.metadata):
        return _LEFT_OUT
    somebody = case.metadata.organisms and not nobody_declared(case.metadata)
    return _SOMEBODY if case.kind is Species.COMPUTATIONAL and somebody and not case.told.sure else 1.0


def is_on_paper(reading: Reading, cases: Iterable[Case]) -> bool:
    """Whether the title tells of a model, or the abstract, where no more than one sentence stands at a bench."""
    model = next(case for case in cases if case.kind is Species.COMPUTATIONAL)
    if model.is_titled or not model.is_told_surely:
        return model.is_titled
    told = [*reading.within(SectionKind.ABSTRACT), *reading.within(SectionKind.METHODS)]
    return sum(AT_THE_BENCH.search(sentence.quote) is not None for sentence in told) < _SEVERAL
