"""What was tried for a full text, rung by rung."""

from datetime import datetime
from enum import StrEnum

from pipeline.models.base import Frozen
from pipeline.models.paper import Licence
from pipeline.models.record import TextVersion


class RungName(StrEnum):
    """The rungs of the ladder, the best first."""

    EUROPEPMC_JATS = "europepmc_jats"
    PMC_JATS = "pmc_jats"
    PMC_PDF = "pmc_pdf"
    PREPRINT_JATS = "preprint_jats"
    REPOSITORY_PDF = "repository_pdf"
    PUBLISHER_PDF = "publisher_pdf"
    ABSTRACT = "abstract"
    SUPPLIED = "supplied"
    """An editor gave the file."""


class RungOutcome(StrEnum):
    """How a rung ended."""

    TAKEN = "taken"
    NOT_OFFERED = "not_offered"
    """Nothing known says that a text lies there; nobody was asked."""
    FAILED = "failed"


class Rung(Frozen):
    """One rung: what was asked, how it ended, and why. `kind` is a stable word; `licence` is that of the text."""

    rung: RungName
    outcome: RungOutcome
    kind: str
    message: str
    at: datetime
    url: str | None = None
    transient: bool = False
    version: TextVersion = TextVersion.UNKNOWN
    licence: Licence | None = None


def taken(rungs: tuple[Rung, ...]) -> Rung | None:
    """The rung that gave the text, if one did."""
    return next((rung for rung in reversed(rungs) if rung.outcome is RungOutcome.TAKEN), None)
