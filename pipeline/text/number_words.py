"""Numbers that are written out: `twenty-one`, `one hundred and five`, `two thousand`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

_UNITS: Final = {word: n for n, word in enumerate(str.split("one two three four five six seven eight nine"), 1)}
_TEENS: Final = {
    word: n
    for n, word in enumerate(
        str.split("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"), 10
    )
}
_TENS: Final = {
    word: 10 * n for n, word in enumerate(str.split("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
SCALES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VALUES: Final = {"zero": 0} | _UNITS | _TEENS | _TENS

_UNIT: Final = "(?:" + "|".join(_UNITS) + ")"
_JOINT: Final = r"(?:[-\u2010\u2011\u2013]|\s{1,3}+)"
_SMALL: Final = f"(?:(?:{'|'.join(_TENS)})(?:{_JOINT}{_UNIT}\\b)?+|{'|'.join(_TEENS)}|{_UNIT}|zero)"
_GROUP: Final = rf"(?:{_SMALL}(?:{_JOINT}hundred\b(?:{_JOINT}(?:and{_JOINT})?+{_SMALL}\b)?+)?+)"
_PHRASE: Final = re.compile(
    rf"(?<![\w'\u2019-]){_GROUP}\b(?:{_JOINT}(?:{'|'.join(SCALES)})\b(?:,?\s{{1,3}}+(?:and\s{{1,3}}+)?+{_GROUP}\b)?+)*+"
)
_POSSESSIVE: Final = re.compile(r"['\u2019]s\b")
_STEMS: Final = (
    *_UNITS,
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "zero",
)
"""Every number word begins with one of these (`sixteen` with `six`): searched one by one, they are found quickly."""
_FRACTION: Final = re.compile(
    r"[-\u2010\u2011\u2013\s]{1,3}+(?:half|third|quarter|fourth|fifth|sixth|eighth|tenth)(?![ -](?:year|grade|class))"
)
_WORD: Final = re.compile(r"[a-z]+")


def number_words(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Spans and values of the numbers written out in `text`, in order.

    `two thirds`, ordinals (`third`), vague words (`hundreds`, `dozens`) and a bare `hundred` are left out.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    last = 0
    for start in _candidates(lowered):
        found = _PHRASE.match(lowered, start) if start >= last else None
        if found:
            last = found.end()
            if not _POSSESSIVE.match(lowered, last) and not _FRACTION.match(lowered, last):
                yield start, last, Decimal(_value(_WORD.findall(found.group())))


def _candidates(lowered: str) -> list[int]:
    """Where a number word may begin, in order."""
    found: list[int] = []
    for stem in _STEMS:
        at = lowered.find(stem)
        while at >= 0:
            if not lowered[at - 1 : at].isalpha():  # `ten` stands in every `patient` too
                found.append(at)
            at = lowered.find(stem, at + 1)
    found.sort()
    return found


def _value(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word == "hundred":
            current *= 100
        elif word in SCALES:
            total, current = total + current * SCALES[word], 0
        else:
            current += _VALUES.get(word, 0)
    return total + current
