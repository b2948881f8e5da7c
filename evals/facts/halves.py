"""The two halves of the labelled papers, and where papers lie."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Final


class Half(StrEnum):
    """For working on the rules, or for measuring them only."""

    DEVELOPMENT = "development"
    HELD_OUT = "held_out"


SHARED: Final = Path(__file__).parents[2].parent / "shared" / "data"
"""Real papers, outside the project."""
_FOLDERS: Final = (Path("papers", "jats"), Path("papers", "pairs"), Path("plain", "infolossqa"))


def half_of(stem: str) -> Half:
    """The half that a paper belongs to, by the stem of its file's name alone."""
    return Half.HELD_OUT if int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 2 else Half.DEVELOPMENT


def labels_of(half: Half) -> Path:
    """The labels of a half."""
    return Path(__file__).parent / "labels" / f"{half}.toml"


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
