"""Of whom a paper talks all the time: the last resort, where nothing that is weighed decides.

Title and abstract may tell of a drug, a gene or a score alone, and leave to one sentence whose they were. But of those
who were studied the whole paper goes on to tell, and of nobody else: where it is known, ten sentences name them for
each one that names other beings. So sentences are counted, those that cite others left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pipeline.draft.facts.clinics import AT_THE_CLINIC
from pipeline.draft.facts.declared import BEINGS, undeclared, usual_kind
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.kinds.case import Case
from pipeline.draft.facts.subjects import OF_ANTIBODIES
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import Metadata, SectionKind
from pipeline.models.study import Species

_OWN: Final = (Role.AIM, Role.METHODS, Role.RESULTS)
_LEAST, _LEAST_OF_THINGS = 2, 3
"""The least that tells of beings, where a sentence that counts or treats them counts twice; of cells and models."""
_SHARE, _SHARE_OF_CELLS = 0.03, 0.06
"""The least share of the sentences: an article about articles names cells in one of 25."""
_OVER_AND_OVER: Final = 8
"""What it takes to outvote what was found."""
_OF_CLINICS, _IN_SEVEN, _FOR_EACH_OTHER = 6, 7, 4
"""The least sentences on clinics, their share, and how many there must be for each that names cells or models."""
_OUTVOTED: Final = frozenset({Species.HUMAN, Species.ANIMAL, Species.CELL_OR_TISSUE})
_OTHER_BEINGS, _PARTS, _THINGS = 4, 2, 2
"""How often beings are named for each time that others are, or are parts for each time that their owners are."""


def told_all_along(cases: Iterable[Case], reading: Reading) -> Known[Species] | None:
    """The one kind of which abstract, methods and results tell often, and by far the most; None where none is."""
    told = list(_own(reading))
    tallies = _tallies(cases, told, reading)
    points = {kind: tally.points for kind, tally in tallies.items()}
    chosen = _one_sided(points) or _alone(points)
    if chosen and _is_rare(chosen, points[chosen], told):
        return None
    found = known(Known[Species], chosen, tallies[chosen].best) if chosen else _in_clinics(points, told)
    return None if found and _is_unlikely(found.value, reading.paper.metadata) else found


def _is_rare(kind: Species, points: int, told: Sequence[Sentence]) -> bool:
    """Whether hardly a sentence of many names the kind."""
    share = _SHARE_OF_CELLS if kind is Species.CELL_OR_TISSUE else _SHARE
    return points < share * len(told)


def _is_unlikely(kind: Species, metadata: Metadata) -> bool:
    """Whether the journal's list of organisms leaves the beings out, or it prints models, which cells are named in."""
    modelled = kind is Species.CELL_OR_TISSUE and usual_kind(metadata) is Species.COMPUTATIONAL
    return modelled or kind in undeclared(metadata)


def _in_clinics(points: Mapping[Species, int], told: Sequence[Sentence]) -> Known[Species] | None:
    """People, where one sentence in seven is of what is done in clinics, and hardly one names anything else."""
    clinics = [sentence for sentence in told if AT_THE_CLINIC.search(sentence.quote)]
    others = max(points[kind] for kind in points if kind is not Species.HUMAN)
    enough = len(clinics) >= max(_OF_CLINICS, len(told) / _IN_SEVEN, _FOR_EACH_OTHER * others)
    return known(Known[Species], Species.HUMAN, clinics[0]) if enough and not points[Species.ANIMAL] else None


def outvoted(found: Known[Species], cases: Iterable[Case], reading: Reading) -> Known[Species]:
    """The beings of which the whole paper tells, where the front weighed more for others or for parts."""
    others = (case for case in cases if case.kind in BEINGS and case.kind is not found.value)
    if found.value not in _OUTVOTED or not any(case.told.methods for case in others):
        return found
    tallies = _tallies(cases, list(_own(reading)), reading)
    points = {kind: tally.points for kind, tally in tallies.items()}
    chosen = _one_sided(points)
    if chosen not in BEINGS or points[chosen] < max(_OVER_AND_OVER, _PARTS * points[Species.CELL_OR_TISSUE]):
        return found
    if chosen is found.value or _is_unlikely(chosen, reading.paper.metadata) or _kept_rules(found.value, cases):
        return found
    return known(Known[Species], chosen, tallies[chosen].best)


def _kept_rules(kind: Species, cases: Iterable[Case]) -> bool:
    """Whether rules of ethics were kept for this kind of beings, whoever else is told of."""
    return any(case.told.ethics for case in cases if case.kind is kind and kind in BEINGS)


def _tallies(cases: Iterable[Case], told: Sequence[Sentence], reading: Reading) -> Mapping[Species, "_Tally"]:
    """An essay talks of mice as much and has seen none, so a paper must tell of methods."""
    return {case.kind: _Tally(case, told if reading.tells_of_methods else ()) for case in cases}


class _Tally:
    """The sentences that name one kind in words that are said of it alone."""

    def __init__(self, case: Case, told: Iterable[Sentence]) -> None:
        self._case = case
        self._points = {s: self._worth(s) for s in told if case.told.factor(s.quote) == 1.0}

    def _worth(self, sentence: Sentence) -> int:
        return 2 if self._case.told.is_tried(sentence) else 1

    @property
    def points(self) -> int:
        return sum(self._points.values())

    @property
    def best(self) -> Sentence:
        """The first of those that say most."""
        return max(self._points, key=lambda sentence: self._points[sentence])


def _own(reading: Reading) -> Iterator[Sentence]:
    """What is told of the study itself."""
    body = reading.within(SectionKind.METHODS, SectionKind.RESULTS) or reading.within(SectionKind.OTHER)
    for sentence in quotable([*reading.abstract(*_OWN)[:LONGEST_ABSTRACT], *body]):
        if not sentence.citations and not OF_ANTIBODIES.search(sentence.quote):
            yield sentence


def _alone(points: Mapping[Species, int]) -> Species | None:
    """The beings that one sentence names, where no other names anything."""
    named = [kind for kind, count in points.items() if count]
    return named[0] if len(named) == 1 and named[0] in BEINGS else None


def _one_sided(points: Mapping[Species, int]) -> Species | None:
    """Beings before parts and models of them, which every paper on beings tells of too."""
    people, beasts = points[Species.HUMAN], points[Species.ANIMAL]
    cells, models = points[Species.CELL_OR_TISSUE], points[Species.COMPUTATIONAL]
    most, fewest = max(people, beasts), min(people, beasts)
    if most >= _LEAST and most >= _OTHER_BEINGS * fewest and most >= max(cells, models):
        return Species.HUMAN if people > beasts else Species.ANIMAL
    if cells >= max(_LEAST_OF_THINGS, _PARTS * most, _THINGS * models):
        return Species.CELL_OR_TISSUE
    return Species.COMPUTATIONAL if models >= max(_LEAST_OF_THINGS, _THINGS * max(most, cells)) else None
