"""Unpacks a body as it comes: in bounded pieces, and to its end."""

import zlib
from collections.abc import Iterator
from typing import Final

import httpx2

ACCEPTED: Final = "gzip"
"""What is asked for; a server that packs otherwise was not listening."""
_PIECE: Final = 2**20
_GZIP: Final = zlib.MAX_WBITS | 16


class Inflating:
    """One body. A half gzip is told from a whole one, which a connection that simply ends would hide."""

    def __init__(self, encoding: str) -> None:
        """`encoding` is the header `Content-Encoding`. Raises DecodingError where it is not one that was asked for."""
        name = encoding.strip().lower()
        if name not in ("", "identity", "gzip", "x-gzip"):
            raise httpx2.DecodingError(f"it is packed as {name[:40]!r}")
        self._packed = name.endswith("gzip")
        self._member = zlib.decompressobj(_GZIP)
        self._begun = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What the data hold, at most a megabyte at once. Raises DecodingError."""
        if not self._packed:
            yield data
            return
        try:
            yield from self._unpacked(data)
        except zlib.error as error:
            raise httpx2.DecodingError(str(error)) from error

    def finish(self) -> None:
        """To be called at the end of the data. Raises DecodingError where something is missing."""
        if self._begun and not self._member.eof:
            raise httpx2.DecodingError("its gzip data end too early")

    def _unpacked(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member.eof:
                # RFC 1952, 2.2: a file may have several members, one after the other.
                self._member = zlib.decompressobj(_GZIP)
            self._begun = True
            yield self._member.decompress(data, _PIECE)
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
