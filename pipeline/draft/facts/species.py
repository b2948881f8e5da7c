"""Whom or what the study looked at: people, animals, cells or tissue, or a computer.

Words for each stand in nearly every paper: a trial in people tells of animal models, a study of cells of patients who
may be helped. So they are weighed: by where they stand (the title says most, the background least), by how often, by
whether something was done to those who are named, and by the rules of ethics that were kept. The heaviest wins if it is
clearly heavier than the next; else nothing is said.
"""

import operator
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from pipeline.draft.facts.declared import BEINGS, declared, lists_whole_animals, nobody_declared, undeclared, usual_kind
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.nobody import about_another_paper, about_things, of_nobody, of_software, told_in_front
from pipeline.draft.facts.single_case import who_it_was
from pipeline.draft.facts.subjects import (
    AT_THE_BENCH,
    AT_THE_CLINIC,
    CLINICAL,
    IN_A_BEAST,
    NOT_KEPT,
    OF_A_MICROBE,
    OF_ANTIBODIES,
    OUT_OF_DOORS,
    PLANTS,
    TAKERS_PART,
    WORDS,
    Words,
)
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Species

_IN_TITLE: Final = 4.0
_BY_ROLE: Final = {Role.METHODS: 2.0, Role.RESULTS: 2.0, Role.AIM: 2.0, Role.CONCLUSION: 1.0, Role.BACKGROUND: 0.5}
_TRIED_ON: Final = 4.0
"""A sentence in which beings are counted, or something is done to them, wherever it stands."""
_IN_METHODS, _MOST_METHODS = 0.4, 5.0
"""Each sentence of the methods, and all of them together."""
_ALL_THERE_IS: Final = 1.0
"""Each sentence of the methods where there is no abstract."""
_WEAK: Final = 0.5
_ETHICS: Final = 5.0
_SHARE: Final = {Species.HUMAN: 1.0, Species.ANIMAL: 1.0, Species.CELL_OR_TISSUE: 0.65, Species.COMPUTATIONAL: 0.8}
_BESIDEBEINGS: Final = 0.35
"""A being outweighs its parts and models of it at equal numbers of words, more so where it was tried on in person."""
_LEAST, _ALONE, _CLEARLY, _MIXED = 1.5, 1.2, 1.4, 2.0
"""The least weight, and the least where nothing stands against it; how much heavier than the next; when both count."""
_BESIDE: Final = 0.25
"""What a passing word in the background weighs, which stands against nothing."""
_BARELY: Final = 1.0
"""The least weight of a kind that the journal's field settles."""
_SEVERAL, _MANY = 2, 3
_KEYWORD, _KEYWORDS = 1.5, 2
"""What a keyword weighs that names a kind, and how many of them count."""
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
_BACK: Final = (SectionKind.METHODS, SectionKind.ETHICS, SectionKind.OTHER)


def species(reading: Reading) -> Known[Species] | None:
    """The kind that the paper's words weigh most for, with the sentence that says it best; None where none is clear."""
    if about := about_another_paper(reading) or about_things(reading):
        return about
    cases = [_Case(kind, words, reading) for kind, words in WORDS.items()]
    model = next(case for case in cases if case.kind is Species.COMPUTATIONAL)
    if software := of_software(reading, model.quotes if model.is_named else []):
        return software
    weighed = _weighed(reading, cases)
    heaviest, first = weighed[0]
    if case := _of_one_person(reading, first):
        return case
    found = _heaviest(weighed, cases, reading) or _of_the_field(weighed, reading) or _of_the_clinic(cases, reading)
    return _out_of_doors(found or of_nobody(heaviest, reading), reading)


def _heaviest(
    weighed: Sequence[tuple[float, "_Case"]], cases: Iterable["_Case"], reading: Reading
) -> Known[Species] | None:
    (heaviest, first), (next_one, second) = weighed[:2]
    if not heaviest:
        model = next(case for case in cases if case.kind is Species.COMPUTATIONAL)
        return known(Known[Species], Species.COMPUTATIONAL, *model.quotes) if model.is_named else None
    if {first.kind, second.kind} == BEINGS and _both_count(first, second) and heaviest < _MIXED * next_one:
        return known(Known[Species], Species.MIXED, *first.quotes, *second.quotes)
    if heaviest < (_LEAST if next_one > _BESIDE else _ALONE) or not first.quotes or first.is_only_hinted_at:
        return _of_review(first, reading) or _told_alone(first, cases)
    near = heaviest < _CLEARLY * next_one or _are_only_a_source(first, second)
    if not near:
        return known(Known[Species], first.kind, *first.quotes)
    if _is_model_of(first, second) and _is_on_paper(reading, cases):
        return known(Known[Species], first.kind, *first.quotes)
    return _near(first, second, usual_kind(reading.paper.metadata))


