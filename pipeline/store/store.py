"""The store as the other rooms see it: one object, one part for each kind of record."""

from pathlib import Path
from typing import Self

from pipeline.config import Workspace
from pipeline.models.source import Source
from pipeline.store.batches import Batches
from pipeline.store.calls import Calls
from pipeline.store.database import Database
from pipeline.store.decisions import Decisions
from pipeline.store.dialects import KnownDialects
from pipeline.store.dossiers import Dossiers
from pipeline.store.drafted import Drafted
from pipeline.store.drafts import Drafts
from pipeline.store.edit_files import EditFiles
from pipeline.store.holds import Holds
from pipeline.store.known import KnownFindings
from pipeline.store.owners import Owner
from pipeline.store.papers import Papers, SourceRow
from pipeline.store.parsed import ParsedPapers
from pipeline.store.payloads import Payloads
from pipeline.store.publications import Publications
from pipeline.store.pulse import pulse
from pipeline.store.queue import Queue
from pipeline.store.records import Records
from pipeline.store.seen import SeenStatements
from pipeline.store.stages import Stages
from pipeline.store.unsaved import UnsavedEdits
from pipeline.store.watches import Watches


class Store:
    """Everything that a workspace remembers. Open it once a process; close it (or use `with`) at the end."""

    def __init__(self, workspace: Workspace, *, lease_seconds: float = 120.0) -> None:
        self._database = Database(workspace.database)
        self._workspace = workspace
        self._lease_seconds = lease_seconds
        self._owner: Owner | None = None
        self._sources = Payloads(workspace.kept_sources, "")
        self.replies = Payloads(workspace.state / "replies", ".json")
        self.edit_files = EditFiles(workspace.state / "edits")
        self.papers = Papers(self._database)
        self.parsed = ParsedPapers(self._database, Payloads(workspace.state / "papers", ".json"))
        self.drafts = Drafts(self._database)
        self.drafted = Drafted(self._database)
        self.decisions = Decisions(self._database)
        self.known = KnownFindings(self._database)
        self.dossiers = Dossiers(self._database)
        self.calls = Calls(self._database)
        self.batches = Batches(self._database)
        self.dialects = KnownDialects(self._database)
        self.publications = Publications(self._database)
        self.queue = Queue(self._database)
        self.holds = Holds(self._database)
        self.seen = SeenStatements(self._database)
        self.unsaved = UnsavedEdits(self._database)
        self.records = Records(self._database)
        self.watches = Watches(self._database)

    @property
    def stages(self) -> Stages:
        """The claims of this process; asking for it makes the process an owner."""
        if self._owner is None:
            self._owner = Owner(self._workspace.state / "owners")
        return Stages(self._database, self._owner, self._lease_seconds)

    def keep_source(self, source: Source, data: bytes) -> Path:
        """Keep the bytes of a source under their hash; they are never rewritten."""
        return self._sources.put(source.sha256, data, source.media_type.suffix)

    def source_path(self, row: SourceRow) -> Path:
        """Where the bytes of a source lie."""
        return self._sources.path(row.sha256, row.media_type.suffix)

    def source_bytes(self, row: SourceRow) -> bytes:
        """The bytes of a source, verified. Raises StoreError."""
        return self._sources.get_verified(row.sha256, row.media_type.suffix)

    def pulse(self) -> str:
        """A text that is another one after every change of what an export reads."""
        return pulse(self._database)

    def close(self) -> None:
        """Give up every claim and connection."""
        if self._owner is not None:
            self._owner.release()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()
