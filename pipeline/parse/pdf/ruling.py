"""Horizontal rules of a page: they say where a table begins, where its header ends, and where it ends."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from pipeline.parse.pdf.bulk import Box

_THICKEST: Final = 3.0
_SHORTEST: Final = 12.0
_SAME_HEIGHT: Final = 1.2
_GAP: Final = 8.0
"""Points. Cells may each draw their own piece of a rule, with small gaps between them."""


class Rule(NamedTuple):
    """A horizontal rule from `x0` to `x1` at the height `y`."""

    x0: float
    x1: float
    y: float

    def alike(self, other: "Rule") -> bool:
        """Whether both are as wide, and in the same place."""
        return abs(self.x0 - other.x0) < 12 and abs(self.x1 - other.x1) < 12


def rules_of(drawn: Iterable[Box]) -> list[Rule]:
    """The rules among drawn paths, from above to below; pieces on one height are joined."""
    pieces = [
        Rule(left, right, (top + bottom) / 2)
        for left, top, right, bottom in drawn
        if 0 <= top - bottom < _THICKEST and right - left > _SHORTEST
    ]
    rules: list[Rule] = []
    for level in _levels(pieces):
        rules += _joined(level)
    return rules


def _levels(pieces: list[Rule]) -> list[list[Rule]]:
    """Pieces by height, from above to below."""
    levels: list[list[Rule]] = []
    for piece in sorted(pieces, key=lambda rule: -rule.y):
        if levels and levels[-1][0].y - piece.y < _SAME_HEIGHT:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return levels


def _joined(level: list[Rule]) -> list[Rule]:
    """Pieces on one height, those with small gaps between them as one."""
    rules: list[Rule] = []
    for piece in sorted(level):
        last = rules[-1] if rules else None
        if last and piece.x0 < last.x1 + _GAP:
            rules[-1] = Rule(last.x0, max(last.x1, piece.x1), last.y)
        else:
            rules.append(piece)
    return rules
