"""A page as lines, each reading direction by itself."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.parse.pdf.bulk import Box
from pipeline.parse.pdf.lines import Line, lines_of
from pipeline.parse.pdf.runs import Run

_ENOUGH: Final = 200
"""Characters in another direction that are more than a stamp on the margin: a table that was turned."""


class Page(NamedTuple):
    """The lines of a page in one direction, with the paths drawn on it; `number` counts from 1."""

    number: int
    lines: list[Line]
    width: float
    height: float
    drawn: list[Box]


class Pages(NamedTuple):
    """A sheet in its directions (mostly one), and how many characters were left out as stamps."""

    pages: list[Page]
    stamped: int


def pages_of(runs: Sequence[Run], number: int, size: tuple[float, float], drawn: list[Box]) -> Pages:
    """The sheet as pages: what reads in the main direction, then a turned table, if there is one."""
    by_angle: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        by_angle[run.angle].append(run)
    weights = {angle: sum(len(run.text) for run in some) for angle, some in by_angle.items()}
    ranked = sorted(by_angle, key=lambda angle: -weights[angle])
    kept = [a for i, a in enumerate(ranked) if i == 0 or (weights[a] >= _ENOUGH and a % 90 == 0)]
    stamped = sum(weights[angle] for angle in ranked if angle not in kept)
    return Pages([_page(by_angle[angle], angle, number, size, drawn) for angle in kept], stamped)


def _page(runs: list[Run], angle: int, number: int, size: tuple[float, float], drawn: list[Box]) -> Page:
    width, height = size
    dx, dy = {90: (0.0, width), 180: (width, height), 270: (height, 0.0)}.get(angle, (0.0, 0.0))
    if dx or dy:
        # Turning about the origin leaves negative coordinates: put the lower left corner back there.
        runs = [run._replace(x0=run.x0 + dx, x1=run.x1 + dx, y=run.y + dy) for run in runs]
        drawn = [_turned(box, angle, width, height) for box in drawn]
    wide, high = (width, height) if angle % 180 == 0 else (height, width)
    return Page(number, lines_of(runs, number), wide, high, drawn)


def _turned(box: Box, angle: int, width: float, height: float) -> Box:
    left, top, right, bottom = box
    if angle == 90:
        return bottom, width - left, top, width - right
    if angle == 270:
        return height - top, right, height - bottom, left
    return width - right, height - bottom, width - left, height - top
