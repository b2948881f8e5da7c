"""The published list as one file: every page that keeps the promise, and none that does not."""

from pathlib import Path

from pipeline.errors import RenderError, SetupError
from pipeline.export.index import newest_first
from pipeline.export.lists.list_formats import ListFormat
from pipeline.export.lists.listed import Listed
from pipeline.export.manifest import MANIFEST_NAME, OtherFile, read_manifest, render_manifest
from pipeline.models.ids import Sha256
from pipeline.publish.files import hash_of, write_file
from pipeline.publish.rendered import faults_of_bytes


def write_list(papers: list[Listed], form: ListFormat, out: Path) -> Path:
    """Write the list, newest approval first, unless it stands there already.

    Raises RenderError where it may not leave, and SetupError where a file that Layline did not write is in its place.
    """
    by_entry = {paper.entry: paper for paper in papers}
    data = form.render([by_entry[entry] for entry in newest_first(by_entry)])
    for reason in faults_of_bytes(data, form.media_type) if papers else ():
        raise RenderError(f"{form.file} may not leave: {reason.kind} at {reason.place}: {reason.message}")
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
