"""The site that an address belongs to."""

from typing import Final
from urllib.parse import urlsplit

_PORTS: Final = {"http": 80, "https": 443}


def site_of(url: str) -> str | None:
    """The host of an address of the web, without `www.`, with its port where that is not the usual one."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    host = parts.hostname.lower().removeprefix("www.")
    return host if port in (None, *_PORTS.values()) else f"{host}:{port}"
