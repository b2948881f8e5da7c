"""Sitemaps: known by what they hold, packed or not, and bounded."""

import gzip

import pytest

from pipeline.errors import FetchError
from pipeline.fetch.pages.sitemap import Sitemap, sitemap_in

NAMED = "http://www.sitemaps.org/schemas/sitemap/0.9"


def test_pages_and_further_sitemaps_are_told_apart() -> None:
    pages = f'<?xml version="1.0"?><urlset xmlns="{NAMED}"><url><loc> https://a.example/1?x=1&amp;y=2\n</loc></url></urlset>'
    assert sitemap_in(pages.encode()) == Sitemap(("https://a.example/1?x=1&y=2",))
    index = (
        f'<s:sitemapindex xmlns:s="{NAMED}"><s:sitemap><s:loc>https://a.example/m</s:loc></s:sitemap></s:sitemapindex>'
    )
    assert sitemap_in(index.encode()) == Sitemap((), ("https://a.example/m",))


def test_pictures_in_a_sitemap_are_no_pages() -> None:
    data = (
        f'<urlset xmlns="{NAMED}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>'
        "<loc>https://a.example/1</loc><image:image><image:loc>https://a.example/p.png</image:loc></image:image>"
        "</url><url><loc>https://a.example/2</loc></url></urlset>"
    )
    assert sitemap_in(data.encode()) == Sitemap(("https://a.example/1", "https://a.example/2"))


def test_a_packed_sitemap_is_unpacked_and_other_packed_things_are_none() -> None:
    plain = f'<urlset xmlns="{NAMED}"><url><loc>https://a.example/1</loc></url></urlset>'.encode()
    assert sitemap_in(gzip.compress(plain)) == sitemap_in(plain)
    assert sitemap_in(gzip.compress(b"text")) is None
    assert sitemap_in(gzip.compress(plain)[:-12]) is None
    assert sitemap_in(b"\x1f\x8bnonsense") is None


@pytest.mark.parametrize(
    "data", [b"", b"<html><p>urlset</p></html>", b'{"urlset": 1}', b"<article><urlsets/></article>"]
)
def test_what_is_no_sitemap_is_none(data: bytes) -> None:
    assert sitemap_in(data) is None


def test_a_bomb_and_a_flood_are_refused_by_name() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * 60_000_000)
    flood = b"<urlset>" + b"<url><loc>https://a.example/1</loc></url>" * 50_001 + b"</urlset>"
    for data in (bomb, flood, b"<urlset><url>"):
        with pytest.raises(FetchError) as caught:
            sitemap_in(data)
        assert caught.value.kind == "bad_sitemap"


def test_no_entity_is_resolved(tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("https://a.example/secret")
    data = (
        f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<urlset><url><loc>&x;</loc></url><url><loc>https://a.example/1</loc></url></urlset>"
    )
    assert sitemap_in(data.encode()) == Sitemap(("https://a.example/1",))
