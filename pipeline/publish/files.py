"""Files of an export, with errors that say what to do."""

from pathlib import Path

from pipeline.errors import SetupError
from pipeline.models.ids import Sha256
from pipeline.store.payloads import write_atomically


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole. Raises SetupError when the folder does not take it."""
    try:
        write_atomically(path, data)
    except OSError as error:
        raise cannot_be_written(path, error) from error


def cannot_be_written(path: Path, error: OSError) -> SetupError:
    """What is raised where the disk or its permissions say no."""
    return SetupError(
        f"{path} cannot be written: {error.strerror or error}",
        remedy="Choose another folder with --out, or mend its permissions or space.",
    )


def hash_of(path: Path | str) -> Sha256 | None:
    """The hash of a file's bytes; None where there is no file."""
    try:
        with open(path, "rb") as opened:  # noqa: PTH123 - a path object for each of many thousand files is dear
            return Sha256.of(opened.read())
    except FileNotFoundError:
        return None
