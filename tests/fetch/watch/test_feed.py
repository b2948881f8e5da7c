"""Feeds as publishers make them."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.config import Watch
from pipeline.errors import FetchError
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.watch.search import search
from pipeline.fetch.web.client import Web
from tests.fetch.watch.conftest import Told

_RSS2 = b"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>J</title>
<link>https://doi.org/10.9999/journal</link>
<item><title>One &amp; only</title><guid isPermaLink="false">pubmed:41</guid>
<dc:identifier>doi:10.1000/One</dc:identifier>
<pubDate>Tue, 03 Nov 2026 06:00:00 -0500</pubDate></item>
<item><title>Two</title><link>https://pubmed.ncbi.nlm.nih.gov/42/?utm_source=x</link></item>
<item><title>News of the house</title><link>https://example.org/news</link></item></channel></rss>"""
_RSS1 = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>J</title></channel>
<item rdf:about="https://www.biorxiv.org/content/10.1101/2026.01.01.1v1?rss=1"><title><![CDATA[A <i>title</i>]]></title>
<link>https://www.biorxiv.org/content/10.1101/2026.01.01.1v1?rss=1</link><dc:date>2026-01-02</dc:date></item>
<item rdf:about="y"><title>B</title>
<prism:doi>10.1000/b</prism:doi><prism:publicationDate>2026-02</prism:publicationDate>
</item></rdf:RDF>"""
_ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><entry><id>http://arxiv.org/abs/2304.05376v2</id>
<title>Agents</title><updated>2026-03-04T00:00:00Z</updated><link href="http://example.org/"/></entry>
<entry><id>tag:x,2026:1</id><title>C</title><link rel="alternate" href="https://www.nature.com/doi/10.1038/c"/></entry></feed>"""


async def _search(web: Web, asking: Asking, server: Told, since: date | None = None) -> list[tuple[str, ...]]:
    watch = Watch(name="w", source="feed", query=f"http://{server.host}/rss", since=since)
    page = await search(web, asking, watch, None)
    assert not page.more
    return [(found.id, found.title or "", found.date or "") for found in page.found]


@pytest.mark.parametrize(
    ("feed", "found"),
    [
        (_RSS2, [("10.1000/one", "One & only", "2026-11-03"), ("42", "Two", "")]),
        (_RSS1, [("10.1101/2026.01.01.1", "A title", "2026-01-02"), ("10.1000/b", "B", "2026-02")]),
        (_ATOM, [("10.48550/arxiv.2304.05376", "Agents", "2026-03-04"), ("10.1038/c", "C", "")]),
    ],
    ids=["RSS 2.0", "RSS 1.0", "Atom"],
)
async def test_every_kind_of_feed_gives_its_articles_and_no_news(
    web: Web, asking: Asking, server: Told, feed: bytes, found: list[tuple[str, ...]]
) -> None:
    server.answers = [(200, feed)]
    assert await _search(web, asking, server) == found


async def test_what_a_feed_dates_before_the_first_day_is_left(web: Web, asking: Asking, server: Told) -> None:
    server.answers = [(200, _RSS1)]
    assert [found[0] for found in await _search(web, asking, server, date(2026, 2, 10))] == ["10.1000/b"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "bad_reply"),
        (b"<html><body>captcha</body></html>", "bad_reply"),
        (b"<rss><channel>", "bad_reply"),
        (b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><guid>&a;</guid></item></rss>', "no_ids"),
        (b"<rss><channel><item><title>News</title></item></channel></rss>", "no_ids"),
    ],
)
async def test_what_is_no_feed_of_articles_is_named(
    web: Web, asking: Asking, server: Told, body: bytes, kind: str
) -> None:
    server.answers = [(200, body)]
    with pytest.raises(FetchError) as caught:
        await _search(web, asking, server)
    assert caught.value.kind == {"no_ids": "no_identifiers"}.get(kind, kind)
    assert "root:" not in caught.value.message


_NAMES = (
    *("messages", "collection", "status", "total", "doi", "title", "abstract", "esearchresult", "idlist", "count"),
    *("resultList", "result", "nextCursorMark", "message", "items", "next-cursor", "DOI", "pmid", "issued"),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(_NAMES),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)
_BODIES = _JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=200) | st.sampled_from([
    _RSS2, _RSS1, _ATOM, _RSS2.replace(b"Nov", b"Nix"), _ATOM.replace(b"2026", b"9999999999"),
])  # fmt: skip


@pytest.mark.parametrize("source", ["europepmc", "pubmed", "biorxiv", "crossref", "feed"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=_BODIES, cursor=_JSON.map(json.dumps) | st.text() | st.none())
async def test_whatever_comes_back_is_a_page_or_a_named_failure(
    web: Web, asking: Asking, server: Told, source: str, body: bytes, cursor: str | None
) -> None:
    server.answers = [(200, body)]
    query = f"http://{server.host}/rss" if source == "feed" else "standing"
    try:
        page = await search(web, asking, Watch(name="w", source=source, query=query), cursor)
    except FetchError:
        return
    assert isinstance(page.cursor, str)
