"""Passages of a paper that may prove or disprove a statement: those with most of its rarer words and its numbers."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from pipeline.models.paper import Paper

_WORD: Final = re.compile(r"\d+(?:[.,·]\d+)*|[^\W\d_]{4,}")
_LONGEST: Final = 700
"""Characters of a passage that is shown; more would drown what matters."""
_STEM: Final = 6
"""Letters that decide: `walking`, `walked` and `walkers` are about the same."""


class Passages:
    """The paragraphs and tables of one paper, made ready for many statements."""

    def __init__(self, paper: Paper) -> None:
        self._texts = [block for block in paper.text.split("\n\n") if len(block) > 40]
        self._words = [Counter(_words(text)) for text in self._texts]
        known = Counter(word for words in self._words for word in words)
        count = len(self._texts) or 1
        self._weight = {word: math.log(1 + count / seen) for word, seen in known.items()}

    def about(self, texts: Iterable[str], most: int = 2) -> list[str]:
        """The passages that share most with these texts, the best first; none where nothing is shared."""
        wanted = {word for text in texts for word in _words(text)}
        scored = [(self._score(words, wanted), -index) for index, words in enumerate(self._words)]
        best = sorted((each for each in scored if each[0] > 0), reverse=True)[:most]
        return [_shortened(self._texts[-index], wanted) for _, index in best]

    def _score(self, words: Counter[str], wanted: set[str]) -> float:
        shared = wanted & words.keys()
        # Long paragraphs hold more of everything: what they share counts a little less.
        return sum(self._weight[word] for word in shared) / math.sqrt(5 + math.log1p(sum(words.values())))


def _words(text: str) -> list[str]:
    return [word.casefold()[:_STEM] for word in _WORD.findall(text)]


def _shortened(text: str, wanted: set[str]) -> str:
    """A window of the passage around what it shares with the statement."""
    if len(text) <= _LONGEST:
        return text
    places = [found.start() for found in _WORD.finditer(text) if found[0].casefold()[:_STEM] in wanted]
    best = max(places, key=lambda start: sum(start <= place < start + _LONGEST for place in places))
    begin = text.rfind(". ", 0, best) + 2 if best else 0
    begin = begin if best - begin < _LONGEST // 2 else best
    return text[begin : begin + _LONGEST]
