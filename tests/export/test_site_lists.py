"""The lists of a site: parts that are counted from the oldest entry, and the pages of categories."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.index import IndexEntry
from pipeline.export.site.card import Card, card_of
from pipeline.export.site.stable_parts import parted
from pipeline.export.site.whole import site_files
from pipeline.models.ids import Sha256
from tests.hostile_site import FRAME

_SIZES = st.integers(1, 20)
_LEAST = st.integers(1, 20)


def _newest_first(count: int) -> list[int]:
    return list(range(count, 0, -1))


@given(st.integers(0, 300), _SIZES, _LEAST)
def test_every_entry_stands_once_in_its_order_and_parts_behind_the_front_are_full(
    count: int, size: int, least: int
) -> None:
    parts = parted(_newest_first(count), size, least)
    assert [*parts.front, *(item for part in parts.older for item in part)] == _newest_first(count)
    assert {len(part) for part in parts.older} <= {size}
    assert min(count, least) <= len(parts.front) < least + size


@given(st.integers(0, 300), _SIZES, _LEAST)
def test_one_more_entry_leaves_every_older_part_as_it_was(count: int, size: int, least: int) -> None:
    before, after = (parted(_newest_first(number), size, least).older for number in (count, count + 1))
    assert after[len(after) - len(before) :] == before
    assert len(after) - len(before) <= 1


def _cards(count: int) -> list[Card]:
    return [_card(number) for number in _newest_first(count)]


def _card(number: int) -> Card:
    entry = IndexEntry(
        id=f"{number}", name=f"{number}", title="A trial", plain_title=f"Study {number}", journal=None, year="2026",
        doi=None, categories=("spasticity",), evidence_level=2, published="2026",
        approved_at=f"2026-05-03T10:00:{number // 60:02}.{number:06}+00:00", content_hash=Sha256.of(b"x"),
    )  # fmt: skip
    return card_of(entry, "What was found.", "words")


def _made_from(cards: list[Card]) -> dict[str, tuple[str, ...]]:
    return {plan.path: plan.made_from for plan in site_files(cards, [], FRAME)}


@pytest.mark.parametrize(
    ("count", "made_anew"),
    [
        (600, {"index.html", "latest.html", "category/spasticity.html", "categories.html", "search-index/2.json",
               "feed.xml", "rss.xml", "sitemap.xml"}),
        (500, {"index.html", "latest.html", "category/spasticity.html", "categories.html", "search-index/2.json",
               "search-index.json", "feed.xml", "rss.xml", "sitemap.xml"}),
        (624, {"index.html", "latest.html", "latest~11.html", "latest~12.html", "category/spasticity.html",
               "category/spasticity~11.html", "category/spasticity~12.html", "categories.html", "search-index/2.json",
               "feed.xml", "rss.xml", "sitemap.xml"}),
    ],
    ids=["in the midst of a page", "where a part of the search begins", "where a page of the archive begins"],
)  # fmt: skip
def test_one_more_page_changes_what_tells_of_the_newest_alone(count: int, made_anew: set[str]) -> None:
    before, after = _made_from(_cards(count)), _made_from(_cards(count + 1))
    assert {path for path, made_from in after.items() if before.get(path) != made_from} == made_anew
    assert before.keys() <= after.keys()


def test_the_pages_of_a_list_lead_from_the_newest_to_the_oldest_and_back() -> None:
    pages = {plan.path: plan.render().data.decode() for plan in site_files(_cards(130), [], FRAME)}
    assert '<a href="latest~2.html">Older pages</a>' in pages["latest.html"]
    assert "<h1>Latest Research, archive page 2</h1>" in pages["latest~2.html"]
    assert '<a href="latest.html">Newer pages</a> · <a href="latest~1.html">Older pages</a>' in pages["latest~2.html"]
    assert '<a href="latest~2.html">Newer pages</a>' in pages["latest~1.html"]
    assert "Older pages" not in pages["latest~1.html"]
    assert pages["latest.html"].count("<h2>") == 30
    assert "Study 130<" in pages["latest.html"]
    assert "Study 1<" in pages["latest~1.html"]


def test_categories_that_differ_in_capitals_alone_have_one_page_with_the_papers_of_both() -> None:
    older, newer = (replace(_card(number), categories=(name,)) for number, name in ((1, "Sleep"), (2, "sleep")))
    pages = {plan.path: plan.render().data.decode() for plan in site_files([newer, older], [], FRAME)}
    assert "Study 1<" in pages["category/sleep.html"]
    assert "Study 2<" in pages["category/sleep.html"]
    assert pages["categories.html"].count("category/sleep.html") == 1
    assert "2" in pages["categories.html"].partition("category/sleep.html")[2].partition("</li>")[0]
