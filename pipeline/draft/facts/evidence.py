"""Facts out of sentences: a value with the sentences that say it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind

V = TypeVar("V")

_LONGEST_QUOTE: Final = 700
"""Characters; a longer "sentence" is a list or a table that was read as prose, and proves nothing at a glance."""


def known(kind: type[Known[V]], value: V, *sentences: Sentence) -> Known[V]:
    """A fact, proved by these sentences."""
    return kind(value=value, evidence=tuple(sentence.evidence for sentence in dict.fromkeys(sentences)))


def first_told(find: Callable[[Sentence], str | None], sentences: Iterable[Sentence]) -> Known[str] | None:
    """The first that is found in a sentence, with that sentence."""
    return next((known(Known[str], value, each) for each in sentences if (value := find(each))), None)


def quotable(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Those that are short enough to be shown as a quote."""
    return (sentence for sentence in sentences if len(sentence.quote) <= _LONGEST_QUOTE)


def about_the_study(reading: Reading) -> list[Sentence]:
    """What is said about this study and not about its background: the abstract, then methods, then results."""
    abstract = reading.abstract(Role.METHODS, Role.AIM, Role.RESULTS, Role.CONCLUSION)
    body = reading.within(SectionKind.METHODS, SectionKind.RESULTS)
    return _of_those_within([*abstract, *body])


def of_methods(reading: Reading) -> list[Sentence]:
    """What is said about how the study was done."""
    return _of_those_within([*reading.abstract(Role.METHODS, Role.AIM), *reading.within(SectionKind.METHODS)])


def _of_those_within(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [s for s in quotable(sentences) if not _LEFT_OUT.search(s.heading) and not _LEFT_OUT.search(s.quote)]


_LEFT_OUT: Final = re.compile(
    r"\bexclu(?:sion|ded?|ding)\b|\bunable to\b|\bineligible\b|\b(?:not eligible|unless|other than|except for)\b",
    re.IGNORECASE,
)
"""Who was left out of the study says nothing about who was in it."""
