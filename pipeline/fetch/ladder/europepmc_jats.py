"""The first rung: the JATS full text that Europe PMC serves of its open-access subset."""

from pipeline.fetch.ladder.believe import believe
from pipeline.fetch.ladder.rung import NotOfferedError, Text
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.models.pace import Pace
from pipeline.models.record import Record, Service, TextVersion
from pipeline.models.record_metadata import licence_of
from pipeline.models.rungs import RungName
from pipeline.models.source import MediaType


class EuropePmcJats:
    """`/{PMCID}/fullTextXML`; 404 outside the open-access subset (Europe PMC's RESTful documentation)."""

    name = RungName.EUROPEPMC_JATS

    def __init__(self, web: Web, asking: Asking, bounds: Bounds) -> None:
        self._web, self._asking, self._bounds = web, asking, bounds

    async def text(self, record: Record) -> Text:
        """The text. Raises NotOfferedError, MissedError or WebError."""
        if record.pmcid is None:
            raise NotOfferedError("no PMCID is known, so it is not in PMC")
        url = f"{self._asking.services.europepmc}/{record.pmcid}/fullTextXML"
        request = Request(Service.EUROPEPMC.value, url, Pace(10, at_once=4))
        data = await self._web.get(request, lambda reply: believe(reply, MediaType.JATS), self._bounds)
        licence = licence_of(record, TextVersion.PUBLISHED)
        return Text(data, MediaType.JATS, url, TextVersion.PUBLISHED, licence)