def _is_model_of(first: "_Case", second: "_Case") -> bool:
    """Whether a model is told of, and beside it what it models, which its title may name."""
    return first.kind is Species.COMPUTATIONAL and second.kind is not Species.HUMAN


def _told_alone(first: "_Case", cases: Iterable["_Case"]) -> Known[Species] | None:
    """What the abstract names once, and nothing beside it; not people, for whom every paper has hopes."""
    others = any(case.is_spoken_of for case in cases if case is not first)
    named = first.is_named and first.kind is not Species.HUMAN and not others
    return known(Known[Species], first.kind, *first.quotes) if named else None


def _of_the_field(weighed: Sequence[tuple[float, "_Case"]], reading: Reading) -> Known[Species] | None:
    """The kind that is usual in the journal's field, where words speak of it and leave open which of several it is."""
    usual, heaviest = usual_kind(reading.paper.metadata), weighed[0][0]
    weight, case = next((pair for pair in weighed if pair[1].kind is usual), (0.0, None))
    if case is None or not case.quotes or weight < max(_BARELY, heaviest / _CLEARLY):
        return None
    return known(Known[Species], case.kind, *case.quotes)


def _of_the_clinic(cases: Iterable["_Case"], reading: Reading) -> Known[Species] | None:
    """People, where the abstract tells over and over of what is done in clinics and names no other being or part."""
    others = any(case.is_named or case.is_titled for case in cases if case.kind is not Species.HUMAN)
    told = [s for s in quotable(reading.abstract(*_BY_ROLE)[:LONGEST_ABSTRACT]) if AT_THE_CLINIC.search(s.quote)]
    words = {word.lower() for sentence in told for word in AT_THE_CLINIC.findall(sentence.quote)}
    if others or len(told) < _MANY or len(words) < _MANY or Species.HUMAN in undeclared(reading.paper.metadata):
        return None
    return known(Known[Species], Species.HUMAN, max(told, key=lambda each: _BY_ROLE[each.role] if each.role else 0))


def _of_one_person(reading: Reading, first: "_Case") -> Known[Species] | None:
    """A case report whose abstract tells of implants and nerves alone, and its case of the person who had them."""
    reports = reading.paper.metadata.article_type is ArticleType.CASE_REPORT or _CASE_REPORT.search(reading.title)
    beasts = first.kind is Species.ANIMAL and first.is_told_in_front
    told = who_it_was(reading) if reports and not beasts else None
    return known(Known[Species], Species.HUMAN, told) if told else None


_CASE_REPORT: Final = re.compile(r"\bcase report\b", re.IGNORECASE)


def _are_only_a_source(first: "_Case", second: "_Case") -> bool:
    """Whether animals of which the methods alone tell stand beside cells that are told of over and over."""
    cells = second.kind is Species.CELL_OR_TISSUE and second.is_told_over_and_over
    return first.kind is Species.ANIMAL and not first.is_told_in_front and cells


def _of_review(first: "_Case", reading: Reading) -> Known[Species] | None:
    """Reviews of trials and of what people do tell of people in few words, in fewer of anything else."""
    systematic = _SYSTEMATIC.search(reading.title) is not None
    people = first.kind is Species.HUMAN and first.quotes
    return known(Known[Species], Species.HUMAN, *first.quotes) if systematic and people else None


_SYSTEMATIC: Final = re.compile(
    r"\b(?:systematic review|meta-?analysis|(?:scoping|umbrella|rapid) review)\b", re.IGNORECASE
)


def _weighed(reading: Reading, cases: Sequence["_Case"]) -> list[tuple[float, "_Case"]]:
    """Each kind with its weight, the heaviest first."""
    infected = OF_A_MICROBE.match(reading.title) is not None
    beings = any(case.is_whole for case in cases if not (infected and case.is_only_infected))
    on_paper = not beings and _is_on_paper(reading, cases)
    weights = [
        case.weight(beside_beings=beings, on_paper=on_paper) * (_INFECTED if infected and case.is_only_infected else 1)
        for case in cases
    ]
    return sorted(zip(weights, cases, strict=True), key=lambda pair: -pair[0])


