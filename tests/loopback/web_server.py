"""A loopback web server that answers as each test's script says, in one event loop with the test, many at once."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Act = Callable[[asyncio.StreamWriter], Awaitable[None]]
"""What is done about one request. The connection is closed after an act that is not `answer`."""


@dataclass(frozen=True)
class Seen:
    """One request as it arrived: its target, its headers by lower-case name, and when (monotonic seconds)."""

    target: str
    headers: dict[str, str]
    moment: float


@dataclass
class WebServer:
    """Acts by path; any other path gets 404. `written` counts bytes of `endless` acts that could be sent."""

    routes: dict[str, Act] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    written: int = 0
    most_at_once: int = 0
    _at_once: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=2**20)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def authority(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """The address, without a final slash."""
        return f"http://{self.authority}"

    @property
    def moments(self) -> list[float]:
        """When each request arrived."""
        return [request.moment for request in self.seen]

    def endless(self, head: bytes, piece: bytes, pieces: int) -> Act:
        """A head and then the same piece again and again, as long as anybody listens."""

        async def act(writer: asyncio.StreamWriter) -> None:
            writer.write(head)
            for _ in range(pieces):
                writer.write(piece)
                await writer.drain()
                self.written += len(piece)

        return act

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                while await self._one(await reader.readuntil(b"\r\n\r\n"), writer):
                    pass
        finally:
            writer.close()

    async def _one(self, head: bytes, writer: asyncio.StreamWriter) -> bool:
        """Whether the connection stays open."""
        self.seen.append(_seen(head))
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        act = self.routes.get(self.seen[-1].target.partition("?")[0], answer(404))
        try:
            await act(writer)
            await writer.drain()
        finally:
            self._at_once -= 1
        return getattr(act, "stays_open", False)


def answer(status: int, body: bytes = b"", *headers: str, delay: float = 0.0) -> Act:
    """A whole and proper answer, after a delay in seconds."""
    lines = (f"HTTP/1.1 {status} Scripted", f"Content-Length: {len(body)}", *headers)
    data = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body

    async def act(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(delay)
        writer.write(data)

    act.stays_open = True  # type: ignore[attr-defined]
    return act


def raw(data: bytes) -> Act:
    """These bytes, and the end of the connection."""

    async def act(writer: asyncio.StreamWriter) -> None:
        writer.write(data)

    return act


def dribble(head: bytes, every: float) -> Act:
    """A head, and then a byte now and then, for ever."""

    async def act(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(every)

    return act


def one_by_one(*acts: Act) -> Act:
    """The first act for the first request, and so on; the last one for all that follow."""
    left = list(acts)

    async def act(writer: asyncio.StreamWriter) -> None:
        await (left.pop(0) if len(left) > 1 else left[0])(writer)
        writer.close()

    return act


def redirect(target: str, status: int = 302) -> Act:
    """A redirect to this address."""
    return answer(status, b"", f"Location: {target}")


def most_in_a_second(moments: list[float], interval: float = 1.0) -> int:
    """The most arrivals in any sliding interval."""
    ordered = sorted(moments)
    return max(
        (sum(start <= one < start + interval for one in ordered[i:]) for i, start in enumerate(ordered)), default=0
    )


def _seen(head: bytes) -> Seen:
    first, *rest = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in rest if line)
    return Seen(first.split(" ")[1], {name.lower(): value.strip() for name, _, value in pairs}, time.monotonic())
