"""One page of a site, asked for politely: as the site's robots.txt allows, and at the pace of a reader."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from pipeline.errors import FetchError
from pipeline.fetch.pages.site_name import site_of
from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.fetch.web.errors import WebError
from pipeline.fetch.web.robots import Robots
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(4, at_once=1)
"""Sites announce no pace; a reader who opens four pages a second is in nobody's way."""
_OK: Final = 200
_ACCEPTED: Final = "text/html, application/xhtml+xml, text/markdown, text/plain, application/xml;q=0.8, */*;q=0.5"


@dataclass(frozen=True)
class WebPage:
    """A page as it came: where it was in the end, its bytes, and what the server calls them."""

    url: str
    data: bytes
    media_type: str


class WebPages:
    """Gets pages. One object serves a run, so that no host is asked twice for its robots.txt."""

    def __init__(self, web: Web, robots: Robots, bounds: Bounds) -> None:
        self._web, self._robots, self._bounds = web, robots, bounds

    async def get(self, url: str, *, site: str | None = None) -> WebPage:
        """A page, if `site` is given only from there, redirects included.

        Raises FetchError: `other_site`, `robots`, `not_there`, or the kinds of WebError.
        """
        _stays_on(site, url)
        await self._check_robots(url)
        try:
            page = await self._web.get(_request(url), lambda reply: _page(url, reply), self._bounds)
        except WebError as error:
            raise _told_of_a_page(error) from error
        _stays_on(site, page.url)
        return page

    async def _check_robots(self, url: str) -> None:
        said = await self._robots.said(url)
        if isinstance(said, WebError):
            raise _told_of_a_page(said) from said
        if said is not None and not said.allow(url):
            raise FetchError(
                f"{urlsplit(url).hostname} does not want programs there (robots.txt): {url}",
                kind="robots",
                remedy="If it is your site, allow `layline` in its robots.txt, or name the files of the site.",
            )


def _told_of_a_page(error: WebError) -> FetchError:
    """The same failure with what to do about a page, where the network's own word is about papers."""
    told = error.transient or error.kind == "address_refused"
    remedy = error.remedy if told else "Open the address in a browser, or name the page as a file."
    return FetchError(error.message, kind=error.kind, who=error.who, remedy=remedy)


def _stays_on(site: str | None, url: str) -> None:
    if site is not None and site_of(url) != site:
        raise FetchError(
            f"{url} is not on {site}, and a sitemap speaks for its own site only",
            kind="other_site",
            remedy="Name the address itself, if it is to be looked at.",
        )


def _request(url: str) -> Request:
    return Request(urlsplit(url).hostname or "no host", url, _PACE, headers={"Accept": _ACCEPTED})


def _page(asked: str, reply: Reply) -> WebPage:
    if reply.status != _OK:
        raise FetchError(
            f"{urlsplit(asked).hostname} answered {reply.status}: {asked}",
            kind="not_there",
            remedy="Open the address in a browser; it may have moved.",
        )
    return WebPage(reply.url, reply.body, reply.headers.get("content-type", ""))
