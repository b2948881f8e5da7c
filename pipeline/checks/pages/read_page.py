"""Bytes to blocks of text, whatever kind of page they are."""

from collections.abc import Iterator

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.block import Lines, Page, PageFault
from pipeline.checks.pages.decoding import decoded
from pipeline.checks.pages.html import html_page
from pipeline.checks.pages.json_text import json_page
from pipeline.checks.pages.markdown import markdown_page
from pipeline.checks.pages.plain import plain_page
from pipeline.checks.pages.table import table_page
from pipeline.models.finding import Severity


def read_page(data: bytes, media_type: str, *, own: bool) -> Page:
    """The blocks of a page and what could not be read of it."""
    kind, _, parameters = media_type.lower().partition(";")
    text, faults = decoded(data, parameters, html=kind.strip() in ("text/html", "application/xhtml+xml"))
    surface, lines = (Surface.PAGE if own else Surface.FOREIGN_PAGE), Lines(text)
    match kind.strip():
        case "text/html" | "application/xhtml+xml":
            page = html_page(text, surface, lines)
        case "text/markdown":
            page = markdown_page(text, lines)
        case "application/json" | "application/ld+json":
            page = json_page(text, lines)
        case "text/csv" | "text/tab-separated-values":
            page = table_page(text, surface, lines)
        case _:
            page = plain_page(text, surface, lines)
    return Page(page.blocks, (*faults, *page.faults, *_nothing_on(page, text, own=own)))


def _nothing_on(page: Page, text: str, *, own: bool) -> Iterator[PageFault]:
    """That a page has no text, for people or machines. An empty file blocks; what a script may yet fill warns."""
    if not text.strip():
        yield PageFault(1, "This file is empty.", "", Severity.BLOCK)
    elif not page.faults and not any(block.text.strip() and block.surface is not Surface.CODE for block in page.blocks):
        yield PageFault(1, "There is no text on this page.", "", Severity.BLOCK if own else Severity.WARN)
