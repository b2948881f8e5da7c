"""Lets no answer of a model's server grow without bound: some send for ever. Imported with the SDK, never before it."""

from collections.abc import AsyncIterator
from typing import Final

import httpx2

MOST_BYTES: Final = 64_000_000
"""Of one answer; a reply of a million tokens has about four million."""
_FILE: Final = "/content"
"""How the address of a file ends. The output of a batch holds up to 50,000 replies, and is as large as they are."""


class EndlessAnswerError(Exception):
    """An answer is longer than any that a model gives."""


async def bound(response: httpx2.Response) -> None:
    """A hook of the client: what is read of the answer from here on is counted."""
    if not response.request.url.path.endswith(_FILE):
        assert isinstance(response.stream, httpx2.AsyncByteStream)  # noqa: S101 - the client is asynchronous
        response.stream = _Counted(response.stream)


class _Counted(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._stream:
            read += len(chunk)
            if read > MOST_BYTES:
                raise EndlessAnswerError(f"it sent more than {MOST_BYTES // 1_000_000} MB")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
