"""A loopback server that stands for Crossref, Europe PMC, Unpaywall and the others, over articles made for a test."""

import json
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.loopback.threaded_server import ThreadedServer


@dataclass
class Article:
    """One article as the services know it. `updates` are entries of Crossref's `updated-by`; None leaves a part out."""

    doi: str
    title: str
    family: str = "Example"
    pmid: str | None = None
    pmcid: str | None = None
    abstract: str | None = None
    licence: str | None = "https://creativecommons.org/licenses/by/4.0/"
    jats: bytes | None = None
    repository_pdf: bytes | None = None
    updates: list[dict[str, Any]] = field(default_factory=list)
    relation: dict[str, Any] = field(default_factory=dict)
    preprint: bool = False
    index_date: str = "2026-11-01"


@dataclass(frozen=True)
class Answer:
    """What goes back: status, body, media type, more headers."""

    status: int
    body: bytes
    media_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class ScholarlyServer(ThreadedServer):
    """Answers from other threads. `asked` is every path in order; `faults` answer in place of what is known.

    A fault maps the beginning of a path to a function that gives an answer, or None to let the request through.
    """

    articles: list[Article] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    faults: dict[str, Callable[[], Answer | None]] = field(default_factory=dict)
    latency: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """What answers the requests."""
        return _handler(self)

    @property
    def settings(self) -> str:
        """Lines of `layline.toml` that send every service's requests here."""
        names: tuple[str, ...] = (
            "crossref",
            "datacite",
            "europepmc",
            "eutils",
            "idconv",
            "pmc_bucket",
            "unpaywall",
            "biorxiv",
        )
        names += ("openalex", "doi")
        services = "\n".join(f'{name} = "http://{self.host}/{name}"' for name in names)
        top = f'contact = "editor@example.org"\nallowed_local_servers = ["{self.host}"]\nfetch_retry_for = 2.0\n'
        return f"{top}\n[services]\n{services}\n"

    def answer(self, target: str) -> Answer:
        """What one request is answered with."""
        parts = urlsplit(target)
        path, query = unquote(parts.path), parse_qs(parts.query)
        self.asked.append(path)
        self.moments.append(time.monotonic())
        time.sleep(self.latency)
        for start, fault in self.faults.items():
            if path.startswith(start) and (answer := fault()) is not None:
                return answer
        service, _, rest = path.removeprefix("/").partition("/")
        return _ANSWERS.get(service, _nothing)(self, rest, query)

    def by_doi(self, doi: str) -> Article | None:
        """The article of a DOI."""
        return next((article for article in self.articles if article.doi == doi.lower()), None)

    def count(self, start: str) -> int:
        """How many requests began so."""
        return sum(path.startswith(start) for path in self.asked)


_Query = dict[str, list[str]]


def _nothing(server: ScholarlyServer, rest: str, query: _Query) -> Answer:
    return Answer(404, b"Resource not found.")


def _crossref(server: ScholarlyServer, rest: str, query: _Query) -> Answer:
    rest = rest.removeprefix("v1/").removeprefix("works").removeprefix("/")
    if not rest:
        return _json({"status": "ok", "message-type": "work-list", "message": _listing(server, query)})
    article = server.by_doi(rest.removesuffix("/agency"))
    if article is None:
        return _nothing(server, rest, query)
    if rest.endswith("/agency"):
        return _json({"status": "ok", "message": {"DOI": article.doi, "agency": {"id": "crossref"}}})
    return _json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": _work(article)})


def _listing(server: ScholarlyServer, query: _Query) -> dict[str, Any]:
    return {"total-results": len(server.articles), "items": [_work(each) for each in server.articles]}


def _work(article: Article) -> dict[str, Any]:
    posted = {"type": "posted-content", "subtype": "preprint"} if article.preprint else {"type": "journal-article"}
    licence = [{"URL": article.licence, "content-version": "vor", "delay-in-days": 0}] if article.licence else []
    return {
        "DOI": article.doi,
        "title": [article.title],
        "container-title": [] if article.preprint else ["Journal of Fictional Rehabilitation"],
        "author": [{"given": "Ada", "family": article.family, "sequence": "first", "affiliation": []}],
        "issued": {"date-parts": [[2026, 3, 14]]},
        "language": "en",
        "license": licence,
        "relation": article.relation,
        **posted,
        **({"abstract": f"<jats:p>{article.abstract}</jats:p>"} if article.abstract else {}),
        **({"updated-by": article.updates} if article.updates else {}),
    }


