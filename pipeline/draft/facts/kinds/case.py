"""All that speaks for one kind, and the questions that may be asked of it."""

from itertools import chain, islice
from typing import Final

from pipeline.draft.facts.beasts import IN_A_BEAST
from pipeline.draft.facts.declared import BEINGS, declared, lists_whole_animals
from pipeline.draft.facts.evidence import quotable
from pipeline.draft.facts.kinds.telling import BY_ROLE, IN_TITLE, Telling
from pipeline.draft.facts.subjects import TAKERS_PART, Words
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species

_SEVERAL: Final = 2
_KEYWORD, _KEYWORDS = 1.5, 2
"""What a keyword weighs that names a kind, and how many of them count."""


class Case:
    """All that speaks for one kind."""

    def __init__(self, kind: Species, words: Words, reading: Reading) -> None:
        self.kind, self._reading, self.metadata = kind, reading, reading.paper.metadata
        self.told = Telling(kind, words, reading)
        factors = sorted(map(self.told.factor, self.metadata.keywords), reverse=True)
        self.keywords = _KEYWORD * sum(factors[:_KEYWORDS])

    @property
    def tried_on(self) -> bool:
        """Whether the abstract counts its beings, or tells what was done to them."""
        return self.told.tried_on

    @property
    def took_part(self) -> bool:
        """Whether the abstract tells of people whom the authors saw themselves."""
        return self.kind is Species.HUMAN and any(
            TAKERS_PART.search(told.sentence.quote) for told in self.told.abstract
        )

    @property
    def is_named(self) -> bool:
        """Whether one sentence of the abstract names the kind in words that are said of it alone."""
        return bool(self.told.sure)

    @property
    def is_spoken_of(self) -> bool:
        """Whether title, keywords, abstract, methods or rules of ethics hold a word for the kind."""
        return bool(self.told.title or self.keywords or self.told.abstract or self.told.methods or self.told.ethics)

    @property
    def is_only_hinted_at(self) -> bool:
        """Whether two words that are said of others too are all that speaks for the kind."""
        elsewhere = self.told.sure or self.told.title or self.keywords or self.told.methods or self.told.ethics
        return not elsewhere and not self.told.tried_on and len(self.told.abstract) <= _SEVERAL

    @property
    def is_told_over_and_over(self) -> bool:
        """Whether two sentences of the abstract name the kind in words that are said of it alone."""
        return self.told.sure >= _SEVERAL

    @property
    def is_told_often(self) -> bool:
        """Whether the title speaks of this kind, or the abstract more than once, or keywords and abstract both."""
        return bool(self.told.title) or len(self.told.abstract) + bool(self.keywords) >= _SEVERAL

    @property
    def is_told_surely(self) -> bool:
        """Whether it is told of often, and in words that are said of nothing else."""
        return self.is_told_often and bool(self.told.sure)

    @property
    def is_titled(self) -> bool:
        """Whether the title says it in words that are said of nothing else."""
        return self.told.title == IN_TITLE

    @property
    def is_keyword(self) -> bool:
        """Whether keywords name the kind, as journals do that list the organisms of a study."""
        return bool(self.keywords)

    @property
    def is_whole(self) -> bool:
        """Whether beings were studied in person: tried on, or named in two of title, authors' keywords, abstract."""
        own = any(self.told.factor(word) for word in self.metadata.keywords if word not in self.metadata.organisms)
        places = (self.told.title, own, self.told.sure)
        named = sum(map(bool, places)) >= _SEVERAL
        return self.kind in BEINGS and (
            self.told.tried_on or (self.kind is Species.ANIMAL and (named or self._is_shown_whole or self._is_treated))
        )

    @property
    def _is_shown_whole(self) -> bool:
        """Whether the title ends with the animal, or the journal lists animals that are studied whole."""
        return lists_whole_animals(self.metadata) or IN_A_BEAST.search(self._reading.title.lower()) is not None

    @property
    def _is_treated(self) -> bool:
        """Whether animals are named in what was found, and the methods count them or tell what they were given."""
        found = any(told.weight >= BY_ROLE[Role.RESULTS] for told in self.told.abstract)
        return found and any(self.told.is_tried(told.sentence) for told in self.told.methods)

    @property
    def is_only_infected(self) -> bool:
        """Whether animals stay unnamed by the title, and are told of in two sentences of the abstract at most."""
        return self.kind is Species.ANIMAL and not self.told.title and len(self.told.abstract) <= _SEVERAL

    @property
    def is_only_beside(self) -> bool:
        """Whether animals are neither what the title names nor counted or treated, and no rules were kept for them."""
        named = self.is_titled or self.tried_on or self.told.ethics
        return self.kind is Species.ANIMAL and not named

    @property
    def is_told_in_front(self) -> bool:
        """Whether title or abstract tell of this kind."""
        return bool(self.told.title or self.told.abstract)

    @property
    def is_in_front_or_listed(self) -> bool:
        """Whether title or abstract tell of this kind, or the journal lists it among the organisms."""
        return self.is_told_in_front or self.kind in declared(self.metadata)

    @property
    def kept_rules(self) -> bool:
        """Whether rules of ethics for this kind were kept in a study that the abstract tells of."""
        return bool(self.told.ethics and any(told.weight >= BY_ROLE[Role.METHODS] for told in self.told.abstract))

    @property
    def quotes(self) -> list[Sentence]:
        """The sentence that says most, and the one on ethics."""
        best = max((*self.told.abstract, *self.told.methods), key=lambda told: told.weight, default=None)
        told = [best.sentence] if best else self._in_body() if self.is_titled else []
        return [*told, *self.told.ethics[:1]]

    def _in_body(self) -> list[Sentence]:
        """The first sentence outside abstract and methods that names what the title names, else what was done to it.

        A short abstract may tell only what came of it; the title then says of whom.
        """
        places = (SectionKind.INTRODUCTION, SectionKind.RESULTS, SectionKind.OTHER)
        body = quotable(self._reading.within(*places)[:LONGEST_ABSTRACT])
        named = (s for s in body if self.told.factor(s.quote) == 1.0)
        told = (self._reading.abstract(Role.METHODS, Role.AIM), self._reading.within(SectionKind.ABSTRACT))
        return list(islice(chain(named, quotable(chain(*told))), 1))
