"""How hard a text is to read, as school grades of the United States: a reader of 13 years is in grade 8.

Three formulas, because each can be misled by itself: two count syllables, one counts letters.

- Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59 (J. P. Kincaid, R. P. Fishburne,
  R. L. Rogers, B. S. Chissom, Research Branch Report 8-75, Naval Technical Training Command, 1975).
- Coleman-Liau index: 0.0588 letters per 100 words - 0.296 sentences per 100 words - 15.8 (M. Coleman, T. L. Liau,
  Journal of Applied Psychology 1975;60:283).
- SMOG: 1.0430 times the root of the words of three or more syllables per 30 sentences, + 3.1291 (G. H. McLaughlin,
  Journal of Reading 1969;12:639).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from statistics import median
from typing import Final

from pipeline.text.sentences import sentences
from pipeline.text.syllables import syllables

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019\u2010\u2011-][^\W\d_]+)*")
_NOT_READ_OUT: Final = re.compile(r"https?://\S+|\b10\.\d{4,9}/\S+")
"""Addresses and DOIs, which nobody reads as words."""
_POLYSYLLABLE: Final = 3
FEWEST_WORDS: Final = 50
"""Words below which a grade is a matter of chance."""
END_OF_SCHOOL: Final = 12
"""The last grade of school, with pupils of 17 and 18 years."""


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The counts of a text, and the three grades that follow from them. All are 0 for a text without words."""

    sentences: int
    words: int
    letters: int
    syllables: int
    long_words: int
    """Words of three or more syllables."""

    @property
    def flesch_kincaid(self) -> float:
        """The grade by length of sentences and syllables of words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def coleman_liau(self) -> float:
        """The grade by letters of words and length of sentences."""
        if not self.words:
            return 0.0
        return 0.0588 * 100 * self.letters / self.words - 0.296 * 100 * self.sentences / self.words - 15.8

    @property
    def smog(self) -> float:
        """The grade by long words per sentence."""
        return 1.0430 * sqrt(30 * self.long_words / self.sentences) + 3.1291 if self.words else 0.0

    @property
    def grade(self) -> float:
        """The middle one of the three."""
        return median((self.flesch_kincaid, self.coleman_liau, self.smog))


def reading_words(text: str) -> list[str]:
    """The words that a reader speaks in the mind: numbers, addresses and DOIs left out, compounds as one."""
    return _WORD.findall(_NOT_READ_OUT.sub(" ", text))


def reading_level(texts: Iterable[str]) -> ReadingLevel:
    """The level of texts that are read one after the other; the end of a text ends its sentence. Linear."""
    found = [sentence_level(text[start:end]) for text in texts for start, end in sentences(text)]
    return ReadingLevel(
        sentences=sum(level.sentences for level in found),
        words=sum(level.words for level in found),
        letters=sum(level.letters for level in found),
        syllables=sum(level.syllables for level in found),
        long_words=sum(level.long_words for level in found),
    )


def reading_grade(texts: Iterable[str]) -> float | None:
    """The school grade of texts that are read together; None where they are too short to have one."""
    level = reading_level(texts)
    return level.grade if level.words >= FEWEST_WORDS else None


def sentence_level(sentence: str) -> ReadingLevel:
    """The level of one sentence; short ones are remembered for a while, since a page asks for each twice."""
    return _short(sentence) if len(sentence) <= _SHORT else _level(sentence)


def _level(sentence: str) -> ReadingLevel:
    words = reading_words(sentence)
    spoken = [syllables(word) for word in words]
    return ReadingLevel(
        sentences=int(bool(words)),
        words=len(words),
        letters=sum(map(len, words)),
        syllables=sum(spoken),
        long_words=sum(count >= _POLYSYLLABLE for count in spoken),
    )


_SHORT: Final = 1_000
_short = lru_cache(maxsize=512)(_level)
