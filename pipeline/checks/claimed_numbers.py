"""The numbers of a statement that must stand in the paper."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.text.numbers import Number, NumberKind, numbers

_COUNTED: Final = re.compile(
    r"[\s-](?:\w{1,20}[\s-]){0,1}(?:people|persons?|participants?|patients?|men|women|children|adults|volunteers?|experts?"
    r"|studies|study|trials?|reviews?|papers|rats?|mice|animals?|seconds?|minutes?|hours?|days?|weeks?|months?|years?"
    r"|times|sessions?|points?|centres?|centers?|hospitals?|countries|doses?|mg|percent|per cent)\b",
    re.IGNORECASE,
)
_HEDGE: Final = re.compile(
    r"(?:about|around|roughly|nearly|almost|approximately|approx\.?|circa|close to|just (?:over|under|above|below)"
    r"|(?:a little |slightly )?(?:more than|less than|fewer than|over|under)|up to|some|~|\u2248)\s?\Z",
    re.IGNORECASE,
)
_LIST_NUMBER: Final = re.compile(r"\s{0,9}\(?\d{1,2}[.)]\s")
_POPULATION: Final = 1_000_000
_LABORATORY: Final = re.compile(
    r"\s(?:\w{1,20}\s){0,2}(?:cells?|units?|iu|particles|copies|reads|neurons?|dollars?|euros?|pounds?|records?)\b",
    re.IGNORECASE,
)
_OF_THE_WORLD: Final = re.compile(
    r"\b(?:worldwide|globally|around the world|in the world|(?:every|each|per) year|a year in|annually"
    r"|of all (?:cancers?|people|deaths"
    r"|births|adults|children)|lifetime risk|estimated)\b",
    re.IGNORECASE,
)
_AROUND: Final = 60
"""Characters around a number in which it may be said that it is one of whole populations."""
_SMALL: Final = 3
"""Up to here, words such as `one` and `two` are more often pronouns and articles than counts."""


def claimed_numbers(text: str) -> Iterator[Number]:
    """The numbers of `text` but for digits in names, a list number at the start, and small words that count nothing."""
    listed = _LIST_NUMBER.match(text)
    for number in numbers(text):
        if number.kind is NumberKind.IDENTIFIER or (listed and number.start < listed.end()):
            continue
        if number.in_words and not number.percent and abs(number.value) <= _SMALL and not _counts(text, number):
            continue
        yield number


def is_background(text: str, number: Number) -> bool:
    """Whether a number is no study's own: how many people live, fall ill or die somewhere, and which share of them."""
    if abs(number.value) >= _POPULATION:
        return not _LABORATORY.match(text, number.end)
    return _OF_THE_WORLD.search(text, max(0, number.start - _AROUND), number.end + _AROUND) is not None


def is_hedged(text: str, number: Number) -> bool:
    """Whether the words in front of a number say that it is not exact (about, nearly, more than)."""
    return _HEDGE.search(text, max(0, number.start - 24), number.start) is not None


def _counts(text: str, number: Number) -> bool:
    return number.value > 1 and _COUNTED.match(text, number.end) is not None
