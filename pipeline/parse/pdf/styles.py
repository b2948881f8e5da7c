"""The type in which a document sets its body."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.parse.pdf.fonts import NO_FONT, Font
from pipeline.parse.pdf.lines import Line


class BodyStyle(NamedTuple):
    """Type size in points, font, and the usual distance between baselines."""

    size: float
    font: Font
    leading: float


def body_style(lines: Iterable[Line]) -> BodyStyle:
    """What most characters are set in."""
    types: Counter[tuple[float, Font]] = Counter()
    leadings: Counter[float] = Counter()
    last: Line | None = None
    for line in lines:
        length = len(line.text)
        types[(round(line.size, 1), line.font)] += length
        if last is not None and last.page == line.page and 0 < last.y - line.y < 3 * line.size:
            leadings[round(last.y - line.y, 1)] += length
        last = line
    if not types:
        return BodyStyle(10.0, NO_FONT, 12.0)
    (size, font), _ = types.most_common(1)[0]
    return BodyStyle(size, font, leadings.most_common(1)[0][0] if leadings else 1.2 * size)
