"""Reads a feed (RSS 2.0, RSS 1.0, Atom): the identifiers of its articles, wherever it has them.

Sources: the specifications of RSS 2.0, RSS 1.0 and Atom (RFC 4287); PRISM and Dublin Core, which carry DOIs.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from pipeline.config import Watch
from pipeline.errors import FetchError
from pipeline.fetch.identifiers import read_identifier
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.plain_text import plain_title
from pipeline.fetch.watch.page import Found, Page
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply
from pipeline.text.safe_xml import safe_parser

_PACE: Final = Pace(1, at_once=1)
_OK: Final = 200
_ROOTS: Final = frozenset({"rss", "RDF", "feed"})
_ENTRIES: Final = frozenset({"item", "entry"})
_IDS: Final = ("doi", "identifier", "id", "guid", "link", "url", "source")
"""The names that hold identifiers, the surest first (`prism:doi`, `dc:identifier`, …)."""
_DATES: Final = ("publicationDate", "published", "pubDate", "date", "updated")


async def search(web: Web, asking: Asking, watch: Watch, cursor: str | None) -> Page:  # noqa: ARG001 - as all sources
    """All that the feed holds now: feeds have no pages and no past. Raises FetchError."""
    host = urlsplit(watch.query).hostname or "feed"
    request = Request(host, watch.query, _PACE, headers={"Accept": "application/atom+xml, application/rss+xml, */*"})
    found = await web.get(request, lambda reply: _articles(reply, host))
    since = watch.since.isoformat() if watch.since else ""
    recent = tuple(each for each in found if each.date is None or each.date >= since[: len(each.date)])
    return Page(recent, datetime.now(UTC).date().isoformat(), more=False)


def _articles(reply: Reply, host: str) -> tuple[Found, ...]:
    if reply.status != _OK:
        raise bad_reply(host, f"{reply.status} in place of a feed")
    entries = [element for element in _tree(reply, host).iter() if _name(element) in _ENTRIES]
    found = {each.id: each for each in (_article(entry) for entry in entries) if each is not None}
    if entries and not found:
        raise FetchError(
            f"the feed of {host} has {len(entries)} entries, and none of them says a DOI, PMID, PMCID or arXiv id",
            kind="no_identifiers",
            remedy="Watch the journal by another source.",
        )
    return tuple(found.values())


def _tree(reply: Reply, host: str) -> etree._Element:
    try:
        root = etree.fromstring(reply.body, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise bad_reply(host, f"no XML in place of a feed ({reply.beginning!r})") from error
    if root is None or _name(root) not in _ROOTS:
        raise bad_reply(host, f"XML that is no feed ({reply.beginning!r})")
    return root


def _article(entry: etree._Element) -> Found | None:
    identifier = next(_ids(entry), None)
    if identifier is None:
        return None
    title = next((text for name, text in _children(entry) if name == "title"), None)
    return Found(identifier, plain_title(title), _date(entry))


def _ids(entry: etree._Element) -> Iterator[Doi | Pmid | Pmcid]:
    children = list(_children(entry))
    for wanted in _IDS:
        for name, text in children:
            if name == wanted and (found := read_identifier(text)) is not None:
                yield found


def _children(entry: etree._Element) -> Iterator[tuple[str, str]]:
    """Names without their namespace, with text or, as Atom has its links, the address."""
    for child in entry:
        yield _name(child), " ".join("".join(child.itertext()).split()) if isinstance(child.tag, str) else ""
        if isinstance(child.tag, str) and (address := child.get("href")):
            yield _name(child), address


def _date(entry: etree._Element) -> str | None:
    told = {name: text for name, text in reversed(list(_children(entry))) if name in _DATES}
    dates = (_iso(told[name]) for name in _DATES if name in told)
    return next((date for date in dates if date), None)


def _iso(text: str) -> str | None:
    if found := fields.date({"x": text}, "x"):
        return found
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
