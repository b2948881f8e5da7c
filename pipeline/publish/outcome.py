"""What became of each page at the gate: written, left as it was, refused, or taken back."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.models.finding import Finding
from pipeline.models.ids import Sha256


@dataclass(frozen=True)
class Reason:
    """One reason why a page may not leave: what kind, where, and in words."""

    kind: str
    place: str
    message: str


def as_reason(finding: Finding) -> Reason:
    """A finding as the reason of a refusal."""
    return Reason(finding.check, finding.place, f"{finding.message} ({finding.excerpt[:120]!r})")


@dataclass(frozen=True)
class Written:
    """A page that left the house; `changed` is False where its file was whole and up to date already."""

    id: str
    path: Path
    sha256: Sha256
    content_hash: Sha256
    changed: bool = True


@dataclass(frozen=True)
class Refused:
    """A page that did not, with every reason."""

    id: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class TakenBack:
    """A page that stood in the export and may no longer, with the reason.

    `removed` is False where its file was changed by someone else, and so was left for a person to remove.
    """

    id: str
    path: Path
    reason: str
    removed: bool = True


@dataclass(frozen=True)
class Export:
    """What was written, refused and taken back, and how many papers are not approved (when none was named)."""

    written: tuple[Written, ...]
    refused: tuple[Refused, ...]
    taken_back: tuple[TakenBack, ...]
    not_approved: int
    notes: tuple[str, ...] = ()

    def as_json(self, file_format: str, out: Path) -> dict[str, Any]:
        """The object that `layline export --json` prints."""
        return {
            "format": file_format,
            "out": str(out),
            "written": [_plain(written) for written in self.written if written.changed],
            "unchanged": [_plain(written) for written in self.written if not written.changed],
            "refused": [asdict(refused) for refused in self.refused],
            "taken_back": [asdict(taken) | {"path": str(taken.path)} for taken in self.taken_back],
            "not_approved": self.not_approved,
            "notes": list(self.notes),
        }


@dataclass(frozen=True)
class ExportedList:
    """The published list: its file, how many papers stand in it, and what may not."""

    path: Path
    papers: int
    refused: tuple[Refused, ...]

    def as_json(self, file_format: str) -> dict[str, Any]:
        """The object that `layline export --json` prints."""
        refused = [asdict(each) for each in self.refused]
        return {"format": file_format, "path": str(self.path), "papers": self.papers, "refused": refused}


def _plain(written: Written) -> dict[str, str]:
    return {
        "id": written.id,
        "path": str(written.path),
        "sha256": written.sha256,
        "content_hash": written.content_hash,
    }
