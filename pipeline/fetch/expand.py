"""From what an editor names (files, folders, list files) to the files that are meant, in a stable order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.errors import UsageError

PAPER_SUFFIXES: Final = (".pdf", ".xml", ".nxml")
_LONGEST_LIST: Final = 4_000_000
"""Bytes; some 50,000 lines."""
_LIST_SUFFIXES: Final = (".txt", ".list")


@dataclass(frozen=True)
class Expanded:
    """The files that are meant; those in folders that are no papers by their ending; lines that name nothing."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]
    problems: tuple[str, ...]


def expand(names: Iterable[str]) -> Expanded:
    """Every file named, each once. Raises UsageError for a name on the command line that does not exist."""
    files: dict[Path, None] = {}
    skipped: list[Path] = []
    problems: list[str] = []
    for name in names:
        for found in _expand_one(name):
            if isinstance(found, str):
                problems.append(found)
            elif found.suffix.lower() in PAPER_SUFFIXES or found == Path(name):
                files.setdefault(found)
            else:
                skipped.append(found)
    return Expanded(tuple(files), tuple(skipped), tuple(problems))


def _expand_one(name: str) -> Iterator[Path | str]:
    path = Path(name)
    if not name.strip() or not _can_be_asked(path):
        raise UsageError(f"{name[:80]!r} cannot be the name of a file", remedy=_remedy_for(name))
    if path.is_dir():
        yield from _walk(path)
    elif path.suffix.lower() in _LIST_SUFFIXES and path.is_file():
        yield from _read_list(path)
    elif path.exists():
        yield path
    else:
        raise UsageError(f"there is no file or folder {str(path)!r}", remedy=_remedy_for(str(path)))


def _walk(folder: Path) -> Iterator[Path]:
    entries = sorted(folder.iterdir())
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.is_file():
            yield entry


def _can_be_asked(path: Path) -> bool:
    """Whether the system takes the name at all: some are too long, or hold what no name may."""
    try:
        path.exists()
    except (OSError, ValueError):
        return False
    return True


def _read_list(path: Path) -> Iterator[Path | str]:
    if path.stat().st_size > _LONGEST_LIST:
        raise UsageError(f"{str(path)!r} is too long for a list of files", remedy="List one file or folder a line.")
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        target = path.parent / name
        if not _can_be_asked(target):
            yield f"{path}, line {number}: {name[:80]!r} cannot be the name of a file"
        elif target.is_dir():
            yield from (file for file in _walk(target) if file.suffix.lower() in PAPER_SUFFIXES)
        elif target.is_file():
            yield target
        else:
            yield f"{path}, line {number}: there is no file or folder {name!r}"


def _remedy_for(name: str) -> str:
    if name.startswith("10.") or "doi.org/" in name:
        return "Fetching by DOI is not part of this version: download the PDF or the JATS XML and name that file."
    return "Name a PDF, a JATS XML file, a folder of them, or a .txt file that lists them line by line."
