"""Each service's client against a real server: what it knows, what it does not, and what nobody documents."""

import copy
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.biorxiv import Biorxiv
from pipeline.fetch.services.crossref import Crossref
from pipeline.fetch.services.datacite import DataCite
from pipeline.fetch.services.europepmc import EuropePmc
from pipeline.fetch.services.idconv import IdConverter
from pipeline.fetch.services.openalex import OpenAlex
from pipeline.fetch.services.pubmed import PubMed
from pipeline.fetch.services.unpaywall import Unpaywall
from pipeline.fetch.web.client import Web
from pipeline.fetch.web.errors import WebError
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.notice import NoticeKind
from pipeline.models.record import Account, Service, TextVersion
from tests.fetch.made_web import made_asking, made_web
from tests.fetch.services.made_replies import (
    ARXIV,
    BIORXIV,
    OPENALEX,
    PUBMED,
    UNPAYWALL,
    WAKEFIELD,
    crossref_work,
    europepmc_result,
)
from tests.loopback.replay_server import Played, ReplayServer

DOI = Doi(WAKEFIELD)
PMID = Pmid("9500320")
Ask = Callable[[Web, Asking], Awaitable[Any]]
ASKS: dict[str, Ask] = {
    "crossref": lambda web, asking: Crossref(web, asking).account(DOI),
    "agency": lambda web, asking: Crossref(web, asking).agency(DOI),
    "datacite": lambda web, asking: DataCite(web, asking).account(DOI),
    "europepmc": lambda web, asking: EuropePmc(web, asking).account(DOI),
    "pubmed": lambda web, asking: PubMed(web, asking).account(PMID),
    "idconv": lambda web, asking: IdConverter(web, asking).ids(pmcid=Pmcid("PMC1")),
    "unpaywall": lambda web, asking: Unpaywall(web, asking).account(DOI),
    "biorxiv": lambda web, asking: Biorxiv(web, asking).account(DOI),
    "openalex": lambda web, asking: OpenAlex(web, asking).account(DOI),
}


async def asked(ask: Ask, body: bytes, status: int = 200, kind: str = "application/json", **keys: str) -> Any:
    with ReplayServer(answers=[lambda path, query: Played("", status, body, kind)]) as server:
        web = made_web(server.address)
        try:
            return await ask(web, made_asking(server.address, **keys))
        finally:
            await web.aclose()


async def account(name: str, value: object) -> Account:
    found = await asked(ASKS[name], json.dumps(value).encode())
    assert isinstance(found, Account)
    return found


async def crossref(**more: Any) -> Account:
    return await account("crossref", {"status": "ok", "message": crossref_work(**more)})


async def test_a_retraction_is_told_once_with_its_earliest_date_and_all_who_tell_of_it() -> None:
    found = await crossref()
    retraction = next(notice for notice in found.notices if notice.kind is NoticeKind.RETRACTION)
    assert retraction.id == "10.1016/s0140-6736(10)60175-4"
    assert retraction.date in ("2010-02", "2010-02-06")
    assert set(retraction.said_by) == {"crossref", "retraction-watch"}
    assert [notice.kind for notice in found.notices].count(NoticeKind.RETRACTION) == 1
    assert {notice.kind for notice in found.notices} == {NoticeKind.RETRACTION, NoticeKind.CORRECTION}


async def test_dates_with_missing_parts_names_of_groups_and_odd_names_are_read() -> None:
    found = await crossref()
    assert found.published == "1998-02"
    assert [author.name for author in found.authors] == ["AJ Wakefield", "A Group", "Na Na"]
    assert found.language == "en"


async def test_licences_for_text_mining_and_of_a_later_day_give_no_link() -> None:
    cc = "http://creativecommons.org/licenses/by/4.0/"
    tdm = {"URL": "https://www.elsevier.com/tdm/userlicense/1.0/", "content-version": "tdm"}
    later = {"URL": cc, "content-version": "vor", "start": {"date-parts": [[2999, 1, 1]]}}
    link = {"URL": "https://x.org/a.pdf", "content-type": "application/pdf", "content-version": "vor"}
    closed = await crossref(license=[tdm, later, {"URL": cc, "content-version": "tdm"}], link=[link])
    assert (closed.licences, closed.links) == ((), ())
    opened = await crossref(license=[tdm, {"URL": cc, "content-version": "vor"}], link=[link])
    assert opened.links[0].licence is not None
    assert opened.licences[0].version is TextVersion.PUBLISHED


async def test_a_preprint_names_what_it_became_and_never_itself() -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": WAKEFIELD}, {"id-type": "doi", "id": "10.1000/B"}]}
    found = await crossref(type="posted-content", subtype="preprint", relation=relation)
    assert (found.is_preprint, found.published_version) == (True, "10.1000/b")


