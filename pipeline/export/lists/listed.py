"""One paper of the published list."""

from dataclasses import dataclass

from pipeline.export.contract import PublishedPage
from pipeline.export.index import IndexEntry, entry_of
from pipeline.export.source_links import doi_url


@dataclass(frozen=True)
class Listed:
    """The entry of a page, with the authors of its paper."""

    entry: IndexEntry
    authors: tuple[str, ...]

    @property
    def doi_url(self) -> str:
        """The paper's address; empty where it has no DOI."""
        return doi_url(self.entry.doi)


def listed(page: PublishedPage) -> Listed:
    """A page as the list tells it."""
    return Listed(entry_of(page), page.summary.citation.authors)


def one_line(text: str) -> str:
    """Text without line breaks, which would begin another field or entry."""
    return " ".join(text.split())
