"""Drafts that are being edited as a whole: a file each, which stays until its text is on record."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ReviewError


class EditFiles:
    """Begins, keeps and removes the files in which people edit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, name: str, text: str) -> Path:
        """The file of an edit: the one that was left unfinished, else a new one that holds `text`."""
        file = self._folder / f"{name}.yaml"
        self._folder.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text(text, "utf-8")
        return file

    def read(self, file: Path) -> str:
        """What was edited. Raises ReviewError (`bad_edit`) where it is not text in UTF-8."""
        try:
            return file.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise ReviewError(f"{file} is not text in UTF-8: {error}", kind="bad_edit") from error

    @contextmanager
    def until_on_record(self, file: Path) -> Iterator[None]:
        """Remove the file once its text is on record, or changes nothing; a refused one stays, and it is said where."""
        try:
            yield
        except ReviewError as error:
            if error.kind != "unchanged":
                error.remedy = f"Your edit is kept in {file}; edit again to go on with it."
                raise
            file.unlink(missing_ok=True)
            raise
        file.unlink(missing_ok=True)
