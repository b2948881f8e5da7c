"""A folder on the loopback, as any web server would serve it."""

from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.loopback.threaded_server import ThreadedServer


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: Any) -> None:
        pass


@dataclass
class ServedFolder(ThreadedServer):
    """Serves the files of a folder."""

    folder: Path

    def handler(self) -> type[BaseHTTPRequestHandler]:
        return partial(_Quiet, directory=str(self.folder))  # type: ignore[return-value]  # called as a type is

    @property
    def url(self) -> str:
        """The address, without a final slash."""
        return f"http://{self.host}"
