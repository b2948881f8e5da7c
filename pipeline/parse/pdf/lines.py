"""Lines of a page: runs on one baseline, as far as no column gap parts them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.parse.pdf.fonts import Font  # noqa: TC001 - Counter is subscripted with it when a module loads
from pipeline.parse.pdf.runs import Run

COLUMN_GAP: Final = 1.25
"""A gap of so many type sizes parts two columns or cells; justified lines rarely open wider ones between words."""
_BROKEN_GAP: Final = 0.7
"""Where pdfium saw a line break, two runs are one line only if they stand as close as words do."""


class Line:
    """Runs in reading order, on one baseline `y`; `size` and `font` are those of most of its characters.

    `top` and `bottom` are where ascenders and descenders end.
    """

    __slots__ = ("bottom", "font", "order", "page", "runs", "size", "text", "top", "x0", "x1", "y")

    def __init__(self, runs: list[Run], page: int, order: int) -> None:
        self.runs = runs
        self.page = page
        self.order = order
        main = runs[0]
        if len(runs) == 1:
            self.text, self.x0, self.x1 = main.text, main.x0, main.x1
        else:
            self.text = joined(runs)
            self.x0 = min([run.x0 for run in runs])
            self.x1 = max([run.x1 for run in runs])
            main = _main(runs)
        self.size, self.font, self.y = main.size, main.font, main.y
        self.top, self.bottom = main.y + 0.8 * main.size, main.y - 0.22 * main.size


def _main(runs: Sequence[Run]) -> Run:
    """A run in the type of most characters."""
    first = runs[0]
    if all(run.size == first.size and run.font is first.font for run in runs):
        return first
    weight: Counter[tuple[float, Font]] = Counter()
    for run in runs:
        weight[(run.size, run.font)] += len(run.text)
    size, font = weight.most_common(1)[0][0]
    return next(run for run in runs if run.size == size and run.font is font)


def joined(runs: Iterable[Run]) -> str:
    """Runs as text, with the spaces that stood between them."""
    return "".join(run.text if run.glued else f" {run.text}" for run in runs).lstrip()


def lines_of(runs: Sequence[Run], page: int) -> list[Line]:
    """The lines of one reading direction, in the order of the content stream."""
    lines: list[Line] = []
    current: list[Run] = []
    base = size = 0.0
    for run in runs:
        if current and _continues(current[-1], run, base, size):
            current.append(_unspaced(current[-1], run))
            if run.size > size * 1.05:
                base, size = run.y, run.size
        else:
            if current:
                lines.append(Line(current, page, len(lines)))
            current, base, size = [run], run.y, run.size
    if current:
        lines.append(Line(current, page, len(lines)))
    return lines


def _continues(last: Run, run: Run, base: float, size: float) -> bool:
    """Whether `run` stands right after `last`: on its baseline, or raised or lowered beside it as a marker is."""
    larger = size if size > run.size else run.size  # noqa: FURB136 - met for every run; max() costs three times as much
    gap = run.x0 - last.x1
    shift = abs(run.y - base)
    if run.glued and shift < 0.6 * larger and gap < COLUMN_GAP * larger:
        return True
    if shift > 0.55 * larger or gap < -0.6 * larger:
        return False
    if shift > 0.15 * larger and abs(run.size - size) < 0.05 * larger and run.breaks:
        return False
    return gap < (_BROKEN_GAP if run.breaks else COLUMN_GAP) * larger


def _unspaced(last: Run, run: Run) -> Run:
    """A break that only a raised marker made is no space: `Iskandar` `1` `,`."""
    if run.breaks and not run.glued and run.x0 - last.x1 < 0.12 * max(last.size, run.size):
        return run._replace(glued=True)
    return run
