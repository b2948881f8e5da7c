"""A page as its reader takes it in: passages that are read at one go, and the words that the page explains."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

LONGEST: Final = 100_000
"""Characters of one page that are read as its reader reads it: some forty printed pages."""


@dataclass(frozen=True)
class Item:
    """A paragraph or an item of a list. `place_of` says where the character at an offset stands."""

    text: str
    place_of: Callable[[int], str]
    heading: str = ""
    """The nearest heading above it on a page; empty where there is none."""


@dataclass(frozen=True)
class Passage:
    """What is read at one go. `name` is how a message calls it."""

    name: str
    items: tuple[Item, ...]
    alone: bool = False
    """Whether each item is read without the others: key messages are."""
    glossary_is_near: bool = True
    """Whether the reader who reads this much has the page's glossary before them."""

    @property
    def units(self) -> tuple[tuple[Item, ...], ...]:
        """The items by what must be understood by itself."""
        return tuple((item,) for item in self.items) if self.alone else (self.items,)


@dataclass(frozen=True)
class Reading:
    """Everything on a page that is written for its reader, in order."""

    passages: tuple[Passage, ...]
    explained: tuple[str, ...] = ()
    """The terms of the page's glossary."""
    is_page: bool = False
    """Whether it is a page as it is read from top to bottom, and not the parts of a summary."""

    @property
    def is_overlong(self) -> bool:
        """Whether something of it is left unread."""
        return sum(len(item.text) for _, item in self.items) > LONGEST

    @property
    def opening(self) -> "Reading":
        """As much of it as is read: itself, but for what nobody writes as one page."""
        return replace(self, passages=tuple(self._opening())) if self.is_overlong else self

    def _opening(self) -> Iterator[Passage]:
        left = LONGEST
        for passage in self.passages:
            items: list[Item] = []
            for item in passage.items:
                items.append(replace(item, text=item.text[:left]))
                left = max(0, left - len(item.text))
            yield replace(passage, items=tuple(item for item in items if item.text))

    @property
    def items(self) -> Iterator[tuple[Passage, Item]]:
        """Every item with its passage."""
        return ((passage, item) for passage in self.passages for item in passage.items)
