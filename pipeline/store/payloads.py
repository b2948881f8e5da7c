"""Files named by a hash: written once and whole, or not at all."""

import secrets
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

from pipeline.errors import StoreError
from pipeline.models.ids import Sha256


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader, or a crash, sees the old file or the new one, never half."""
    temporary = path.with_name(f"{_WRITING}{_PROCESS}-{next(_NUMBERS)}")
    try:
        with _opened(temporary) as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


_WRITING: Final = ".writing-"
_PROCESS: Final = secrets.token_hex(6)
"""Sets the files of this process apart from what a dead one may have left, whatever its number was."""
_NUMBERS: Final = count()


def clear_unfinished(folder: Path) -> None:
    """Remove what processes that were killed left half written. Only where no other process is writing."""
    for left in folder.glob(f"{_WRITING}*"):
        left.unlink(missing_ok=True)


def _opened(path: Path) -> BinaryIO:
    """A new file; its folder is made where it is missing, which is rare and so not asked about before."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")


class Payloads:
    """Files in one folder, spread over 256 subfolders, each named by a hash."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder = folder
        self._suffix = suffix

    def path(self, key: Sha256, suffix: str | None = None) -> Path:
        """Where the payload of this key lies, or would lie."""
        return self._folder / key[:2] / f"{key}{self._suffix if suffix is None else suffix}"

    def put(self, key: Sha256, data: bytes, suffix: str | None = None) -> Path:
        """Keep `data` under `key`; what is already there is left as it is."""
        path = self.path(key, suffix)
        if not path.exists():
            write_atomically(path, data)
        return path

    def replace(self, key: Sha256, data: bytes, suffix: str | None = None) -> Path:
        """Keep `data` under `key`, in place of anything that is there (an answer that could not be used)."""
        path = self.path(key, suffix)
        write_atomically(path, data)
        return path

    def find(self, key: Sha256, suffix: str | None = None) -> bytes | None:
        """The payload, or None."""
        try:
            return self.path(key, suffix).read_bytes()
        except FileNotFoundError:
            return None

    def get_verified(self, key: Sha256, suffix: str | None = None) -> bytes:
        """The payload whose key is the hash of its bytes. Raises StoreError when it is gone or was changed."""
        data = self.find(key, suffix)
        if data is None:
            raise StoreError(
                f"{self.path(key, suffix)} is missing", remedy="Restore it from a backup.", kind="payload_missing"
            )
        if Sha256.of(data) != key:
            raise StoreError(
                f"{self.path(key, suffix)} was changed after it was written",
                remedy="Restore it from a backup.",
                kind="payload_changed",
            )
        return data
