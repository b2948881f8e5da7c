"""Asks hosts what they want programs to leave alone: robots.txt, as RFC 9309 has it."""

import asyncio
from typing import Final
from urllib.parse import urlsplit

from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.fetch.web.errors import WebError
from pipeline.fetch.web.robots_rules import Rules
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply

_PROGRAM: Final = "layline"
_PACE: Final = Pace(1, at_once=1)
_BOUNDS: Final = Bounds(seconds=20.0, largest=5_000_000, retry_for=5.0)
_DAY: Final = 86_400.0
_OK: Final = range(200, 300)
_ALL: Final = Rules(b"", _PROGRAM)


class Robots:
    """What each host said; one object serves a run, and asks no host twice."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._said: dict[str, Rules | WebError] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def allows(self, url: str) -> bool:
        """Whether the host lets programs like this one ask for the address.

        A host without a robots.txt allows everything (RFC 9309, 2.3.1.3); one that cannot be heard, fails or refuses
        to show it allows nothing for this run (2.3.1.4).
        """
        said = await self.said(url)
        return isinstance(said, Rules) and said.allow(url)

    async def said(self, url: str) -> Rules | WebError | None:
        """What the host of an address said, or why it could not be heard; None where the address is not of the web."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            return None
        host = f"{parts.scheme}://{parts.netloc.lower()}"
        async with self._asking.setdefault(host, asyncio.Lock()):
            if host not in self._said:
                self._said[host] = await self._ask(host)
        return self._said[host]

    async def _ask(self, host: str) -> Rules | WebError:
        name = f"robots:{host.partition('://')[2]}"
        try:
            return await self._web.get(Request(name, f"{host}/robots.txt", _PACE, max_age=_DAY), _rules, _BOUNDS)
        except WebError as error:
            return error  # not hearing a host is an answer too


def _rules(reply: Reply) -> Rules:
    return Rules(reply.body, _PROGRAM) if reply.status in _OK else _ALL
