"""Searches bioRxiv and medRxiv: their API lists what was posted on the days of a window, the words are looked for here.

Source: api.biorxiv.org (`/details/{server}/{from}/{to}/{cursor}`: so many preprints a page, one entry a version).
"""

from typing import Any, Final

from pipeline.config import Watch
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.plain_text import plain_abstract, plain_title
from pipeline.fetch.watch.page import Found, Page
from pipeline.fetch.watch.place import Place
from pipeline.fetch.watch.words import Words
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi  # noqa: TC001 - one import style in this room
from pipeline.models.pace import Pace
from pipeline.models.record import Service
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(1, at_once=1)
_OK: Final = 200
_LAST: Final = 9_999_999


async def search(web: Web, asking: Asking, watch: Watch, cursor: str | None) -> Page:
    """The next page. Raises FetchError."""
    words = Words(watch.query)
    place = Place.of_cursor(watch, cursor)
    path = f"/details/{watch.source}/{place.first}/{place.last}/{place.number(_LAST)}/json"
    request = Request(Service.BIORXIV.value, asking.services.biorxiv + path, _PACE)
    return await web.get(request, lambda reply: _page(reply, place, words, watch.source))


def _page(reply: Reply, place: Place, words: Words, server: str) -> Page:
    value = fields.json_object(reply, server)
    message = next(fields.items(value, "messages"), {})
    status = (fields.text(message, "status") or "").lower()
    listed = fields.at(value, "collection")
    if reply.status == _OK and status.startswith("no posts"):
        return place.page((), None)
    if reply.status != _OK or status != "ok" or not isinstance(listed, list):
        raise bad_reply(server, f"{reply.status} and no collection ({status or reply.beginning})")
    reached = place.number(_LAST) + len(listed)
    return place.page(_found(value, words), str(reached) if listed and reached < _total(message, server) else None)


def _total(message: dict[str, Any], server: str) -> int:
    """How many there are in all; it comes as a number or as text."""
    total = fields.text(message, "total") or ""
    if not (total.isascii() and total.isdigit()):
        raise bad_reply(server, "no total of what was posted")
    return int(total)


def _found(value: dict[str, Any], words: Words) -> tuple[Found, ...]:
    found: dict[Doi, Found] = {}
    for item in fields.items(value, "collection"):
        doi, title = fields.doi(item, "doi"), plain_title(fields.text(item, "title"))
        if doi is not None and words.match(title, plain_abstract(fields.text(item, "abstract"))):
            found[doi] = Found(doi, title, fields.date(item, "date"))
    return tuple(found.values())
