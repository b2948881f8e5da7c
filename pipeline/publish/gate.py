"""The gate: approved -> verified -> rendered -> linted -> written. Whatever fails is refused with every reason."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from pipeline.config import Settings, Workspace
from pipeline.errors import StoreError
from pipeline.export.formats import Format
from pipeline.models.status import Status
from pipeline.publish.folder import Folder
from pipeline.publish.outcome import Export, Reason, Refused, Written
from pipeline.publish.verified import verified
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store


@dataclass(frozen=True)
class Gate:
    """What the gate needs to know."""

    store: Store
    settings: Settings
    workspace: Workspace

    def export(self, words: Sequence[str], file_format: Format, out: Path) -> Export:
        """Write every named paper, or every approved one, that keeps the whole promise; take back what no longer does.

        Only what changed is written. Where papers are named, the pages of the others are left as they are.
        """
        with one_at_a_time(self.workspace):
            folder = Folder(self.store, out, file_format, self.workspace.templates)
            rows = self.rows(words)
            outcomes = [self._one(row, folder) for row in rows]
            if not words:
                folder.take_back_all_but({row.display_id for row in rows})
            folder.close()
        return Export(
            written=tuple(each for each in outcomes if isinstance(each, Written)),
            refused=tuple(each for each in outcomes if isinstance(each, Refused)),
            taken_back=tuple(folder.taken_back),
            not_approved=0 if words else len(self.store.papers.all()) - len(rows),
        )

    def rows(self, words: Sequence[str]) -> list[PaperRow]:
        """The papers that are meant: those that are named, or all that are approved."""
        if words:
            return [self.store.papers.find(word) for word in words]
        return self.store.papers.all((Status.APPROVED, Status.PUBLISHED))

    def _one(self, row: PaperRow, folder: Folder) -> Written | Refused:
        found = verified(self.store, self.settings, row)
        if isinstance(found, Refused):
            return folder.refuse(found)
        try:
            return folder.put(found)
        except StoreError as error:  # it was edited while it was rendered
            return folder.refuse(Refused(row.display_id, (Reason(error.kind, "", error.message),)))


@contextmanager
def one_at_a_time(workspace: Workspace) -> Iterator[None]:
    """Exports of one workspace wait for each other: each of them reads a folder, and then changes it."""
    workspace.state.mkdir(parents=True, exist_ok=True)
    with FileLock(workspace.state / "export.lock"):
        yield
