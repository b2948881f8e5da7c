"""Rewriting a text while remembering where each character of the result came from."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text made from another; `starts[i]` is where piece i begins in `text`, `origins[i]` where it came from.

    A piece is either a verbatim copy or one replacement; an offset inside a replacement has the replacement's
    beginning as its origin.
    """

    text: str
    starts: list[int] = field(repr=False)
    origins: list[int] = field(repr=False)
    verbatim: list[bool] = field(repr=False)

    def origin(self, offset: int) -> int:
        """Where the character at `offset` came from."""
        piece = bisect_right(self.starts, offset) - 1
        within = offset - self.starts[piece] if self.verbatim[piece] else 0
        return self.origins[piece] + within


def rewrite(text: str, edits: Iterable[tuple[int, int, str]]) -> Rewritten:
    """Replace each span of `edits` (start, end, replacement; in order, without overlap)."""
    pieces: list[str] = []
    starts, origins, verbatim = [], [], []
    length = last = 0
    for start, end, replacement in chain(edits, ((len(text), len(text), ""),)):
        for piece, origin, copied in ((text[last:start], last, True), (replacement, start, False)):
            if piece:
                pieces.append(piece)
                starts.append(length)
                origins.append(origin)
                verbatim.append(copied)
                length += len(piece)
        last = end
    return Rewritten("".join(pieces), starts or [0], origins or [0], verbatim or [True])