def _europepmc(server: ScholarlyServer, rest: str, query: _Query) -> Answer:
    if rest.endswith("/fullTextXML"):
        pmcid = rest.split("/", maxsplit=1)[0]
        found = next((a for a in server.articles if a.pmcid == pmcid and a.jats), None)
        return Answer(200, found.jats or b"", "application/xml") if found else Answer(404, b"", "text/plain")
    words = query.get("query", [""])[0]
    found_all = [article for article in server.articles if _matches(article, words)]
    results = [_epmc(article) for article in found_all]
    return _json({"version": "6.9", "hitCount": len(results), "nextCursorMark": "*", "resultList": {"result": results}})


def _matches(article: Article, words: str) -> bool:
    ids = re.findall(r'(?:DOI|EXT_ID|PMCID|PMC):"?([^"\s)]+)', words)
    if ids:
        return ids[0].lower() in (article.doi, article.pmid or "", (article.pmcid or "").lower())
    return any(word.lower() in article.title.lower() for word in re.findall(r"[A-Za-z]{4,}", words)[:1])


def _epmc(article: Article) -> dict[str, Any]:
    return {
        "id": article.pmid or article.doi,
        "source": "PPR" if article.preprint else "MED",
        **({"pmid": article.pmid} if article.pmid else {}),
        **({"pmcid": article.pmcid} if article.pmcid else {}),
        "doi": article.doi,
        "title": f"{article.title}.",
        "authorString": f"{article.family} A.",
        "authorList": {"author": [{"fullName": f"{article.family} A", "firstName": "Ada", "lastName": article.family}]},
        "journalInfo": {"journal": {"title": "Journal of Fictional Rehabilitation"}, "yearOfPublication": 2026},
        "pubYear": "2026",
        "firstPublicationDate": "2026-03-14",
        "firstIndexDate": article.index_date,
        "pubTypeList": {"pubType": ["preprint" if article.preprint else "Journal Article"]},
        "isOpenAccess": "Y" if article.jats else "N",
        "license": "cc by",
        **({"abstractText": f"<p>{article.abstract}</p>"} if article.abstract else {}),
    }


def _unpaywall(server: ScholarlyServer, rest: str, query: _Query) -> Answer:
    article = server.by_doi(rest)
    if article is None:
        return _json({"error": True, "message": "not found"}, 404)
    location = {
        "url": f"http://{server.host}/pdf/{article.doi}",
        "url_for_pdf": f"http://{server.host}/pdf/{article.doi}",
        "host_type": "repository",
        "license": "cc-by",
        "version": "publishedVersion",
        "is_best": True,
    }
    locations = [location] if article.repository_pdf else []
    return _json(
        {
            "doi": article.doi,
            "is_oa": bool(locations),
            "oa_status": "green" if locations else "closed",
            "best_oa_location": location if locations else None,
            "oa_locations": locations,
            "title": article.title,
            "year": 2026,
            "genre": "journal-article",
        }
    )


def _pdf(server: ScholarlyServer, rest: str, query: _Query) -> Answer:
    article = server.by_doi(rest)
    return (
        Answer(200, article.repository_pdf, "application/pdf")
        if article and article.repository_pdf
        else Answer(404, b"")
    )


def _pubmed(server: ScholarlyServer, rest: str, query: _Query) -> Answer:
    if rest.startswith("esearch"):
        ids = [article.pmid for article in server.articles if article.pmid]
        found = {"count": str(len(ids)), "retmax": "100", "retstart": "0", "idlist": ids}
        return _json({"header": {}, "esearchresult": found})
    return Answer(200, b'<?xml version="1.0"?><PubmedArticleSet></PubmedArticleSet>', "text/xml")


def _bucket(server: ScholarlyServer, rest: str, query: _Query) -> Answer:
    empty = b'<?xml version="1.0"?><ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>'
    return Answer(404, b"", "text/plain") if rest else Answer(200, empty, "application/xml")


_ANSWERS: dict[str, Callable[[ScholarlyServer, str, _Query], Answer]] = {
    "crossref": _crossref,
    "europepmc": _europepmc,
    "unpaywall": _unpaywall,
    "eutils": _pubmed,
    "pmc_bucket": _bucket,
    "pdf": _pdf,
}


def _json(value: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps(value).encode())


def _handler(server: ScholarlyServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = server.answer(self.path)
            with suppress(BrokenPipeError, ConnectionResetError):
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.media_type)
                self.send_header("Content-Length", str(len(answer.body)))
                for name, value in (*server.headers, *answer.headers):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    return Handler
