"""A line that was typed at a prompt, carried out by the word that it begins with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.cli.plain.voice import Voice
from pipeline.cli.plain.words import Leave, Word, listed, understood

T = TypeVar("T")


@dataclass(frozen=True)
class Prompt(Generic[T]):
    """The words of a prompt, with what a number alone and an empty line stand for."""

    words: Sequence[Word[T]]
    number: str
    empty: str

    def answer(self, talk: T, voice: Voice, line: str) -> Leave | None:
        """Do what the line says; where the person goes, if they leave."""
        typed = line.strip() or self.empty
        if typed in ("?", "help"):
            voice.say(*listed(self.words), "? or help: list these words")
            return None
        found = understood(self.words, f"{self.number} {typed}" if typed.isdigit() else typed)
        if found is None:
            voice.say(f"{typed} is no word here. Type ? for the words.")
            return None
        word, rest = found
        return word.act(talk, rest)
