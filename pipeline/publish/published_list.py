"""The published list as one file: every page that keeps the promise, and none that does not."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from pipeline.errors import RenderError, SetupError
from pipeline.export.contract import PublishedPage
from pipeline.export.index import newest_first
from pipeline.export.lists.list_formats import ListFormat
from pipeline.export.lists.listed import listed
from pipeline.export.manifest import MANIFEST_NAME, OtherFile, read_manifest, render_manifest
from pipeline.models.ids import Sha256
from pipeline.publish.files import hash_of, write_file
from pipeline.publish.outcome import Reason
from pipeline.publish.rendered import faults_of_bytes


def write_list(pages: Sequence[PublishedPage], form: ListFormat, out: Path) -> Path:
    """Write the list, newest approval first, unless it stands there already.

    Raises RenderError where it may not leave, and SetupError where a file that Layline did not write is in its place.
    """
    data = form.render(newest_first(map(listed, pages), lambda paper: paper.entry))
    for reason in _faults(pages, data, form.media_type) if pages else ():
        message = f"{form.file} may not leave: {reason.kind} at {reason.place}: {reason.message}"
        raise RenderError(message, remedy="Edit the page that it comes from, or reject it, and export again.")
    path, manifest, now = out / form.file, read_manifest(out), Sha256.of(data)
    known = {file.path: file.sha256 for file in manifest.others}
    if hash_of(path) not in (None, now, known.get(form.file)):
        message = f"{path} was not written by Layline, or was changed since"
        raise SetupError(message, remedy="Move it, or choose another folder with --out.")
    others = tuple(OtherFile(path=name, sha256=sha) for name, sha in sorted((known | {form.file: now}).items()))
    if hash_of(path) != now:
        write_file(path, data)
    if others != manifest.others:
        write_file(out / MANIFEST_NAME, render_manifest(manifest.model_copy(update={"others": others})))
    return path


def _faults(pages: Sequence[PublishedPage], data: bytes, media_type: str) -> Iterator[Reason]:
    yield from faults_of_bytes(data, media_type)
    text = _letters(_COMMAND.sub("", data.decode()))
    for page in pages:
        for place, title in (
            ("/citation/title", page.summary.citation.title),
            ("/plain_title", page.summary.plain_title),
        ):
            if _letters(title) not in text:
                message = f"what was approved of {page.id} does not stand in the list: {title[:120]!r}"
                yield Reason("missing_from_list", place, message)


def _letters(text: str) -> str:
    """Text without what formats escape in ways of their own."""
    return _NO_LETTER.sub("", text)


_NO_LETTER: Final = re.compile(r"[\W_]+")
_COMMAND: Final = re.compile(r"\\text[a-z]+\{\}")
"""What stands for some signs in BibTeX."""
