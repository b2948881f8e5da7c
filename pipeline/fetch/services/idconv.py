"""PMC's ID converter: which DOI, PMID and PMCID are one article; knows what is in PMC only.

Source: the page of PMC's ID Converter API.
"""

from typing import Final

from pipeline.fetch.services import fields, ncbi
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.web_reply import Reply

_NAME: Final = "PMC's ID converter"
_OK: Final = 200


class IdConverter:
    """`/articles/?ids=…`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def ids(self, wanted: Pmid | Pmcid | Doi) -> dict[str, str] | None:
        """`doi`, `pmid` and `pmcid` as far as known, or None where the converter does not know it. Raises WebError."""
        kind = {Pmid: "pmid", Pmcid: "pmcid", Doi: "doi"}[type(wanted)]
        params = {"ids": str(wanted), "idtype": kind, "format": "json", **ncbi.params(self._asking)}
        request = Request(
            ncbi.SERVICE,
            f"{self._asking.services.idconv}/",
            ncbi.pace(self._asking),
            params=params,
            max_age=self._asking.max_age,
        )
        return await self._web.get(request, _ids_of)


def _ids_of(reply: Reply) -> dict[str, str] | None:
    if reply.status in (400, 404):
        return None
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or "records" not in value:
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    for record in fields.items(value, "records"):
        if fields.text(record, "status") != "error":
            found = {
                "doi": fields.doi(record, "doi"),
                "pmid": fields.pmid(record, "pmid"),
                "pmcid": fields.pmcid(record, "pmcid"),
            }
            return {name: str(identifier) for name, identifier in found.items() if identifier} or None
    return None
