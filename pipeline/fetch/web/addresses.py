"""Connections to public addresses only, decided by what the name really resolves to at the moment of connecting."""

import asyncio
import socket
from collections.abc import Collection, Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, Final

import httpcore2

from pipeline.errors import said
from pipeline.fetch.web.errors import WebError

_Address = IPv4Address | IPv6Address
_TRIED: Final = 4
"""Addresses of one name that are tried one after the other; a name may have IPv6 ones on a network without IPv6."""


class PublicOnly(httpcore2.AsyncNetworkBackend):
    """Resolves a name itself and connects to the very address that was checked.

    A check before the connection would be worth nothing: a hostile name server may give another answer the second
    time (DNS rebinding). `allowed` holds `host:port` of servers on this machine that tests may ask.
    """

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = frozenset(allowed)
        self._backend = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature of the base class
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to `host`. Raises WebError (`address_refused`, `unreachable`)."""
        *others, last = await self._checked(host, port)
        share = timeout / (len(others) + 1) if timeout is not None else None
        for address in others:
            with suppress(httpcore2.ConnectError, httpcore2.ConnectTimeout):  # the next one may answer
                return await self._backend.connect_tcp(address, port, share, local_address, socket_options)
        return await self._backend.connect_tcp(last, port, share, local_address, socket_options)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the signature of the base class
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore2.AsyncNetworkStream:
        """Never."""
        raise WebError(f"{path} is not on the network", kind="address_refused")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    async def _checked(self, host: str, port: int) -> list[str]:
        """The first addresses of a name, if all that it has are public: one that is not is no slip, or a trap."""
        found = await _resolved(host, port)
        if f"{host}:{port}" in self._allowed:
            return [str(address) for address in found[:_TRIED]]
        for address in found:
            if not is_public(address):
                raise WebError(
                    f"{host} is the address {address}, which is not public; it was not asked",
                    kind="address_refused",
                    remedy="If this is a server of your own for tests, name its host:port in allowed_local_servers.",
                )
        return [str(address) for address in found[:_TRIED]]


def is_public(address: _Address) -> bool:
    """Whether an address belongs to the open internet (IANA's special-purpose registries, as `ipaddress` has them)."""
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


async def _resolved(host: str, port: int) -> list[_Address]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"the name {host} cannot be resolved ({said(error)})") from error
    return [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
