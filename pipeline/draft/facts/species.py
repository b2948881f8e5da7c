"""Whom or what the study looked at: people, animals, cells, or a computer."""

import re
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species

_PEOPLE: Final = re.compile(
    r"\b(?:patients?|participants?|volunteers?|women|men|children|adolescents|older adults|healthy (?:adults|subjects"
    r"|controls)|human subjects|veterans|respondents|caregivers|infants|survivors|students|athletes|year[- ]old"
    r" (?:man|woman|male|female|boy|girl))\b",
    re.IGNORECASE,
)
_ANIMALS: Final = re.compile(
    r"\b(?:mice|mouse|rats?|rabbits?|dogs?|cats?|pigs?|macaques?|monkeys?|primates|zebrafish|drosophila|caenorhabditis"
    r"|c\. elegans|sheep|hamsters?|guinea pigs?|chick(?:en)?s?|larvae|flies|xenopus|wistar|sprague[- ]dawley|c57bl"
    r"|oncopeltus|tribolium|bats?|birds?|frogs?|insects?|worms?|animals)\b",
    re.IGNORECASE,
)
_CELLS: Final = re.compile(
    r"\b(?:cell lines?|cultured|in vitro|hela|hek ?293\w?|fibroblasts|explants|extracted teeth|cadaver\w*|biops(?:y"
    r"|ies)"
    r"|tissue samples?)\b",
    re.IGNORECASE,
)
_COMPUTED: Final = re.compile(
    r"\b(?:simulat(?:e[sd]?|ions?|ing)|in silico|computational (?:model|method|approach|analysis)\w*"
    r"|mathematical model\w*"
    r"|theoretical (?:model|analysis)|algorithm)\b",
    re.IGNORECASE,
)
_CONSENT: Final = re.compile(
    r"\b(?:informed consent|written consent|gave (?:their )?consent|declaration of helsinki)\b", re.IGNORECASE
)
_ANIMAL_CARE: Final = re.compile(
    r"\b(?:animal (?:care|experiments?|use|ethics|welfare|procedures?)|care and use of (?:laboratory )?animals"
    r"|iacuc)\b",
    re.IGNORECASE,
)
_OFTEN: Final = 3
"""Sentences of abstract and methods that must speak of it."""


def species(reading: Reading) -> Known[Species] | None:
    """The species by the words for it in abstract and methods; None where these are mixed without saying so.

    Cells and computers are named only where the abstract does, and where no living being is spoken of in it.
    """
    cues = _Cues(reading)
    people, animals = cues.of(_PEOPLE, _CONSENT), cues.of(_ANIMALS, _ANIMAL_CARE)
    if people and animals:
        return _of_both(people, animals)
    if people or animals:
        return _told(Species.HUMAN, people) or _told(Species.ANIMAL, animals)
    cells, computed = cues.of(_CELLS), cues.of(_COMPUTED)
    if people.abstract or animals.abstract or bool(cells.abstract) == bool(computed.abstract):
        return None
    return _told(Species.CELL_OR_TISSUE, cells) or _told(Species.COMPUTATIONAL, computed)


class _Cues:
    """The sentences that may speak of the species."""

    def __init__(self, reading: Reading) -> None:
        told = reading.abstract(Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSION)
        self._abstract = list(quotable(told))
        self._methods = list(quotable(reading.within(SectionKind.METHODS)))
        self._ethics = [
            *self._abstract,
            *self._methods,
            *quotable(reading.within(SectionKind.ETHICS, SectionKind.OTHER)),
        ]

    def of(self, words: re.Pattern[str], ethics: re.Pattern[str] | None = None) -> "_Found":
        return _Found(
            [s for s in self._abstract if words.search(s.quote)],
            [s for s in self._methods if words.search(s.quote)],
            [s for s in self._ethics if ethics and ethics.search(s.quote)],
        )


class _Found:
    """The sentences that speak for one species."""

    def __init__(self, abstract: list[Sentence], methods: list[Sentence], ethics: list[Sentence]) -> None:
        self.abstract, self.methods, self.ethics = abstract, methods, ethics

    def __bool__(self) -> bool:
        """Whether they settle it: a rule of ethics that was kept, or words for it in the abstract and often."""
        often = len(self.abstract) + len(self.methods) >= _OFTEN
        return bool(self.ethics and (self.abstract or self.methods)) or (bool(self.abstract) and often)

    @property
    def quotes(self) -> list[Sentence]:
        return [*self.abstract[:1], *self.ethics[:1]] or self.methods[:1]


def _told(value: Species, found: _Found) -> Known[Species] | None:
    return known(Known[Species], value, *found.quotes) if found else None


def _of_both(people: _Found, animals: _Found) -> Known[Species] | None:
    """Both are spoken of: rules of ethics on one side decide, or a clear majority; both kept to both is mixed."""
    if people.ethics and animals.ethics and people.abstract and animals.abstract:
        return known(Known[Species], Species.MIXED, *people.quotes, *animals.quotes)
    if bool(people.ethics) != bool(animals.ethics):
        value, found = (Species.HUMAN, people) if people.ethics else (Species.ANIMAL, animals)
        return known(Known[Species], value, *found.quotes) if found.abstract or found.methods else None
    many, few = len(people.abstract) + len(people.methods), len(animals.abstract) + len(animals.methods)
    if many >= 4 * few:
        return _told(Species.HUMAN, people)
    return _told(Species.ANIMAL, animals) if few >= 4 * many else None
