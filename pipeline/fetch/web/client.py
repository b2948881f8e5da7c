"""Asks a service over the network: politely, within bounds, and with a named outcome whatever comes back."""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, TypeVar
from urllib.parse import quote_plus, urlencode, urljoin, urlsplit

import anyio.lowlevel
import httpcore2
import httpx2

from pipeline.errors import LaylineError, Who, said
from pipeline.fetch.web.addresses import PublicOnly
from pipeline.fetch.web.announced import announced_pace
from pipeline.fetch.web.errors import ASK_AGAIN, ASK_DOCTOR, WebError
from pipeline.fetch.web.inflating import ACCEPTED, Inflating
from pipeline.fetch.web.ports import Cache, Turns
from pipeline.models.pace import Pace, PausedError
from pipeline.models.web_reply import Reply
from pipeline.retry import RETRIED, exponential, retrying

T = TypeVar("T")

_REDIRECTS: Final = 6
_NOT_ALLOWED: Final = frozenset({401, 402, 403, 407, 451})

# At its level INFO the client's own log writes every address whole, keys included.
logging.getLogger("httpx2").setLevel(logging.WARNING)


@dataclass(frozen=True)
class Bounds:
    """What one attempt may take (seconds, bytes), and for how long transient failures are tried again (seconds)."""

    seconds: float
    largest: int
    retry_for: float


