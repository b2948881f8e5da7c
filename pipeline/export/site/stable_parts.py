"""Long lists in parts that stay as they are while the list grows: they are counted from the oldest entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Parted(Generic[Item]):
    """The newest entries, which change with each one more, and full parts of older ones, the newest part first."""

    front: Sequence[Item]
    older: tuple[Sequence[Item], ...]


def parted(items: Sequence[Item], size: int, least: int) -> Parted[Item]:
    """Cut a list, newest first, into parts of `size`; the front keeps at least `least` and less than both together.

    Counted from the newest, each one more would push an entry out of every part, and all of them would be made anew.
    """
    full = max(0, (len(items) - least) // size)
    front = len(items) - full * size
    older = tuple(items[start : start + size] for start in range(front, len(items), size))
    return Parted(items[:front], older)
