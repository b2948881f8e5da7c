"""Asks the source that a saved search names."""

from collections.abc import Awaitable, Callable
from typing import Final

from pipeline.config import Watch
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.watch import crossref, europepmc, feed, preprints, pubmed
from pipeline.fetch.watch.page import Page
from pipeline.fetch.web.client import Web

_SOURCES: Final[dict[str, Callable[[Web, Asking, Watch, str | None], Awaitable[Page]]]] = {
    "europepmc": europepmc.search,
    "pubmed": pubmed.search,
    "biorxiv": preprints.search,
    "medrxiv": preprints.search,
    "crossref": crossref.search,
    "feed": feed.search,
}


async def search(web: Web, asking: Asking, watch: Watch, cursor: str | None) -> Page:
    """The next page of a saved search, from where `cursor` stands (None: from its beginning). Raises FetchError."""
    return await _SOURCES[watch.source](web, asking, watch, cursor)
