"""What an export folder remembers of itself: which files Layline wrote in it, of which pages, from what."""

from pathlib import Path
from typing import Final, Literal, Self

from pydantic import ValidationError, model_validator

from pipeline import __version__
from pipeline.errors import SetupError
from pipeline.export.contract import PublishedPage
from pipeline.export.index import IndexEntry
from pipeline.models.base import Frozen
from pipeline.models.ids import Sha256

MANIFEST_NAME: Final = ".layline-export.json"
_RENDERING: Final = 2
"""Goes up with every change of how the same page is rendered, so that every file is written anew."""


class OtherFile(Frozen):
    """A file that Layline wrote in the folder, by its path there and the hash of its bytes."""

    path: str
    sha256: Sha256
    key: Sha256 | None = None
    """A hash of what it was made from, where that is known."""

    @model_validator(mode="after")
    def _stays_in_its_folder(self) -> Self:
        # Files are removed by this path: a manifest that somebody changed must not reach beyond its folder.
        if "\\" in self.path or any(part in ("", ".", "..") for part in self.path.split("/")):
            raise ValueError(f"{self.path!r} does not lie in the folder of the export")
        return self


class Logged(Frozen):
    """What befell a page that was out: the day (ISO 8601), and a sentence for readers."""

    on: str
    text: str


class ExportedFile(OtherFile):
    """The file of one page; on a site, with what its lists and its search tell."""

    key: Sha256
    format: str
    entry: IndexEntry
    lead: str = ""
    terms: str = ""
    log: tuple[Logged, ...] = ()
    looked_at: Sha256 | None = None
    """See `looked_at`: by which rules these texts were found fit for lists and search."""


class GonePage(Frozen):
    """A page that was taken back from a site, by its path there and its title."""

    path: str
    title: str
    logged: Logged


class Manifest(Frozen):
    """The files of pages; on a site also the other files that Layline wrote, and the pages that it took back.

    A page that came back is not among those any more.
    """

    manifest_version: Literal[1] = 1
    files: tuple[ExportedFile, ...] = ()
    others: tuple[OtherFile, ...] = ()
    gone: tuple[GonePage, ...] = ()


def read_manifest(folder: Path) -> Manifest:
    """The folder's manifest; an empty one where there is none. Raises SetupError when it cannot be read."""
    path = folder / MANIFEST_NAME
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Manifest()
    except (ValidationError, OSError) as error:
        raise SetupError(
            f"{path} cannot be read: {str(error).splitlines()[0]}",
            remedy="Restore it from a backup, or export into a new folder.",
        ) from error


def render_manifest(manifest: Manifest) -> bytes:
    """The manifest as UTF-8."""
    return (manifest.model_dump_json(indent=1) + "\n").encode()


def looked_at(digest: Sha256, rules: Sha256) -> Sha256:
    """A hash of what lists and search tell of a page, and of the rules by which nothing was found in it."""
    return Sha256.of(f"{rules}\0{digest}".encode())


def page_key(page: PublishedPage, file_format: str, look: Sha256) -> Sha256:
    """A hash of everything that a page's file is made from; `look` stands for templates and settings."""
    # The approved hash, which the gate has compared with the content, stands for summary and display.
    rest = page.model_dump_json(exclude={"summary", "display"})
    return file_key(look, file_format, page.approval.content_hash, rest)


def file_key(look: Sha256, *made_from: str) -> Sha256:
    """A hash of everything that a file is made from: templates and settings (`look`), this version, and the rest."""
    parts = (str(_RENDERING), __version__, look, *made_from)
    return Sha256.of("\0".join(parts).encode("utf-8", "surrogatepass"))
