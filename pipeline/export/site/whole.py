"""Everything of a site but the pages of papers, made from their cards."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from markdown_it import MarkdownIt
from markupsafe import Markup

from pipeline.export.site.card import JOINT, Card
from pipeline.export.site.feeds import feeds
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.listings import listings, log_pages
from pipeline.export.site.log import LogLine
from pipeline.export.site.planned import Planned
from pipeline.export.site.stable_parts import parted

_TEXTS: Final = {"about": "About", "disclaimer": "Disclaimer", "contact": "Contact"}
_IN_A_SEARCH_PART: Final = 500
"""Pages in one part of the search: enough that 10,000 pages take 20 requests, few enough that one more costs little."""


def site_files(cards: Sequence[Card], log: Sequence[LogLine], frame: Frame) -> Iterator[Planned]:
    """Lists, log, texts, search, style and feeds; `cards` and `log` come newest first."""
    pages = [*listings(cards, frame), *log_pages(log, frame), *_text_pages(frame)]
    yield from pages
    yield from _search(cards, frame)
    yield _file("style.css", "text/css", lambda: frame.source("colours.css") + frame.source("style.css"))
    yield from feeds(cards, [page.path for page in pages], frame)


def _text_pages(frame: Frame) -> Iterator[Planned]:
    for name, title in _TEXTS.items():
        yield _text_page(name, title, frame)
    if frame.has_subscribe_page:
        yield _text_page("subscribe", "Subscribe", frame, template="site/subscribe.html")


def _text_page(name: str, title: str, frame: Frame, template: str = "site/text.html") -> Planned:
    """A page that is written in Markdown; markup in it is shown, not used."""

    def render() -> SiteFile:
        html = MarkdownIt("commonmark", {"html": False}).render(frame.source(f"site/{name}.md"))
        return frame.page(template, f"{name}.html", title, content=Markup(html))  # noqa: S704  # no markup passed

    return Planned(f"{name}.html", (template,), render)


def _search(cards: Sequence[Card], frame: Frame) -> Iterator[Planned]:
    """The page, its program, and what it searches: a list of parts, each with the terms of some pages.

    A reader's browser keeps the parts that did not change.
    """
    yield Planned("search.html", (), lambda: frame.page("site/search.html", "search.html", "Search"))
    yield _file("search.js", "text/javascript", lambda: frame.source("site/search.js"))
    parts = parted(cards, _IN_A_SEARCH_PART, least=1)
    each = [part for part in (parts.front, *parts.older) if part]
    paths = [f"search-index/{number}.json" for number in range(len(each), 0, -1)]
    yield _file("search-index.json", "application/json", lambda: _json({"site": frame.title, "parts": paths}), *paths)
    yield from (_search_part(path, part) for path, part in zip(paths, each, strict=True))


def _search_part(path: str, cards: Sequence[Card]) -> Planned:
    """Terms stand one by one, as they stand on the pages: what was looked at there is not looked at again."""

    def render() -> str:
        told = ((card.path, card.title, card.lead, card.text.split(JOINT)) for card in cards)
        return _json({"pages": [dict(zip(("path", "title", "lead", "text"), each, strict=True)) for each in told]})

    return _file(path, "application/json", render, *(card.digest for card in cards), cards=cards)


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"


def _file(path: str, media_type: str, text: Callable[[], str], *made_from: str, cards: Sequence[Card] = ()) -> Planned:
    return Planned(path, made_from, lambda: SiteFile(path, media_type, text().encode()), cards)
