"""A reply as it came over the network, or out of the cache."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

_TOLD: Final = 200
"""Characters of a server's own words that are passed on."""


@dataclass(frozen=True)
class Reply:
    """Status, headers (names in lower case), whole body, and the address that gave it after all redirects.

    `asked` is the address that was asked, without keys; `from_cache` says that no call was made this time.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    url: str
    asked: str
    retrieved_at: datetime
    from_cache: bool = False

    @property
    def content_type(self) -> str:
        """The media type that the server claims, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def beginning(self) -> str:
        """The first words of the body, for messages."""
        return " ".join(self.body[: 4 * _TOLD].decode("utf-8", "replace").split())[:_TOLD]
