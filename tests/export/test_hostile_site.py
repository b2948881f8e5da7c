"""What papers and people write stays text on every page of a site, whatever it looks like."""

import json
from collections.abc import Iterator

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from pipeline.export.contract import PublishedChange, PublishedCorrection, PublishedPage
from pipeline.export.index import entry_of
from pipeline.export.manifest import ExportedFile, GonePage, Logged
from pipeline.export.site.card import card_of, lead_of, shortened, terms_of
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.log import LogLine, log_lines
from pipeline.export.site.paper_page import paper_page
from pipeline.export.site.whole import site_files
from pipeline.models.claim import Claim
from pipeline.models.ids import Sha256
from pipeline.models.missing import MissingReason
from pipeline.models.paper import Licence
from pipeline.models.summary import GlossaryEntry
from tests import made

FRAME = Frame("A site <b>&", "https://layline.example", None, "https://forms.example/f", "https://news.example/s")
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '"}],"@type":"Product","name":"forged',
    "{{ 7 * 7 }} {% raw %}",
    "]]></title><link href='javascript:alert(1)'/>",
    "line\u2028separator \\u003c \\",
    "long " * 2_000,
)


def _page(text: str) -> PublishedPage:
    plain = made.summary()
    citation = plain.citation.model_copy(
        update={"title": text, "journal": text, "authors": (text,), "licence": Licence(name=text, url="javascript:x")}
    )
    claim = Claim(text=text, unproved=MissingReason.NOT_IN_SOURCE)
    glossary = (GlossaryEntry(term=text, plain=text), GlossaryEntry(term="trial", plain=text))
    changed = {"citation": citation, "plain_title": text, "key_messages": (claim,), "categories": (text,)}
    page = made.page(plain.model_copy(update=changed | {"glossary": glossary}), f"../../etc/passwd{text[:40]}")
    change = PublishedChange(heading=text, kind="changed", before=text, after=text)
    correction = PublishedCorrection(corrected_at="2026-05-03T10:00:00+00:00", reasons=(text,), changes=(change,))
    return page.model_copy(update={"corrections": (correction,)})


def _log(page: PublishedPage, text: str) -> list[LogLine]:
    logged = Logged(on="2026-05-03", text=text)
    made_from = dict.fromkeys(("key", "sha256"), Sha256.of(b"x"))
    file = ExportedFile(path="papers/x.html", format="site", entry=entry_of(page), log=(logged,), **made_from)
    return log_lines([file], [GonePage(path="papers/y.html", title=text, logged=logged)])


def _files(text: str) -> Iterator[SiteFile]:
    page = _page(text)
    yield paper_page(page, FRAME)
    yield from site_files([card_of(entry_of(page), lead_of(page), terms_of(page))], _log(page, text), FRAME)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_element_no_attribute_and_no_address(text: str) -> None:
    for file in _files(text):
        assert ".." not in file.path.split("/")
        if file.media_type == "text/html":
            tree = LexborHTMLParser(file.data.decode())
            scripts = [node.attributes for node in tree.css("script")]
            assert all(each.get("src") == "search.js" or each.get("type") == "application/ld+json" for each in scripts)
            assert not tree.css("img, b, iframe, object, style")
            attributes = [(name, value or "") for node in tree.css("*") for name, value in node.attributes.items()]
            assert not [name for name, _ in attributes if name.startswith("on")]
            assert not [value for name, value in attributes if name in ("href", "src") and "javascript:" in value]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_back_from_linked_data_search_and_feed_as_it_was(text: str) -> None:
    files = {file.path.rpartition("/")[2]: file.data for file in _files(text)}
    (paper,) = [data for name, data in files.items() if "passwd" in name]
    (script,) = LexborHTMLParser(paper.decode()).css('script[type="application/ld+json"]')
    linked = json.loads(script.text())
    assert (linked["name"], linked["mainEntity"]["headline"], linked["@type"]) == (text, text, "WebPage")
    assert "license" not in linked["mainEntity"]
    assert json.loads(files["search-index.json"])["pages"][0]["title"] == shortened(text)
    feed = etree.fromstring(files["feed.xml"])
    assert feed.findtext("{*}entry/{*}title") == shortened(text)


def test_a_page_of_ordinary_length_and_its_lists_stay_small() -> None:
    sizes = [len(file.data) for file in _files("long " * 2_000) if file.media_type == "text/html"]
    assert max(sizes) < 300_000  # it stands in 20 places of its page
    assert sorted(sizes)[-2] < 100_000
    assert len(paper_page(made.page(), FRAME).data) < 100_000
