"""Finds the sentences of a paper that a lay sentence was made from, so that a model's text gets its quotes."""

import re
from collections import Counter
from collections.abc import Iterator
from math import log
from typing import Final

from pipeline.models.claim import Evidence
from pipeline.models.paper import Paper, SectionKind
from pipeline.text.evidence import EvidenceFinder
from pipeline.text.numbers import numbers
from pipeline.text.quantities import Quantity, quantities, same_measure
from pipeline.text.sentences import sentences

_PLACES: Final = (SectionKind.ABSTRACT, SectionKind.RESULTS, SectionKind.METHODS, SectionKind.CONCLUSION)
_WORD: Final = re.compile(r"[^\W\d_]{3,}|\d+(?:[.\u00b7]\d+)?")
_STEM: Final = 5
_LEAST: Final = (0.36, 0.2)
"""Share of a lay sentence's weight that its first and its second quote have to share: a good summary's quotes fit."""
_PREFERRED: Final = 1.35
"""How much more a sentence of the abstract counts: it is what the model was given."""


class Aligner:
    """The sentences of one paper, weighted by how rare their words are in it."""

    def __init__(self, paper: Paper) -> None:
        self._finder = EvidenceFinder(paper)
        self._candidates = [
            (text, _bag(text), _PREFERRED if kind is SectionKind.ABSTRACT else 1.0) for kind, text in _sentences(paper)
        ]
        seen = Counter(stem for _, bag, _ in self._candidates for stem in bag)
        self._weight = {stem: log(1 + len(self._candidates) / count) for stem, count in seen.items()}

    def evidence(self, sentence: str) -> tuple[Evidence, ...]:
        """The quote that fits best, and the one that fits best to what it leaves out; empty where none fits."""
        left, found = _bag(sentence), []
        whole = sum(self._weight.get(stem, 1.0) for stem in left)
        for least in _LEAST:
            score, best = max(((self._score(left, bag) * pull, text) for text, bag, pull in self._candidates))
            if not whole or score / whole < least:
                break
            found.append(best)
            left = left - _bag(best)
        quotes = [*found, *self._with_numbers(sentence, found)] if found else []
        return tuple(proof for proof in map(self._finder.find, quotes) if proof.start is not None)

    def _with_numbers(self, sentence: str, found: list[str]) -> Iterator[str]:
        """For each number that no quote holds yet, the sentence that holds it and fits best."""
        known = {abs(each.number.value) for quote in found for each in quantities(quote)}
        for wanted in (each for each in quantities(sentence) if abs(each.number.value) not in known):
            holding = [
                (self._score(_bag(sentence), bag), text) for text, bag, _ in self._candidates if _has(text, wanted)
            ]
            if holding:
                yield max(holding)[1]

    def _score(self, wanted: frozenset[str], bag: frozenset[str]) -> float:
        return sum(self._weight.get(stem, 0.0) * (2 if stem[0].isdigit() else 1) for stem in wanted & bag)


def _bag(text: str) -> frozenset[str]:
    words = {word.lower()[:_STEM] for word in _WORD.findall(text)}
    return frozenset(words | {str(number.value) for number in numbers(text) if number.in_words})


def _has(text: str, wanted: Quantity) -> bool:
    """Whether a sentence has a number with the same unit or noun."""
    return any(
        abs(each.number.value) == abs(wanted.number.value)
        and (wanted.measure is None or (each.measure is not None and same_measure(wanted.measure, each.measure)))
        for each in quantities(text)
    )


def _sentences(paper: Paper) -> Iterator[tuple[SectionKind, str]]:
    for section in paper.sections:
        if section.kind not in _PLACES:
            continue
        for paragraph in section.paragraphs:
            for start, end in sentences(paragraph.text):
                if 30 < end - start < 700:
                    yield section.kind, paragraph.text[start:end]
