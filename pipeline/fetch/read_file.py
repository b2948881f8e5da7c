"""From a file on disk to a source: its bytes, their hash, and what they are."""

from datetime import datetime
from pathlib import Path

from pipeline.errors import FetchError
from pipeline.fetch.sniff import sniff
from pipeline.models.ids import Sha256
from pipeline.models.source import Source


def printable(path: Path) -> str:
    """A path as text that can be stored and shown: bytes of a name that are not UTF-8 stand as escapes."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def read_file(path: Path, received_at: datetime, *, max_bytes: int) -> tuple[Source, bytes]:
    """The source and its bytes. Raises FetchError (`unreadable`, `too_large`) that names the file."""
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise FetchError(
                f"{printable(path)} has {size / 1e6:,.0f} MB; the limit is {max_bytes / 1e6:,.0f} MB",
                remedy="Raise max_source_mb in layline.toml if this really is one paper.",
                kind="too_large",
            )
        data = path.read_bytes()
    except OSError as error:
        raise FetchError(
            f"{printable(path)} cannot be read: {error.strerror or error}",
            remedy="Check that the file is there and that you may read it.",
            kind="unreadable",
        ) from error
    source = Source(
        sha256=Sha256.of(data), media_type=sniff(data), origin=printable(path), size=len(data), received_at=received_at
    )
    return source, data
