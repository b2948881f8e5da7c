"""The queue as a list: a line a paper, drawn only where it is seen, however many papers there are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content

from pipeline.models.queue_row import QueueRow
from pipeline.store.clock import now
from pipeline.text.in_words import in_words
from pipeline.tui.look import BLOCK, GOOD, PLAIN, SOFT, STRONG, WARN, beside, told
from pipeline.tui.roll import Roll

_WIDE: Final = 120
"""Cells from which on the category and the id are shown too."""
HEADINGS: Final = "Status     Findings  Read   Age  "
WIDE_HEADINGS: Final = "Category              ID                            "


class QueueRoll(Roll):
    """Lines of papers; the order and the choice are made elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open", tooltip="Open the paper")]

    def __init__(self) -> None:
        super().__init__(id="papers")
        self.rows: Sequence[QueueRow] = ()

    @property
    def count(self) -> int:
        """Papers in the list."""
        return len(self.rows)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for everything."""
        return self.width >= _WIDE

    def height_of(self, index: int) -> int:  # noqa: ARG002 - every paper has one line
        """One."""
        return 1

    def starts(self) -> Sequence[int]:
        """Every paper on the line of its number."""
        return range(self.count + 1)

    def draw(self, index: int) -> Sequence[Content]:
        """The line of a paper."""
        row = self.rows[index]
        parts = [_status(row), _findings(row), _read(row), told(f"{age(row.since, now()):>4}  ", SOFT)]
        if self.is_wide:
            parts += [_column(", ".join(row.categories), 20, SOFT), _column(row.display_id, 28)]
        held = [told(f"[{row.held_by}] ", STRONG)] if row.held_by else []
        return [beside(*parts, *held, told(row.title or "(no title)")).truncate(self.width, ellipsis=True)]

    def show(self, rows: Sequence[QueueRow]) -> None:
        """Show these papers; the cursor stays on its paper, or near where that was."""
        here = self.current
        self.rows = rows
        self.lay_out(next((n for n, row in enumerate(rows) if here is not None and row.id == here.id), None))

    @property
    def current(self) -> QueueRow | None:
        """The paper under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None


def age(since: str, at: datetime) -> str:
    """How long something has waited, in its largest unit: `5m`, `3h`, `12d`."""
    waited = at - datetime.fromisoformat(since)
    for size, letter in ((timedelta(days=1), "d"), (timedelta(hours=1), "h")):
        if waited >= size:
            return f"{waited // size}{letter}"
    return f"{max(waited // timedelta(minutes=1), 0)}m"


_STATUS: Final = {"blocked": BLOCK, "held": WARN, "failed": BLOCK, "approved": GOOD, "published": GOOD}


def _status(row: QueueRow) -> Content:
    return told(f"{in_words(row.status.value):<11}", _STATUS.get(row.status.value, PLAIN))


def _findings(row: QueueRow) -> Content:
    blocking = told(f"{row.blocking:>3}✖" if row.blocking else "    ", BLOCK)
    return beside(blocking, told(f"{row.warnings:>3}▲" if row.warnings else "    ", WARN), told("  "))


def _read(row: QueueRow) -> Content:
    """How well the paper was read: by hundredths, or that only its abstract was."""
    if row.is_abstract_only:
        return told("abs.  ", WARN)
    return told(f"{row.quality:.2f}  " if row.quality is not None else "      ", SOFT)


def _column(text: str, cells: int, style: str = PLAIN) -> Content:
    """Text in a column of so many cells, with two more behind it."""
    return beside(told(text, style).truncate(cells, ellipsis=True, pad=True), told("  "))