async def test_europe_pmc_reads_one_link_for_a_list_and_keeps_closed_apart_from_unknown() -> None:
    found = await account("europepmc", {"resultList": {"result": [europepmc_result()]}})
    assert [(notice.kind, notice.id, notice.date) for notice in found.notices] == [
        (NoticeKind.RETRACTION, "PMID:20137807", "2010-02-06")
    ]
    assert found.is_open is None
    assert [author.name for author in found.authors] == ["AJ Wakefield", "SH Murch"]
    assert found.published == "1998"


async def test_europe_pmc_takes_the_hit_that_was_asked_for_and_a_preprint_for_one() -> None:
    other = europepmc_result(doi="10.1000/other")
    preprint = europepmc_result(
        source="PPR", id="PPR1", pmid=None, title="A preprint", pubTypeList={"pubType": "Preprint"}
    )
    found = await account("europepmc", {"resultList": {"result": [other, preprint]}})
    assert (found.doi, found.is_preprint, found.journal) == (DOI, True, None)


async def test_pubmed_reads_labels_groups_and_its_own_ids_only() -> None:
    found = await asked(ASKS["pubmed"], PUBMED, kind="text/xml")
    assert found.doi == DOI
    assert found.title == "Ileal lymphoid hyperplasia"
    assert found.abstract == "BACKGROUND: We saw p < 0.05.\n\nMore."
    assert found.published == "1998-02-28"
    assert [author.name for author in found.authors] == ["A J Wakefield", "A Group"]
    assert [(notice.kind, notice.id, notice.date) for notice in found.notices] == [
        (NoticeKind.RETRACTION, "PMID:20137807", "2010-02-06")
    ]


async def test_biorxiv_tells_the_newest_version_and_the_first_date() -> None:
    found = await account("biorxiv", BIORXIV)
    assert (found.service, found.title, found.published) == (Service.BIORXIV, "New & better", "2020-01-02")
    assert found.published_version == "10.1000/journal.1"
    assert found.abstract is None
    assert [author.name for author in found.authors] == ["B. Na", "A. C. Example"]
    assert found.licences[0].licence.name == "CC BY-NC-ND"
    assert [link.url for link in found.links] == ["https://www.biorxiv.org/content/early/2020/03/04/x.source.xml"]


async def test_biorxiv_is_asked_first_and_medrxiv_then() -> None:
    nothing = json.dumps({"messages": [{"status": "no posts found"}], "collection": []}).encode()

    def answer(path: str, query: dict[str, str]) -> Played:
        return Played("", 200, json.dumps(BIORXIV).encode() if "/medrxiv/" in path else nothing, "application/json")

    with ReplayServer(answers=[answer]) as server:
        web = made_web(server.address)
        found = await Biorxiv(web, made_asking(server.address)).account(DOI)
        await web.aclose()
    assert found is not None
    assert found.service is Service.MEDRXIV


async def test_arxiv_is_a_preprint_that_became_an_article() -> None:
    found = await account("datacite", ARXIV)
    assert (found.is_preprint, found.published, found.published_version) == (True, "2023-12-08", "10.1000/journal.2")
    assert found.links[0].url == "https://arxiv.org/pdf/2312.07559"
    assert found.licences[0].licence.name == "CC BY 4.0"


async def test_openalex_flags_a_retraction_without_a_date() -> None:
    found = await account("openalex", {"id": "W1", "doi": f"https://doi.org/{DOI}", "is_retracted": True})
    assert [(notice.kind, notice.date, notice.id) for notice in found.notices] == [(NoticeKind.RETRACTION, None, None)]


async def test_the_converter_of_ids_gives_all_and_an_error_row_is_unknown() -> None:
    row = {"requested-id": "PMC1", "pmid": 9500320, "pmcid": "PMC1", "doi": DOI}
    ids = await asked(ASKS["idconv"], json.dumps({"records": [row]}).encode())
    assert ids == {"doi": DOI, "pmid": PMID, "pmcid": "PMC1"}
    wrong = {"requested-id": "PMC1", "pmcid": "PMC1", "status": "error", "errmsg": "not found"}
    assert await asked(ASKS["idconv"], json.dumps({"records": [wrong]}).encode()) is None


async def test_unpaywall_that_does_not_like_the_contact_says_so() -> None:
    with pytest.raises(WebError) as raised:
        await asked(ASKS["unpaywall"], b'{"error": true, "message": "Please use your own email address"}', 422)
    assert raised.value.kind == "forbidden"
    assert "contact" in raised.value.remedy


