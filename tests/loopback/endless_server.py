"""A server that never comes to the end of an answer: a blank now and then, or blanks as fast as they go."""

import time
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler

from tests.loopback.threaded_server import ThreadedServer


@dataclass
class EndlessServer(ThreadedServer):
    """Sends `size` blanks every `wait` seconds; with `lists_models` only where it is not asked for its models."""

    size: int = 1
    wait: float = 0.2
    lists_models: bool = True

    @property
    def url(self) -> str:
        """What goes into OPENAI_BASE_URL."""
        return f"http://{self.host}/v1"

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """What answers the requests."""
        return _handler(self)


def _handler(server: EndlessServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._never_end()

        def do_GET(self) -> None:
            if not server.lists_models:
                return self._never_end()
            body = b'{"data": []}'
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return None

        def _never_end(self) -> None:
            self.close_connection = True
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            chunk = b"%x\r\n%s\r\n" % (server.size, b" " * server.size)
            with suppress(OSError):  # the client had enough: that is what tests want
                for _ in range(2000):
                    self.wfile.write(chunk)
                    self.wfile.flush()
                    time.sleep(server.wait)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    return Handler
