"""Claims and the evidence they carry."""

from enum import StrEnum
from typing import Generic, Self, TypeVar

from pydantic import model_validator

from pipeline.models.base import Frozen
from pipeline.models.missing import MissingReason

T = TypeVar("T")


class Match(StrEnum):
    """How a quote was found in the paper's text."""

    EXACT = "exact"
    NORMALISED = "normalised"
    """Equal but for case, spaces, hyphens, dashes, ligatures, quotation marks and citation markers."""
    NOT_FOUND = "not_found"


class Evidence(Frozen):
    """A quote from the paper and its place: offsets into `Paper.text`, the heading it stands under, its page."""

    quote: str
    match: Match
    section: str | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None

    @model_validator(mode="after")
    def _found_has_place(self) -> Self:
        found = self.match is not Match.NOT_FOUND
        if found != (self.start is not None and self.end is not None):
            raise ValueError("a quote that was found has offsets, one that was not has none")
        return self


class Known(Frozen, Generic[T]):
    """A fact of the study with the evidence for it."""

    value: T
    evidence: tuple[Evidence, ...]


class Claim(Frozen):
    """One statement of a summary, with its evidence or with a typed reason why it has none."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    unproved: MissingReason | None = None

    @model_validator(mode="after")
    def _proof_or_reason(self) -> Self:
        if bool(self.evidence) == (self.unproved is not None):
            raise ValueError("a claim has evidence, or a reason why not: never both, never neither")
        return self
