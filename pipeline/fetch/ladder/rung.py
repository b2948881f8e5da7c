"""What a rung of the ladder is: something that may give the text, or says why it does not."""

from dataclasses import dataclass
from typing import Protocol

from pipeline.errors import FetchError, Who
from pipeline.models.paper import Licence
from pipeline.models.record import Record, TextVersion
from pipeline.models.rungs import RungName
from pipeline.models.source import MediaType


@dataclass(frozen=True)
class Text:
    """Bytes that are what they should be, with where they came from and under which licence."""

    data: bytes
    media_type: MediaType
    url: str
    version: TextVersion
    licence: Licence | None = None


class NotOfferedError(FetchError):
    """Nothing known says that a text lies on this rung: nobody was asked."""

    kind = "not_offered"


class MissedError(FetchError):
    """The rung was tried and gave no text: `not_there`, `not_a_paper`, `captcha`, `front_matter_only` and more."""

    kind = "not_there"

    def __init__(self, message: str, *, url: str, kind: str | None = None, who: Who | None = None) -> None:
        super().__init__(message, kind=kind, who=who)
        self.url = url


class LadderRung(Protocol):
    """One place where the text may be."""

    name: RungName

    async def text(self, record: Record) -> Text:
        """The text. Raises NotOfferedError, MissedError or WebError."""
