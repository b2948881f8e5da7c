"""A loopback server that replays what services answered to others, by method, path and query."""

import base64
import gzip
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml

from tests.loopback.threaded_server import ThreadedServer

_IGNORED = frozenset({"mailto", "email", "api_key", "tool", "select"})
Key = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Played:
    """One recorded exchange."""

    uri: str
    status: int
    body: bytes
    media_type: str
    method: str = "GET"
    source: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.uri).netloc

    def json(self) -> Any:
        """The body, or None where it is no JSON."""
        with suppress(ValueError):
            return json.loads(self.body)
        return None


def key_of(method: str, uri: str) -> Key:
    """What two requests have in common that mean the same: escapes, versions and who asks left out."""
    parts = urlsplit(uri)
    path = unquote(unquote(parts.path)).lower().rstrip("/")
    path = re.sub(r"/v1/(?=works)", "/", path).replace("/works/https://doi.org/", "/works/doi:")
    query = sorted((name, value) for name, value in parse_qsl(parts.query) if name not in _IGNORED)
    return method, f"{parts.netloc.lower()}{path}", tuple(query)


def recordings(folder: Path) -> Iterator[Played]:
    """Every exchange of every VCR cassette below a folder, models' services left out."""
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")]):
        if "openai" not in path.relative_to(folder).parts:
            yield from _of_cassette(path)


def _of_cassette(path: Path) -> Iterator[Played]:
    held = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for exchange in held.get("interactions") or held.get("http_interactions") or []:
        request, response = exchange["request"], exchange["response"]
        headers = {name.lower(): value for name, value in (response.get("headers") or {}).items()}
        kind = headers.get("content-type", "")
        yield Played(
            request["uri"],
            _status(response["status"]),
            _body(response.get("body")),
            kind[0] if isinstance(kind, list) else kind,
            str(request.get("method", "GET")).upper(),
            path.name,
        )


def _status(status: Any) -> int:
    return (
        int(status["code"] if "code" in status else status["status_code"]) if isinstance(status, dict) else int(status)
    )


def _body(body: Any) -> bytes:
    held = body or {}
    if held.get("base64_string"):
        data = base64.b64decode(held["base64_string"])
    else:
        data = held.get("string") or b""
        data = data.encode() if isinstance(data, str) else data
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


@dataclass
class ReplayServer(ThreadedServer):
    """Answers from other threads; `http://host:port/api.crossref.org/works/…` stands for `https://api.crossref.org`.

    `answers` come before the recordings: a function of the path (host first) and the query.
    """

    played: list[Played] = field(default_factory=list)
    answers: list[Callable[[str, dict[str, str]], Played | None]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """What answers the requests."""
        self._known = {key_of(each.method, each.uri): each for each in self.played}
        return _handler(self)

    @property
    def address(self) -> str:
        return f"http://{self.host}"

    def answer(self, target: str) -> Played:
        """What one request is answered with."""
        uri = f"https://{target.lstrip('/')}"
        self.asked.append(uri)
        parts = urlsplit(uri)
        for answer in self.answers:
            if found := answer(unquote(f"{parts.netloc}{parts.path}"), dict(parse_qsl(parts.query))):
                return found
        return self._known.get(key_of("GET", uri)) or _unknown(parts.netloc)


def _unknown(host: str) -> Played:
    """The 404 of each service's kind, as recorded or documented."""
    if host == "api.crossref.org":
        return Played("", 404, b"Resource not found.", "application/json")
    if host == "api.openalex.org":
        return Played("", 404, b"<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>", "text/html")
    if host == "api.unpaywall.org":
        return Played("", 404, b'{"HTTP_status_code": 404, "error": true, "message": "is not in our DB"}', _JSON)
    if host == "api.datacite.org":
        return Played("", 404, b'{"errors":[{"status":"404","title":"The resource doesn\'t exist."}]}', _JSON)
    return Played("", 404, b"", "text/plain")


_JSON = "application/json"


def _handler(server: ReplayServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet, or the client's acknowledgement is waited for
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            played = server.answer(self.path)
            with suppress(BrokenPipeError, ConnectionResetError):
                self.send_response(played.status)
                self.send_header("Content-Type", played.media_type or "application/octet-stream")
                self.send_header("Content-Length", str(len(played.body)))
                self.end_headers()
                self.wfile.write(played.body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    return Handler
