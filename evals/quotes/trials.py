"""Quotes that are tried: true ones in other typography, and altered ones."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evals.quotes.altered import ALTERATIONS
from evals.quotes.cuts import Cut, cuts
from evals.quotes.papers import Quotable, plain
from evals.quotes.spoiled import SPOILERS, uncited

_UNCITED: Final = "citation markers dropped"
_EDGES: Final = " -\u2010\u2013\u2014"
_MOST_IDLE: Final = 5_000


@dataclass(frozen=True)
class Tried:
    """One quote that was looked for."""

    cut: Cut
    kind: str
    quote: str
    spoiled: str
    located: bool


def true_quotes(sources: list[Quotable], count: int, chance: random.Random) -> Iterator[Tried]:
    """True quotes with each kind of typography, as many of each where the papers have them."""
    wanted = dict.fromkeys([*SPOILERS, _UNCITED], -(-count // (len(SPOILERS) + 1)))
    for cut in _until_idle(cuts(sources, chance), wanted):
        kinds = [_UNCITED] if cut.markers and wanted[_UNCITED] else _shuffled(_left(wanted), chance)
        made = ((kind, spoiled(cut, kind, chance)) for kind in kinds)
        kind, quote = next(((k, q) for k, q in made if q), ("", ""))
        if kind:
            wanted[kind] -= 1
            yield Tried(cut, kind, cut.text, quote, cut.source.index.locate(quote) is not None)


def _left(wanted: dict[str, int]) -> list[str]:
    return [kind for kind, count in wanted.items() if count]


def _until_idle(found: Iterator[Cut], wanted: dict[str, int]) -> Iterator[Cut]:
    """Cuts until nothing is wanted, or until thousands were of no use: not every paper has every kind."""
    idle, last = 0, 0
    for cut in found:
        left = sum(wanted.values())
        idle, last = (idle + 1, last) if left == last else (0, left)
        if not left or idle > _MOST_IDLE:
            return
        yield cut


def spoiled(cut: Cut, kind: str, chance: random.Random) -> str | None:
    """The quote with this typography; None where it has nothing that could be spoiled in this way."""
    quote = uncited(cut, chance) if kind == _UNCITED else SPOILERS[kind](cut.text, chance)
    if kind == "as it stands":
        return quote
    # A short quote keeps its case and its markers, and a marker that was cut is no marker.
    short = len(quote) < 20 or len(quote.split()) < 4
    uneven = quote.count("(") != quote.count(")") or quote.count("[") != quote.count("]")
    left_alone = (short and kind in ("case", "three at once")) or ((short or uneven) and kind == _UNCITED)
    return quote if quote != cut.text and not left_alone else None


def altered_quotes(sources: list[Quotable], count: int, chance: random.Random) -> Iterator[Tried]:
    """Quotes with another meaning, as many of each kind; every other one with other typography on top."""
    wanted = dict.fromkeys(ALTERATIONS, -(-count // len(ALTERATIONS)))
    typography = [kind for kind in SPOILERS if kind not in ("as it stands", "case")]
    for cut in _until_idle(cuts(sources, chance), wanted):
        made = ((kind, ALTERATIONS[kind](cut, chance)) for kind in _shuffled(_left(wanted), chance))
        kind, quote = next(((k, q) for k, q in made if q and not is_elsewhere(q, k, cut.source)), ("", ""))
        if kind:
            wanted[kind] -= 1
            other = SPOILERS[chance.choice(typography)](quote, chance) if chance.random() < 0.5 else quote
            yield Tried(cut, kind, quote, other, cut.source.index.locate(other) is not None)


def is_elsewhere(quote: str, kind: str, source: Quotable) -> bool:
    """Whether an altered quote happens to stand in the paper, but for white space and what the kind leaves alone.

    Where the number was the quote's last word, what is left may be a shorter true quote with a dash behind it.
    """
    if kind in ("unit in other case", "sign dropped", "sign added", "range changed", "comparison changed"):
        return " ".join(quote.split()) in " ".join(source.text.split())
    return plain(quote.strip(_EDGES)) in source.plain_text


def _shuffled(kinds: list[str], chance: random.Random) -> list[str]:
    return chance.sample(kinds, len(kinds))
