"""500 requests to a service that allows 10 a second, 3 at once: our wall time against 500/10 s, and a second run.

The server counts arrivals in a process of its own; it takes 0.1 s for an answer and announces its limits with it.
"""

import asyncio
import json
import multiprocessing
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply
from pipeline.store.turns import SharedTurns
from pipeline.store.web_cache import WebCache
from tests.loopback.web_server import WebServer, answer, most_in_a_second

COUNT: Final = 500
PER_SECOND: Final = 10
AT_ONCE: Final = 3
LATENCY: Final = 0.1
WANTED: Final = 1.15
Counts = tuple[list[float], int]


def main(count: int = COUNT) -> int:
    """Print the figures; 1 where one of them is not as wanted."""
    with tempfile.TemporaryDirectory() as folder, counting_server() as url:
        first = asyncio.run(ask(Path(folder), url, count))
        moments, at_once = counts_of(url)
        second = asyncio.run(ask(Path(folder), url, count))
        more = len(counts_of(url)[0]) - len(moments)
    ideal, densest = count / PER_SECOND, most_in_a_second(moments)
    print(json.dumps({"first run s": round(first, 2), "ideal s": ideal, "second run s": round(second, 2)}))
    print(f"wall / ideal: {first / ideal:.3f} (wanted: at most {WANTED})")
    print(f"most arrivals in any second: {densest} (allowed: {PER_SECOND}); most at once: {at_once} ({AT_ONCE})")
    print(f"second run: {more} calls (wanted: 0)")
    right = first / ideal <= WANTED and densest <= PER_SECOND and at_once <= AT_ONCE and not more
    return int(not right)


async def ask(folder: Path, url: str, count: int) -> float:
    """Ask for `count` different things; the seconds that it took."""
    web = Web(
        user_agent="layline-bench",
        cache=WebCache(folder / "web"),
        turns=SharedTurns(folder / "turns"),
        bounds=Bounds(seconds=10.0, largest=1_000_000, retry_for=0.0),
        allowed=(url.removeprefix("http://"),),
    )
    pace, started = Pace(PER_SECOND, at_once=AT_ONCE), time.monotonic()
    asked = (Request("bench", f"{url}/", pace, {"number": str(number)}, max_age=3_600) for number in range(count))
    await asyncio.gather(*(web.get(request, _whole) for request in asked))
    await web.aclose()
    return time.monotonic() - started


def _whole(reply: Reply) -> Reply:
    return reply


@contextmanager
def counting_server() -> Iterator[str]:
    """The address of a server that counts."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield str(ours.recv())
    finally:
        process.terminate()
        process.join()


def counts_of(url: str) -> Counts:
    """The moments of all arrivals so far, and the most that were in flight at once."""
    with urllib.request.urlopen(f"{url}/counted") as reply:
        counts = json.load(reply)
    return [float(moment) for moment in counts["moments"]], int(counts["at_once"])


def _serve(parent: Connection) -> None:
    asyncio.run(_counting(parent))


async def _counting(parent: Connection) -> None:
    limits = (f"x-rate-limit-limit: {PER_SECOND}", "x-rate-limit-interval: 1s", f"x-concurrency-limit: {AT_ONCE}")
    async with WebServer({"/": answer(200, b"{}", *limits, delay=LATENCY)}) as server:

        async def counted(writer: asyncio.StreamWriter) -> None:
            moments = [seen.moment for seen in server.seen if seen.target != "/counted"]
            body = json.dumps({"moments": moments, "at_once": server.most_at_once}).encode()
            await answer(200, body, "Connection: close")(writer)

        server.routes["/counted"] = counted
        parent.send(server.url)
        await asyncio.Event().wait()


if __name__ == "__main__":
    sys.exit(main())
