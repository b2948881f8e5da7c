"""A query that is answered here, for sources that cannot search: words, "phrases", AND, OR, NOT and parentheses.

Words that stand beside each other must all occur; a word that ends in `*` is the beginning of one. Case and accents
make no difference. Operators are written in capitals, as Europe PMC and PubMed want them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.errors import FetchError

_TOKEN: Final = re.compile(r'"([^"]*)"|([()])|([^\s()"]+)')
_WORD: Final = re.compile(r"\w+\*?")
_OPERATORS: Final = frozenset({"AND", "OR", "NOT", "(", ")"})
_APART: Final = "\n" * 4
"""Between texts: more than may stand between the words of a phrase."""
_Test = Callable[[str], bool]


@dataclass(frozen=True)
class _Token:
    text: str
    is_operator: bool


class Words:
    """A query, understood. Raises FetchError (`bad_query`) where it cannot be."""

    def __init__(self, query: str) -> None:
        self._tokens = list(_tokens(query))
        self._query = query
        self._next = 0
        self._asked: list[str] = []
        self._test = self._either(wanted=True)
        if self._next < len(self._tokens):
            raise self._broken()
        if not self._asked:
            raise self._broken()

    @property
    def asked(self) -> str:
        """The words that are looked for, without operators and what is excluded."""
        return " ".join(self._asked)

    def match(self, *texts: str | None) -> bool:
        """Whether these texts together are what the query looks for."""
        return self._test(_APART.join(_folded(text) for text in texts if text))

    def _either(self, *, wanted: bool) -> _Test:
        tests = [self._all(wanted=wanted)]
        while self._take("OR"):
            tests.append(self._all(wanted=wanted))
        return lambda text: any(test(text) for test in tests)

    def _all(self, *, wanted: bool) -> _Test:
        tests = [self._one(wanted=wanted)]
        while self._take("AND") or self._goes_on():
            tests.append(self._one(wanted=wanted))
        return lambda text: all(test(text) for test in tests)

    def _one(self, *, wanted: bool) -> _Test:
        if self._take("NOT"):
            excluded = self._one(wanted=not wanted)
            return lambda text: not excluded(text)
        if self._take("("):
            inner = self._either(wanted=wanted)
            if not self._take(")"):
                raise self._broken()
            return inner
        return self._words(wanted=wanted)

    def _words(self, *, wanted: bool) -> _Test:
        if self._next >= len(self._tokens) or self._tokens[self._next].is_operator:
            raise self._broken()
        words = _WORD.findall(_folded(self._tokens[self._next].text))
        self._next += 1
        if wanted:
            self._asked += [word.rstrip("*") for word in words]
        parts = [rf"{word[:-1]}\w*" if word.endswith("*") else word for word in words]
        form = re.compile(r"\b" + r"\W{1,3}".join(parts) + r"\b" if parts else "")
        return lambda text: form.search(text) is not None

    def _take(self, operator: str) -> bool:
        there = self._next < len(self._tokens) and self._tokens[self._next] == _Token(operator, is_operator=True)
        self._next += there
        return there

    def _goes_on(self) -> bool:
        rest = self._tokens[self._next : self._next + 1]
        return bool(rest) and (not rest[0].is_operator or rest[0].text in ("NOT", "("))

    def _broken(self) -> FetchError:
        return FetchError(
            f"the query {self._query!r} cannot be understood",
            kind="bad_query",
            remedy='Use words, "phrases", AND, OR, NOT and balanced parentheses.',
        )


def _tokens(query: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(query):
        phrase, bracket, word = found.groups()
        text = phrase if phrase is not None else bracket or word
        is_operator = phrase is None and text in _OPERATORS
        if is_operator or _WORD.search(text):
            yield _Token(text, is_operator)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