async def test_an_agency_is_told_by_its_id() -> None:
    body = {"status": "ok", "message": {"DOI": DOI, "agency": {"id": "datacite", "label": "DataCite"}}}
    assert await asked(ASKS["agency"], json.dumps(body).encode()) == "datacite"


@pytest.mark.parametrize("name", ["crossref", "agency", "datacite", "unpaywall", "openalex", "biorxiv", "idconv"])
async def test_what_a_service_does_not_know_is_none(name: str) -> None:
    assert await asked(ASKS[name], b"Resource not found.", 404) is None


WRONG = {
    "a page": b"<!doctype html><title>Maintenance</title>",
    "a list": b"[]",
    "a cut object": b'{"status": "ok", "message": {"DOI": "10.1',
    "nothing": b"",
    "null": b"null",
    "no text": b"\xff\xfe\x00",
    "an object of another shape": b'{"something": {"else": 1}}',
    "a deep one": b"[" * 100_000,
    "a wide number": b'{"message": ' + b"9" * 5_000 + b"}",
}


@pytest.mark.parametrize("name", list(ASKS))
@pytest.mark.parametrize("what", list(WRONG))
@pytest.mark.parametrize("status", [200, 400])
async def test_what_no_service_documents_is_a_bad_reply(name: str, what: str, status: int) -> None:
    with pytest.raises(WebError) as raised:
        await asked(ASKS[name], WRONG[what], status)
    assert raised.value.kind == "bad_reply"


async def test_keys_go_to_their_service_and_into_no_message() -> None:
    with ReplayServer(answers=[lambda path, query: Played("", 200, b"<html>", "text/html")]) as server:
        web = made_web(server.address)
        asking = made_asking(
            server.address, ncbi_api_key="secretn", openalex_api_key="secreto", crossref_api_key="secretc"
        )
        for name in ("crossref", "pubmed", "openalex"):
            with pytest.raises(WebError) as raised:
                await ASKS[name](web, asking)
            assert "secret" not in raised.value.message
        await web.aclose()
    assert server.headers[0]["crossref-plus-api-token"] == "Bearer secretc"
    assert "secretc" not in server.asked[0]
    assert "api_key=secretn" in server.asked[1]
    assert "api_key=secreto" in server.asked[2]


async def test_an_odd_doi_reaches_the_service_whole() -> None:
    odd = Doi("10.1206/0003-0090(2003)277<0001:tss?aaa>2.0.co;2#%x")
    with ReplayServer() as server:
        web = made_web(server.address)
        for client in (Crossref, DataCite, Unpaywall, OpenAlex, Biorxiv):
            assert await client(web, made_asking(server.address, openalex_api_key="k")).account(odd) is None
        await web.aclose()
    quoted = "10.1206/0003-0090%282003%29277%3C0001%3Atss%3Faaa%3E2.0.co%3B2%23%25x"
    assert all(quoted.lower() in uri.lower() for uri in server.asked)


_LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=8) | st.sampled_from(
    ["10.1000/x", "2021-99-01", "NA", "Y", "9500320", "PMC1", "retraction", WAKEFIELD, "\ud800", "http://[x/a.pdf"]
)  # fmt: skip
_NAMES = st.sampled_from([
    "status", "message", "DOI", "title", "author", "family", "name", "container-title", "issued",
    "date-parts", "updated-by", "update-to", "updated", "type", "license", "URL", "content-version", "start",
    "link", "relation", "is-preprint-of", "has-preprint", "id", "data", "attributes", "doi", "creators",
    "titles", "dates", "date", "dateType", "types", "rightsList", "relatedIdentifiers", "relationType",
    "relatedIdentifier", "resultList", "result", "source", "pmid", "authorList", "commentCorrectionList",
    "commentCorrection", "pubTypeList", "pubType", "fullTextUrlList", "records", "messages", "collection",
    "version", "authors", "is_oa", "oa_locations", "url_for_pdf", "z_authors", "is_retracted", "authorships",
    "locations", "abstract_inverted_index", "primary_location", "reference", "agency"
])  # fmt: skip
_JSON: st.SearchStrategy[Any] = st.deferred(
    lambda: _LEAF | st.lists(_JSON, max_size=3) | st.dictionaries(_NAMES, _JSON, max_size=6)
)
_SHAPED: dict[str, Callable[[Any], Any]] = {
    "crossref": lambda value: {"status": "ok", "message": value},
    "agency": lambda value: {"status": "ok", "message": value},
    "datacite": lambda value: {"data": {"id": "x", "attributes": value}},
    "europepmc": lambda value: {"resultList": {"result": [value]}},
    "unpaywall": lambda value: {"doi": DOI, **(value if isinstance(value, dict) else {})},
    "openalex": lambda value: {"doi": DOI, **(value if isinstance(value, dict) else {})},
    "biorxiv": lambda value: {"messages": [], "collection": [value]},
    "idconv": lambda value: {"records": [value]},
    "pubmed": lambda value: value,
}


