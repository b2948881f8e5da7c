"""What machines read of a site: Atom (RFC 4287) and RSS 2.0, the sitemap (sitemaps.org 0.9), robots.txt (RFC 9309)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Final

from lxml import etree

from pipeline.errors import RenderError
from pipeline.export.site.card import Card
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.planned import Planned

_ATOM: Final = "http://www.w3.org/2005/Atom"
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IN_FEED: Final = 50
_IN_SITEMAP: Final = 50_000
"""Addresses that the protocol allows in one sitemap."""


def feeds(cards: Sequence[Card], paths: Sequence[str], frame: Frame) -> Iterator[Planned]:
    """Feeds, sitemap and robots.txt; without an address of the site, only a robots.txt that allows everything."""
    lines = ["User-agent: *", "Allow: /"]
    if url := frame.url:
        newest = cards[:_IN_FEED]
        digests = [card.digest for card in newest]
        yield _planned("feed.xml", lambda: _feed(newest, frame, url), *digests, cards=newest)
        yield _planned("rss.xml", lambda: _rss(newest, frame, url), *digests, cards=newest)
        dated = {card.path: card.approved_at[:10] for card in cards}
        yield _planned("sitemap.xml", lambda: _sitemap(dated, paths, url), repr(dated), *paths)
        lines.append(f"Sitemap: {url}/sitemap.xml")
    robots = SiteFile("robots.txt", "text/plain", ("\n".join(lines) + "\n").encode())
    yield Planned(robots.path, tuple(lines), lambda: robots)


def _planned(path: str, root: Callable[[], etree._Element], *made_from: str, cards: Sequence[Card] = ()) -> Planned:
    return Planned(path, made_from, lambda: SiteFile(path, "application/xml", _xml(root())), cards)


def _feed(cards: Sequence[Card], frame: Frame, url: str) -> etree._Element:
    feed = etree.Element("feed", nsmap={None: _ATOM})
    _put(feed, "title", frame.title)
    _put(feed, "id", f"{url}/")
    _put(feed, "updated", max((card.approved_at for card in cards), default="1970-01-01T00:00:00Z"))
    _put(_put(feed, "author"), "name", frame.title)
    _put(feed, "link", rel="self", href=f"{url}/feed.xml")
    _put(feed, "link", href=f"{url}/")
    for card in cards:
        entry = _put(feed, "entry")
        _put(entry, "title", card.title)
        _put(entry, "id", f"{url}/{card.path}")
        _put(entry, "updated", card.approved_at)
        _put(entry, "link", href=f"{url}/{card.path}")
        _put(entry, "summary", card.lead or card.title)
        for category in card.categories:
            _put(entry, "category", term=category)
    return feed


def _rss(cards: Sequence[Card], frame: Frame, url: str) -> etree._Element:
    rss = etree.Element("rss", version="2.0", nsmap={"atom": _ATOM})
    channel = _put(rss, "channel")
    _put(channel, "title", frame.title)
    _put(channel, "link", f"{url}/")
    _put(channel, "description", "Research explained in plain language.")
    _put(channel, "language", "en")
    _put(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=f"{url}/rss.xml")
    for card in cards:
        item = _put(channel, "item")
        _put(item, "title", card.title)
        _put(item, "link", f"{url}/{card.path}")
        _put(item, "guid", f"{url}/{card.path}")
        _put(item, "pubDate", format_datetime(datetime.fromisoformat(card.approved_at)))
        _put(item, "description", card.lead or card.title)
        for category in card.categories:
            _put(item, "category", category)
    return rss


def _sitemap(dated: Mapping[str, str], paths: Sequence[str], url: str) -> etree._Element:
    root = etree.Element("urlset", nsmap={None: _SITEMAP})
    for path in (*dated, *paths)[:_IN_SITEMAP]:
        place = _put(root, "url")
        _put(place, "loc", f"{url}/{path}")
        if path in dated:
            _put(place, "lastmod", dated[path])
    return root


def _put(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    try:
        child = etree.SubElement(parent, name, attributes)
        child.text = text or None
    except ValueError as error:  # a character that XML cannot hold
        message = f"{text or attributes!r} cannot stand in a feed: {error}"
        raise RenderError(message, remedy="Edit the page that it comes from.", kind="not_text") from error
    return child


def _xml(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
