"""A small server that answers what a test tells it to, and a web that asks only it."""

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import pytest_asyncio

from pipeline.config import Services
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Bounds, Web
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply


@dataclass
class Told:
    """Answers in order, the last one for ever; what was asked, as path and query."""

    answers: list[tuple[int, bytes]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    queries: list[dict[str, str]] = field(default_factory=list)
    host: str = ""

    def answer(self, target: str) -> tuple[int, bytes]:
        parts = urlsplit(target)
        self.paths.append(unquote(parts.path))
        self.queries.append({name: values[0] for name, values in parse_qs(parts.query).items()})
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Turns:
    """No waiting."""

    @asynccontextmanager
    async def turn(self, service: str, pace: Pace, **more: float) -> AsyncIterator[None]:
        yield

    def learn(self, service: str, pace: Pace) -> None:
        """Nothing to learn."""

    def pause(self, service: str, seconds: float) -> None:
        """Nothing to pause."""


class Memory:
    """Keeps replies as long as the test."""

    def __init__(self) -> None:
        self.kept: dict[str, Reply] = {}

    def find(self, key: str, *, max_age: float) -> Reply | None:
        return self.kept.get(key)

    def keep(self, key: str, reply: Reply) -> None:
        self.kept[key] = reply


@pytest.fixture
def server() -> Iterator[Told]:
    told = Told()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = told.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    told.host = f"127.0.0.1:{running.server_port}"
    yield told
    running.shutdown()
    running.server_close()
    thread.join()


@pytest_asyncio.fixture
async def web(server: Told) -> AsyncIterator[Web]:
    bounds = Bounds(5.0, 1_000_000, 0.0)
    made = Web(user_agent="layline-tests", cache=Memory(), turns=Turns(), bounds=bounds, allowed=(server.host,))
    yield made
    await made.aclose()


@pytest.fixture
def asking(server: Told) -> Asking:
    names = ("crossref", "europepmc", "eutils", "biorxiv")
    services = Services(**{name: f"http://{server.host}/{name}" for name in names})
    return Asking(services=services, contact="editor@example.org", max_age=0.0)
