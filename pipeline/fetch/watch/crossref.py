"""Searches Crossref for what was first registered on the days of a window.

Crossref's search takes any of the words, and its index date changes with every citation; so the words are held against
title and abstract here, and the window is that of the first registration. Source: api.crossref.org (`filter`,
`query.bibliographic`, `cursor`, which is good for five minutes; the listing ends with a page that is not full).
"""

from datetime import timedelta
from typing import Any, Final

from pipeline.config import Watch
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.crossref import message_of
from pipeline.fetch.services.plain_text import plain_abstract, plain_title
from pipeline.fetch.watch.page import Found, Page
from pipeline.fetch.watch.place import Place
from pipeline.fetch.watch.words import Words
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(3, at_once=1)
"""Of lists, for whom Crossref has a pool apart from that of single works."""
_SERVICE: Final = "crossref lists"
_NAME: Final = "Crossref"
_PAGE: Final = 200
_GOOD_FOR: Final = timedelta(minutes=4)
_TYPES: Final = ("journal-article", "posted-content", "proceedings-article")
_FIELDS: Final = "DOI,title,abstract,issued,published,posted"


async def search(web: Web, asking: Asking, watch: Watch, cursor: str | None) -> Page:
    """The next page. Raises FetchError."""
    words = Words(watch.query)
    place = Place.of_cursor(watch, cursor, good_for=_GOOD_FOR)
    token = asking.crossref_api_key
    request = Request(
        _SERVICE,
        f"{asking.services.crossref}/works",
        _PACE,
        params=_params(asking, words, place),
        headers={"Crossref-Plus-API-Token": f"Bearer {token}"} if token else {},
    )
    return await web.get(request, lambda reply: _page(reply, place, words))


def _params(asking: Asking, words: Words, place: Place) -> dict[str, str]:
    kinds = ",".join(f"type:{kind}" for kind in _TYPES)
    return {
        "query.bibliographic": words.asked,
        "filter": f"from-created-date:{place.first},until-created-date:{place.last},{kinds}",
        "select": _FIELDS,
        "rows": str(_PAGE),
        "cursor": place.mark or "*",
        "mailto": asking.contact,
    }


def _page(reply: Reply, place: Place, words: Words) -> Page:
    message = message_of(reply)
    listed = fields.at(message, "items")
    if message is None or not isinstance(listed, list):
        raise bad_reply(_NAME, f"{reply.status} and no list of works ({reply.beginning})")
    following = fields.text(message, "next-cursor")
    ends = len(listed) < _PAGE or following is None
    found = (_found(item, words) for item in fields.items(message, "items"))
    return place.page(tuple(each for each in found if each is not None), None if ends else following)


def _found(item: dict[str, Any], words: Words) -> Found | None:
    doi, title = fields.doi(item, "DOI"), plain_title(fields.first_text(item, "title"))
    if doi is None or not words.match(title, plain_abstract(fields.text(item, "abstract"))):
        return None
    dates = (fields.date_parts(item, name) for name in ("published", "posted", "issued"))
    return Found(doi, title, next((date for date in dates if date), None))
