"""Everything of a site but the pages of papers, made from their cards."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markupsafe import Markup

from pipeline.export.site.card import JOINT, Card
from pipeline.export.site.feeds import feeds
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.listings import listings, log_pages
from pipeline.export.site.log import LogLine

_TEXTS: Final = {"about": "About", "disclaimer": "Disclaimer", "contact": "Contact"}


def site_files(cards: Sequence[Card], log: Sequence[LogLine], frame: Frame) -> Iterator[SiteFile]:
    """Lists, log, texts, search, style and feeds; `cards` and `log` come newest first. Raises RenderError."""
    pages = [*listings(cards, frame), *log_pages(log, frame)]
    pages += (_text_page(name, title, frame) for name, title in _TEXTS.items())
    if frame.has_subscribe_page:
        pages.append(_text_page("subscribe", "Subscribe", frame, template="site/subscribe.html"))
    yield from pages
    yield frame.page("site/search.html", "search.html", "Search")
    yield SiteFile("search.js", "text/javascript", frame.source("site/search.js").encode())
    yield SiteFile("search-index.json", "application/json", _search_index(cards, frame))
    style = frame.source("colours.css") + frame.source("style.css")
    yield SiteFile("style.css", "text/css", style.encode())
    yield from feeds(cards, [page.path for page in pages], frame)


def _text_page(name: str, title: str, frame: Frame, template: str = "site/text.html") -> SiteFile:
    """A page that is written in Markdown; markup in it is shown, not used."""
    html = MarkdownIt("commonmark", {"html": False}).render(frame.source(f"site/{name}.md"))
    return frame.page(template, f"{name}.html", title, content=Markup(html))  # noqa: S704  # no markup passed


def _search_index(cards: Sequence[Card], frame: Frame) -> bytes:
    """Terms stand one by one, as they stand on the pages: what was looked at there is not looked at again."""
    pages = [
        {"path": card.path, "title": card.title, "lead": card.lead, "text": card.text.split(JOINT)} for card in cards
    ]
    return (json.dumps({"site": frame.title, "pages": pages}, ensure_ascii=False) + "\n").encode()
