"""A loopback server that speaks the OpenAI protocol: `python -m tests.loopback.openai_server --port 0 --delay 0.2`.

Prints its URL on the first line. `GET /stats` tells how many requests came in and how many replies went out, by the
hash of the request's body.
"""

import argparse
import asyncio
import hashlib
import json
import threading
from collections import Counter, deque
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from tests.loopback.batch_desk import BatchDesk
from tests.loopback.faults import Faults
from tests.loopback.script import MODEL, Answering, answer_of, as_response, fields_asked, paper_in, reply_to

_FORMATS = ("json_schema", "json_object_schema", "json_object", "text")
_RETRY_AFTER = 0.05
_REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found", 429: "Too Many Requests", 500: "Internal Server Error"}


@dataclass(frozen=True)
class Reply:
    """What goes back over the wire."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Tally:
    """What has happened to requests with one body."""

    requests: int = 0
    completed: int = 0
    fault: str | None = None


@dataclass
class Server:
    """The state that all connections share. Recorded replies in `play` are given out first, in order."""

    delay: float = 0.0
    faults: Faults = field(default_factory=Faults)
    format: str = "json_schema"
    limit: str = "max_completion_tokens"
    play: list[Reply] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=dict)
    by_fault: Counter[str] = field(default_factory=Counter)
    desk: BatchDesk = field(init=False)

    answering: Answering = answer_of
    bodies: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=50))
    last_headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.desk = BatchDesk(self._batched)

    def _batched(self, body: bytes) -> tuple[int, bytes]:
        """The answer to one request of a batch; what would be a broken connection is a fault of the server there."""
        tally, _, reply = self.answer(body)
        reply = reply or _error(500, "The server had an error", "server_error")
        tally.completed += reply.status == 200
        return reply.status, reply.body if reply.body.startswith(b"{") else b"{}"

    @property
    def last_body(self) -> dict[str, Any]:
        """The request that came in last, as it was read."""
        return self.bodies[-1]

    def stats(self) -> dict[str, Any]:
        """The counts so far; `by_hash` is keyed by the SHA-256 of the request's body."""
        tallies = list(self.tallies.items())
        return {
            "requests": sum(tally.requests for _, tally in tallies),
            "completed": sum(tally.completed for _, tally in tallies),
            "by_hash": {key: vars(tally) for key, tally in tallies},
            "by_fault": dict(self.by_fault),
        }

    def answer(self, body: bytes) -> tuple[Tally, str | None, Reply | None]:
        """The tally of this body, its fault, and what to send (None: nothing at all)."""
        key = hashlib.sha256(body).hexdigest()
        tally = self.tallies.setdefault(key, Tally())
        tally.requests += 1
        if self.play:
            return tally, None, self.play.pop(0)
        asked = json.loads(body)
        self.bodies.append(asked)
        refusal = self._refusal(asked)
        if refusal:
            return tally, None, refusal
        messages = asked.get("messages") or asked.get("input", [])
        mark, text = paper_in(messages)
        question = messages[-1]["content"] if messages else ""
        fault = self.faults.transient(key, tally.requests) or self.faults.content(mark or key, tally.requests, question)
        if fault:
            tally.fault = fault
            self.by_fault[fault] += 1
        return tally, fault, _TRANSIENT[fault] if fault in _TRANSIENT else self._reply(asked, text, question, fault)

    def _reply(self, asked: dict[str, Any], text: str, question: str, fault: str | None) -> Reply:
        body = reply_to(text, fault, question, fields_asked(asked), self.answering)
        return Reply(200, as_response(body) if "input" in asked else body)

    def _refusal(self, asked: dict[str, Any]) -> Reply | None:
        form = asked.get("response_format", {})
        wanted = "json_object_schema" if "schema" in form else form.get("type", "text")
        if _FORMATS.index(wanted) < _FORMATS.index(self.format):
            return _error(400, f"This server does not support response_format type {wanted!r}", "unsupported")
        other = {"max_completion_tokens", "max_tokens"} - {self.limit}
        if self.limit == "max_tokens" and other & asked.keys():
            return _error(400, "Unknown parameter: max_completion_tokens", "unknown_parameter")
        return None


def _error(status: int, message: str, code: str, *headers: tuple[str, str]) -> Reply:
    body = {"error": {"message": message, "type": code, "param": None, "code": code}}
    return Reply(status, json.dumps(body).encode(), headers)


_TRANSIENT: dict[str, Reply | None] = {
    "401": _error(401, "Incorrect API key provided", "invalid_api_key"),
    "429": _error(429, "Rate limit reached", "rate_limit_exceeded", ("retry-after", str(_RETRY_AFTER))),
    "quota": _error(429, "You exceeded your current quota", "insufficient_quota"),
    "500": _error(500, "The server had an error", "server_error"),
    "hang": None,
    "drop": None,
    "drop_midway": Reply(200, b'{"id": "chatcmpl-loopback", "choices": [{"mess'),
}


