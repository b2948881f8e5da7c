"""Every article that the recorded replies hold is resolved through the real client, from a real server."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.fetch.services.crossref import Crossref
from pipeline.fetch.services.datacite import DataCite
from pipeline.fetch.services.europepmc import EuropePmc, read_result
from pipeline.fetch.services.openalex import OpenAlex
from pipeline.fetch.services.unpaywall import Unpaywall
from pipeline.fetch.web.errors import WebError
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.notice import NoticeKind
from pipeline.models.paper import ArticleType
from pipeline.models.record import Account, Service, TextVersion
from tests.fetch.made_web import made_asking, made_web
from tests.loopback.replay_server import Played, ReplayServer, recordings

_JSON = "application/json"


@cache
def _all(folder: Path) -> tuple[Played, ...]:
    return tuple(recordings(folder))


@pytest.fixture
def recorded(shared_data: Path) -> Path:
    return shared_data / "recorded"


def _doi(text: object) -> Doi | None:
    try:
        return Doi.parse(str(text))
    except ValueError:
        return None


def _works(folder: Path) -> Iterator[dict[str, Any]]:
    """Crossref works, alone and out of lists, those that content negotiation gave included."""
    for played in _all(folder):
        held = played.json() if played.host == "api.crossref.org" else None
        message = held.get("message") if isinstance(held, dict) else None
        if isinstance(message, dict):
            listed = message.get("items")
            yield from (w for w in (listed if isinstance(listed, list) else [message]) if isinstance(w, dict))


def _full(works: Iterator[dict[str, Any]]) -> dict[Doi, dict[str, Any]]:
    """By DOI, the fullest account of each; a query may have asked for some fields only."""
    found: dict[Doi, dict[str, Any]] = {}
    for work in works:
        doi = _doi(work.get("DOI"))
        if doi and len(work) > len(found.get(doi, {})):
            found[doi] = work
    return found


def _serves(works: dict[Doi, bytes], host_and_path: str) -> Callable[[str, dict[str, str]], Played | None]:
    def answer(path: str, query: dict[str, str]) -> Played | None:
        if not path.startswith(host_and_path):
            return None
        body = works.get(_doi(path.removeprefix(host_and_path)) or Doi("10.1000/none"))
        return Played("", 200, body, _JSON) if body else None

    return answer


async def _accounts(
    service: type[Crossref] | type[DataCite] | type[Unpaywall] | type[OpenAlex], works: dict[Doi, bytes], prefix: str
) -> dict[Doi, Account]:
    with ReplayServer(answers=[_serves(works, prefix)]) as server:
        async with _closing(server) as (web, asking):
            client = service(web, asking)
            found = {doi: await client.account(doi) for doi in works}
    assert all(account is not None for account in found.values())
    return {doi: account for doi, account in found.items() if account is not None}


class _closing:  # noqa: N801 - reads as a verb
    def __init__(self, server: ReplayServer) -> None:
        self.web, self.asking = made_web(server.address), made_asking(server.address, openalex_api_key="k")

    async def __aenter__(self):
        return self.web, self.asking

    async def __aexit__(self, *_: object) -> None:
        await self.web.aclose()


async def test_every_recorded_crossref_work_is_read_with_what_it_holds(recorded: Path) -> None:
    works = _full(_works(recorded))
    bodies = {doi: json.dumps({"status": "ok", "message": work}).encode() for doi, work in works.items()}
    accounts = await _accounts(Crossref, bodies, "api.crossref.org/works/")
    assert len(accounts) > 300
    for doi, account in accounts.items():
        work = works[doi]
        assert account.doi == doi
        assert bool(account.title) == bool([t for t in work.get("title") or [] if t.strip()]), doi
        assert bool(account.journal) == bool([t for t in work.get("container-title") or [] if t.strip()]), doi
        named = [a for a in work.get("author") or [] if a.get("family") or a.get("name") or a.get("given")]
        assert len(account.authors) == len(named), doi
        years = {d["date-parts"][0][0] for n in ("issued", "published", "published-online", "published-print", "posted")
                 if (d := work.get(n)) and d["date-parts"][0] and d["date-parts"][0][0]}  # fmt: skip
        assert account.published[:4] == str(min(years)) if years and account.published else not years, doi
        assert bool(account.abstract) == (work.get("abstract") not in (None, "", "<jats:p>Abstract</jats:p>")), doi
        licences = [x for x in work.get("license") or [] if "creativecommons" in x["URL"]]
        wanted = [x for x in licences if x["content-version"] in ("vor", "am", "unspecified")]
        assert len(account.licences) == len(wanted), doi
        assert all(link.licence for link in account.links)
        text = f"{account.title} {account.abstract}"
        assert "<jats" not in text and "&amp;" not in text and "&lt;" not in text, doi  # noqa: PT018


async def test_recorded_notices_are_told_and_new_versions_are_none(recorded: Path) -> None:
    works = _full(work for work in _works(recorded) if work.get("updated-by") or work.get("update-to"))
    bodies = {doi: json.dumps({"status": "ok", "message": work}).encode() for doi, work in works.items()}
    accounts = await _accounts(Crossref, bodies, "api.crossref.org/works/")
    told = {doi: [(n.kind, n.date, n.id) for n in account.notices] for doi, account in accounts.items()}
    correction = NoticeKind.CORRECTION
    assert told == {
        "10.1371/journal.pone.0033693": [
            (correction, "2012-05-08", "10.1371/annotation/c76da2c1-ccb8-4797-94c1-359d3ceceeda")
        ],
        "10.1371/journal.pbio.0050002": [(correction, "2008-11-25", "10.1371/journal.pbio.0060304")],
        "10.1371/journal.ppat.1006930": [],
        "10.1371/journal.pgen.1011490": [],
        "10.1073/pnas.1414271111": [(correction, "2015-05-04", "10.1073/pnas.1507001112")],
    }
    assert all(account.article_type is ArticleType.RESEARCH for account in accounts.values())


async def test_recorded_single_works_replay_under_their_own_addresses(recorded: Path) -> None:
    singles = [p for p in _all(recorded) if p.host == "api.crossref.org" and _single(p)]
    assert len(singles) > 10
    with ReplayServer(list(_all(recorded))) as server:
        async with _closing(server) as (web, asking):
            for played in singles:
                account = await Crossref(web, asking).account(Doi.parse(played.json()["message"]["DOI"]))
                assert account is not None
                assert account.doi == Doi.parse(played.json()["message"]["DOI"])


def _single(played: Played) -> bool:
    held = played.json()
    message = held.get("message") if isinstance(held, dict) else None
    doi = _doi(message.get("DOI")) if isinstance(message, dict) else None
    return bool(doi and played.uri.split("?")[0].lower().replace("%2f", "/").endswith(doi))


async def test_what_crossref_answered_to_wrong_questions_is_unknown_or_named(recorded: Path) -> None:
    wrong = [p for p in _all(recorded) if p.host == "api.crossref.org" and p.status in (400, 404)]
    assert {p.status for p in wrong} == {400, 404}
    for played in wrong:
        with ReplayServer(answers=[lambda path, query, p=played: p]) as server:  # type: ignore[misc]
            async with _closing(server) as (web, asking):
                if played.status == 404:
                    assert await Crossref(web, asking).account(Doi("10.1000/x")) is None
                else:
                    with pytest.raises(WebError) as raised:
                        await Crossref(web, asking).account(Doi("10.1000/x"))
                    assert raised.value.kind == "bad_reply"


async def test_every_recorded_datacite_doi_is_read(recorded: Path) -> None:
    held = [json.loads(p.read_text()) for p in sorted((recorded / "datacite").glob("*doc*.json"))]
    held += json.loads((recorded / "datacite" / "fatcat_datacite_api.json").read_text())["data"]
    sample = recorded / "datacite" / "fatcat_datacite_sample.jsonl"
    held += [json.loads(line) for line in sample.read_text().splitlines()]
    for data in held:
        doi = _doi(data.get("id") or data["attributes"].get("doi"))
        if doi is None:
            continue
        account = (await _accounts(DataCite, {doi: json.dumps({"data": data}).encode()}, "api.datacite.org/dois/"))[doi]
        about = data["attributes"]
        assert account.service is Service.DATACITE
        assert account.published or not about.get("publicationYear"), doi
        titles = [t["title"] for t in about.get("titles") or [] if (t.get("title") or "").strip()]
        assert bool(account.title) == bool([t for t in titles if not t.startswith("(:")]), doi
        named = [c for c in about["creators"] if (c.get("name") or "").strip() and not c["name"].startswith("(:")]
        assert len(account.authors) == len(named), doi


async def test_recorded_unpaywall_and_openalex_objects_are_read(recorded: Path) -> None:
    for service, host, prefix, doi_of in (
        (Unpaywall, "api.unpaywall.org", "api.unpaywall.org/v2/", lambda work: _doi(work.get("doi"))),
        (OpenAlex, "api.openalex.org", "api.openalex.org/works/doi:", lambda work: _doi(work.get("doi"))),
    ):
        works: dict[Doi, bytes] = {}
        kept: dict[Doi, dict[str, Any]] = {}
        for played in _all(recorded):
            if played.host == host and played.status == 200:
                value = played.json()
                listed = value.get("results", [value])
                for item in listed:
                    work = item.get("response", item)
                    if doi := doi_of(work):
                        works[doi], kept[doi] = json.dumps(work).encode(), work
        assert len(works) > 5
        for doi, account in (await _accounts(service, works, prefix)).items():
            openness = kept[doi].get("open_access") or kept[doi]
            assert account.is_open == openness.get("is_oa"), doi
            assert not account.notices
            assert bool(account.title) == bool(kept[doi].get("title")), doi


async def test_every_recorded_europepmc_result_is_read_as_recorded(recorded: Path) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    for path in sorted((recorded / "europepmc").glob("*.json")):
        for result in json.loads(path.read_text())["resultList"]["result"]:
            account = read_result(result, moment, "https://example.org")
            assert account.pmid == result.get("pmid")
            assert account.pmcid == result.get("pmcid")
            assert (account.doi or None) == _doi(result.get("doi"))
            if "title" in result:
                assert account.title
                assert account.journal
                assert account.published == result["firstPublicationDate"]
            if "license" in result:
                assert account.licences[0].licence.name == result["license"].upper()


async def test_a_recorded_europepmc_search_gives_the_article_that_was_asked_for(recorded: Path) -> None:
    body = (recorded / "europepmc" / "pyeuropepmc_search_cancer_core.json").read_bytes()
    with ReplayServer(answers=[lambda path, query: Played("", 200, body, _JSON)]) as server:
        async with _closing(server) as (web, asking):
            client = EuropePmc(web, asking)
            by_doi = await client.account(Doi("10.1016/s0140-6736(24)02716-8"))
            by_pmid = await client.account_by_pmid(Pmid("40437959"))
            assert await client.account(Doi("10.1000/another")) is None
            by_pmcid = await client.account_by_pmcid(Pmcid("PMC12124214"))
    assert by_doi is not None
    assert by_pmcid is not None
    assert by_pmcid.doi == by_doi.doi
    assert by_doi.article_type is ArticleType.CORRECTION
    assert by_doi.notices == ()
    assert by_doi.licences == ()
    assert by_pmid is not None
    assert by_pmid.is_open is True
    assert by_pmid.licences[0].version is TextVersion.PUBLISHED
    assert by_pmid.links[0].url.startswith("https://europepmc.org/articles/")
    assert by_pmid.language == "en"
