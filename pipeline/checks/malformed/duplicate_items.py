"""Two items of a list say the same.

Why it is wrong:
    A list of three findings that repeats one of them promises more than it holds; repeated items are also the mark
    of a model that ran in circles.
Wrong:
    Two items that are equal but for case, spaces and punctuation.
Right:
    Two findings that share words but name different outcomes, groups or numbers.
Blind spots:
    The same statement in other words.
    The same statement in two different lists.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.checks.declaration import Group, Hit, ListCheck
from pipeline.models.finding import Severity

_WORD: Final = re.compile(r"\w+")
_ALIKE: Final = 0.8
"""Share of common words (Jaccard) above which two items are alike."""
_FEWEST_WORDS: Final = 6
"""Shorter items are compared for equality only: one word more or less is another statement."""
_MOST_ITEMS: Final = 60
"""Items compared pair by pair; no page has longer lists, hostile data may."""


def _find(items: Sequence[str]) -> Iterator[tuple[int, Hit]]:
    first: dict[tuple[str, ...], int] = {}
    bags: list[frozenset[str]] = []
    for index, item in enumerate(items):
        words = tuple(_WORD.findall(item.casefold()))
        bag = frozenset(words)
        if words and words in first:
            yield index, Hit(0, len(item), f"Item {index + 1} repeats item {first[words] + 1}.")
        elif (like := _alike(bags, bag)) is not None:
            message = f"Item {index + 1} says nearly the same as item {like + 1}."
            yield index, Hit(0, len(item), message, Severity.WARN)
        first.setdefault(words, index)
        bags.append(bag)


def _alike(others: Sequence[frozenset[str]], bag: frozenset[str]) -> int | None:
    if len(bag) < _FEWEST_WORDS:
        return None
    found = (index for index, other in enumerate(others[:_MOST_ITEMS]) if _are_alike(bag, other))
    return next(found, None)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer, more = sorted((len(one), len(other)))
    if fewer < _FEWEST_WORDS or fewer <= _ALIKE * more:  # too different in length to share so many
        return False
    common = len(one & other)
    if common <= _ALIKE * (fewer + more - common):
        return False
    return not any(word[0].isdigit() for word in one ^ other)  # another number is another finding


CHECK = ListCheck(
    name="duplicate_items",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
