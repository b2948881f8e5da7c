"""The rungs to a full text, over real HTTP: what is taken, what is not, and why."""

import hashlib
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from pipeline.errors import FetchError
from pipeline.fetch.identity import confirm
from pipeline.fetch.ladder.climb import climb
from pipeline.fetch.ladder.offered import Offered
from pipeline.fetch.ladder.pmc_bucket import PmcBucket
from pipeline.fetch.ladder.rung import LadderRung
from pipeline.fetch.merge import merge
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Bounds, Web
from pipeline.fetch.web.robots import Robots
from pipeline.models.ids import Doi
from pipeline.models.paper import Author, Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.record import Account, Host, Record, Service, TextLink, TextVersion
from pipeline.models.rungs import Rung, RungName, RungOutcome
from pipeline.models.source import MediaType
from tests.fetch.made_web import made_asking, made_web
from tests.loopback.scholarly_server import Answer, ScholarlyServer
from tests.made import MOMENT

JATS = b"<article><front/><body><p>Text</p></body></article>"
PDF = b"%PDF-1.4\n...\n%%EOF\n"
BOUNDS = Bounds(seconds=10, largest=1_000_000, retry_for=0)


@pytest.fixture
def server() -> Iterator[ScholarlyServer]:
    """A server whose answers each test says."""
    with ScholarlyServer() as running:
        yield running


@pytest.fixture
async def web(server: ScholarlyServer) -> AsyncIterator[Web]:
    """A web that may ask it."""
    asks = made_web(f"http://{server.host}")
    yield asks
    await asks.aclose()


def record(**values: Any) -> Record:
    """A record of one account."""
    about: dict[str, Any] = {"doi": Doi("10.5555/a"), "pmcid": "PMC77"} | values
    account = Account(service=Service.CROSSREF, retrieved_at=MOMENT, url="http://service/", **about)
    return merge([account], [], [], MOMENT)


def bucket(server: ScholarlyServer, web: Web, wanted: MediaType = MediaType.JATS) -> PmcBucket:
    """The bucket's rung, led to the server."""
    asking = made_asking(f"http://{server.host}")
    services = asking.services.model_copy(update={"pmc_bucket": f"http://{server.host}/bucket"})
    return PmcBucket(web, Asking(services, asking.contact, 0.0), BOUNDS, wanted)


def holds(server: ScholarlyServer, data: bytes, *, digest: str | None = None, versions: int = 2) -> None:
    """Let the bucket hold an article in some versions."""
    listed = "".join(f"<CommonPrefixes><Prefix>PMC77.{n}/</Prefix></CommonPrefixes>" for n in range(1, versions + 1))
    md5 = digest or hashlib.md5(data, usedforsecurity=False).hexdigest()
    name = f"PMC77.{versions}/PMC77.{versions}.xml"
    about = {"xml_url": f"s3://pmc-oa-opendata/{name}?md5={md5}", "pdf_url": None, "license_code": "CC BY"}
    server.faults[f"/bucket/{name}"] = lambda: Answer(200, data, "application/xml")
    server.faults[f"/bucket/metadata/PMC77.{versions}.json"] = lambda: Answer(200, json.dumps(about).encode())
    server.faults["/bucket/"] = lambda: Answer(200, f"<ListBucketResult>{listed}</ListBucketResult>".encode())


async def only(rung: LadderRung, about: Record) -> Rung:
    """How a ladder of one rung ended."""
    _, rungs = await climb(about, [rung])
    return rungs[0]


async def test_the_bucket_gives_the_newest_version_with_its_licence(server: ScholarlyServer, web: Web) -> None:
    holds(server, JATS, versions=11)
    text, rungs = await climb(record(), [bucket(server, web)])
    assert text is not None
    assert (text.data, rungs[0].outcome) == (JATS, RungOutcome.TAKEN)
    assert text.url.endswith("/PMC77.11/PMC77.11.xml")
    assert text.licence is not None
    assert text.licence.name == "CC BY"


async def test_bytes_that_are_not_those_announced_are_not_taken(server: ScholarlyServer, web: Web) -> None:
    holds(server, JATS, digest="0" * 32)
    assert (await only(bucket(server, web), record())).kind == "cut_off"


async def test_front_matter_alone_is_no_full_text(server: ScholarlyServer, web: Web) -> None:
    holds(server, b"<article><front/></article>")
    assert (await only(bucket(server, web), record())).kind == "front_matter_only"


async def test_what_the_bucket_does_not_hold_is_named(server: ScholarlyServer, web: Web) -> None:
    holds(server, JATS)
    assert (await only(bucket(server, web, MediaType.PDF), record())).kind == "not_there"


async def test_a_bucket_without_the_article_is_named(server: ScholarlyServer, web: Web) -> None:
    server.faults["/bucket/"] = lambda: Answer(200, b"<ListBucketResult/>")
    assert (await only(bucket(server, web), record())).kind == "not_there"


