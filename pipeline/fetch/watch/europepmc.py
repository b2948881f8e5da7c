"""Searches Europe PMC for what it indexed first on the days of a window, whatever date the publisher gave it.

Source: Europe PMC's search syntax (`FIRST_IDATE`) and its REST API (`cursorMark`; the listing ends where the mark
stays the same or is not there).
"""

from collections.abc import Iterator
from typing import Any, Final

from pipeline.config import Watch
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.plain_text import plain_title
from pipeline.fetch.watch.page import Found, Page
from pipeline.fetch.watch.place import Place
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.pace import Pace
from pipeline.models.record import Service
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(5)
_NAME: Final = "Europe PMC"
_OK: Final = 200
_PAGE: Final = 100


async def search(web: Web, asking: Asking, watch: Watch, cursor: str | None) -> Page:
    """The next page. Raises FetchError."""
    place = Place.of_cursor(watch, cursor)
    params = {
        "query": f"({watch.query}) AND FIRST_IDATE:[{place.first} TO {place.last}]",
        "resultType": "lite",
        "format": "json",
        "pageSize": str(_PAGE),
        "cursorMark": place.mark or "*",
        "email": asking.contact,
    }
    request = Request(Service.EUROPEPMC.value, f"{asking.services.europepmc}/search", _PACE, params)
    return await web.get(request, lambda reply: _page(reply, place))


def _page(reply: Reply, place: Place) -> Page:
    value = fields.json_object(reply, _NAME)
    results = fields.at(value, "resultList", "result")
    if reply.status != _OK or not isinstance(results, list):
        said = fields.text(value, "errMsg") or fields.text(value, "errCode") or reply.beginning
        raise bad_reply(_NAME, f"{reply.status} and no list of results ({said})")
    following = fields.text(value, "nextCursorMark")
    ends = not results or following in (None, place.mark or "*")
    return place.page(tuple(_found(value)), None if ends else following)


def _found(value: dict[str, Any]) -> Iterator[Found]:
    for item in fields.items(value, "resultList", "result"):
        identifier = _id(item)
        if identifier is not None:
            title = plain_title(fields.text(item, "title"))
            date = fields.date(item, "firstPublicationDate") or fields.date(item, "pubYear")
            yield Found(identifier, title, date)


def _id(item: dict[str, Any]) -> Doi | Pmid | Pmcid | None:
    """The DOI, which names the article to every service; else what its own source calls it."""
    number = fields.pmid(item, "pmid") or (fields.pmid(item, "id") if fields.text(item, "source") == "MED" else None)
    return fields.doi(item, "doi") or number or fields.pmcid(item, "pmcid")
