"""Builds the preview through the gate, again after every change of what it is made from."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Workspace, load_settings
from pipeline.errors import LaylineError
from pipeline.export.look import look_of
from pipeline.models.ids import Sha256
from pipeline.publish.gate import Gate
from pipeline.publish.outcome import Refused
from pipeline.store.store import Store


@dataclass(frozen=True)
class Built:
    """What came of one building of the preview.

    `number` counts the buildings. `error` says why the site could not be built and what to do; then the one before it,
    if `has_site`, is still there. `pages` and `refused` are of the newest site.
    """

    number: int
    pages: int = 0
    refused: tuple[Refused, ...] = ()
    error: str = ""
    has_site: bool = False


class Building:
    """The preview of a workspace in a folder of its own."""

    def __init__(self, workspace: Workspace, store: Store, folder: Path) -> None:
        self._workspace, self._store = workspace, store
        self.site = folder / "site"
        self._made_from: Sha256 | None = None
        self.built = Built(0)

    def is_stale(self) -> bool:
        """Whether templates, settings or the store are others than those of which the preview was made."""
        return self._made_from != self._state()

    def build(self) -> Built:
        """Build the preview anew. What stands in the way is told in what comes back, and the site before stays."""
        self._made_from = self._state()
        number, before = self.built.number + 1, self.built
        try:
            done = Gate(self._store, load_settings(self._workspace), self._workspace).preview_site(self.site)
        except (LaylineError, OSError) as error:
            told = f"{error.message}. {error.remedy}" if isinstance(error, LaylineError) else str(error)
            self.built = Built(number, before.pages, before.refused, told, has_site=before.has_site)
        else:
            self.built = Built(number, len(done.written), done.refused, has_site=True)
        return self.built

    def _state(self) -> Sha256 | None:
        """A hash of what the preview is made from; None where a file went away while it was read."""
        file = self._workspace.settings_file
        try:
            settings = file.read_text("utf-8", "replace") if file.is_file() else ""
            return look_of(self._workspace.templates, settings, self._store.pulse())
        except OSError:
            return None
