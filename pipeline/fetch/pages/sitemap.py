"""Sitemaps, known by what they hold. Source: sitemaps.org, protocol 0.9: urlset, sitemapindex, gzip, 50 MB."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from pipeline.errors import FetchError

_GZIP: Final = b"\x1f\x8b"
_LARGEST: Final = 52_428_800
"""Bytes of a sitemap that is not packed any more."""
_MOST: Final = 50_000
"""Addresses in one sitemap."""
_HEAD: Final = 4_096
_ROOT: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)[\s/>]")


@dataclass(frozen=True)
class Sitemap:
    """The addresses of pages, and those of further sitemaps."""

    pages: tuple[str, ...]
    sitemaps: tuple[str, ...] = ()


def sitemap_in(data: bytes) -> Sitemap | None:
    """The sitemap that the bytes are, packed or not; None where they are something else.

    Raises FetchError (`bad_sitemap`) where a sitemap is too large, or broken.
    """
    plain = _unpacked(data) if data.startswith(_GZIP) else data
    if plain is None or not _ROOT.search(plain[:_HEAD]):
        return None
    from lxml import etree  # noqa: PLC0415 - most pages are no sitemaps

    try:
        return _read(plain)
    except etree.XMLSyntaxError as error:
        raise _bad(f"it is broken XML ({error.msg})") from error


def _read(data: bytes) -> Sitemap:
    """The addresses in the order in which they stand; each entry is dropped once it was read."""
    from lxml import etree  # noqa: PLC0415

    pages: list[str] = []
    sitemaps: list[str] = []
    reader = etree.iterparse(
        BytesIO(data), tag="{*}loc", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    for _, loc in reader:
        entry, address = loc.getparent(), (loc.text or "").strip()
        kind = "" if entry is None else etree.QName(entry).localname
        if address and kind in ("url", "sitemap"):
            (pages if kind == "url" else sitemaps).append(address)
        if len(pages) + len(sitemaps) > _MOST:
            raise _bad(f"it has more than {_MOST:,} addresses")
        loc.clear()
        if entry is not None:
            while entry.getprevious() is not None:
                del entry.getparent()[0]
    return Sitemap(tuple(pages), tuple(sitemaps))


def _unpacked(data: bytes) -> bytes | None:
    """The data without their packing; None where they are no gzip after all."""
    import httpx2  # noqa: PLC0415 - hardly any page is packed

    from pipeline.fetch.web.inflating import Inflating  # noqa: PLC0415

    inflating, plain = Inflating("gzip"), bytearray()
    try:
        for piece in inflating.pieces(data):
            plain += piece
            if len(plain) > _LARGEST:
                raise _bad(f"it has more than {_LARGEST / 1e6:,.0f} MB")
        inflating.finish()
    except httpx2.DecodingError:
        return None
    return bytes(plain)


def _bad(why: str) -> FetchError:
    return FetchError(
        f"the sitemap cannot be used: {why}", kind="bad_sitemap", remedy="Mend it, or name the pages themselves."
    )
