"""A folder of pages in one format: only what changed is written, and what was taken back is removed.

Each file is written whole or not at all. Pages come first, the index after them, the manifest last: a process that is
killed in between leaves an index that lags behind its pages, and the next export goes over both again.
"""

from pathlib import Path

from pipeline.errors import RenderError, SetupError
from pipeline.export.formats import Format
from pipeline.export.index import INDEX_NAME, entry_of, is_index, render_index
from pipeline.export.look import look_of
from pipeline.export.manifest import (
    MANIFEST_NAME,
    ExportedFile,
    Manifest,
    page_key,
    read_manifest,
    render_manifest,
)
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.status import Status
from pipeline.publish.files import hash_of, write_file
from pipeline.publish.outcome import Reason, Refused, TakenBack, Written
from pipeline.publish.place import Place
from pipeline.publish.rendered import faults_of_bytes, faults_of_page
from pipeline.publish.verified import Verified
from pipeline.store.payloads import clear_unfinished
from pipeline.store.publications import Left
from pipeline.store.store import Store


class Folder(Place):
    """The export folder while an export goes on."""

    def __init__(self, store: Store, out: Path, file_format: Format, templates: Path) -> None:
        self._store, self._out, self._format, self._templates = store, out, file_format, templates
        self._look = look_of(templates)
        self._before = read_manifest(out)
        clear_unfinished(out)  # exports wait for each other: nobody else is writing here
        super().__init__(file_format.name, self._before.files)

    def put(self, found: Verified) -> Written | Refused:
        """Write a page, unless its file is whole and up to date."""
        page, path = found.page, self._path(found.page.name)
        key = page_key(page, self._format.name, self._look)
        known = self._files.get(path.name)
        if known and known.key == key and hash_of(path) == known.sha256:
            return self._written(found, known, changed=False)
        data = self._rendered(found)
        if isinstance(data, Refused):
            return self._keep_if_approved(page, data)
        if not self._is_ours(path, found.row.id, data):
            return _not_ours(page.id, path)
        return self._write(found, path, data, key)

    def close(self) -> None:
        """Bring the index (of JSON pages) and the manifest up to date; neither is made for an empty export."""
        files = tuple(self._files[path] for path in sorted(self._files))
        listed = [(file.entry, file.sha256) for file in files if file.format == "json"]
        if self._format.name == "json" and (listed or (self._out / INDEX_NAME).exists()):
            self._write_index(render_index(listed))
        if files != self._before.files:
            write_file(self._out / MANIFEST_NAME, render_manifest(Manifest(files=files, others=self._before.others)))

    def _path(self, name: str) -> Path:
        return self._out / f"{name}{self._format.suffix}"

    def _rendered(self, found: Verified) -> bytes | Refused:
        page = found.page
        try:
            data = self._format.render(page, self._templates)
        except RenderError as error:
            return Refused(page.id, (Reason(error.kind, "", error.message),))
        reasons = tuple(faults_of_page(found, data, self._format.media_type))
        return Refused(page.id, reasons) if reasons else data

    def _write(self, found: Verified, path: Path, data: bytes, key: Sha256) -> Written:
        write_file(path, data)
        file = ExportedFile(
            path=path.name, format=self._format.name, key=key, sha256=Sha256.of(data), entry=entry_of(found.page)
        )
        self._files[path.name] = file
        return self._written(found, file, changed=True)

    def _written(self, found: Verified, file: ExportedFile, *, changed: bool) -> Written:
        path, content = self._out / file.path, found.page.approval.content_hash
        if changed or found.row.status is not Status.PUBLISHED:
            left = Left(found.row.id, content, self._format.name, str(path), file.sha256)
            self._store.publications.record(left)
        return Written(found.page.id, path, file.sha256, content, changed=changed)

    def _is_ours(self, path: Path, paper_id: PaperId, data: bytes) -> bool:
        """Whether a file may be written over: Layline wrote these very bytes, now or before."""
        there = hash_of(path)
        known = self._files.get(path.name)
        if there is None or there == Sha256.of(data) or (known is not None and there == known.sha256):
            return True
        return any(there == published.sha256 for published in self._store.publications.all(paper_id))

    def _take_back(self, file: ExportedFile, reason: str, *, announced: str = "") -> None:  # noqa: ARG002
        path = self._out / file.path
        there = hash_of(path)
        if there not in (None, file.sha256):
            reason += "; it was changed after Layline wrote it, and was left where it is: remove it by hand"
        else:
            path.unlink(missing_ok=True)
        del self._files[file.path]
        self.taken_back.append(TakenBack(file.entry.id, path, reason, removed=there in (None, file.sha256)))

    def _write_index(self, data: bytes) -> None:
        path = self._out / INDEX_NAME
        if not is_index(path):
            raise SetupError(
                f"{path} was not written by Layline", remedy="Move it, or choose another folder with --out."
            )
        for reason in faults_of_bytes(data, "application/json"):
            message = f"{path} may not leave: {reason.kind} at {reason.place}: {reason.message}"
            raise RenderError(message, remedy="Edit the page that it comes from, or reject it, and export again.")
        if hash_of(path) != Sha256.of(data):
            write_file(path, data)


def _not_ours(paper_id: str, path: Path) -> Refused:
    message = f"{path} was not written by Layline, or was changed since; move it, or choose another folder"
    return Refused(paper_id, (Reason("not_ours", "", message),))
