"""Where pages go: a folder of one format, or a site. What is taken back, and when, is the same in both."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from pipeline.export.contract import PublishedPage
from pipeline.export.manifest import ExportedFile
from pipeline.publish.outcome import Refused, TakenBack, Written
from pipeline.publish.verified import STATUS, Verified


class Place(ABC):
    """The pages of one format that stand somewhere, while an export goes on."""

    notes: tuple[str, ...] = ()
    """What was left out, and why."""

    def __init__(self, file_format: str, files: Iterable[ExportedFile]) -> None:
        self._format_name = file_format
        self._files = {file.path: file for file in files}
        self.taken_back: list[TakenBack] = []

    @abstractmethod
    def put(self, found: Verified) -> Written | Refused:
        """Write a page, unless its file is whole and up to date."""

    @abstractmethod
    def close(self) -> None:
        """Bring everything that tells of the pages up to date with them."""

    @abstractmethod
    def _take_back(self, file: ExportedFile, reason: str, *, announced: str = "") -> None:
        """Remove a page, and note it in `taken_back`; `announced` is what was told of its paper, if that is why."""

    def refuse(self, refused: Refused) -> Refused:
        """A page that may not leave: if it stands there, it goes."""
        announced = "; ".join(reason.message for reason in refused.reasons if reason.place == STATUS)
        for file in self._of(refused.id):
            self._take_back(file, "; ".join(reason.message for reason in refused.reasons), announced=announced)
        return refused

    def take_back_all_but(self, ids: AbstractSet[str]) -> None:
        """Remove the pages of this format whose papers are not approved any more."""
        for file in list(self._files.values()):
            if file.format == self._format_name and file.entry.id not in ids:
                self._take_back(file, "its paper is not approved any more")

    def _keep_if_approved(self, page: PublishedPage, refused: Refused) -> Refused:
        """Where only the template is broken, an older file of the same approved content stays as it was."""
        for file in self._of(page.id):
            if file.entry.content_hash != page.approval.content_hash:
                self._take_back(file, "what is approved now is another content, and could not be rendered")
        return refused

    def _of(self, paper_id: str) -> list[ExportedFile]:
        of = self._format_name
        return [file for file in self._files.values() if file.entry.id == paper_id and file.format == of]
