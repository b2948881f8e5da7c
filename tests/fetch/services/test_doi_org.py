"""A DOI of another agency than Crossref and DataCite, over real HTTP."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from pipeline.fetch.services.doi_org import DoiOrg
from pipeline.fetch.web.errors import WebError
from pipeline.models.ids import Doi
from tests.fetch.made_web import made_asking, made_web
from tests.loopback.replay_server import recordings
from tests.loopback.scholarly_server import Answer, ScholarlyServer

DOI = Doi("10.1400/a")
CSL = {
    "type": "article-journal",
    "DOI": "10.1400/A",
    "title": "Standing and <i>spasms</i>",
    "author": [{"family": "Muster", "given": "Ben"}, {"literal": "A Group"}],
    "container-title": "Rivista",
    "issued": {"date-parts": [[2024, 5]]},
}


@pytest.fixture
def server() -> Iterator[ScholarlyServer]:
    """A server whose answers each test says."""
    with ScholarlyServer() as running:
        yield running


@pytest.fixture
async def doi_org(server: ScholarlyServer) -> AsyncIterator[DoiOrg]:
    """The client, led to the server."""
    web = made_web(f"http://{server.host}")
    yield DoiOrg(web, made_asking(f"http://{server.host}"))
    await web.aclose()


async def test_what_the_agency_says_is_read(server: ScholarlyServer, doi_org: DoiOrg) -> None:
    server.faults["/"] = lambda: Answer(200, json.dumps(CSL).encode())
    account = await doi_org.account(DOI)
    assert account is not None
    assert (account.doi, account.title, account.journal, account.published) == (
        DOI, "Standing and spasms", "Rivista", "2024-05",
    )  # fmt: skip
    assert [author.name for author in account.authors] == ["Ben Muster", "A Group"]


@pytest.mark.parametrize("status", [400, 404, 406])
async def test_a_doi_that_nobody_registered_is_unknown(server: ScholarlyServer, doi_org: DoiOrg, status: int) -> None:
    server.faults["/"] = lambda: Answer(status, b"<html>DOI Not Found</html>", "text/html")
    assert await doi_org.account(DOI) is None


async def test_a_page_in_place_of_metadata_is_a_bad_reply(server: ScholarlyServer, doi_org: DoiOrg) -> None:
    server.faults["/"] = lambda: Answer(200, b"<html>The article</html>", "text/html")
    with pytest.raises(WebError) as caught:
        await doi_org.account(DOI)
    assert caught.value.kind == "bad_reply"


async def test_recorded_answers_are_read(server: ScholarlyServer, doi_org: DoiOrg, shared_data: Path) -> None:
    played = [
        each
        for each in recordings(shared_data / "recorded" / "doi_conneg")
        if each.status == 200 and each.uri.endswith("csl+json")
    ]
    assert played
    for each in played:
        server.faults["/"] = lambda body=each.body: Answer(200, body)  # type: ignore[misc]
        account = await doi_org.account(Doi("10.1126/science.169.3946.635"))
        assert account is not None
        assert account.title == each.json()["title"]
        assert account.published == "1970-08-14"
        assert [author.family for author in account.authors] == ["Frank"]