class Connection(asyncio.Protocol):
    """One keep-alive connection; requests on it are answered one after the other."""

    def __init__(self, server: Server, open_connections: set["Connection"]) -> None:
        self._server = server
        self._open = open_connections
        self._received = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]
        self._open.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._open.discard(self)

    def abort(self) -> None:
        if self._transport:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self._received += data
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            return
        first, *lines = self._received[:end].decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        whole = end + 4 + int(headers.get("content-length", 0))
        if len(self._received) < whole:
            return
        body = bytes(self._received[end + 4 : whole])
        del self._received[:whole]
        self._handle(first, headers, body)

    def _handle(self, first: str, headers: dict[str, str], body: bytes) -> None:
        method, path, _ = first.split(" ", 2)
        if method == "POST" and path.endswith(("/chat/completions", "/responses")):
            self._server.last_headers = headers
            tally, fault, reply = self._server.answer(body)
            asyncio.get_running_loop().call_later(self._server.delay, self._finish, tally, fault, reply)
        elif path.endswith("/models"):
            self._write(_json({"object": "list", "data": [{"id": MODEL, "object": "model", "owned_by": "tests"}]}))
        elif (served := self._of_batches(method, path.partition("?")[0], headers, body)) is not None:
            self._write(served)
        elif path == "/stats":
            self._write(_json(self._server.stats()))
        else:
            self._write(_error(404, f"there is nothing at {path}", "not_found"))

    def _of_batches(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Reply | None:
        desk, (*_, above, last) = self._server.desk, path.split("/")
        asked = above if last == "content" else last
        if asked in desk.missing:
            return _error(404, f"No such object: {asked}", "not_found")
        if asked in desk.spoiled:
            return Reply(200, desk.spoiled[asked], (("content-type", "text/html"),))
        if method == "POST":
            posts = {"files": lambda: desk.upload(headers["content-type"], body), "batches": lambda: self._made(body)}
            made = posts[last]() if last in posts else None
            return made if isinstance(made, Reply | None) else _json(made)
        if last == "batches":
            listed = [desk.shown(name) for name in desk.batches]
            return _json({"object": "list", "data": listed, "has_more": False})
        if last == "content":
            return Reply(200, desk.files[above])
        return _json(desk.look(last)) if above == "batches" else None

    def _made(self, body: bytes) -> Reply | dict[str, Any]:
        """A new batch; once, where it is wanted, its answer is lost as a crash would lose it."""
        desk = self._server.desk
        made = desk.create(json.loads(body))
        lost, desk.forget_the_reply = desk.forget_the_reply, False
        return _error(400, "the answer was lost, says the test", "lost") if lost else made

    def _finish(self, tally: Tally, fault: str | None, reply: Reply | None) -> None:
        if self._transport is None or fault == "hang":
            return
        if reply is None:
            self._transport.abort()
        elif fault == "drop_midway":
            self._write(reply, length=len(reply.body) + 1000)
            self._transport.close()
        else:
            tally.completed += reply.status == 200
            self._write(reply)

    def _write(self, reply: Reply, length: int | None = None) -> None:
        given = {"content-type": "application/json", **dict(reply.headers)}
        headers = (("content-length", str(len(reply.body) if length is None else length)), *given.items())
        lines = [f"HTTP/1.1 {reply.status} {_REASONS.get(reply.status, 'Other')}", *(f"{k}: {v}" for k, v in headers)]
        if self._transport:
            self._transport.write("\r\n".join((*lines, "", "")).encode("latin-1") + reply.body)


def _json(value: object) -> Reply:
    return Reply(200, json.dumps(value).encode())


class LoopbackServer:
    """The server in a thread of its own, for tests: `with LoopbackServer(delay=0.1) as server: server.url`."""

    def __init__(self, **settings: Any) -> None:
        self.server = Server(**settings)
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),), daemon=True)
        self._stop: asyncio.Event | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._stop:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self._loop.close()

    @property
    def stats(self) -> dict[str, Any]:
        """The counts so far."""
        return self.server.stats()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        listening, connections = await listen(self.server, 0)
        self.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/v1"
        self._ready.set()
        await self._stop.wait()
        listening.close()
        for connection in list(connections):
            connection.abort()
        await asyncio.sleep(0)  # lets the aborted connections be lost before the loop closes


async def listen(server: Server, port: int) -> tuple[asyncio.Server, set[Connection]]:
    """Start to listen on 127.0.0.1; port 0 takes a free one."""
    connections: set[Connection] = set()
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: Connection(server, connections), "127.0.0.1", port, backlog=512)
    return listening, connections


async def _serve_until_stopped(server: Server, port: int) -> None:
    listening, _ = await listen(server, port)
    print(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/v1", flush=True)  # noqa: T201
    async with listening:
        await listening.serve_forever()


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each reply")
    parser.add_argument("--faults", default="", help="such as 429=0.05,cut=0.05")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--not-sticky", action="store_true", help="draw content faults anew for each request")
    parser.add_argument("--format", choices=_FORMATS, default="json_schema", help="the strictest format it takes")
    given = parser.parse_args(arguments)
    faults = Faults.parse(given.faults, seed=given.seed, sticky=not given.not_sticky)
    server = Server(delay=given.delay, faults=faults, format=given.format)
    try:
        asyncio.run(_serve_until_stopped(server, given.port))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