@pytest.mark.parametrize("name", list(ASKS))
def test_any_json_gives_an_account_none_or_a_named_error(name: str) -> None:
    read: Callable[[bytes], Any] = _reading(name)

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(_JSON, st.booleans())
    def holds(value: Any, shaped: bool) -> None:
        try:
            read(json.dumps(_SHAPED[name](value) if shaped else value).encode())
        except WebError as error:
            assert error.kind == "bad_reply"  # noqa: PT017

    holds()


_WHOLE: dict[str, Any] = {
    "crossref": {
        "status": "ok",
        "message": crossref_work(
            license=[{"URL": "http://creativecommons.org/licenses/by/4.0/", "content-version": "vor"}],
            link=[{"URL": "https://x.org/a.pdf", "content-type": "application/pdf", "content-version": "vor"}],
            relation={"is-preprint-of": [{"id-type": "doi", "id": "10.1000/b"}]},
            abstract="<jats:p>We saw.</jats:p>",
            subtype="preprint",
        ),
    },
    "datacite": ARXIV,
    "europepmc": {"resultList": {"result": [europepmc_result(license="cc by", abstractText="<p>We saw.</p>")]}},
    "biorxiv": BIORXIV,
    "unpaywall": UNPAYWALL,
    "openalex": OPENALEX,
    "idconv": {"records": [{"pmid": 9500320, "pmcid": "PMC1", "doi": WAKEFIELD}]},
}
_ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e400,
    10**30,
    "",
    " ",
    "\ud800",
    "\x00",
    "x",
    [],
    [[]],
    [None],
    {},
    {"x": {}},
)


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for name, each in inner for place in _places(each, (*at, name)))]


def _with(whole: Any, place: tuple[Any, ...], value: Any) -> Any:
    if not place:
        return value
    changed = copy.deepcopy(whole)
    target = changed
    for name in place[:-1]:
        target = target[name]
    target[place[-1]] = value
    return changed


@pytest.mark.parametrize("name", list(_WHOLE))
def test_a_reply_with_anything_anywhere_gives_an_account_none_or_a_named_error(name: str) -> None:
    read = _reading(name)
    assert read(json.dumps(_WHOLE[name]).encode()) is not None
    for place in _places(_WHOLE[name]):
        for odd in _ODD:
            try:
                read(json.dumps(_with(_WHOLE[name], place, odd)).encode())
            except WebError as error:
                assert error.kind == "bad_reply"  # noqa: PT017


def test_pubmed_without_any_one_of_its_elements_is_read_all_the_same() -> None:
    from lxml import etree

    read = _reading("pubmed")
    count = sum(1 for _ in etree.fromstring(PUBMED).iter("*"))
    for number in range(1, count):
        for keep in (False, True):
            root = etree.fromstring(PUBMED)
            node = list(root.iter("*"))[number]
            if keep:
                node.text = "\u0663 odd"
            else:
                node.getparent().remove(node)
            read(etree.tostring(root))


async def test_unpaywall_puts_the_best_place_first_and_licences_with_their_versions() -> None:
    found = await account("unpaywall", UNPAYWALL)
    assert [link.url for link in found.links] == ["https://y.org/b.pdf", "https://x.org/a.pdf"]
    assert [(each.licence.name, each.version) for each in found.licences] == [("CC BY-NC", TextVersion.ACCEPTED)]
    assert [author.family for author in found.authors] == ["Wakefield", "S. Murch"]


async def test_openalex_puts_an_abstract_together() -> None:
    found = await account("openalex", OPENALEX)
    assert (found.abstract, found.pmid, found.journal) == ("We saw and saw", PMID, "The Lancet")


def _reading(name: str) -> Callable[[bytes], Any]:
    """What the client of a service makes of a body, without the network."""
    import asyncio
    from datetime import UTC, datetime

    from pipeline.models.web_reply import Reply

    class Given:
        body = b""

        async def get(self, request: Any, read: Callable[[Reply], Any]) -> Any:
            kind = {"content-type": "application/json"}
            return read(Reply(200, kind, self.body, request.url, request.shown, datetime.now(UTC)))

    def read(body: bytes) -> Any:
        web = Given()
        web.body = body
        return asyncio.run(ASKS[name](web, made_asking("http://127.0.0.1:1", openalex_api_key="k")))  # type: ignore[arg-type]

    return read
