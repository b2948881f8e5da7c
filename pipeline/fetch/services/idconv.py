"""The ID converter of PubMed Central: from one identifier of an article to its others."""

from typing import Final, TypedDict

from pipeline.fetch.services import fields, ncbi
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.web_reply import Reply

_NAME: Final = "The ID converter of PMC"
_OK: Final = 200
_NOT_FOUND: Final = 404


class Ids(TypedDict):
    """The identifiers of one article."""

    doi: Doi | None
    pmid: Pmid | None
    pmcid: Pmcid | None


class IdConverter:
    """`/tools/idconv/api/v1/articles/`. It knows articles in PubMed Central alone."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def ids(self, *, pmid: Pmid | None = None, pmcid: Pmcid | None = None, doi: Doi | None = None) -> Ids | None:
        """All identifiers of the article that has the given one, or None. Raises WebError."""
        kind, wanted = next((k, v) for k, v in (("pmid", pmid), ("pmcid", pmcid), ("doi", doi)) if v)
        request = Request(
            ncbi.SERVICE,
            f"{self._asking.services.idconv}/",
            ncbi.pace(self._asking),
            params={"ids": wanted, "idtype": kind, "format": "json", **ncbi.params(self._asking)},
            max_age=self._asking.max_age,
        )
        found = await self._web.get(request, _read)
        return next((ids for ids in found if wanted in ids.values()), None)


def _read(reply: Reply) -> list[Ids]:
    if reply.status == _NOT_FOUND:
        return []
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or not isinstance(value.get("records"), list):
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    return [
        Ids(doi=fields.doi(row, "doi"), pmid=fields.pmid(row, "pmid"), pmcid=fields.pmcid(row, "pmcid"))
        for row in fields.items(value, "records")
        if fields.text(row, "status") != "error"
    ]
