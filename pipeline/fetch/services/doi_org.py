"""doi.org: what any registration agency says of a DOI, asked where neither Crossref nor DataCite knows it.

Source: the page on DOI content negotiation of Crossref, DataCite and mEDRA (`application/vnd.citationstyles.csl+json`).
"""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.plain_text import plain_line, plain_title
from pipeline.fetch.services.types import type_by_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import Account, Service
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(3, at_once=2)
_NAME: Final = "doi.org"
_CSL: Final = "application/vnd.citationstyles.csl+json"
_OK: Final = 200
_UNKNOWN: Final = frozenset({400, 404, 406, 410})
"""400: no DOI at all; 406: its agency describes it in no form that we read."""


class DoiOrg:
    """`/{doi}` with content negotiation."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What the DOI's own agency says of the article, or None. Raises WebError."""
        url = f"{self._asking.services.doi}/{quote(doi, safe='/')}"
        request = Request(Service.DOI_ORG.value, url, _PACE, headers={"Accept": _CSL}, max_age=self._asking.max_age)
        return await self._web.get(request, lambda reply: _account(reply, doi))


def _account(reply: Reply, asked: Doi) -> Account | None:
    if reply.status in _UNKNOWN:
        return None
    value = fields.json_object(reply, _NAME)
    title = plain_title(fields.first_text(value, "title"))
    if reply.status != _OK or title is None:
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    kind = (fields.text(value, "type") or "").lower()
    return Account(
        service=Service.DOI_ORG,
        retrieved_at=reply.retrieved_at,
        url=reply.asked,
        doi=fields.doi(value, "DOI") or asked,
        title=title,
        authors=tuple(_authors(value)),
        journal=plain_line(fields.first_text(value, "container-title")),
        published=fields.date_parts(value, "issued"),
        article_type=type_by_title(title)
        or (ArticleType.RESEARCH if kind.startswith("article") else ArticleType.OTHER),
        article_type_as_given=kind or None,
        language=fields.text(value, "language"),
    )


def _authors(value: dict[str, Any]) -> Iterator[Author]:
    for author in fields.items(value, "author"):
        family = plain_line(fields.text(author, "family") or fields.text(author, "literal"))
        if family:
            yield Author(family=family, given=plain_line(fields.text(author, "given")) or "")
