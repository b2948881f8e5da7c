"""Searches PubMed for what was entered on the days of a window.

Source: NCBI, "E-utilities In-Depth" (ESearch: `datetype=edat`, `mindate`, `maxdate`, `retstart`; only the first 10,000
results of a PubMed query can be had).
"""

from typing import Any, Final

from pipeline.config import Watch
from pipeline.errors import FetchError
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.watch.page import Found, Page
from pipeline.fetch.watch.place import Place
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.pace import Pace
from pipeline.models.record import Service
from pipeline.models.web_reply import Reply

_NAME: Final = "PubMed"
_OK: Final = 200
_PAGE: Final = 200
_LAST: Final = 9_999


async def search(web: Web, asking: Asking, watch: Watch, cursor: str | None) -> Page:
    """The next page; PubMed gives numbers only. Raises FetchError."""
    place = Place.of_cursor(watch, cursor)
    request = Request(
        Service.PUBMED.value,
        f"{asking.services.eutils}/esearch.fcgi",
        Pace(10 if asking.ncbi_api_key else 3),
        params=_params(asking, watch, place),
        secrets={"api_key": asking.ncbi_api_key} if asking.ncbi_api_key else {},
    )
    return await web.get(request, lambda reply: _page(reply, place))


def _params(asking: Asking, watch: Watch, place: Place) -> dict[str, str]:
    return {
        "db": "pubmed",
        "term": watch.query,
        "retmode": "json",
        "datetype": "edat",
        "mindate": f"{place.first:%Y/%m/%d}",
        "maxdate": f"{place.last:%Y/%m/%d}",
        "retstart": str(place.number(_LAST)),
        "retmax": str(_PAGE),
        "tool": "layline",
        "email": asking.contact,
    }


def _page(reply: Reply, place: Place) -> Page:
    value = fields.json_object(reply, _NAME)
    result = fields.at(value, "esearchresult")
    said = fields.text(result, "ERROR") or fields.text(value, "error")
    numbers = fields.at(result, "idlist")
    if reply.status != _OK or said or not isinstance(numbers, list):
        raise bad_reply(_NAME, f"{reply.status} and no list of numbers ({said or reply.beginning})")
    _must_fit(_count(result), place)
    reached = place.number(_LAST) + len(numbers)
    found = tuple(Found(pmid) for number in numbers if (pmid := fields.pmid({"x": number}, "x")) is not None)
    return place.page(found, str(reached) if numbers and reached < _count(result) else None)


def _count(result: Any) -> int:
    count = fields.text(result, "count") or ""
    if not (count.isascii() and count.isdigit()):
        raise bad_reply(_NAME, "no count of what it found")
    return int(count)


def _must_fit(count: int, place: Place) -> None:
    if count > _LAST:
        raise FetchError(
            f"PubMed finds {count:,} articles from {place.first} to {place.last}; it gives out the first {_LAST:,}",
            kind="too_many",
            remedy="Narrow the query, or set a later `since`.",
        )
