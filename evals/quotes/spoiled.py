"""Typography that does not change a quote: what PDF readers, copying and models do to a passage that they repeat."""

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable
from typing import Final

from evals.quotes.cuts import Cut

Spoiler = Callable[[str, random.Random], str]

_LIGATURES: Final = {"ffi": "\ufb03", "ffl": "\ufb04", "fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00"}
_DASHES: Final = "-\u2010\u2011\u2013\u2014\u2212"
_QUOTE_MARKS: Final = ("'\u2018\u2019`", '"\u201c\u201d\u00ab\u00bb')
_SPACES: Final = ("\u00a0", "\u2009", "\u202f", "  ", "\t")
_BREAKS: Final = ("\n", "\r\n", " \n", "\n\n")
_SOFT: Final = ("-", "\u00ad", "\u2010", "-", "-")
_LONG: Final = re.compile(r"(?<![\w-])[A-Za-z]{6,}(?![\w-])")
_COMPOUND: Final = re.compile(r"(?<=[A-Za-z]{2})[-\u2010\u2011](?=[A-Za-z]{2})")
_OPERATOR: Final = re.compile(r"(?<=\w) ?([=<>\u2264\u2265\u00b1]) ?(?=[\d\u2212-])")
_WORD: Final = re.compile(r"(?<![\w-])[A-Za-z]{4,}(?![\w-])")
_GROUP: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NAMES: Final = re.compile(
    r"(?:\s|[,;:&.()\[\]\u2013-]|\b(?:see|also|e\.g\.|reviewed|in|cf\.|and|et al|by|von|van|de|der)\b"
    r"|\b[A-Z][\w'\u2019-]*|\b(?:19|20)\d\d[a-z]?(?:,\s?[a-z])*\b)*"
)


def broken(text: str, chance: random.Random) -> str:
    """Lines broken as in a column."""
    width, end = chance.randint(25, 80), chance.choice(_BREAKS)
    return end.join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)) or text


def hyphenated(text: str, chance: random.Random) -> str:
    """Long words cut at the end of a line, and compounds broken behind their hyphen."""
    hyphen, end = chance.choice(_SOFT), chance.choice(("\n", "\r\n", " ", "\n"))
    if hyphen == "\u00ad":
        end = "\n"
    text = _some(_COMPOUND, text, 0.5, chance, lambda m: m.group() + "\n")
    return _some(_LONG, text, 0.3, chance, lambda m: _halves(m.group(), hyphen + end, chance))


def ligatured(text: str, _: random.Random) -> str:
    return re.sub("ffi|ffl|fi|fl|ff", lambda m: _LIGATURES[m.group()], text)


def dashed(text: str, chance: random.Random) -> str:
    """Every hyphen, dash and minus as another one."""
    return re.sub(f"[{_DASHES}]", lambda m: chance.choice(_DASHES.replace(m.group(), "")), text)


def requoted(text: str, chance: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        marks = next(marks for marks in _QUOTE_MARKS if found.group() in marks)
        return chance.choice(marks.replace(found.group(), ""))

    return re.sub(f"[{''.join(_QUOTE_MARKS)}]", other, text)


def spaced(text: str, chance: random.Random) -> str:
    """Other and more white space, and none around operators."""
    text = _some(_OPERATOR, text, 0.7, chance, lambda m: m.group(1) if chance.random() < 0.5 else f" {m.group(1)} ")
    return re.sub(" ", lambda m: chance.choice(_SPACES) if chance.random() < 0.3 else m.group(), text)


def recased(text: str, chance: random.Random) -> str:
    """The case of words, never of units: a word behind a digit is left alone."""
    change = chance.choice((str.upper, str.lower, str.capitalize))
    return _some(_WORD, text, 0.7, chance, lambda m: m.group() if _is_unit(text, m.start()) else change(m.group()))


def decomposed(text: str, _: random.Random) -> str:
    """Accents as characters of their own."""
    return "".join(unicodedata.normalize("NFD", c) if c.isalpha() and c not in "\u212b\u212a" else c for c in text)


def uncited(cut: Cut, chance: random.Random) -> str:
    """The quote without its citation markers, tidied as a careful, a careless and a mechanical hand would."""
    text, way = cut.text, chance.choice(("careful", "careful", "careless", "mechanical"))
    for start, end in reversed(_groups(text, cut.markers)):
        lead = len(text[:start].rstrip()) if way == "careful" else start
        kept = text[start] + text[end - 1] if way == "mechanical" and text[start] in "[(" else ""
        text = text[:lead] + kept + text[end:]
    return text.strip()


def all_of_them(text: str, chance: random.Random) -> str:
    """Three kinds of typography at once."""
    for spoil in chance.sample([requoted, dashed, ligatured, recased, decomposed], 2):
        text = spoil(text, chance)
    return chance.choice((broken, hyphenated, spaced))(text, chance)


SPOILERS: Final[dict[str, Spoiler]] = {
    "as it stands": lambda text, _: text,
    "line breaks": broken,
    "hyphenation": hyphenated,
    "ligatures": ligatured,
    "dashes": dashed,
    "quotation marks": requoted,
    "white space": spaced,
    "case": recased,
    "accents": decomposed,
    "three at once": all_of_them,
}


def _groups(text: str, markers: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The markers with the brackets and names around them, where nothing else stands in the brackets."""
    groups = list(_grown(text, markers))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(groups):
        if merged and start <= merged[-1][1] + 2 and not text[merged[-1][1] : start].strip(" ,;\u2013-"):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _grown(text: str, markers: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    brackets = [m.span() for m in _GROUP.finditer(text)]
    grown = []
    for start, end in markers:
        around = next(((a, b) for a, b in brackets if a <= start and end <= b), None)
        if around is None:
            grown.append((start, end))
        elif _is_all_marker(text, around, markers):
            grown.append(around)
    return grown


def _is_all_marker(text: str, around: tuple[int, int], markers: tuple[tuple[int, int], ...]) -> bool:
    rest, last = "", around[0] + 1
    for start, end in markers:
        if around[0] <= start and end <= around[1]:
            rest, last = rest + text[last:start], max(last, end)
    return _NAMES.fullmatch(rest + text[last : around[1] - 1]) is not None


def _some(
    pattern: re.Pattern[str], text: str, share: float, chance: random.Random, change: Callable[[re.Match[str]], str]
) -> str:
    return pattern.sub(lambda m: change(m) if chance.random() < share else m.group(), text)


def _halves(word: str, between: str, chance: random.Random) -> str:
    at = chance.randint(2, len(word) - 3)
    return word[:at] + between + word[at:]


def _is_unit(text: str, start: int) -> bool:
    return text[:start].rstrip()[-1:].isdigit() or "mol" in text[start : start + 6].lower()
