"""The sentences of a paper that speak of one kind, each with what it counts by its place and by what it says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.draft.facts.clinics import CLINICAL
from pipeline.draft.facts.evidence import quotable
from pipeline.draft.facts.nobody import told_in_front
from pipeline.draft.facts.subjects import (
    COLONIES,
    GAVE_TISSUE,
    GIVEN_BY_OWNERS,
    MEMBERS,
    MEMBERS_OF_COLONIES,
    NOT_KEPT,
    OF_ANTIBODIES,
    OF_BEASTS,
    WORDS,
    Words,
)
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species

IN_TITLE: Final = 4.0
_OF_ITS_OWN: Final = (Role.METHODS, Role.RESULTS, Role.AIM, Role.CONCLUSION)
BY_ROLE: Final = {Role.METHODS: 2.0, Role.RESULTS: 2.0, Role.AIM: 2.0, Role.CONCLUSION: 1.0, Role.BACKGROUND: 0.5}
_TRIED_ON: Final = 4.0
"""A sentence in which beings are counted, or something is done to them, wherever it stands."""
_IN_METHODS, MOST_METHODS = 0.4, 5.0
"""Each sentence of the methods, and all of them together."""
_ALL_THERE_IS: Final = 1.0
"""Each sentence of the methods where there is no abstract."""
WEAK: Final = 0.5
_SEVERAL: Final = 2
_LONGEST_ACRONYM: Final = 4
"""Letters, of those that are animals or people when written small."""
_BACK: Final = (SectionKind.METHODS, SectionKind.ETHICS, SectionKind.OTHER)
_EVERYWHERE: Final = re.compile(
    r"\b(?:worldwide|globally|annual(?:ly)?|(?:each|per|every|a) year|millions?|estimated|approximately|prevalence"
    r"|incidence|account(?:s|ing)? for|in the (?:us|uk|usa|world|united states))\b",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:this|the present|our) (?:mini-?)?review\b|\b(?:reported|known|described|shown) (?:previously )?in\b"
    r"|\bprevious(?:ly)?\b|\bunlike\b",
    re.IGNORECASE,
)
"""What was done with them was done by others."""


@dataclass(frozen=True)
class Told:
    """A sentence that speaks of a kind, and how much it counts."""

    sentence: Sentence
    weight: float


class Telling:
    """All sentences that speak of one kind; `sure` counts those of the abstract in words that are said of it alone."""

    def __init__(self, kind: Species, words: Words, reading: Reading) -> None:
        self._kind, self._words, self._reading = kind, words, reading
        self._members = _members(reading)
        self._beside_beasts = kind is Species.HUMAN and _is_of_beasts(reading, self._members)
        self.tried_on = False
        self.sure = 0
        self.abstract = list(self._of_abstract(reading.abstract(*BY_ROLE)[:LONGEST_ABSTRACT]))
        self.methods = list(self._of_methods(reading.within(SectionKind.METHODS)))
        self.ethics = [] if self._only_gave_antibodies() else self._of_ethics(reading.within(*_BACK))
        self.title = self._title(reading.title)

    def _of_abstract(self, sentences: Iterable[Sentence]) -> Iterator[Told]:
        for sentence in quotable(sentences):
            factor = self.factor(sentence.quote)
            if factor and sentence.role and not self._is_of_antibodies(sentence):
                tried = self.is_tried(sentence)
                self.tried_on = self.tried_on or tried
                self.sure += factor == 1.0
                yield Told(sentence, _TRIED_ON if tried else factor * BY_ROLE[sentence.role])

    def _of_methods(self, sentences: Iterable[Sentence]) -> Iterator[Told]:
        left, each = MOST_METHODS, _IN_METHODS if self._reading.within(SectionKind.ABSTRACT) else _ALL_THERE_IS
        for sentence in quotable(sentences):
            if left <= 0:
                return
            factor = self.factor(sentence.quote)
            if factor and not self._is_of_antibodies(sentence):
                left -= factor * each
                yield Told(sentence, factor * each)

    def _is_of_antibodies(self, sentence: Sentence) -> bool:
        return self._kind is Species.ANIMAL and OF_ANTIBODIES.search(sentence.quote) is not None

    def _only_gave_antibodies(self) -> bool:
        """Whether the animals of the methods were a source of antibodies, and the abstract knows none."""
        gave = any(map(self._is_of_antibodies, self._reading.within(SectionKind.METHODS)))
        return gave and not self.abstract

    def _of_ethics(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        rules = self._words.rules
        found = [s for s in quotable(sentences) if rules.search(s.quote.lower())] if rules else []
        return [s for s in found if not NOT_KEPT.search(s.quote) and not self._is_for_others(s)]

    def _is_for_others(self, consent: Sentence) -> bool:
        """Whether people consented for the animal that they own, or gave tissue to a study that tells of cells."""
        if self._kind is not Species.HUMAN:
            return False
        gave = GAVE_TISSUE.search(consent.quote) and not self.sure and _are_of_cells(self._reading)
        return bool(gave or GIVEN_BY_OWNERS.search(consent.quote))

    def factor(self, text: str) -> float:
        """How surely a text speaks of this kind; words that fit any being do not make people of animals."""
        lower = text.lower()
        if _names(self._words, text, lower):
            return WEAK if self._beside_beasts and _names_members_alone(lower, self._members) else 1.0
        if self._beside_beasts or not self._words.weak.search(lower):
            return 0.0
        of_animals = self._kind is Species.HUMAN and _names(WORDS[Species.ANIMAL], text, lower)
        return 0.0 if of_animals else WEAK

    def is_tried(self, sentence: Sentence) -> bool:
        """What is counted in the background may be how many there are in the world, not in the study."""
        if _OF_OTHERS.search(sentence.quote):
            return False
        elsewhere = sentence.role is Role.BACKGROUND and _EVERYWHERE.search(sentence.quote)
        counted = None if elsewhere or self._may_be_beasts(sentence) else self._words.counted
        return any(form.search(sentence.quote.lower()) for form in (self._words.tried, counted) if form)

    def _may_be_beasts(self, sentence: Sentence) -> bool:
        """Whether those who are counted are adults, say, in a paper that tells of animals."""
        return self._beside_beasts and self.factor(sentence.quote) < 1.0

    def _title(self, title: str) -> float:
        factor = self.factor(title)
        clinical = (
            self._kind is Species.HUMAN
            and CLINICAL.search(title)
            and not WORDS[Species.ANIMAL].sure.search(title.lower())
        )
        return IN_TITLE * max(factor, WEAK if clinical else 0.0)


def _is_of_beasts(reading: Reading, members: re.Pattern[str]) -> bool:
    """Whether the title names animals, or what was done and found is told of animals and of nobody who is a person."""
    if _names(WORDS[Species.ANIMAL], reading.title, reading.title.lower()):
        return True
    told = [s.quote.lower() for s in quotable(reading.abstract(*_OF_ITS_OWN)[:LONGEST_ABSTRACT])]
    return any(map(_speaks_of_beasts, told)) and not any(
        _names_people(each, members) for each in (reading.title.lower(), *told)
    )


def _are_of_cells(reading: Reading) -> bool:
    """Whether two sentences on what was done and found in the study name cells or parts."""
    told = quotable([*reading.abstract(*_OF_ITS_OWN)[:LONGEST_ABSTRACT], *reading.within(SectionKind.METHODS)])
    return sum(WORDS[Species.CELL_OR_TISSUE].sure.search(s.quote.lower()) is not None for s in told) >= _SEVERAL


def _speaks_of_beasts(lower: str) -> bool:
    return bool(WORDS[Species.ANIMAL].sure.search(lower) or OF_BEASTS.search(lower))


def _members(reading: Reading) -> re.Pattern[str]:
    """What animals of this paper may be called, as people are: workers only where there are colonies of insects."""
    return MEMBERS_OF_COLONIES if told_in_front(reading, COLONIES) else MEMBERS


def _names_people(lower: str, members: re.Pattern[str]) -> bool:
    return WORDS[Species.HUMAN].sure.search(lower) is not None and not _names_members_alone(lower, members)


def _names_members_alone(lower: str, members: re.Pattern[str]) -> bool:
    """Whether all that names people is what animals are called too."""
    return all(members.fullmatch(found.group()) for found in WORDS[Species.HUMAN].sure.finditer(lower))


def _names(words: Words, text: str, lower: str) -> bool:
    """Whether a text names a kind; what stands in capitals among small letters is short for something else."""
    first = words.sure.search(lower)
    if first is None or not _is_acronym(text, first):
        return first is not None
    return any(not _is_acronym(text, each) for each in words.sure.finditer(lower, first.end()))


def _is_acronym(text: str, found: re.Match[str]) -> bool:
    """Whether it is `FISH`, `RAT` or `MEN`, in a text that is not all in capitals."""
    word = text[found.start() : found.end()]
    return len(word) <= _LONGEST_ACRONYM and word.isupper() and not text.isupper()
