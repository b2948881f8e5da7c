"""A loopback server that speaks GROBID's protocol and gives out scripted answers, the last one again and again."""

import time
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler

from tests.loopback.threaded_server import ThreadedServer


@dataclass(frozen=True)
class Answer:
    """What goes back over the wire; `hang` is how long (seconds) nothing does. `endless` never stops sending."""

    status: int = 200
    body: bytes = b""
    media_type: str = "application/xml"
    hang: float = 0.0
    endless: bool = False


BUSY = Answer(503, b"All threads are in use", "text/plain")


@dataclass(frozen=True)
class Asked:
    """One request: its path and the parts of its form, by name."""

    path: str
    fields: dict[str, list[bytes]]


@dataclass
class GrobidServer(ThreadedServer):
    """Answers from another thread; `asked` is what came in so far."""

    answers: list[Answer]
    asked: list[Asked] = field(default_factory=list)

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """What answers the requests."""
        return _handler(self)

    @property
    def url(self) -> str:
        """What goes into `grobid_url`."""
        return f"http://{self.host}"

    def next_answer(self, asked: Asked) -> Answer:
        """Take down what was asked; the answer to it."""
        self.asked.append(asked)
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


def _handler(server: GrobidServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = server.next_answer(Asked(self.path, _form(self.headers["Content-Type"], body)))
            time.sleep(answer.hang)
            with suppress(BrokenPipeError, ConnectionResetError):  # the client had enough: some tests want that
                self._send(answer)

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.media_type)
            if not answer.endless:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
            while answer.endless:
                self.wfile.write(b" " * 1_000_000)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    return Handler


def _form(content_type: str, body: bytes) -> dict[str, list[bytes]]:
    message = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    fields: dict[str, list[bytes]] = {}
    for part in message.walk():
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str):
            content = part.get_payload(decode=True)
            fields.setdefault(name, []).append(content if isinstance(content, bytes) else b"")
    return fields