async def test_without_a_pmcid_nobody_is_asked(server: ScholarlyServer, web: Web) -> None:
    ended = await only(bucket(server, web), record(pmcid=None))
    assert ended.outcome is RungOutcome.NOT_OFFERED
    assert server.asked == []


def linked(server: ScholarlyServer, host: Host, *paths: str) -> Record:
    """A record whose PDFs are said to lie there."""
    links = tuple(
        TextLink(url=f"http://{server.host}{path}", media_type=MediaType.PDF, host=host, version=TextVersion.PUBLISHED)
        for path in paths
    )
    return record(links=links)


def offered(web: Web, name: RungName) -> Offered:
    """One of the rungs of links."""
    return Offered(web, Robots(web), BOUNDS, name)


async def test_the_first_link_that_keeps_its_word_is_taken(server: ScholarlyServer, web: Web) -> None:
    server.faults["/one"] = lambda: Answer(404, b"gone", "text/html")
    server.faults["/two"] = lambda: Answer(200, b"<html><p>Preparing to download</p></html>", "application/pdf")
    server.faults["/three"] = lambda: Answer(200, PDF, "text/html")
    about = linked(server, Host.REPOSITORY, "/one", "/two", "/three")
    ended = await only(offered(web, RungName.REPOSITORY_PDF), about)
    assert ended.outcome is RungOutcome.TAKEN
    assert ended.url is not None
    assert ended.url.endswith("/three")


async def test_a_publisher_that_wants_no_programs_is_left_alone(server: ScholarlyServer, web: Web) -> None:
    server.faults["/robots.txt"] = lambda: Answer(200, b"User-agent: *\nDisallow: /pdf\n", "text/plain")
    ended = await only(offered(web, RungName.PUBLISHER_PDF), linked(server, Host.PUBLISHER, "/pdf/a.pdf"))
    assert ended.kind == "robots"
    assert server.count("/pdf") == 0


async def test_a_pdf_that_breaks_off_is_not_taken(server: ScholarlyServer, web: Web) -> None:
    server.faults["/a"] = lambda: Answer(200, b"%PDF-1.4\nhalf", "application/pdf")
    ended = await only(offered(web, RungName.REPOSITORY_PDF), linked(server, Host.REPOSITORY, "/a"))
    assert ended.kind == "cut_off"


TITLE = "Supported standing in people with chronic injuries of the cord"


def document(
    title: str | None = TITLE, family: str = "Muster", doi: str | None = "10.5555/a", text: str = "Text."
) -> Paper:
    """A parsed document that says so of itself."""
    builder = PaperBuilder()
    builder.heading("Introduction", SectionKind.INTRODUCTION)
    builder.paragraph(text)
    authors = (Author(family=family, given="Ben"),) if family else ()
    metadata = Metadata(title=title, authors=authors, doi=Doi(doi) if doi else None)
    return builder.build(metadata, basis=Basis.FULL_TEXT, parser="test", parser_version="1")


KNOWN: dict[str, Any] = {"title": TITLE, "authors": (Author(family="Muster"), Author(family="van der Berg"))}


@pytest.mark.parametrize(
    "paper",
    [
        document(),
        document(title=TITLE.upper().replace("-", "\u2010")),
        document(title=None, text=f"Journal of X\n{TITLE}\nB. Muster"),
        document(family="", text="By Ben Muster and others"),
        document(doi=None),
    ],
    ids=["equal", "set in capitals", "title in the text alone", "authors in the text alone", "no DOI printed"],
)
def test_a_document_that_is_the_article_is_confirmed(paper: Paper) -> None:
    assert confirm(paper, record(**KNOWN), "a.pdf").notes == ()


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        (document(title="Breathing exercises for people who use a ventilator"), "its title"),
        (document(title=None), "its title"),
        (document(family="Nobody"), "its authors"),
        (document(doi="10.5555/another"), "the DOI 10.5555/another"),
        (document(title=TITLE.replace("chronic", "acute"), doi="10.5555/zz"), "the DOI"),
    ],
    ids=["another title", "no title", "other authors", "another DOI", "a like title"],
)
def test_a_document_that_is_not_goes_to_a_person(paper: Paper, why: str) -> None:
    with pytest.raises(FetchError, match=why) as caught:
        confirm(paper, record(**KNOWN), "a.pdf")
    assert caught.value.kind == "wrong_paper"


def test_a_title_that_is_nearly_equal_is_accepted_only_with_a_note() -> None:
    paper = document(title=TITLE.replace("injuries", "injury"))
    assert "not to the letter" in confirm(paper, record(**KNOWN), "a.pdf").notes[0]


def test_a_document_about_the_article_is_accepted_only_with_a_note() -> None:
    notes = confirm(document(title=f"Comment on: {TITLE}"), record(**KNOWN), "a.pdf").notes
    assert "'Comment on: " in notes[0]
