"""Asks a GROBID server for the TEI of a PDF, and waits for its turn where the server is busy."""

import asyncio
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import httpx2
from tenacity import AsyncRetrying, retry_if_exception, stop_before_delay, wait_random_exponential

from pipeline.errors import ParseError, Who
from pipeline.parse.grobid.tree import LARGEST

_PATH: Final = "/api/processFulltextDocument"
_FIELDS: Final = {
    # 0: what Crossref knows is not what the paper says, and fetching it is not the parser's business.
    "consolidateHeader": "0",
    "consolidateCitations": "0",
    "includeRawCopyrights": "1",
    "teiCoordinates": ["head", "p", "s", "ref", "figure", "formula", "note"],
}
_BUSY: Final = frozenset({429, 502, 503, 504})
"""Every thread of the server is at work (503), or a gateway before it says so in its own way."""
_TOLD: Final = 200
"""Characters of a server's own message that are passed on."""


class GrobidError(ParseError):
    """GROBID gave no TEI. Transient ones (`grobid_busy`, `grobid_unreachable`) were tried again before."""

    kind = "grobid"


class GrobidClient:
    """One server. The HTTP client is handed in, and closed by whoever made it.

    `seconds` bound one attempt from its first byte to its last; `retry_for` bounds all of them together. A document
    on which the server fails or runs out of time is not sent again: it would fail again.
    """

    def __init__(
        self, http: httpx2.AsyncClient, url: str, *, seconds: float, retry_for: float, longest_wait: float = 10.0
    ) -> None:
        self._http = http
        self._url = url.rstrip("/") + _PATH
        self._seconds = seconds
        self._retry_for = retry_for
        self._longest_wait = longest_wait

    @property
    def shown_url(self) -> str:
        """The address without a password that may stand in it."""
        parts = urlsplit(self._url.removesuffix(_PATH))
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))

    async def tei(self, pdf: bytes, name: str) -> bytes:
        """The TEI of a PDF; `name` is what messages call it, the server does not hear it.

        Raises:
            GrobidError: `grobid_busy`, `grobid_unreachable`, `grobid_timeout`, `grobid_no_content`,
                `grobid_refused` (4xx), `grobid_error` (5xx and anything else), `grobid_too_large`, `grobid_not_tei`.
        """
        policy = AsyncRetrying(
            retry=retry_if_exception(lambda error: isinstance(error, GrobidError) and error.transient),
            # GROBID's manual suggests 5 to 10 s between attempts on full texts.
            wait=wait_random_exponential(multiplier=1.0, max=self._longest_wait),
            stop=stop_before_delay(self._retry_for),
            reraise=True,
        )
        return await policy(self._attempt, pdf, name)

    async def _attempt(self, pdf: bytes, name: str) -> bytes:
        try:
            async with asyncio.timeout(self._seconds):
                return await self._post(pdf, name)
        except (TimeoutError, httpx2.ReadTimeout, httpx2.WriteTimeout) as error:
            raise self._failed(name, f"did not answer within {self._seconds:g} s", "grobid_timeout") from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            reason = f"cannot be reached ({error or type(error).__name__})"
            raise self._failed(name, reason, "grobid_unreachable", Who.PIPELINE) from error

    async def _post(self, pdf: bytes, name: str) -> bytes:
        files = {"input": ("paper.pdf", pdf, "application/pdf")}
        asked = self._http.stream(
            "POST", self._url, files=files, data=_FIELDS, headers={"Accept": "application/xml"}, timeout=self._seconds
        )
        async with asked as reply:
            body = await self._bounded(reply, name)
        if reply.status_code != httpx2.codes.OK:
            raise self._refusal(reply.status_code, body, name)
        if b"<TEI" not in body[:4_096]:
            raise self._failed(name, f"answered with something else than TEI: {_start(body)!r}", "grobid_not_tei")
        return body

    async def _bounded(self, reply: httpx2.Response, name: str) -> bytes:
        body = bytearray()
        async for piece in reply.aiter_bytes():
            body += piece
            if len(body) > LARGEST:
                too_much = f"answered with more than {LARGEST // (1024 * 1024)} MB"
                raise self._failed(name, too_much, "grobid_too_large")
        return bytes(body)

    def _refusal(self, status: int, body: bytes, name: str) -> GrobidError:
        if status in _BUSY:
            return self._failed(name, f"is busy ({status})", "grobid_busy", Who.PIPELINE)
        if status == httpx2.codes.NO_CONTENT:
            return self._failed(name, "found nothing in it that it could make out (204)", "grobid_no_content")
        kind = "grobid_refused" if 400 <= status < 500 else "grobid_error"
        return self._failed(name, f"failed ({status}: {_start(body) or 'no reason given'})", kind)

    def _failed(self, name: str, what: str, kind: str, who: Who = Who.PERSON) -> GrobidError:
        message = f"{name}: GROBID at {self.shown_url} {what}"
        remedy = 'Look whether the server is up and at its log, or set parser = "builtin".'
        return GrobidError(message, remedy=remedy, kind=kind, who=who)


def _start(body: bytes) -> str:
    return " ".join(body[: 4 * _TOLD].decode("utf-8", "replace").split())[:_TOLD]
