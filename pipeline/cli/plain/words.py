"""The words that a person can type at a prompt, and which of them a line begins with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

T = TypeVar("T")


class Leave(Enum):
    """Where a person goes when they leave a prompt."""

    PAPER = auto()
    """Back to the queue."""
    REVIEW = auto()
    """Out of the review."""


@dataclass(frozen=True)
class Word(Generic[T]):
    """A word with what it does; `takes` names what may follow it.

    Decisions have no short form, so that none is made by a slip of the hand.
    """

    name: str
    does: str
    act: Callable[[T, str], Leave | None]
    short: tuple[str, ...] = ()
    takes: str = ""


def understood(words: Sequence[Word[T]], line: str) -> tuple[Word[T], str] | None:
    """The word that a line begins with, whatever its case, and what follows; the longest where several fit."""
    typed = line.strip()
    names = sorted(((name, word) for word in words for name in (word.name, *word.short)), key=lambda n: -len(n[0]))
    for name, word in names:
        if typed.lower() == name or typed.lower().startswith(f"{name} "):
            return word, typed[len(name) :].strip()
    return None


def listed(words: Sequence[Word[T]]) -> list[str]:
    """The words, one a line, with what each does."""
    return [
        f"{' '.join(filter(None, (word.name, word.takes)))}"
        f"{' or ' + ' or '.join(word.short) if word.short else ''}: {word.does}"
        for word in words
    ]
