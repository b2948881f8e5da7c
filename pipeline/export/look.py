"""What pages look like, as one hash: the shipped templates and those of the workspace."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pipeline.models.ids import Sha256

SHIPPED: Final = Path(__file__).parent / "templates"


def look_of(templates: Path | None, *settings: str) -> Sha256:
    """A hash that changes with any template, shipped or own, and with any of the settings that they print."""
    parts = [f"{name}\0{Sha256.of(data)}" for name, data in _templates(templates)]
    return Sha256.of("\0".join([*parts, *settings]).encode())


def _templates(own: Path | None) -> Iterator[tuple[str, bytes]]:
    for folder in (SHIPPED, *([own] if own else [])):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path.read_bytes()
