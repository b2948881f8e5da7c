"""From what a person names to the files and addresses of pages; what is not there is said before anything is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.errors import FetchError, UsageError
from pipeline.fetch.files_in import files_in
from pipeline.fetch.pages.page_type import PAGE_TYPES, type_by_name
from pipeline.fetch.read_file import printable

_ADDRESS: Final = ("http://", "https://")
_LARGEST: Final = 50_000_000
"""Bytes; pages are far smaller, and a sitemap may not be larger."""


@dataclass(frozen=True)
class NamedPage:
    """A file, or the address of a page or sitemap."""

    name: str
    path: Path | None

    def read(self) -> bytes:
        """The bytes of the file. Raises FetchError (`unreadable`, `too_large`)."""
        assert self.path is not None  # noqa: S101 - addresses are asked for, not read
        try:
            with self.path.open("rb") as file:  # also what is no regular file, such as standard input
                data = file.read(_LARGEST + 1)
        except OSError as error:
            raise FetchError(
                f"{self.name} cannot be read: {error.strerror or error}",
                kind="unreadable",
                remedy="Check that the file is there and that you may read it.",
            ) from error
        if len(data) > _LARGEST:
            raise FetchError(
                f"{self.name} has more than {_LARGEST / 1e6:,.0f} MB, which no page has",
                kind="too_large",
                remedy="Split it.",
            )
        return data

    @property
    def media_type(self) -> str:
        """By its name; what is unknown is read as plain text."""
        return type_by_name(self.name) or "text/plain"


def named_pages(names: Sequence[str]) -> Iterator[NamedPage]:
    """Each file and address once, files of folders in the order of their names.

    Raises UsageError, before the first one is given, for a name that is not there or is no address of the web.
    """
    for name in names:
        _check(name)
    return _distinct(names)


def _distinct(names: Sequence[str]) -> Iterator[NamedPage]:
    seen: set[str] = set()
    for name in names:
        for page in _pages(name):
            if page.name not in seen:
                seen.add(page.name)
                yield page


def _check(name: str) -> None:
    if "://" in name:
        if not name.lower().startswith(_ADDRESS):
            raise UsageError(f"{name!r} is no address of the web", remedy="It starts with http:// or https://.")
    elif not name.strip() or not _exists(Path(name)):
        raise UsageError(f"there is no file or folder {name!r}", remedy=_REMEDY)
    elif Path(name).is_dir() and next(_in_folder(Path(name)), None) is None:
        raise UsageError(f"there is no page in {name!r} that could be read", remedy=_REMEDY)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False  # too long, or with a sign that no name may have


def _pages(name: str) -> Iterator[NamedPage]:
    if "://" in name:
        yield NamedPage(name, None)
    elif Path(name).is_dir():
        yield from (NamedPage(printable(path), path) for path in _in_folder(Path(name)))
    else:
        yield NamedPage(printable(Path(name)), Path(name))


def _in_folder(folder: Path) -> Iterator[Path]:
    """Pages by their endings."""
    return (file for file in files_in(folder) if type_by_name(file.name))


_REMEDY: Final = f"Name an address, a sitemap, a folder or a file: {', '.join(PAGE_TYPES)}."
