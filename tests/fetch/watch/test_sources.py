"""What each source is asked, and what is made of its answers."""

import gzip
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.config import Watch
from pipeline.errors import FetchError
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.watch.page import Page
from pipeline.fetch.watch.search import search
from pipeline.fetch.web.client import Web
from pipeline.fetch.web.errors import WebError
from pipeline.models.ids import Doi, Pmcid, Pmid
from tests.fetch.watch.conftest import Told

Ask = Callable[..., Awaitable[Page]]
TODAY = datetime.now(UTC).date()


@pytest.fixture
def ask(web: Web, asking: Asking) -> Ask:
    """Search one page of a source."""

    async def one(source: str, query: str, cursor: str | None = None, **more: Any) -> Page:
        watch = Watch(name="w", source=source, query=query, **more)
        return await search(web, asking, watch, cursor)

    return one


def _json(value: object, status: int = 200) -> tuple[int, bytes]:
    return status, json.dumps(value).encode()


async def test_europe_pmc_is_read_page_by_page_until_its_mark_stays(ask: Ask, server: Told) -> None:
    one = {"id": "1", "source": "MED", "pmid": "1", "doi": "10.1000/A", "title": "First.", "pubYear": "2026"}
    two = {"id": "22", "source": "MED", "title": "Second"}
    three = {"id": "PPR7", "source": "PPR", "pmcid": "PMC3"}
    server.answers = [
        _json({"nextCursorMark": "m1", "resultList": {"result": [one, two, three, {"id": "PAT1", "source": "PAT"}]}}),
        _json({"nextCursorMark": "m1", "resultList": {"result": []}}),
    ]
    page = await ask("europepmc", "a OR b", since=date(2026, 1, 2))
    assert [found.id for found in page.found] == [Doi("10.1000/a"), Pmid("22"), Pmcid("PMC3")]
    assert (page.found[0].title, page.found[0].date) == ("First", "2026")
    assert server.queries[0]["query"] == f"(a OR b) AND FIRST_IDATE:[2026-01-02 TO {TODAY}]"
    last = await ask("europepmc", "a OR b", page.cursor, since=date(2026, 1, 2))
    assert server.queries[1]["cursorMark"] == "m1"
    assert (page.more, last.more, last.found) == (True, False, ())


@pytest.mark.parametrize("name", ["search_cancer", "search_cancer_core", "search_cancer_idlist", "search_post_cancer"])
async def test_europe_pmcs_recorded_pages_are_read_whole(ask: Ask, server: Told, shared_data: Path, name: str) -> None:
    body = (shared_data / "recorded" / "europepmc" / f"pyeuropepmc_{name}.json").read_bytes()
    server.answers = [(200, body)]
    page = await ask("europepmc", "cancer")
    assert len(page.found) == len(json.loads(body)["resultList"]["result"])
    assert page.more


async def test_europe_pmcs_recorded_page_without_results_ends_the_search(
    ask: Ask, server: Told, shared_data: Path
) -> None:
    path = shared_data / "recorded" / "europepmc" / "pyeuropepmc_search_no_results.json"
    server.answers = [(200, path.read_bytes())]
    page = await ask("europepmc", "nothing")
    assert (page.found, page.more) == ((), False)


async def test_pubmed_is_asked_for_what_was_entered_in_the_window_and_read_to_its_count(ask: Ask, server: Told) -> None:
    server.answers = [
        _json({"esearchresult": {"count": "3", "retstart": "0", "idlist": ["11", "12"]}}),
        _json({"esearchresult": {"count": "3", "retstart": "2", "idlist": ["13"]}}),
    ]
    page = await ask("pubmed", "standing", since=date(2026, 1, 2))
    last = await ask("pubmed", "standing", page.cursor, since=date(2026, 1, 2))
    assert [found.id for found in (*page.found, *last.found)] == [Pmid("11"), Pmid("12"), Pmid("13")]
    assert (server.queries[0]["datetype"], server.queries[0]["mindate"]) == ("edat", "2026/01/02")
    assert [query["retstart"] for query in server.queries] == ["0", "2"]
    assert not last.more


async def test_pubmed_with_more_than_it_gives_out_says_so_instead_of_stopping_early(ask: Ask, server: Told) -> None:
    server.answers = [_json({"esearchresult": {"count": "20000", "idlist": ["1"]}})]
    with pytest.raises(FetchError) as caught:
        await ask("pubmed", "human")
    assert caught.value.kind == "too_many"


