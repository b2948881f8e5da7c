"""One page of what a saved search found."""

from dataclasses import dataclass

from pipeline.models.ids import Doi, Pmcid, Pmid


@dataclass(frozen=True)
class Found:
    """An article, with its title and date (ISO 8601, as exact as given) where the source tells them."""

    id: Doi | Pmid | Pmcid
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Page:
    """What was found, and where to go on: with `cursor` now if there is `more`, else on another day."""

    found: tuple[Found, ...]
    cursor: str
    more: bool
