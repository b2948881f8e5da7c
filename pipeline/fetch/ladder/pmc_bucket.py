"""The rungs of PMC's open data bucket: the XML, then the PDF, of the newest version that it holds.

Source: PMC's page on its cloud service (bucket `pmc-oa-opendata`, anonymous HTTPS); the older OA web service and FTP
files were removed in August 2026.
"""

import hashlib
import json
import re
from typing import Final
from urllib.parse import parse_qs, urlsplit

from pipeline.fetch.ladder.believe import believe
from pipeline.fetch.ladder.rung import MissedError, NotOfferedError, Text
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.pace import Pace
from pipeline.models.paper import Licence
from pipeline.models.record import Record, Service, TextVersion
from pipeline.models.rungs import RungName
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(10, at_once=4)
_PREFIX: Final = re.compile(r"<Prefix>(PMC\d+\.(\d+))/</Prefix>")
_FIELD: Final = {MediaType.JATS: "xml_url", MediaType.PDF: "pdf_url"}


class PmcBucket:
    """One of the two rungs, by what it looks for."""

    def __init__(self, web: Web, asking: Asking, bounds: Bounds, wanted: MediaType) -> None:
        self._web, self._asking, self._bounds, self._wanted = web, asking, bounds, wanted
        self.name = RungName.PMC_JATS if wanted is MediaType.JATS else RungName.PMC_PDF

    async def text(self, record: Record) -> Text:
        """The text. Raises NotOfferedError, MissedError or WebError."""
        if record.pmcid is None:
            raise NotOfferedError("no PMCID is known, so it is not in PMC")
        about = await self._about(await self._newest(record.pmcid))
        url, digest = self._address(about)
        data = await self._web.get(
            Request(Service.PMC.value, url, _PACE), lambda reply: believe(reply, self._wanted), self._bounds
        )
        if digest and hashlib.md5(data, usedforsecurity=False).hexdigest() != digest:
            raise MissedError("the bytes are not those that its metadata announces (md5)", url=url, kind="cut_off")
        manuscript = about.get("is_manuscript") is True
        version = TextVersion.ACCEPTED if manuscript else TextVersion.PUBLISHED
        return Text(data, self._wanted, url, version, _licence(about))

    async def _newest(self, pmcid: str) -> str:
        params = {"list-type": "2", "prefix": f"{pmcid}.", "delimiter": "/"}
        request = Request(Service.PMC.value, f"{self._base}/", _PACE, params=params, max_age=self._asking.max_age)
        return await self._web.get(request, _newest_version)

    async def _about(self, version: str) -> dict[str, object]:
        url = f"{self._base}/metadata/{version}.json"
        return await self._web.get(Request(Service.PMC.value, url, _PACE, max_age=self._asking.max_age), _metadata)

    def _address(self, about: dict[str, object]) -> tuple[str, str | None]:
        """The `s3://` address as one of the web, and the md5 that it announces."""
        value = about.get(_FIELD[self._wanted])
        if not isinstance(value, str) or not value:
            raise MissedError(f"it holds no {self._wanted.value} of it", url=self._base, kind="not_there")
        parts = urlsplit(value)
        digest = parse_qs(parts.query).get("md5", [None])[0]
        return f"{self._base}/{parts.path.lstrip('/')}", digest.lower() if digest else None

    @property
    def _base(self) -> str:
        return self._asking.services.pmc_bucket


def _newest_version(reply: Reply) -> str:
    found = _PREFIX.findall(reply.body.decode("utf-8", "replace"))
    if not found:
        if b"ListBucketResult" not in reply.body:
            raise bad_reply("PMC's bucket", f"something else than a listing ({reply.status}: {reply.beginning!r})")
        raise MissedError("it holds no version of it", url=reply.url, kind="not_there")
    return str(max(found, key=lambda pair: int(pair[1]))[0])


def _metadata(reply: Reply) -> dict[str, object]:
    try:
        value = json.loads(reply.body)
    except ValueError as error:
        raise bad_reply("PMC's bucket", f"metadata that is no JSON ({reply.status}: {reply.beginning!r})") from error
    if not isinstance(value, dict):
        raise bad_reply("PMC's bucket", "metadata that is no object")
    return value


def _licence(about: dict[str, object]) -> Licence | None:
    code = about.get("license_code")
    return Licence(name=code) if isinstance(code, str) and code.strip() else None
