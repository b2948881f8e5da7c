"""A list whose items have one line or more, with a cursor; only what is seen is drawn, however long it is."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

MARGIN = 1
"""The column in which the cursor is marked."""


class Roll(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws lines by the item they belong to; says when an item is chosen. `cursor` may be watched."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"roll--cursor"}
    DEFAULT_CSS = """
    Roll { height: 1fr; scrollbar-size-vertical: 1; overflow: hidden scroll; }
    Roll > .roll--cursor { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown,ctrl+f", "leaf(1)", "Page down", show=False),
        Binding("pageup,ctrl+b", "leaf(-1)", "Page up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """The scrollbar always stands, so that other lines do not mean another layout of the whole screen."""

    class Chosen(Message):
        """Enter, or a click on the item under the cursor."""

        def __init__(self, roll: "Roll") -> None:
            super().__init__()
            self.roll = roll

        @property
        def control(self) -> "Roll":
            """The list."""
            return self.roll

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._starts: Sequence[int] = [0]
        self._lines: dict[int, Sequence[Content]] = {}

    @abstractmethod
    def draw(self, index: int) -> Sequence[Content]:
        """The lines of an item at the present width."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @property
    def width(self) -> int:
        """Cells that a line may take."""
        return max(self.scrollable_content_region.width - MARGIN, 1)

    def lines_of(self, index: int) -> Sequence[Content]:
        """The lines of an item, drawn once for each width."""
        known = self._lines.get(index)
        if known is None:
            known = self._lines[index] = self.draw(index)
        return known

    def height_of(self, index: int) -> int:
        """How many lines an item takes at the present width."""
        return len(self.lines_of(index))

    def starts(self) -> Sequence[int]:
        """The line on which each item begins, and the one behind the last."""
        return [0, *accumulate(self.height_of(index) for index in range(self.count))]

    def lay_out(self, cursor: int | None = None) -> None:
        """Measure anew, after the items or the width changed, and put the cursor on an item."""
        self._lines.clear()
        self._starts = self.starts()
        self.virtual_size = Size(self.width, self._starts[-1])
        wanted = self.cursor if cursor is None else cursor
        self.set_reactive(Roll.cursor, max(0, min(wanted, self.count - 1)))
        self.show_cursor()
        self.refresh()

    def on_resize(self) -> None:
        """Another width means other lines."""
        self.lay_out()

    def watch_virtual_size(self, size: Size) -> None:
        """Tell the scrollbar how long the list is."""
        self.vertical_scrollbar.window_virtual_size = size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on an item."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Show where it went."""
        self._refresh_item(before)
        self._refresh_item(after)
        self.show_cursor()

    def show_cursor(self) -> None:
        """Scroll so that the item under the cursor is seen: all of it, or else its beginning."""
        if self.count and self.size.height:
            top, height = self._starts[self.cursor], self.height_of(self.cursor)
            seen = Region(0, max(top - 1, 0), 1, min(height + 2, self.size.height))
            self.scroll_to_region(seen, animate=False, force=True, immediate=True)

    def top_of(self, index: int) -> int:
        """The line, counted from the top of what is seen, at which an item begins."""
        return self._starts[index] - self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        if line >= self._starts[-1]:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        index = bisect_right(self._starts, line) - 1
        number = line - self._starts[index]
        here = index == self.cursor and number >= self.heading_lines(index)
        return self._drawn(self.lines_of(index)[number], here=here)

    def heading_lines(self, index: int) -> int:  # noqa: ARG002 - most lists have no headings
        """How many of an item's lines stand over it and are not marked with it."""
        return 0

    def _drawn(self, content: Content, *, here: bool) -> Strip:
        base = self.get_visual_style("roll--cursor") if here else self.visual_style
        mark = "▌" if here else " "
        parts = content.render(base, "", parse_style=self.app.stylesheet.parse_style)
        pieces = [Segment(mark, base.rich_style), *(Segment(text, style.rich_style) for text, style in parts)]
        return Strip(pieces).adjust_cell_length(self.size.width, base.rich_style)

    def _refresh_item(self, index: int) -> None:
        if index + 1 < len(self._starts):
            self.refresh(Region(0, self.top_of(index), self.size.width, self._starts[index + 1] - self._starts[index]))

    def item_at(self, y: int) -> int | None:
        """The item on a line of the screen, or None below the last."""
        line = y + self.scroll_offset.y
        return bisect_right(self._starts, line) - 1 if 0 <= line < self._starts[-1] else None

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the item under it chooses that."""
        index = self.item_at(event.y)
        if index is None:
            return
        if index == self.cursor:
            self.post_message(self.Chosen(self))
        self.cursor = index

    def action_move(self, by: int) -> None:
        """Move the cursor; an item that is longer than the screen is read to its end first."""
        height = self.size.height
        if self.count and self.height_of(self.cursor) > height and self._rest(by) > 0:
            self.scroll_relative(y=by * min(self._rest(by), max(height - 1, 1)), animate=False, immediate=True)
            return
        self.cursor += by

    def _rest(self, by: int) -> int:
        """How many lines of the item under the cursor are hidden on the side to which it moves."""
        top, bottom = self.top_of(self.cursor), self.top_of(self.cursor) + self.height_of(self.cursor)
        return bottom - self.size.height if by > 0 else -top

    def action_leaf(self, by: int) -> None:
        """Move the cursor by a screen."""
        line = self._starts[self.cursor] + by * max(self.size.height - 1, 1) if self.count else 0
        line = max(0, min(line, self._starts[-1] - 1))
        self.cursor = bisect_right(self._starts, line) - 1

    def action_first(self) -> None:
        """Go to the first item."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last item."""
        self.cursor = self.count - 1

    def action_choose(self) -> None:
        """Choose the item under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self))
