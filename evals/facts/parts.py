"""The parts of the labelled papers, of which one half was split again, and where papers lie."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Final


class Part(StrEnum):
    """For working on the rules, or for measuring them only."""

    DEVELOPMENT = "development"
    """Half of the papers."""
    OPENED = "opened"
    """A quarter that was held out until November 2026, and is worked on since."""
    HELD_OUT = "held_out"
    """The other quarter: neither papers nor labels are opened, and only rates are printed."""


SHARED: Final = Path(__file__).parents[2].parent / "shared" / "data"
"""Real papers, outside the project."""
_FOLDERS: Final = (Path("papers", "jats"), Path("papers", "pairs"), Path("plain", "infolossqa"))


def part_of(stem: str) -> Part:
    """The part that a paper belongs to, by the last two bits of the SHA-256 of its file's stem alone."""
    number = int(hashlib.sha256(stem.encode()).hexdigest(), 16)
    if number & 1 == 0:
        return Part.DEVELOPMENT
    return Part.OPENED if number & 2 else Part.HELD_OUT


class Reader(StrEnum):
    """Whose labels."""

    FIRST = "first"
    """Who made the rules too."""
    SECOND = "second"
    """Who had no part in the rules, saw neither the first labels nor what the rules give, and read one part."""


def labels_of(part: Part, reader: Reader = Reader.FIRST) -> Path:
    """The labels of a part; of the second reader there are those of the held-out one alone."""
    folder = Path(__file__).parent / "labels"
    return (folder / "second" if reader is Reader.SECOND else folder) / f"{part}.toml"


def folders(shared: Path = SHARED) -> tuple[Path, ...]:
    """The folders of the labelled papers."""
    return tuple(shared / folder for folder in _FOLDERS)


def find_papers(places: Iterable[Path], suffix: str) -> dict[str, Path]:
    """Papers by the stem of their names, in these folders and below; the first of a name counts."""
    found: dict[str, Path] = {}
    for place in places:
        for path in sorted(place.rglob(f"*{suffix}")):
            found.setdefault(path.stem, path)
    return found
