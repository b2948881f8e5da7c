"""OpenAlex: asked where a key is set; a further opinion on openness and retraction.

Source: OpenAlex's documentation of works; a key is required since February 2026.
"""

from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.plain_text import plain_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.pace import Pace
from pipeline.models.paper import Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(10, at_once=4)
_NAME: Final = "OpenAlex"
_OK: Final = 200
_VERSION: Final = {
    "submittedVersion": TextVersion.SUBMITTED,
    "acceptedVersion": TextVersion.ACCEPTED,
    "publishedVersion": TextVersion.PUBLISHED,
}


class OpenAlex:
    """`/works/doi:…`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What OpenAlex says of an article, or None. Raises WebError."""
        key = self._asking.openalex_api_key
        request = Request(
            Service.OPENALEX.value,
            f"{self._asking.services.openalex}/works/https://doi.org/{quote(doi, safe='/')}",
            _PACE,
            secrets={"api_key": key} if key else {},
            max_age=self._asking.max_age,
        )
        return await self._web.get(request, _account_of)


def read_work(work: dict[str, Any], moment: datetime, url: str) -> Account:
    """One work."""
    retracted = fields.yes(work, "is_retracted")
    location = fields.at(work, "best_oa_location")
    licence = licence_by_code(fields.text(location, "license"))
    version = _VERSION.get(fields.text(location, "version") or "", TextVersion.UNKNOWN)
    pdf = fields.text(location, "pdf_url")
    names = (fields.text(item, "author", "display_name") for item in fields.items(work, "authorships"))
    return Account(
        service=Service.OPENALEX,
        retrieved_at=moment,
        url=url,
        doi=fields.doi(work, "doi"),
        pmid=fields.pmid(work, "ids", "pmid"),
        pmcid=fields.pmcid(work, "ids", "pmcid"),
        title=plain_title(fields.text(work, "title") or fields.text(work, "display_name")),
        authors=tuple(Author(family=n.rpartition(" ")[2], given=n.rpartition(" ")[0]) for n in names if n),
        journal=plain_title(fields.text(work, "primary_location", "source", "display_name")),
        published=fields.date(work, "publication_date") or fields.date(work, "publication_year"),
        article_type_as_given=fields.text(work, "type"),
        language=fields.text(work, "language"),
        is_preprint=True if fields.text(work, "type") == "preprint" else None,
        is_open=fields.yes(work, "open_access", "is_oa"),
        licences=(VersionLicence(licence=licence, version=version),) if licence else (),
        notices=(Notice(kind=NoticeKind.RETRACTION, said_by=(Service.OPENALEX.value,)),) if retracted else (),
        links=(TextLink(url=pdf, media_type=MediaType.PDF, host=Host.REPOSITORY, version=version, licence=licence),)
        if pdf and pdf.startswith(("https://", "http://"))
        else (),
    )


def _account_of(reply: Reply) -> Account | None:
    if reply.status in (404, 410):
        return None
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or not ("doi" in value or "id" in value):
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    return read_work(value, reply.retrieved_at, reply.asked)
