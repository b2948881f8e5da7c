"""The files of a folder and its subfolders, in the order of their names."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import UsageError


def files_in(folder: Path) -> Iterator[Path]:
    """Every file; hidden ones are left alone. Raises UsageError where a folder cannot be read."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise UsageError(
            f"the folder {str(folder)!r} cannot be read: {error.strerror or error}", remedy="Mend its permissions."
        ) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # Linked folders are not entered: they may lead in circles. Linked files are files.
        if entry.is_dir() and not entry.is_symlink():
            yield from files_in(entry)
        elif entry.is_file():
            yield entry