def _out_of_doors(found: Known[Species] | None, reading: Reading) -> Known[Species] | None:
    """Plants where they grow are whole, and none of the kinds that there are; of microbes there, parts were studied."""
    if found is None or found.value is not Species.CELL_OR_TISSUE or not told_in_front(reading, OUT_OF_DOORS):
        return found
    if told_in_front(reading, PLANTS):
        return Known[Species](value=Species.NOT_APPLICABLE, evidence=found.evidence)
    return found if usual_kind(reading.paper.metadata) is Species.CELL_OR_TISSUE else None


def _near(first: "_Case", second: "_Case", usual: Species | None) -> Known[Species] | None:
    """What two kinds of near weight settle together: what people gave is tissue, who took part outweighs a model.

    `usual` is the kind that is usual in the journal's field; it settles what no people are part of.
    """
    pair = {each.kind: each for each in (first, second)}
    if usual in pair and Species.HUMAN not in pair and pair[usual].quotes:
        return known(Known[Species], usual, *pair[usual].quotes)
    if pair.keys() == _BEASTS_AND_PARTS and not pair[Species.ANIMAL].is_in_front_or_listed:
        return known(Known[Species], Species.CELL_OR_TISSUE, *pair[Species.CELL_OR_TISSUE].quotes)
    if pair.keys() == BEINGS and first.is_told_over_and_over and second.is_told_over_and_over:
        return known(Known[Species], Species.MIXED, *first.quotes, *second.quotes)
    people = pair.pop(Species.HUMAN, None)
    other = next(iter(pair.values()))
    if people is None:
        return _by_name(first, second)
    if other.kind is Species.CELL_OR_TISSUE and other.is_told_over_and_over and not people.tried_on:
        return known(Known[Species], Species.CELL_OR_TISSUE, *other.quotes)
    took_part = other.kind is Species.COMPUTATIONAL and people.took_part
    whose = other.kind is Species.CELL_OR_TISSUE and people is first and not other.is_told_over_and_over
    return known(Known[Species], Species.HUMAN, *people.quotes) if took_part or whose else None


def _by_name(first: "_Case", second: "_Case") -> Known[Species] | None:
    """The one of two kinds that the title names, or else the keywords or the abstract, and not the other."""
    for is_named in map(operator.attrgetter, ("is_titled", "is_keyword", "is_named")):
        named = [case for case in (first, second) if is_named(case) and case.quotes]
        if len(named) == 1:
            return known(Known[Species], named[0].kind, *named[0].quotes)
    return None


def _both_count(one: "_Case", other: "_Case") -> bool:
    """Whether rules of ethics were kept for both, or the title names both."""
    return (one.kept_rules and other.kept_rules) or (one.is_titled and other.is_titled)


def _is_on_paper(reading: Reading, cases: Iterable["_Case"]) -> bool:
    """Whether the title tells of a model, or the abstract, where no more than one sentence stands at a bench."""
    model = next(case for case in cases if case.kind is Species.COMPUTATIONAL)
    if model.is_titled or not model.is_told_surely:
        return model.is_titled
    told = [*reading.within(SectionKind.ABSTRACT), *reading.within(SectionKind.METHODS)]
    return sum(AT_THE_BENCH.search(sentence.quote) is not None for sentence in told) < _SEVERAL


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
_BEASTS_AND_PARTS: Final = {Species.ANIMAL, Species.CELL_OR_TISSUE}
"""Animals of which only the methods tell gave the cells."""


@dataclass(frozen=True)
class _Told:
    """A sentence that speaks of a kind, and how much it counts."""

    sentence: Sentence
    weight: float


