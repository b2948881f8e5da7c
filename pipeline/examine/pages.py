"""Every page that is meant, one after the other: files, addresses, and what sitemaps lead to."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pipeline.errors import FetchError, LaylineError
from pipeline.examine.page_files import NamedPage
from pipeline.fetch.pages.page_type import type_of_answer
from pipeline.fetch.pages.site_name import site_of
from pipeline.fetch.pages.sitemap import Sitemap, sitemap_in

if TYPE_CHECKING:
    from pipeline.examine.site import Site
    from pipeline.fetch.pages.web_page import WebPage

_MOST_SITEMAPS: Final = 500
"""Sitemaps that one sitemap may lead to."""


@dataclass(frozen=True)
class PageRead:
    """A page as bytes."""

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True)
class PageUnread:
    """A page that could not be had, and why."""

    name: str
    error: LaylineError


@dataclass
class Pages:
    """Reads pages as they are wanted; not more than `most` of them from the web."""

    open_site: "Callable[[], Site]"
    most: int
    asked: int = 0
    left_out: int = 0
    """Addresses that were not asked for because there were too many."""
    _seen: set[str] = field(default_factory=set)
    _seen_sitemaps: set[str] = field(default_factory=set)

    def of(self, named: NamedPage) -> Iterator[PageRead | PageUnread]:
        """The page of this name, or those that it leads to if it is a sitemap."""
        try:
            if named.path is None:
                yield from self._at(named.name)
            else:
                yield from self._in(named)
        except FetchError as error:
            yield PageUnread(named.name, error)

    def _in(self, named: NamedPage) -> Iterator[PageRead | PageUnread]:
        data = named.read()
        if (sitemap := sitemap_in(data)) is None:
            yield PageRead(named.name, data, named.media_type)
        else:
            yield from self._listed(named.name, sitemap, _first_site(sitemap))

    def _at(self, url: str) -> Iterator[PageRead | PageUnread]:
        found = self._ask(url, None)
        if found is None:
            return
        if (sitemap := sitemap_in(found.data)) is None:
            yield _as_page(url, found)
        else:
            yield from self._listed(url, sitemap, site_of(found.url))

    def _listed(self, name: str, first: Sitemap, site: str | None) -> Iterator[PageRead | PageUnread]:
        """The pages of a sitemap and of those that it leads to, as long as they are of the same site."""
        if site is None:
            yield PageUnread(name, _empty())
            return
        waiting, maps = deque([first]), 0
        while waiting:
            sitemap = waiting.popleft()
            for url in sitemap.pages:
                yield from self._one(url, site)
            for url in sitemap.sitemaps:
                maps += 1
                yield from self._further(url, site, waiting if maps <= _MOST_SITEMAPS else None)

    def _one(self, url: str, site: str) -> Iterator[PageRead | PageUnread]:
        try:
            if (found := self._ask(url, site)) is not None:
                yield _as_page(url, found)
        except FetchError as error:
            yield PageUnread(url, error)

    def _further(self, url: str, site: str, waiting: deque[Sitemap] | None) -> Iterator[PageUnread]:
        """Put a sitemap that another one names into the queue, or say why not."""
        if url in self._seen_sitemaps:
            return
        self._seen_sitemaps.add(url)
        if waiting is None or self.asked >= self.most:
            self.left_out += 1
            return
        try:
            waiting.append(_sitemap_at(url, self.open_site().get(url, site=site)))
        except FetchError as error:
            yield PageUnread(url, error)

    def _ask(self, url: str, site: str | None) -> "WebPage | None":
        if url in self._seen:
            return None
        self._seen.add(url)
        if self.asked >= self.most:
            self.left_out += 1
            return None
        self.asked += 1
        return self.open_site().get(url, site=site)


def _sitemap_at(url: str, found: "WebPage") -> Sitemap:
    sitemap = sitemap_in(found.data)
    if sitemap is None:
        raise FetchError(
            f"{url} is no sitemap, though one names it as that", kind="bad_sitemap", remedy="Mend the sitemap."
        )
    return sitemap


def _first_site(sitemap: Sitemap) -> str | None:
    """The site of a sitemap that lies in a file: that of the first address in it."""
    return next((site for url in (*sitemap.pages, *sitemap.sitemaps) if (site := site_of(url))), None)


def _as_page(url: str, found: "WebPage") -> PageRead:
    media_type = type_of_answer(found.data, found.media_type, found.url)
    if media_type is None:
        kind = found.media_type.partition(";")[0].strip() or "of no known kind"
        raise FetchError(
            f"{url} is no page that could be read, but {kind[:60]!r}",
            kind="not_a_page",
            remedy="Name pages as HTML, Markdown, JSON, CSV or text.",
        )
    return PageRead(url, found.data, media_type)


def _empty() -> FetchError:
    return FetchError("the sitemap names no address of the web", kind="bad_sitemap", remedy="Mend the sitemap.")