async def test_preprints_are_listed_by_date_and_the_words_are_looked_for_here(ask: Ask, server: Told) -> None:
    posts = [
        {
            "doi": "10.1101/1",
            "title": "Spinal-cord injury in mice",
            "abstract": "We <b>stimulated</b>.",
            "version": "1",
        },
        {"doi": "10.1101/1", "title": "Spinal cord injury in mice", "abstract": "NA", "version": "2"},
        {"doi": "10.1101/2", "title": "Something else", "abstract": "The spinal cord, the injury"},
    ]
    ok = {"status": "ok", "cursor": 0, "count": 3, "total": "4"}
    server.answers = [
        _json({"messages": [ok], "collection": posts}),
        _json({"messages": [{**ok, "total": 4}], "collection": [{"doi": "10.1101/3", "title": "Spinal cord injury"}]}),
        _json({"messages": [{"status": "no posts found"}], "collection": []}),
    ]
    page = await ask("medrxiv", '"spinal cord injury"', since=date(2026, 1, 2))
    last = await ask("medrxiv", '"spinal cord injury"', page.cursor, since=date(2026, 1, 2))
    assert [found.id for found in page.found] == [Doi("10.1101/1")]
    assert [found.id for found in last.found] == [Doi("10.1101/3")]
    assert server.paths == [f"/biorxiv/details/medrxiv/2026-01-02/{TODAY}/{n}/json" for n in (0, 3)]
    assert not last.more
    assert not (await ask("medrxiv", "x", last.cursor)).more


async def test_crossref_is_asked_for_new_works_whose_words_all_occur(ask: Ask, server: Told) -> None:
    hit = {"DOI": "10.1000/A", "title": ["Standing in spinal injury"], "issued": {"date-parts": [[2026, 3]]}}
    works = [hit, *({"DOI": f"10.1000/{n}", "title": ["Standing waves"]} for n in range(199))]
    server.answers = [
        _json({"status": "ok", "message": {"items": works, "next-cursor": "n1"}}),
        _json({"status": "ok", "message": {"items": [hit], "next-cursor": "n2"}}),
    ]
    page = await ask("crossref", "standing AND (spinal OR cervical) NOT rats")
    last = await ask("crossref", "standing AND (spinal OR cervical) NOT rats", page.cursor)
    assert [(found.id, found.date) for found in page.found] == [(Doi("10.1000/a"), "2026-03")]
    assert server.queries[0]["query.bibliographic"] == "standing spinal cervical"
    assert "from-created-date:" in server.queries[0]["filter"]
    assert [query["cursor"] for query in server.queries] == ["*", "n1"]
    assert (page.more, last.more) == (True, False)


async def test_crossrefs_recorded_lists_are_read(ask: Ask, server: Told, shared_data: Path) -> None:
    tape = yaml.safe_load((shared_data / "recorded" / "crossref" / "habanero_test_cursor.yaml").read_text())
    body = tape["interactions"][0]["response"]["body"]["string"]
    server.answers = [(200, gzip.decompress(body))]
    page = await ask("crossref", "widget*")
    assert page.found
    assert all(isinstance(found.id, Doi) for found in page.found)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b""),
        (200, b"<html>captcha</html>"),
        (200, b"[]"),
        (200, b"{}"),
        (404, b"Resource not found."),
        (400, b'{"status": "failed", "message": [{"type": "x", "message": "This filter is wrong"}]}'),
        (200, b'{"error": "API rate limit exceeded"}'),
        (200, b'{"esearchresult": {"ERROR": "Search Backend failed"}}'),
        (200, b'{"messages": [{"status": "error: out of range"}], "collection": []}'),
        (200, b'{"version": "6.9", "errCode": 404, "errMsg": "no query"}'),
        (200, b'{"status": "ok", "message": {"items": "none"}}'),
    ],
)
@pytest.mark.parametrize("source", ["europepmc", "pubmed", "biorxiv", "medrxiv", "crossref"])
async def test_an_answer_that_is_not_what_is_documented_is_named_so(
    ask: Ask, server: Told, source: str, status: int, body: bytes
) -> None:
    server.answers = [(status, body)]
    with pytest.raises(WebError) as caught:
        await ask(source, "standing")
    assert caught.value.kind == "bad_reply"


@pytest.mark.parametrize("query", ["", "()", "a AND", "(a", "a)", '"', "OR", "NOT"])
async def test_a_query_that_cannot_be_understood_is_refused_before_anything_is_asked(query: str, ask: Ask) -> None:
    with pytest.raises(FetchError) as caught:
        await ask("biorxiv", query or " ")
    assert caught.value.kind == "bad_query"
