"""Finds the parts of a text that speak of the same as a few words of another."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from pipeline.text.words import Word

_WIDEST: Final = 16
"""Words over which a passage may spread."""
_MOST: Final = 50
"""Passages that are looked at; only hostile texts have more."""


def passages(found: Sequence[Word], stems: Collection[str]) -> list[tuple[range, frozenset[str]]]:
    """The passages with most of these stems, as places in `found`, each with the stems that it has. Linear."""
    best: list[tuple[range, frozenset[str]]] = []
    for places, shared in _windows(found, stems):
        if not best or len(shared) > len(best[0][1]):
            best = [(places, shared)]
        elif len(shared) == len(best[0][1]) and len(best) < _MOST:
            best.append((places, shared))
    return best


def _windows(found: Sequence[Word], stems: Collection[str]) -> Iterator[tuple[range, frozenset[str]]]:
    """For every word with one of the stems, the narrowest passage that ends with it and leaves nothing near out."""
    at = [place for place, word in enumerate(found) if word.stem in stems]
    inside: Counter[str] = Counter()
    first = 0
    for place in at:
        inside[found[place].stem] += 1
        while place - at[first] > _WIDEST or inside[found[at[first]].stem] > 1:
            inside[found[at[first]].stem] -= 1
            first += 1
        yield range(at[first], place + 1), frozenset(+inside)
