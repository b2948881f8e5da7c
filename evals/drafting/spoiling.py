"""Spoils the first reply about each paper in one way, drawn by lot; what is asked again comes back sound."""

import random
from dataclasses import dataclass, field

from evals.drafting.ways import WAYS, Way
from tests.loopback.faults import Faults


@dataclass(frozen=True)
class Spoiling(Faults):
    """Faults by paper (told by its mark): one of its first `steps` questions is spoiled, the mark decides which."""

    steps: int = 1
    by_mark: dict[str, Way] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)

    def transient(self, body_hash: str, nth: int) -> str | None:  # noqa: ARG002 - drawn with the content, by paper
        """Nothing: which fault it is, is drawn in `content`."""
        return None

    def content(self, paper: str, nth: int, question: str = "") -> str | None:  # noqa: ARG002
        """The way of this paper, at the question whose turn it is."""
        self.asked[paper] = self.asked.get(paper, 0) + 1
        way = self.by_mark.get(paper)
        if way is None or self.asked[paper] != 1 + int(paper[-1], 16) % self.steps:
            return None
        return way.name


def drawn(count: int, seed: int) -> list[Way]:
    """So many ways, each as often as every other, in random order."""
    ways = [WAYS[number % len(WAYS)] for number in range(count)]
    random.Random(seed).shuffle(ways)
    return ways
