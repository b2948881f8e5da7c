"""The terms that Layline explains: read from `medical_terms.toml` and found in texts."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, groupby
from typing import Final

from pipeline.models.base import Frozen

_JOINT: Final = r"[\s\u2010\u2011-]+"
_PLURAL: Final = "(?:s|es)?"
_WORD_EDGE: Final = r"[\w\u2010\u2011-]"
"""Letters, digits and hyphens: `efficacy` does not stand in `self-efficacy`."""
_LONGEST_ABBREVIATION: Final = 8


class Term(Frozen):
    """A word, its other forms and abbreviations, its meaning, and where the meaning can be checked.

    `everyday` says that readers of thirteen know it, or take no harm where it is not explained.
    """

    term: str
    also: tuple[str, ...]
    plain: str
    source: str
    everyday: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way in which the word is written."""
        return (self.term, *self.also)

    @property
    def names(self) -> tuple[str, ...]:
        """The forms that are not abbreviations."""
        return tuple(form for form in self.forms if not is_abbreviation(form))


class Glossary:
    """Finds its terms in texts: whole words, in singular and plural, in British and American spelling.

    The longest term wins where several begin at one place. Case matters for abbreviations alone.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self._by_form = {_key(form): term for term in terms for form in term.forms}
        names = (form for term in terms for form in term.names)
        short = (form for term in terms for form in term.forms if is_abbreviation(form))
        branches = chain(_branches(names, caseless=True), _branches(short, caseless=False))
        self._pattern = re.compile(f"(?<!{_WORD_EDGE})(?:{'|'.join(branches)})(?!{_WORD_EDGE})")

    def within(self, texts: Iterable[str]) -> dict[Term, str]:
        """The terms that occur, in the order in which they do, each with the first form that it occurs in."""
        found: dict[Term, str] = {}
        for text in texts:
            for term, match in self.places_in(text):
                found.setdefault(term, match.group())
        return found

    def places_in(self, text: str) -> Iterator[tuple[Term, re.Match[str]]]:
        """Every place of a term, in order."""
        return ((self._term(match.group()), match) for match in self._pattern.finditer(text))

    def _term(self, form: str) -> Term:
        key = _key(form)
        singulars = (key, key[:-1], key[:-2], f"{key[:-3]}y")
        return next(self._by_form[singular] for singular in singulars if singular in self._by_form)


def is_abbreviation(form: str) -> bool:
    """Whether a form is made of capitals, so that the same letters in small are another word: `AIS`, `VO2max`."""
    letters = [letter for letter in form if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    is_short = " " not in form and len(form) <= _LONGEST_ABBREVIATION
    return capitals >= 2 and (is_short or 2 * capitals >= len(letters))


@cache
def shipped() -> Glossary:
    """The glossary that comes with Layline. Raises ValidationError where its file is not one."""
    return Glossary(shipped_terms())


def shipped_terms() -> tuple[Term, ...]:
    """Every term of the shipped file, in its order."""
    text = (files("pipeline.text") / "medical_terms.toml").read_text("utf-8")
    return tuple(Term.model_validate_json(json.dumps(entry)) for entry in tomllib.loads(text)["term"])


def _key(form: str) -> str:
    return re.sub(_JOINT, " ", form).casefold().replace("iz", "is")


def _branches(forms: Iterable[str], *, caseless: bool) -> Iterator[str]:
    """The longest first, under their first letters: the engine passes at a glance over those that begin otherwise."""
    ordered = sorted(
        map(_pattern, sorted(forms, key=len, reverse=True)), key=lambda pattern: _first(pattern, caseless=caseless)
    )
    for first, patterns in groupby(ordered, key=lambda pattern: _first(pattern, caseless=caseless)):
        yield f"{first}(?{'i' if caseless else ''}:{'|'.join(pattern[1:] for pattern in patterns)})"


def _first(pattern: str, *, caseless: bool) -> str:
    """What stands for the first letter: brackets and not a flag, since only a plain class is passed over quickly."""
    letter = pattern[0]
    return f"[{letter.lower()}{letter.upper()}]" if caseless else letter


def _pattern(form: str) -> str:
    spelt = _JOINT.join(map(re.escape, re.split(_JOINT, form)))
    if is_abbreviation(form):
        return f"{spelt}s?"
    spelt = re.sub("is(?=e|ation|ing|ab)", "i[sz]", spelt)
    return f"{spelt[:-1]}(?:y|ies)" if re.search("[^aeiou]y$", spelt) else spelt + _PLURAL
