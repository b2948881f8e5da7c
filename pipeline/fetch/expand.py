"""From what an editor names (identifiers, files, folders, lists) to what is meant, in a stable order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from pipeline.errors import UsageError
from pipeline.fetch.files_in import files_in
from pipeline.fetch.identifiers import ArticleId, read_identifier
from pipeline.fetch.lists.csv_list import read_csv
from pipeline.fetch.lists.decode import decode
from pipeline.fetch.lists.entry import Entry
from pipeline.fetch.lists.plain import read_plain
from pipeline.fetch.lists.tagged import read_nbib, read_ris

PAPER_SUFFIXES: Final = (".pdf", ".xml", ".nxml")
_MOST_FILES: Final = 100_000
_LONGEST_LIST: Final = 40_000_000
"""Bytes; some 100,000 entries of BibTeX."""


def _read_bib(text: str) -> Iterator[Entry]:
    from pipeline.fetch.lists.bib import read_bib  # noqa: PLC0415 - its library is slow to import

    return read_bib(text)


_LISTS: Final[dict[str, Callable[[str], Iterator[Entry]]]] = {
    ".txt": read_plain,
    ".list": read_plain,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".bib": _read_bib,
    ".ris": read_ris,
    ".nbib": read_nbib,
}


@dataclass(frozen=True)
class AskedId:
    """An identifier, and where it was named: as it was written, or the list and its line."""

    id: ArticleId
    origin: str


@dataclass(frozen=True)
class Expanded:
    """The files and identifiers that are meant; files in folders that are no papers; entries that name nothing."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]
    problems: tuple[str, ...]
    ids: tuple[AskedId, ...] = ()


@dataclass(frozen=True)
class _Skipped:
    path: Path


_Found = Path | AskedId | _Skipped | str


def expand(names: Iterable[str], stdin: TextIO | None = None) -> Expanded:
    """Everything named, each once; `-` reads a plain list from `stdin`.

    Raises UsageError for a name on the command line that is no file, no folder and no identifier.
    """
    files: dict[Path, None] = {}
    ids: dict[ArticleId, AskedId] = {}
    skipped: list[Path] = []
    problems: list[str] = []
    for name in names:
        for found in _expand_one(name, stdin):
            match found:
                case Path():
                    files.setdefault(found)
                case AskedId():
                    ids.setdefault(found.id, found)
                case _Skipped():
                    skipped.append(found.path)
                case str():
                    problems.append(found)
    return Expanded(tuple(files), tuple(skipped), tuple(problems), tuple(ids.values()))


def _expand_one(name: str, stdin: TextIO | None) -> Iterator[_Found]:
    if name == "-" and stdin is not None:
        yield from _entries(read_plain(stdin.read()), "standard input", Path.cwd())
        return
    path = Path(name)
    if name.strip() and _can_be_asked(path):
        if path.is_dir():
            yield from _in_folder(path)
            return
        if path.exists():
            yield from _read_list(path) if _is_list(path) else (path,)
            return
    if (identifier := read_identifier(name)) is not None:
        yield AskedId(identifier, name)
    elif not name.strip() or not _can_be_asked(path):
        raise UsageError(f"{name[:80]!r} cannot be the name of a file", remedy=_REMEDY)
    else:
        raise UsageError(f"there is no file or folder {name!r}, and it is no identifier", remedy=_REMEDY)


def _in_folder(folder: Path) -> Iterator[_Found]:
    for file in _files(folder):
        yield file if file.suffix.lower() in PAPER_SUFFIXES else _Skipped(file)


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and its subfolders. Raises UsageError where they are too many to be papers (a disk)."""
    for number, file in enumerate(files_in(folder)):
        if number == _MOST_FILES:
            raise UsageError(
                f"the folder {str(folder)!r} holds more than {_MOST_FILES:,} files",
                remedy="Name the folder of the papers itself.",
            )
        yield file


def _can_be_asked(path: Path) -> bool:
    """Whether the system takes the name at all: some are too long, or hold what no name may."""
    try:
        path.exists()
    except (OSError, ValueError):
        return False
    return True


def _is_list(path: Path) -> bool:
    return path.suffix.lower() in _LISTS and path.is_file()


def _read_list(path: Path) -> Iterator[_Found]:
    if path.stat().st_size > _LONGEST_LIST:
        raise UsageError(f"{str(path)!r} is too long for a list of papers", remedy="Split it into several lists.")
    text = decode(path.read_bytes())
    yield from _entries(_LISTS[path.suffix.lower()](text), str(path), path.parent)


def _entries(entries: Iterator[Entry], origin: str, folder: Path) -> Iterator[_Found]:
    for entry in entries:
        where = f"{origin}, line {entry.line}"
        identifier = _identifier(entry)
        if identifier is not None and not _names_file(entry, folder):
            yield AskedId(identifier, where)
        else:
            yield from _file_of(entry, where, folder)


def _names_file(entry: Entry, folder: Path) -> bool:
    return any(_can_be_asked(folder / name) and (folder / name).is_file() for name in entry.candidates)


def _identifier(entry: Entry) -> ArticleId | None:
    read = [read_identifier(candidate) for candidate in entry.candidates]
    read += [read_identifier(number, bare_numbers=True) for number in entry.pmids]
    return next((identifier for identifier in read if identifier is not None), None)


def _file_of(entry: Entry, where: str, folder: Path) -> Iterator[_Found]:
    """The file or folder that an entry names, beside the list; else the problem."""
    for name in entry.candidates:
        target = folder / name
        if not name or not _can_be_asked(target):
            continue
        if target.is_dir():
            yield from _papers_in(target, where)
            return
        if target.is_file():
            yield f"{where}: {name!r} is itself a list; name it on the command line" if _is_list(target) else target
            return
    yield f"{where}: {entry.shown[:80]!r} is no identifier, file or folder"


def _papers_in(folder: Path, where: str) -> Iterator[_Found]:
    try:
        yield from (file for file in _files(folder) if file.suffix.lower() in PAPER_SUFFIXES)
    except UsageError as error:
        yield f"{where}: {error.message}"


_REMEDY: Final = (
    "Name a DOI, PMID:123, PMC123, arXiv id or address of one; a PDF, a JATS XML file or a folder of them; "
    "or a list: .txt, .csv, .bib, .ris, .nbib, or - for standard input."
)