class _Case:
    """All that speaks for one kind."""

    def __init__(self, kind: Species, words: Words, reading: Reading) -> None:
        self.kind, self._words, self._reading, self._metadata = kind, words, reading, reading.paper.metadata
        self.tried_on = False
        self._sure = 0
        self._abstract = list(self._of_abstract(reading.abstract(*_BY_ROLE)[:LONGEST_ABSTRACT]))
        self._methods = list(self._of_methods(reading.within(SectionKind.METHODS)))
        self._ethics = [] if self._only_gave_antibodies(reading) else self._of_ethics(reading.within(*_BACK))
        self._in_title = self._title(reading.title)
        factors = sorted(map(self._factor, reading.paper.metadata.keywords), reverse=True)
        self._in_keywords = _KEYWORD * sum(factors[:_KEYWORDS])

    def weight(self, *, beside_beings: bool, on_paper: bool) -> float:
        """Everything together, by the share that the kind has."""
        abstract = sum(told.weight for told in self._abstract)
        methods = min(_MOST_METHODS, sum(told.weight for told in self._methods))
        share = _SHARE[self.kind] * (_BESIDEBEINGS if beside_beings and self.kind not in BEINGS else 1)
        simulated = self.tried_on and methods >= _MOST_METHODS
        if self.kind is Species.COMPUTATIONAL and not (self.is_told_often or simulated or self._is_usual):
            return 0.0  # one simulation beside other work
        share *= _ON_PAPER if on_paper and not self._stands_on_paper else 1
        shown = self._sure or self._in_title or self._methods or self.kind in declared(self._metadata)
        keywords = self._in_keywords if shown else 0
        told = self._in_title + keywords + abstract + methods + self._listed
        return share * self._by_list * told + (_ETHICS if self._ethics else 0)

    @property
    def _is_usual(self) -> bool:
        """Whether the kind is the usual one in the journal's field."""
        return usual_kind(self._metadata) is self.kind

    @property
    def _listed(self) -> float:
        """What the list of organisms adds for people; that of animals is among the keywords already."""
        return (
            _DECLARED
            if self.kind is Species.HUMAN and self.kind in declared(self._metadata) and self._abstract
            else 0.0
        )

    @property
    def _by_list(self) -> float:
        """The share that a list of organisms leaves the kind."""
        if self.kind in undeclared(self._metadata):
            return _LEFT_OUT
        somebody = self._metadata.organisms and not nobody_declared(self._metadata)
        return _SOMEBODY if self.kind is Species.COMPUTATIONAL and somebody and not self._sure else 1.0

    @property
    def took_part(self) -> bool:
        """Whether the abstract tells of people whom the authors saw themselves."""
        return self.kind is Species.HUMAN and any(TAKERS_PART.search(told.sentence.quote) for told in self._abstract)

    @property
    def is_named(self) -> bool:
        """Whether one sentence of the abstract names the kind in words that are said of it alone."""
        return bool(self._sure)

    @property
    def is_spoken_of(self) -> bool:
        """Whether title, keywords, abstract, methods or rules of ethics hold a word for the kind."""
        return bool(self._in_title or self._in_keywords or self._abstract or self._methods or self._ethics)

    @property
    def is_only_hinted_at(self) -> bool:
        """Whether two words that are said of others too are all that speaks for the kind."""
        elsewhere = self._sure or self._in_title or self._in_keywords or self._methods or self._ethics
        return not elsewhere and not self.tried_on and len(self._abstract) <= _SEVERAL

    @property
    def is_told_over_and_over(self) -> bool:
        """Whether two sentences of the abstract name the kind in words that are said of it alone."""
        return self._sure >= _SEVERAL

    @property
    def _stands_on_paper(self) -> bool:
        """Whether the kind keeps its weight beside a model: the model itself, and people who took part."""
        return self.kind is Species.COMPUTATIONAL or self.took_part

    @property
    def is_told_often(self) -> bool:
        """Whether the title speaks of this kind, or the abstract more than once, or keywords and abstract both."""
        return bool(self._in_title) or len(self._abstract) + bool(self._in_keywords) >= _SEVERAL

    @property
    def is_told_surely(self) -> bool:
        """Whether it is told of often, and in words that are said of nothing else."""
        return self.is_told_often and bool(self._sure)

    @property
    def is_titled(self) -> bool:
        """Whether the title says it in words that are said of nothing else."""
        return self._in_title == _IN_TITLE

    @property
    def is_keyword(self) -> bool:
        """Whether keywords name the kind, as journals do that list the organisms of a study."""
        return bool(self._in_keywords)

    @property
    def is_whole(self) -> bool:
        """Whether beings were studied in person: tried on, or named in two of title, authors' keywords, abstract."""
        own = any(self._factor(word) for word in self._metadata.keywords if word not in self._metadata.organisms)
        places = (self._in_title, own, self._sure)
        named = sum(map(bool, places)) >= _SEVERAL
        return self.kind in BEINGS and (
            self.tried_on or (self.kind is Species.ANIMAL and (named or self._is_shown_whole))
        )

    @property
    def _is_shown_whole(self) -> bool:
        """Whether the title ends with the animal, or the journal lists animals that are studied whole."""
        return lists_whole_animals(self._metadata) or IN_A_BEAST.search(self._reading.title.lower()) is not None

    @property
    def is_only_infected(self) -> bool:
        """Whether animals stay unnamed by the title, and are told of in two sentences of the abstract at most."""
        return self.kind is Species.ANIMAL and not self._in_title and len(self._abstract) <= _SEVERAL

    @property
    def is_told_in_front(self) -> bool:
        """Whether title or abstract tell of this kind."""
        return bool(self._in_title or self._abstract)

    @property
    def is_in_front_or_listed(self) -> bool:
        """Whether title or abstract tell of this kind, or the journal lists it among the organisms."""
        return self.is_told_in_front or self.kind in declared(self._metadata)

    @property
    def kept_rules(self) -> bool:
        """Whether rules of ethics for this kind were kept in a study that the abstract tells of."""
        return bool(self._ethics and any(told.weight >= _BY_ROLE[Role.METHODS] for told in self._abstract))

    @property
    def quotes(self) -> list[Sentence]:
        """The sentence that says most, and the one on ethics."""
        best = max((*self._abstract, *self._methods), key=lambda told: told.weight, default=None)
        told = [best.sentence] if best else self._in_body() if self.is_titled else []
        return [*told, *self._ethics[:1]]

    def _in_body(self) -> list[Sentence]:
        """The first sentence outside abstract and methods that names what the title names, else what was done to it."""
        places = (SectionKind.INTRODUCTION, SectionKind.RESULTS, SectionKind.OTHER)
        body = quotable(self._reading.within(*places)[:LONGEST_ABSTRACT])
        named = (s for s in body if self._factor(s.quote) == 1.0)
        return list(islice(chain(named, quotable(self._reading.abstract(Role.METHODS, Role.AIM))), 1))

    def _of_abstract(self, sentences: Iterable[Sentence]) -> Iterator[_Told]:
        for sentence in quotable(sentences):
            factor = self._factor(sentence.quote)
            if factor and sentence.role:
                tried = self._is_tried(sentence, sentence.role)
                self.tried_on = self.tried_on or tried
                self._sure += factor == 1.0
                yield _Told(sentence, _TRIED_ON if tried else factor * _BY_ROLE[sentence.role])

    def _of_methods(self, sentences: Iterable[Sentence]) -> Iterator[_Told]:
        left, each = _MOST_METHODS, _IN_METHODS if self._reading.within(SectionKind.ABSTRACT) else _ALL_THERE_IS
        for sentence in quotable(sentences):
            if left <= 0:
                return
            factor = self._factor(sentence.quote)
            if factor and not self._is_of_antibodies(sentence):
                left -= factor * each
                yield _Told(sentence, factor * each)

    def _is_of_antibodies(self, sentence: Sentence) -> bool:
        return self.kind is Species.ANIMAL and OF_ANTIBODIES.search(sentence.quote) is not None

    def _only_gave_antibodies(self, reading: Reading) -> bool:
        """Whether the animals of the methods were a source of antibodies, and the abstract knows none."""
        gave = any(map(self._is_of_antibodies, reading.within(SectionKind.METHODS)))
        return gave and not self._abstract

    def _of_ethics(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        rules = self._words.rules
        found = [s for s in quotable(sentences) if rules.search(s.quote.lower())] if rules else []
        return [sentence for sentence in found if not NOT_KEPT.search(sentence.quote)]

    def _factor(self, text: str) -> float:
        """How surely a text speaks of this kind; words that fit any being do not make people of animals."""
        lower = text.lower()
        if self._words.sure.search(lower):
            return 1.0
        if not self._words.weak.search(lower):
            return 0.0
        of_animals = self.kind is Species.HUMAN and WORDS[Species.ANIMAL].sure.search(lower)
        return 0.0 if of_animals else _WEAK

    def _is_tried(self, sentence: Sentence, role: Role) -> bool:
        """What is counted in the background may be how many there are in the world, not in the study."""
        if _OF_OTHERS.search(sentence.quote):
            return False
        elsewhere = role is Role.BACKGROUND and _EVERYWHERE.search(sentence.quote)
        counted = None if elsewhere else self._words.counted
        return any(form.search(sentence.quote.lower()) for form in (self._words.tried, counted) if form)

    def _title(self, title: str) -> float:
        factor = self._factor(title)
        clinical = (
            self.kind is Species.HUMAN
            and CLINICAL.search(title)
            and not WORDS[Species.ANIMAL].sure.search(title.lower())
        )
        return _IN_TITLE * max(factor, _WEAK if clinical else 0.0)
