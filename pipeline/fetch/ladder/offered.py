"""The rungs of links that services offer: a preprint's JATS, a repository's PDF, the publisher's PDF."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from pipeline.fetch.ladder.believe import believe
from pipeline.fetch.ladder.rung import MissedError, NotOfferedError, Text
from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.fetch.web.errors import WebError
from pipeline.fetch.web.robots import Robots
from pipeline.models.pace import Pace
from pipeline.models.record import Host, Record, Service, TextLink
from pipeline.models.record_metadata import licence_of
from pipeline.models.rungs import RungName
from pipeline.models.source import MediaType

_SLOWLY: Final = Pace(1, at_once=1)
"""Hosts that announce no pace, and whose guests we are."""
_MOST: Final = 4
"""Links of one kind that are tried."""
_PREPRINT_SERVICES: Final = frozenset({Service.BIORXIV, Service.MEDRXIV})


class Offered:
    """One of the three rungs, by the links that it takes. Publishers' robots.txt is obeyed."""

    def __init__(self, web: Web, robots: Robots, bounds: Bounds, name: RungName) -> None:
        self._web, self._robots, self._bounds, self.name = web, robots, bounds, name

    async def text(self, record: Record) -> Text:
        """The text behind the first link that keeps its word. Raises NotOfferedError, MissedError or WebError."""
        links = list(_links(record, self.name))[:_MOST]
        if not links:
            raise NotOfferedError("no service names an open link of this kind")
        missed: list[MissedError | WebError] = []
        for link in links:
            try:
                return await self._one(record, link)
            except (MissedError, WebError) as error:
                missed.append(error)
        raise self._all_missed(links, missed)

    async def _one(self, record: Record, link: TextLink) -> Text:
        host = urlsplit(link.url).hostname or "no host"
        if link.host is Host.PUBLISHER and not await self._robots.allows(link.url):
            raise MissedError(f"{host} does not want programs there (robots.txt)", url=link.url, kind="robots")
        request = Request(host, link.url, _SLOWLY)
        data = await self._web.get(request, lambda reply: believe(reply, link.media_type), self._bounds)
        return Text(data, link.media_type, link.url, link.version, link.licence or licence_of(record, link.version))

    def _all_missed(self, links: list[TextLink], missed: list[MissedError | WebError]) -> MissedError:
        why = "; ".join(f"{link.url}: {error.message}" for link, error in zip(links, missed, strict=True))
        worst = next((error for error in missed if error.transient), missed[-1])
        return MissedError(why, url=links[0].url, kind=worst.kind, who=worst.who)


def _links(record: Record, name: RungName) -> Iterator[TextLink]:
    for said in record.links:
        link = said.value
        from_preprint = bool(_PREPRINT_SERVICES & set(said.by))
        if link.media_type is MediaType.JATS:
            if name is RungName.PREPRINT_JATS and from_preprint:
                yield link
        elif link.media_type is MediaType.PDF and name is _PDF_OF[link.host]:
            yield link


_PDF_OF: Final = {Host.REPOSITORY: RungName.REPOSITORY_PDF, Host.PUBLISHER: RungName.PUBLISHER_PDF}
