"""Findings: what a check saw, as frozen data; acting on them is someone else's business."""

from enum import StrEnum

from pipeline.models.base import Frozen
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256


class Severity(StrEnum):
    """`block` stops the export, `warn` wants a reviewer's eye, `info` is for the record."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


class Finding(Frozen):
    """What a check saw.

    `place` is a JSON pointer into the summary (`/limitations/0/text`), or `line 12` in a file. `excerpt` is
    hostile text and may hold anything. `waivable` says whether a reviewer may waive it with a reason;
    malformed output never can be.
    """

    check: str
    severity: Severity
    place: str
    message: str
    excerpt: str
    waivable: bool = True

    @property
    def key(self) -> str:
        """A short stable key (8 hexadecimal digits) by which people and waivers name this finding of its summary."""
        return content_hash(self.model_dump(include={"check", "place", "message", "excerpt"}))[:8]


class Found(Frozen):
    """What the checks see in a summary beside its paper; `content` is the summary's hash.

    `fit_for_pages` says that each text of it that a page shows was looked at as it stands there, by itself, and that
    nothing was seen that nobody may waive.
    """

    content: Sha256
    findings: tuple[Finding, ...]
    fit_for_pages: bool
    reading_grade: float | None
    """The school grade of all statements together; None where they are too short to have one."""
