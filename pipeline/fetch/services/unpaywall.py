"""Unpaywall: where an article stands open, in which version and under which licence.

Source: Unpaywall's REST API v2 documentation and its data format page.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from pipeline.errors import Who
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.plain_text import plain_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import WebError, bad_reply
from pipeline.models.ids import Doi
from pipeline.models.pace import Pace
from pipeline.models.paper import Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(10, at_once=4)
"""Unpaywall asks for no more than 100,000 calls a day and announces no pace."""
_NAME: Final = "Unpaywall"
_OK: Final = 200
_VERSION: Final = {
    "submittedVersion": TextVersion.SUBMITTED,
    "acceptedVersion": TextVersion.ACCEPTED,
    "publishedVersion": TextVersion.PUBLISHED,
}


class Unpaywall:
    """`/v2/{doi}`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What Unpaywall says of an article, or None. Raises WebError."""
        url = f"{self._asking.services.unpaywall}/{quote(doi, safe='/')}"
        params = {"email": self._asking.contact}
        request = Request(Service.UNPAYWALL.value, url, _PACE, params=params, max_age=self._asking.max_age)
        return await self._web.get(request, _account_of)


def read_object(value: dict[str, Any], moment: datetime, url: str) -> Account:
    """One DOI object."""
    locations = list(_locations(value))
    return Account(
        service=Service.UNPAYWALL,
        retrieved_at=moment,
        url=url,
        doi=fields.doi(value, "doi"),
        title=plain_title(fields.text(value, "title")),
        authors=tuple(_authors(value)),
        journal=plain_title(fields.text(value, "journal_name")),
        published=fields.date(value, "published_date") or fields.date(value, "year"),
        article_type_as_given=fields.text(value, "genre"),
        is_preprint=True if fields.text(value, "genre") in ("posted-content", "preprint") else None,
        is_open=fields.yes(value, "is_oa"),
        licences=tuple(_licences(locations)),
        links=tuple(_links(locations)),
    )


def _account_of(reply: Reply) -> Account | None:
    if reply.status == 404:
        return None
    if reply.status == 422:
        raise WebError(
            "Unpaywall does not take the contact address",
            kind="forbidden",
            who=Who.PERSON,
            remedy="Set `contact` to an address at which you read mail; example.org is refused.",
            status=reply.status,
        )
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or "doi" not in value:
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    return read_object(value, reply.retrieved_at, reply.asked)


def _locations(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every location, the best first, each once."""
    seen = set()
    for name in ("best_oa_location", "oa_locations"):
        for location in fields.items(value, name):
            key = (fields.text(location, "url_for_pdf"), fields.text(location, "url"))
            if key not in seen:
                seen.add(key)
                yield location


def _authors(value: dict[str, Any]) -> Iterator[Author]:
    for author in fields.items(value, "z_authors"):
        raw = fields.text(author, "raw_author_name")
        family = fields.text(author, "family") or (raw.rpartition(" ")[2] if raw else None)
        given = fields.text(author, "given") or (raw.rpartition(" ")[0] if raw else "")
        if family:
            yield Author(family=family, given=given or "")


def _licences(locations: list[dict[str, Any]]) -> Iterator[VersionLicence]:
    for location in locations:
        licence = licence_by_code(fields.text(location, "license"))
        if licence is not None:
            yield VersionLicence(licence=licence, version=_version(location))


def _links(locations: list[dict[str, Any]]) -> Iterator[TextLink]:
    for location in locations:
        url = fields.text(location, "url_for_pdf")
        if url and url.startswith(("https://", "http://")):
            at_publisher = fields.text(location, "host_type") == "publisher"
            yield TextLink(
                url=url,
                media_type=MediaType.PDF,
                host=Host.PUBLISHER if at_publisher else Host.REPOSITORY,
                version=_version(location),
                licence=licence_by_code(fields.text(location, "license")),
            )


def _version(location: dict[str, Any]) -> TextVersion:
    return _VERSION.get(fields.text(location, "version") or "", TextVersion.UNKNOWN)
