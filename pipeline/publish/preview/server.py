"""Serves the preview over HTTP to this machine alone."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final
from urllib.parse import urlsplit

from pipeline.errors import SetupError
from pipeline.publish.preview.building import Building
from pipeline.publish.preview.pages import (
    REPORT_PATH,
    SCRIPT,
    SCRIPT_PATH,
    STATE_PATH,
    plain_page,
    report_page,
    with_preview,
)

LOOPBACK: Final = "127.0.0.1"
_NAMES: Final = (LOOPBACK, "localhost")


@contextmanager
def serving(building: Building, port: int) -> Iterator[str]:
    """Serve until the end of the block; gives the address. Port 0 takes a free one. Raises SetupError."""
    try:
        server = _Server((LOOPBACK, port), partial(_Handler, building))
    except OSError as error:
        raise SetupError(
            f"port {port} cannot be used: {error.strerror or error}",
            remedy="Name another one with --port, or --port 0 for any that is free.",
        ) from error
    with server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a browser hang up before it was answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, building: Building, *arguments: Any) -> None:
        self._building = building
        super().__init__(*arguments, directory=str(building.site))

    def do_GET(self) -> None:  # the name that the library asks for
        # A page of another site could reach this server under a name of its own that leads to this machine.
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in _NAMES:
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", "This server answers to localhost alone.")
        else:
            self._answer(*self._found(urlsplit(self.path).path))

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *_arguments: Any) -> None:  # noqa: A002
        """Say nothing: the terminal tells of buildings."""

    def _found(self, path: str) -> tuple[HTTPStatus, str, str | bytes]:
        built = self._building.built
        if path == STATE_PATH:
            return HTTPStatus.OK, "application/json", json.dumps({"build": built.number, "error": built.error})
        if path == SCRIPT_PATH:
            return HTTPStatus.OK, "text/javascript", SCRIPT
        if path == REPORT_PATH:
            return HTTPStatus.OK, "text/html", report_page(built)
        if not built.has_site:
            return HTTPStatus.SERVICE_UNAVAILABLE, "text/html", report_page(built)
        return self._file(path)

    def _file(self, path: str) -> tuple[HTTPStatus, str, str | bytes]:
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        built = self._building.built
        try:
            hidden = any(part.startswith(".") for part in file.relative_to(self.directory).parts)
            data = b"" if hidden else file.read_bytes()
        except (OSError, ValueError):
            hidden, data = True, b""
        if hidden:
            return HTTPStatus.NOT_FOUND, "text/html", plain_page("There is no such page", "", built)
        media_type = self.guess_type(file)
        if media_type == "text/html":
            return HTTPStatus.OK, media_type, with_preview(data.decode("utf-8", "replace"), built)
        return HTTPStatus.OK, media_type, data

    def _answer(self, status: HTTPStatus, media_type: str, body: str | bytes) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        text = media_type.startswith("text/") or media_type.endswith(("json", "javascript"))
        self.send_header("Content-Type", f"{media_type}; charset=utf-8" if text else media_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
