"""Sources: bytes as they were received."""

from datetime import datetime
from enum import StrEnum

from pipeline.models.base import Frozen
from pipeline.models.ids import PaperId, Sha256


class MediaType(StrEnum):
    """What the bytes are, by their own testimony; a file's name or a server's header is not believed."""

    PDF = "application/pdf"
    JATS = "application/jats+xml"
    RECORD = "application/vnd.layline.record+json"
    """Not a document: what services say of an article whose full text could not be had."""
    TEXT = "text/plain"
    HTML = "text/html"
    XML = "application/xml"
    """Well-formed or not, it starts like XML, but no article element was seen."""
    GIT_LFS_POINTER = "text/x-git-lfs-pointer"
    EMPTY = "application/x-empty"
    UNKNOWN = "application/octet-stream"

    @property
    def suffix(self) -> str:
        """The file ending under which such bytes are kept."""
        return {
            MediaType.PDF: ".pdf",
            MediaType.JATS: ".xml",
            MediaType.XML: ".xml",
            MediaType.HTML: ".html",
            MediaType.RECORD: ".json",
        }.get(self, ".bin")


class Source(Frozen):
    """Bytes as received: kept under their hash, never rewritten. `size` in bytes; `origin` is a path or URL."""

    sha256: Sha256
    media_type: MediaType
    origin: str
    size: int
    received_at: datetime

    @property
    def paper_id(self) -> PaperId:
        """The id that a paper has when this is its first source."""
        return PaperId.for_source(self.sha256)
