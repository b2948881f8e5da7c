"""Long lists of words as patterns that are searched faster: alternatives that begin alike are tried together."""

from collections.abc import Iterator
from itertools import groupby


def by_first_letter(pattern: str) -> str:
    """The same alternatives, grouped by the letter that they begin with; others stay as they are.

    A search asks each alternative at each word. Grouped, it asks once for a letter, and then those that begin with it.
    Of alternatives that begin alike, the order is kept.
    """
    plain: list[str] = []
    others: list[str] = []
    for alternative in _alternatives(pattern):
        begins = alternative[:1].isalpha() and alternative[1:2] not in ("?", "*", "+", "{")
        (plain if begins else others).append(alternative)
    groups = [
        f"{letter}(?:{'|'.join(alternative[1:] for alternative in alike)})"
        for letter, alike in groupby(sorted(plain, key=lambda each: each[0]), key=lambda each: each[0])
    ]
    return "|".join([*groups, *others])


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives at the top of a pattern, those within brackets left whole."""
    start, depth, escaped, in_class = 0, 0, False, False
    for at, letter in enumerate(pattern):
        if escaped or letter == "\\":
            escaped = not escaped
        elif in_class or letter == "[":
            in_class = letter != "]"
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and depth == 0:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]
