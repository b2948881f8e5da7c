"""The glance at a page sees the same texts as the whole reader, or says that it cannot."""

import html
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.checks.declaration import Surface, TextCheck
from pipeline.checks.pages.glance import glance
from pipeline.checks.pages.read_page import read_page
from pipeline.checks.registry import registry
from pipeline.checks.runner.pages import look_at_page, look_for_malformed
from pipeline.checks.suspects import Cleared
from pipeline.export.read_back import _squeezed, _visible
from pipeline.export.site.frame import Frame
from pipeline.export.site.paper_page import paper_page
from pipeline.models.finding import Finding, Severity
from tests import made
from tests.checks.test_hints import KNOWN, TEXTS

TAGS = st.sampled_from(
    str.split(
        "<p> </p> <div> </div> <b> </b> <br> <br/> </br> <li> <h2> </h2> <title> </title> <code> </code>"
        " <pre> </pre> <P> <script> </script> </SCRIPT> <style> </style> <template> </template> <blockquote>"
        " <a> </a> <!doctype> <x-y> <!--|--> --> < > </ <p <1> <p/> &amp; &lt;p&gt; &#91; &nbsp &notin <body>"
        " <em> </em> <textarea> </textarea>",
        " ",
    )
) | st.sampled_from(
    [
        '<a href="/x?a=1&amp;b=2">',
        '<a href="/a" title="A &quot;word&quot;">',
        '<img alt="A picture" src="p.png">',
        "<img alt='A picture' src=p.png>",
        '<p class="soft">',
        '<p title="one" title="two">',
        '<p TITLE="Loud">',
        '<meta name="description" content="What it is">',
        '<meta property="og:title" content="A title"/>',
        '<meta name="viewport" content="width=device-width">',
        '<meta content="Nothing">',
        '<script type="application/ld+json">{"name": "A", "of": [{"x": "B"}, 1, null, "C"]}</script>',
        '<script type="application/ld+json">{"name": "A", "name": "B"}</script>',
        '<script type="application/ld+json">{"name": NaN}</script>',
        '<script type="application/ld+json">[object Object]</script>',
        '<script type="text/javascript">if (a<b && c>d) { "</p>" }</script>',
        '<script>document.write("</scr" + "ipt>")</script >',
        "<style>p > a { color: red }</style>",
        '<input placeholder="Search" aria-label="Search for">',
        '<p title="it\'s > that">',
        '<p title="a<b">',
        '<p\xa0title="odd">',
        '<br title="A break">',
        "<details open>",
        '<a href = "/spaced">',
        '<a href="/open',
        "<!-- <p>unseen</p> -->",
        "<!DOCTYPE html>",
        "<?xml version='1.0'?>",
    ]
)
WORDS = st.sampled_from(["Pain fell.", " ", "\n", "\u2028", "\x1c", "undefined", "[object Object]", "{{ x }}", "a & b"])
PAGES = st.lists(TAGS | WORDS | TEXTS, max_size=12).map("".join)
VALUES = st.recursive(
    TEXTS | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
)
FRAME = Frame("Plain & Simple", "https://layline.example", None)


def _read(data: bytes, media_type: str) -> Counter[tuple[Surface, str]]:
    return Counter((block.surface, block.text) for block in read_page(data, media_type, own=True).blocks)


def _glanced(data: bytes, media_type: str) -> Counter[tuple[Surface, str]] | None:
    seen = glance(data, media_type)
    return None if seen is None else Counter((surface, text) for surface, found in seen.texts.items() for text in found)


def _looked(data: bytes, media_type: str) -> tuple[Finding, ...]:
    return look_for_malformed(data, media_type, Cleared(), glance(data, media_type))


@given(PAGES)
def test_what_is_seen_at_a_glance_is_what_the_whole_reader_sees(page: str) -> None:
    data = page.encode("utf-8", "replace")
    glanced = _glanced(data, "text/html")
    assert glanced is None or glanced == _read(data, "text/html")
    if glanced is not None:
        assert not read_page(data, "text/html", own=True).faults


@example("<title>", "Pain fell.")
@given(PAGES, PAGES)
def test_what_is_shown_in_the_body_is_what_a_browsers_parser_shows_there(head: str, body: str) -> None:
    seen = glance(f"<html><head>{head}</head><body>{body}</body></html>".encode("utf-8", "replace"), "text/html")
    if seen is not None:
        page = f"<html><head>{head}</head><body>{body}</body></html>".encode("utf-8", "replace").decode()
        visible = _squeezed(_visible(page, "text/html"))
        assert [text for text in seen.shown if _squeezed(text) not in visible] == []


@given(VALUES)
def test_the_same_holds_for_json(value: object) -> None:
    data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    glanced = _glanced(data, "application/json")
    assert glanced is None or glanced == _read(data, "application/json")
    seen = [each.finding for each in look_at_page(data, "application/json", own=True)]
    expected = tuple(each for each in seen if each.severity is Severity.BLOCK and not each.waivable)
    assert _looked(data, "application/json") == expected


@given(PAGES)
def test_what_nobody_may_waive_is_found_as_the_whole_reader_finds_it(page: str) -> None:
    data = page.encode("utf-8", "replace")
    seen = [each.finding for each in look_at_page(data, "text/html", own=True)]
    expected = tuple(each for each in seen if each.severity is Severity.BLOCK and not each.waivable)
    assert _looked(data, "text/html") == expected


@pytest.mark.parametrize("known", KNOWN)
def test_a_text_that_is_known_to_be_malformed_is_found_on_a_page_as_before(known: str) -> None:
    data = f"<!doctype html>\n<html><body>\n<p>\n  {html.escape(known)}\n</p></body></html>".encode("utf-8", "replace")
    seen = [each.finding for each in look_at_page(data, "text/html", own=True)]
    expected = tuple(each for each in seen if each.severity is Severity.BLOCK and not each.waivable)
    assert _looked(data, "text/html") == expected


def test_the_pages_of_the_site_are_plain_enough(tmp_path: Path) -> None:
    for path in (made.JATS, made.PDF):
        data = paper_page(made.page(made.summary(path)), FRAME).data
        assert _glanced(data, "text/html") == _read(data, "text/html")


@given(TEXTS, st.text(" \n", max_size=12), st.text(" \n", max_size=12))
def test_blanks_around_a_text_never_make_it_worse(text: str, before: str, after: str) -> None:
    for entry in registry().values():
        check = entry.check
        if isinstance(check, TextCheck) and not check.waivable and text.strip(" \n"):
            for surface in check.applies_to & {Surface.PAGE, Surface.JSON_LEAF, Surface.CODE}:
                if _blocks(check, surface, before + text + after):
                    assert _blocks(check, surface, text.strip(" \n")), check.name


def _blocks(check: TextCheck, surface: Surface, text: str) -> bool:
    return any((hit.severity or check.severity) is Severity.BLOCK for hit in check.find_on(surface)(text))
