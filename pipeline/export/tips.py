"""Where a page uses the words that its glossary explains: each gets a tip at its first use in each part of the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.models.summary import GlossaryEntry
from pipeline.text.caseless import caseless
from pipeline.text.medical_terms import Form, form_of, is_abbreviation

_WITH_BRACKETS: Final = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_LONGEST_FORM: Final = 100
_SHORTEST_FORM: Final = 2
_OPENING: Final = '(["\u201c\u2018'
_CLOSING: Final = '.,;:!?)]"\u201d\u2019'

_Place = tuple[int, int, str]
"""The span of a word, and the tip that it has there."""


class Run(NamedTuple):
    """A piece of a text; `tip` is the id of the tip that explains it, or empty.

    `before` and `after` are the brackets and marks at a word with a tip, which no line break may part from it.
    """

    text: str
    tip: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Tip:
    """The meaning of a word, as it opens beside the text."""

    id: str
    term: str
    plain: str


class Tips:
    """The tips of one page. What is printed of a text, run after run, is the text itself and nothing else."""

    def __init__(self, glossary: Sequence[GlossaryEntry]) -> None:
        self._glossary = glossary
        forms = {form: f"word-{number}" for number, entry in enumerate(glossary, 1) for form in _forms(entry.term)}
        self._forms = [(forms[form], form_of(form)) for form in sorted(forms, key=len, reverse=True)]
        self._used: set[str] = set()

    def runs(self, texts: Sequence[str]) -> tuple[tuple[Run, ...], ...]:
        """The runs of each text of one part of the page, in which each word has its tip once; none without tips."""
        told, small = set[str](), [caseless(text) for text in texts]
        whole, whole_small = "\n".join(texts), "\n".join(small)
        forms = [(tip, form) for tip, form in self._forms if form.may_stand_in(whole, whole_small)]
        places = [_first_uses(*each, forms, told) for each in zip(texts, small, strict=True)]
        self._used |= told
        return tuple(tuple(_cut(text, found)) for text, found in zip(texts, places, strict=True))

    @property
    def used(self) -> tuple[Tip, ...]:
        """The tips that were given so far, in the order of the glossary."""
        tips = (Tip(f"word-{at}", entry.term, entry.plain) for at, entry in enumerate(self._glossary, 1))
        return tuple(tip for tip in tips if tip.id in self._used)


def _first_uses(text: str, small: str, forms: Sequence[tuple[str, Form]], told: set[str]) -> list[_Place]:
    """First uses that do not overlap. Longer forms come first: `trial` has no tip inside `randomised trial`."""
    first, covered = list[_Place](), list[tuple[int, int]]()
    for tip, form in forms:
        for start, end in form.spans_in(text, small):
            if any(start < to and end > of for of, to in covered):
                continue
            covered.append((start, end))
            if tip not in told:
                told.add(tip)
                first.append((start, end, tip))
    return sorted(first)


def _forms(term: str) -> Iterator[str]:
    """How a term may be written: `AIS (ASIA Impairment Scale)` is also written as either of the two."""
    parts = _WITH_BRACKETS.fullmatch(term)
    outer, inner = (parts[1], parts[2]) if parts else ("", "")
    forms = (term, outer, inner) if is_abbreviation(outer) or is_abbreviation(inner) else (term, outer)
    yield from (form for form in forms if _SHORTEST_FORM <= len(form) <= _LONGEST_FORM)


def _cut(text: str, places: Sequence[_Place]) -> Iterator[Run]:
    at = 0
    for number, (start, end, tip) in enumerate(places, 1):
        limit = places[number][0] if number < len(places) else len(text)
        lead = at + len(text[at:start].rstrip(_OPENING))
        to = limit - len(text[end:limit].lstrip(_CLOSING))
        if lead > at:
            yield Run(text[at:lead])
        yield Run(text[start:end], tip, text[lead:start], text[end:to])
        at = to
    if 0 < at < len(text):
        yield Run(text[at:])