@dataclass(frozen=True)
class Request:
    """What is asked of whom. `secrets` are parameters that no log, message or cache key may hold.

    `max_age` is the age in seconds up to which a kept reply will do; None keeps nothing and looks nowhere.
    """

    service: str
    url: str
    pace: Pace
    params: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    max_age: float | None = None

    @property
    def shown(self) -> str:
        """The address as it may be shown and kept."""
        return _with(self.url, self.params)

    @property
    def origin(self) -> str:
        """Whom the address belongs to: scheme, host and port, which are all that a connection needs."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def accepted(self) -> str:
        """The one header that changes what a reply says; others may hold keys, and are kept nowhere."""
        return next((value for name, value in self.headers.items() if name.lower() == "accept"), "")

    @property
    def sent(self) -> str:
        """The address as it is asked."""
        return _with(self.url, {**self.params, **self.secrets})


class Web:
    """The network as the rest of this room sees it. Close it at the end, or use it with `async with`."""

    def __init__(
        self, *, user_agent: str, cache: Cache, turns: Turns, bounds: Bounds, allowed: tuple[str, ...] = ()
    ) -> None:
        self._http = httpx2.AsyncClient(
            transport=_transport(allowed),
            headers={"User-Agent": user_agent, "Accept-Encoding": ACCEPTED},
            trust_env=False,
            timeout=bounds.seconds,
        )
        self._cache = cache
        self._turns = turns
        self._bounds = bounds

    async def aclose(self) -> None:
        """Close every connection."""
        await self._http.aclose()

    async def get(self, request: Request, read: Callable[[Reply], T], bounds: Bounds | None = None) -> T:
        """What `read` makes of the reply. Raises WebError; what `read` refuses is not kept for another time."""
        key = f"GET {request.shown} {request.accepted}"
        if request.max_age is not None and (kept := self._cache.find(key, max_age=request.max_age)):
            # A newer version may refuse what an older one kept: then the service is asked again.
            with suppress(LaylineError):
                return read(kept)
        limits = bounds or self._bounds
        reply = await retrying(lambda: self._attempt(request, limits), wait=exponential(), ceiling=limits.retry_for)
        value = read(reply)
        if request.max_age is not None:
            self._cache.keep(key, reply)
        return value

    async def _attempt(self, request: Request, bounds: Bounds) -> Reply:
        # Loads what the first connection needs (40 ms) before the departure: after it, the request would come late, and
        # the next one too close to it.
        await anyio.lowlevel.checkpoint()
        try:
            async with self._turns.turn(request.service, request.pace):
                reply = await self._reply(request, bounds)
                if pace := announced_pace(reply.headers, request.pace):
                    self._turns.learn(request.service, pace)
        except PausedError as error:
            what = f"asked not to be asked for {error.seconds:,.0f} s more"
            raise _transient(request, what, "rate_limited", after=error.seconds) from error
        return self._judged(request, reply)

    async def _reply(self, request: Request, bounds: Bounds) -> Reply:
        try:
            async with asyncio.timeout(bounds.seconds):
                return await self._follow(request, bounds)
        except (TimeoutError, httpx2.TimeoutException) as error:
            raise _transient(request, f"did not answer in full within {bounds.seconds:g} s", "timeout") from error
        except (httpx2.RemoteProtocolError, httpx2.ReadError, httpx2.DecodingError) as error:
            raise _transient(request, f"broke off its answer ({error})", "cut_off") from error
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, ValueError) as error:
            raise _final(request, f"cannot be asked: {error}", "address_refused") from error
        except (httpx2.HTTPError, httpcore2.ConnectError) as error:
            raise _unreachable(request, error) from error

    def _judged(self, request: Request, reply: Reply) -> Reply:
        if reply.status in RETRIED:
            kind = "rate_limited" if reply.status == httpx2.codes.TOO_MANY_REQUESTS else "server_error"
            after = retry_after(reply)
            if after is not None:
                self._turns.pause(request.service, after)
            raise _transient(request, f"answered {reply.status}", kind, reply.status, after)
        if reply.status in _NOT_ALLOWED:
            raise _final(request, f"refuses us ({reply.status})", "forbidden", reply.status)
        return reply

    async def _follow(self, request: Request, bounds: Bounds) -> Reply:
        """The reply after all redirects; keys and special headers stay with the origin that they are for."""
        url, headers = request.sent, dict(request.headers)
        for _ in range(_REDIRECTS + 1):
            _check_address(request, url)
            async with self._http.stream("GET", url, headers=headers, timeout=bounds.seconds) as response:
                target = response.headers.get("location") if response.is_redirect else None
                if target is None:
                    return await _read(request, response, bounds)
            following = urljoin(url, target)
            if urlsplit(following)[:2] != urlsplit(url)[:2]:
                _check_secrets(request, url, following)
                headers = {"Accept": request.accepted} if request.accepted else {}
            url = following
        raise _final(request, f"redirects more than {_REDIRECTS} times", "redirects")


def _transport(allowed: tuple[str, ...]) -> httpx2.AsyncHTTPTransport:
    context = httpx2.create_ssl_context()
    transport = httpx2.AsyncHTTPTransport(verify=context)
    # The transport has no door for a network backend, so its pool is replaced by one like it.
    transport._pool = httpcore2.AsyncConnectionPool(  # noqa: SLF001
        ssl_context=context,
        max_connections=40,
        keepalive_expiry=30.0,
        network_backend=PublicOnly(allowed),
    )
    return transport


async def _read(request: Request, response: httpx2.Response, bounds: Bounds) -> Reply:
    body = bytearray()
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > bounds.largest:
        raise _too_large(request, bounds)
    inflating = Inflating(response.headers.get("content-encoding", ""))
    async for data in response.aiter_raw():
        for piece in inflating.pieces(data):
            body += piece
            if len(body) > bounds.largest:
                raise _too_large(request, bounds)
    inflating.finish()
    headers = {name.lower(): value for name, value in response.headers.items() if not _tells(value, request)}
    url = request.shown if _tells(str(response.url), request) else str(response.url)
    return Reply(response.status_code, headers, bytes(body), url, request.shown, datetime.now(UTC))


def _check_address(request: Request, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise _final(request, f"leads to {parts.scheme or 'no'} address, which is not of the web", "address_refused")
    if parts.username or parts.password:
        raise _final(request, "leads to an address with a password in it", "address_refused")


def _check_secrets(request: Request, url: str, following: str) -> None:
    """A server that puts our key into the address of another one would have us hand it over there."""
    safer = urlsplit(url).hostname == urlsplit(following).hostname and following.startswith("https:")
    if _tells(following, request) and not safer:
        raise _final(request, "leads to another host with a key of ours in the address", "address_refused")


def retry_after(reply: Reply) -> float | None:
    """The seconds that a reply asks to wait (RFC 9110, 10.2.3: seconds or a date), or None."""
    value = reply.headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,20}", value):
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
        # RFC 9110, 5.6.7: such a date is always in UTC; `-0000` is how some write that.
        moment = moment.replace(tzinfo=moment.tzinfo or UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None


def _with(url: str, params: Mapping[str, str]) -> str:
    return f"{url}{'&' if '?' in url else '?'}{urlencode(params)}" if params else url


def _tells(text: str, request: Request) -> bool:
    """Whether a text holds a key, as it is or as it stands in an address."""
    return any(value and (value in text or quote_plus(value) in text) for value in request.secrets.values())


def _too_large(request: Request, bounds: Bounds) -> WebError:
    return _final(request, f"sends more than {bounds.largest / 1e6:,.0f} MB", "too_large")


def _message(request: Request, what: str, address: str) -> str:
    """What happened; a library's or a server's words are left out where they hold a key."""
    told = what if not _tells(what, request) else "failed in a way that cannot be told without a key"
    asked = request.service.replace("robots:", "robots.txt of ")
    return f"{asked} {told}: {address}"


def _unreachable(request: Request, error: Exception) -> WebError:
    """Nobody listens there, whatever was to be asked: the host is told, not the whole address."""
    message = _message(request, f"cannot be reached ({said(error)})", request.origin)
    return WebError(message, kind="unreachable", who=Who.PIPELINE, remedy=f"{ASK_AGAIN} {ASK_DOCTOR}")


def _transient(
    request: Request, what: str, kind: str, status: int | None = None, after: float | None = None
) -> WebError:
    return WebError(
        _message(request, what, request.shown),
        kind=kind,
        who=Who.PIPELINE,
        remedy=ASK_AGAIN,
        status=status,
        retry_after=after,
    )


def _final(request: Request, what: str, kind: str, status: int | None = None) -> WebError:
    remedy = "Supply the paper as a file, if you have it." if kind != "forbidden" else "Look at the key or contact."
    return WebError(_message(request, what, request.shown), kind=kind, remedy=remedy, status=status)
