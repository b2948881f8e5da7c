"""The terms that Layline explains: read from `medical_terms.toml` and found in texts."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, groupby
from typing import Final

from pipeline.models.base import Frozen
from pipeline.text.caseless import caseless

_JOINT: Final = r"[\s\u2010\u2011-]+"
_PLURAL: Final = "(?:s|es)?"
_S_OF_PLURAL: Final = re.compile(r"(?<=[^\W\d_]{2}[^siu])s\Z")
"""The s of `spasms`, which `stress`, `crisis` and `focus` have not."""
_IES_OF_PLURAL: Final = re.compile(r"(?<=[^\W\d_][^aeiou\W])ies\Z")
_HEAD: Final = re.compile(r"\w+(?=\w)")
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
        branches = chain(_branches(names, any_case=True), _branches(short, any_case=False))
        self._pattern = _whole("|".join(branches))

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


class Form:
    """One way in which a word is written, found as `Glossary` finds it, and in the singular where it is a plural."""

    def __init__(self, form: str) -> None:
        self._is_exact = is_abbreviation(form)
        singular = form if self._is_exact else _S_OF_PLURAL.sub("", _IES_OF_PLURAL.sub("y", form))
        pattern = _pattern(singular)
        self._pattern = _whole(pattern if self._is_exact else f"(?i:{pattern})")
        self._head = _head(singular if self._is_exact else caseless(singular))

    def may_stand_in(self, text: str, small: str) -> bool:
        """Whether its first letters stand in a text, whose `caseless` form is `small`."""
        return self._head in (text if self._is_exact else small)

    def spans_in(self, text: str, small: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a text; it is looked for closely only where its first letters stand."""
        letters, at = text if self._is_exact else small, 0
        while (at := letters.find(self._head, at)) >= 0:
            found = self._pattern.match(text, at)
            if found:
                yield found.span()
            at = found.end() if found else at + 1


@lru_cache(maxsize=4_096)
def form_of(text: str) -> Form:
    """A form; remembered, since the pages of a site explain the same words."""
    return Form(text)


@cache
def shipped() -> Glossary:
    """The glossary that comes with Layline. Raises ValidationError where its file is not one."""
    return Glossary(shipped_terms())


def shipped_terms() -> tuple[Term, ...]:
    """Every term of the shipped file, in its order."""
    text = (files("pipeline.text") / "medical_terms.toml").read_text("utf-8")
    return tuple(Term.model_validate_json(json.dumps(entry)) for entry in tomllib.loads(text)["term"])


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?<!{_WORD_EDGE})(?=\\w)(?:{pattern})(?!{_WORD_EDGE})")


def _head(form: str) -> str:
    """The letters that stand in every spelling, singular and plural, of a form."""
    found = _HEAD.match(form)
    head = found.group().partition("is")[0].partition("iz")[0] if found else ""
    return head or form[:1]


def _key(form: str) -> str:
    return re.sub(_JOINT, " ", form).casefold().replace("iz", "is")


def _branches(forms: Iterable[str], *, any_case: bool) -> Iterator[str]:
    """The longest first, under their first letters: the engine passes at a glance over those that begin otherwise."""
    ordered = sorted(
        map(_pattern, sorted(forms, key=len, reverse=True)), key=lambda pattern: _first(pattern, any_case=any_case)
    )
    for first, patterns in groupby(ordered, key=lambda pattern: _first(pattern, any_case=any_case)):
        yield f"{first}(?{'i' if any_case else ''}:{'|'.join(pattern[1:] for pattern in patterns)})"


def _first(pattern: str, *, any_case: bool) -> str:
    """What stands for the first letter: brackets and not a flag, since only a plain class is passed over quickly."""
    letter = pattern[0]
    return f"[{letter.lower()}{letter.upper()}]" if any_case else letter


def _pattern(form: str) -> str:
    spelt = _JOINT.join(map(re.escape, re.split(_JOINT, form)))
    if is_abbreviation(form):
        return f"{spelt}s?"
    spelt = re.sub("is(?=e|ation|ing|ab)", "i[sz]", spelt)
    return f"{spelt[:-1]}(?:y|ies)" if re.search("[^aeiou]y$", spelt) else spelt + _PLURAL
