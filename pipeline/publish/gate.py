"""The gate: approved -> verified -> rendered -> linted -> written. Whatever fails is refused with every reason."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock

from pipeline.config import Settings, Workspace
from pipeline.errors import StoreError
from pipeline.export.formats import Format
from pipeline.export.lists.list_formats import ListFormat
from pipeline.models.status import Status
from pipeline.publish.correction_log import with_corrections
from pipeline.publish.folder import Folder
from pipeline.publish.outcome import Export, ExportedList, Reason, Refused, Written
from pipeline.publish.place import Place
from pipeline.publish.published_list import write_list
from pipeline.publish.site import Site
from pipeline.publish.verified import Verified, verified
from pipeline.store.dossiers import Dossier
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store

_MADE_BETWEEN: Final = 50_000
"""Objects that are made between two looks; Python's own measure is 700 or 2,000."""


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for cycles of dead objects seldom: pages make none, and each look goes over all that is alive (a tenth)."""
    before = gc.get_threshold()
    gc.set_threshold(_MADE_BETWEEN, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@dataclass(frozen=True)
class Gate:
    """What the gate needs to know."""

    store: Store
    settings: Settings
    workspace: Workspace
    anew: bool = False
    """Whether every check runs, also where the same rules have already been run on the same summary and paper."""

    @_seldom_collected()
    def export(self, words: Sequence[str], file_format: Format, out: Path) -> Export:
        """Write every named paper, or every approved one, that keeps the whole promise; take back what no longer does.

        Only what changed is written. Where papers are named, the pages of the others are left as they are.
        """
        with one_at_a_time(self.workspace):
            return self._into(Folder(self.store, out, file_format, self.workspace.templates), words)

    @_seldom_collected()
    def export_site(self, words: Sequence[str], out: Path) -> Export:
        """The same as a whole static site. Raises RenderError where what frames the pages may not leave."""
        with one_at_a_time(self.workspace):
            return self._site(Site(self.store, self.settings, out, self.workspace.templates), words)

    @_seldom_collected()
    def preview_site(self, out: Path) -> Export:
        """The whole site as it would be now, in a folder of its own; nothing is put on record as published."""
        return self._site(Site(self.store, self.settings, out, self.workspace.templates, is_preview=True), ())

    def export_list(self, words: Sequence[str], form: ListFormat, out: Path) -> ExportedList:
        """The named papers, or all that are approved, as one list. Raises RenderError where it may not leave."""
        with one_at_a_time(self.workspace):
            dossiers = self.store.dossiers.each(self.rows(words))
            found = [verified(self.store, self.settings, dossier, anew=self.anew) for dossier in dossiers]
            pages = [each.page for each in found if isinstance(each, Verified)]
            path = write_list(pages, form, out)
        return ExportedList(path, len(pages), tuple(each for each in found if isinstance(each, Refused)))

    def _site(self, site: Site, words: Sequence[str]) -> Export:
        try:
            return self._into(site, words)
        finally:
            site.abandon()

    def _into(self, place: Place, words: Sequence[str]) -> Export:
        rows, replaced = self.rows(words), self.store.publications.replaced()
        outcomes = [
            self._one(dossier, place, was_replaced=dossier.row.id in replaced)
            for dossier in self.store.dossiers.each(rows)
        ]
        if not words:
            place.take_back_all_but({row.display_id for row in rows})
        place.close()
        return Export(
            written=tuple(each for each in outcomes if isinstance(each, Written)),
            refused=tuple(each for each in outcomes if isinstance(each, Refused)),
            taken_back=tuple(place.taken_back),
            not_approved=0 if words else len(self.store.papers.all()) - len(rows),
            notes=place.notes,
        )

    def rows(self, words: Sequence[str]) -> list[PaperRow]:
        """The papers that are meant: those that are named, or all that are approved."""
        if words:
            return [self.store.papers.find(word) for word in words]
        return self.store.papers.all((Status.APPROVED, Status.PUBLISHED))

    def _one(self, dossier: Dossier, place: Place, *, was_replaced: bool) -> Written | Refused:
        found = verified(self.store, self.settings, dossier, anew=self.anew)
        if isinstance(found, Refused):
            return place.refuse(found)
        try:
            return place.put(with_corrections(self.store, found) if was_replaced else found)
        except StoreError as error:  # it was edited while it was rendered
            return place.refuse(Refused(dossier.row.display_id, (Reason(error.kind, "", error.message),)))


@contextmanager
def one_at_a_time(workspace: Workspace) -> Iterator[None]:
    """Exports of one workspace wait for each other: each of them reads a folder, and then changes it."""
    workspace.state.mkdir(parents=True, exist_ok=True)
    with FileLock(workspace.state / "export.lock"):
        yield
