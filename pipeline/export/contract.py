"""The published contract: what a front end may rely on. Its JSON Schema is kept in `schema/` and compared by a test."""

from typing import Any, Final, Literal, Self

from pydantic import model_validator

from pipeline.export.display import Display, display_of
from pipeline.models.base import Frozen
from pipeline.models.ids import Sha256
from pipeline.models.licence_class import LicenceClass
from pipeline.models.notice import Notice
from pipeline.models.summary import Summary

SCHEMA_ID: Final = "urn:layline:published-page:1.0"


class Approval(Frozen):
    """Who approved exactly this content, and when (ISO 8601, UTC)."""

    approved_by: tuple[str, ...]
    approved_at: str
    content_hash: Sha256


class Waived(Frozen):
    """A finding that a reviewer waived, with the reason; it stays open to see."""

    check: str
    place: str
    by: str
    reason: str


class PublishedProvenance(Frozen):
    """How the content came about."""

    author: str
    prompt_name: str | None
    prompt_version: str | None
    drafted_at: str
    source_sha256: Sha256
    notes: tuple[str, ...]


class PublishedStatus(Frozen):
    """What was announced about the paper by the time of this export, and whether it is a preprint.

    `checked_at` (ISO 8601, UTC) is None where nobody looked: the paper was supplied as a file without a network.
    """

    notices: tuple[Notice, ...]
    is_preprint: bool
    checked_at: str | None


ChangeKind = Literal["changed", "added", "removed", "proof"]


class PublishedChange(Frozen):
    """A statement that was changed, added or removed, or whose proof was changed (`proof`), under its heading.

    `before` and `after` are its texts; None where there was none, or where it was malformed and so is not shown again.
    """

    heading: str
    kind: ChangeKind
    before: str | None
    after: str | None


class PublishedCorrection(Frozen):
    """How a page differs from what was published before it.

    `corrected_at` (ISO 8601, UTC) is when the new content was approved or last edited; `reasons` are those that its
    editors gave. Without `changes`, something else than the text of the page was changed.
    """

    corrected_at: str
    reasons: tuple[str, ...]
    changes: tuple[PublishedChange, ...]


class PublishedReadingLevel(Frozen):
    """How hard the page's statements are to read.

    `grade` is a school grade of the United States: the middle one of Flesch-Kincaid, Coleman-Liau and SMOG.
    """

    grade: float
    told: str
    """The same in words: `about school grade 8 (age 13 to 14)`."""


class PublishedPage(Frozen):
    """One page as it leaves the house. Every list holds claims or strings; `summary.missing` explains each gap."""

    schema_version: Literal["1.0"]
    id: str
    name: str
    """The page's file name without its ending; made from the id, never from the title."""
    summary: Summary
    display: Display
    """The lists of the summary as lists of strings; print these, and `summary` for the proof behind them."""
    reading_level: PublishedReadingLevel | None
    """None where the page has fewer than 50 words."""
    status: PublishedStatus
    licence_class: LicenceClass
    provenance: PublishedProvenance
    approval: Approval
    waived: tuple[Waived, ...]
    corrections: tuple[PublishedCorrection, ...]
    """Every change of the page since it was first published, oldest first."""

    @model_validator(mode="after")
    def _display_is_of_the_summary(self) -> Self:
        if self.display != display_of(self.summary):
            raise ValueError("display is made of the summary and cannot be set")
        return self


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `PublishedPage`; objects take no field that is not named."""
    schema = PublishedPage.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}
