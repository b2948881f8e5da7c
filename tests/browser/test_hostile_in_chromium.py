"""Hostile content in a real browser: nothing runs, nothing is asked for, and every letter is shown."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page, expect

from pipeline.export.html_format import render_html
from pipeline.export.markdown_format import render_markdown
from pipeline.export.site.card import shortened
from tests.browser.chromium import visiting
from tests.hostile_site import HOSTILE, files_of, page_of
from tests.loopback.served_folder import ServedFolder

_SAFE = ("http:", "https:", "mailto:")


def _site(folder: Path, text: str) -> list[str]:
    """Every page of a site in which the text stands, and the page as single HTML and as Markdown; their names."""
    for file in files_of(text):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    (folder / "single.html").write_bytes(render_html(page_of(text)))
    (folder / "markdown.html").write_text(_as_a_site_generator_would(render_markdown(page_of(text)).decode()), "utf-8")
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]


def _as_a_site_generator_would(markdown: str) -> str:
    """The body as HTML; markup in it is let through, as Eleventy, Jekyll and Astro do."""
    body = markdown.split("\n---\n", 1)[1]
    html = MarkdownIt("commonmark", {"html": True}).render(body)
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><body>{html}'


def _addresses(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('a, area')].map(link => link.protocol)")
    return [each for each in found if each not in _SAFE]


def _alien(page: Page) -> int:
    """Elements that only a text that became markup could have made."""
    return page.locator(
        "img, iframe, object, embed, script:not([src='search.js']):not([type='application/ld+json'])"
    ).count()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(browser: Browser, tmp_path: Path, text: str) -> None:
    names = _site(tmp_path, text)
    with ServedFolder(tmp_path) as server, visiting(browser, server.url) as visitor:
        for name in names:
            page = visitor.open(name)
            assert (name, _addresses(page), _alien(page)) == (name, [], 0)
            for word in page.locator("button[popovertarget]").all()[:3]:
                word.click()
                page.keyboard.press("Escape")
        paper = next(name for name in names if name.startswith("papers/"))
        shown = visitor.open(paper).locator("h1").text_content() or ""
        assert shown.split() == text.split()
        single = visitor.open("markdown.html").locator("h1").first.text_content() or ""
        assert single.split() == text.split()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_is_found_and_shown_as_text(browser: Browser, tmp_path: Path, text: str) -> None:
    _site(tmp_path, text)
    with ServedFolder(tmp_path) as server, visiting(browser, server.url) as visitor:
        page = visitor.open("search.html?q=spasms")
        expect(page.locator("#found a")).to_have_count(1)
        found = page.locator("#found a").text_content() or ""
        assert found.split() == shortened(text).split()
        assert _alien(page) == 0
