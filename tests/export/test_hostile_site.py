"""What papers and people write stays text on every page of a site, whatever it looks like."""

import json

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from pipeline.export.site.card import shortened
from pipeline.export.site.paper_page import paper_page
from tests import made
from tests.hostile_site import FRAME, HOSTILE, files_of


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_element_no_attribute_and_no_address(text: str) -> None:
    for file in files_of(text):
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
    files = {file.path: file.data for file in files_of(text)}
    (paper,) = [data for name, data in files.items() if "passwd" in name]
    (script,) = LexborHTMLParser(paper.decode()).css('script[type="application/ld+json"]')
    linked = json.loads(script.text())
    assert (linked["name"], linked["mainEntity"]["headline"], linked["@type"]) == (text, text, "WebPage")
    assert "license" not in linked["mainEntity"]
    assert json.loads(files["search-index/1.json"])["pages"][0]["title"] == shortened(text)
    feed = etree.fromstring(files["feed.xml"])
    assert feed.findtext("{*}entry/{*}title") == shortened(text)


def test_a_page_of_ordinary_length_and_its_lists_stay_small() -> None:
    sizes = [len(file.data) for file in files_of("long " * 2_000) if file.media_type == "text/html"]
    assert max(sizes) < 300_000  # it stands in 20 places of its page
    assert sorted(sizes)[-2] < 100_000
    assert len(paper_page(made.page(), FRAME).data) < 100_000
