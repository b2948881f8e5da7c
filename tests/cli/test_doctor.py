"""What `layline doctor` makes of the servers of the model and of the judge."""

from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.loopback.openai_server import LoopbackServer
from tests.loopback.threaded_server import ThreadedServer


@dataclass
class ModelsServer(ThreadedServer):
    """Answers every question with the same."""

    body: bytes
    status: int = 200

    @property
    def url(self) -> str:
        """What goes into OPENAI_BASE_URL."""
        return f"http://{self.host}/v1"

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """What answers the requests."""
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(server.status)
                self.end_headers()
                self.wfile.write(server.body)

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        return Handler


def _told(layline: CommandLine, what: str, **environment: str) -> Any:
    done = layline("doctor", "--json", **environment)
    (symptom,) = (each for each in done.json["symptoms"] if each["what"] == what)
    return symptom


@pytest.mark.parametrize(
    "body", [b"<html>Sign in</html>", b'"x"', b"[1, 2]", b'{"data": null}', b'{"data": []}', b"[" * 100_000]
)
def test_what_is_no_list_of_models_does_not_hold_the_model(layline: CommandLine, body: bytes) -> None:
    with ModelsServer(body) as server:
        told = _told(layline, "model server", OPENAI_BASE_URL=server.url, LAYLINE_MODEL="m")
    assert told["health"] == "note"
    assert "whether it has 'm' is not known" in told["found"]


@pytest.mark.parametrize(("model", "health"), [("m", "ok"), ("other", "bad")])
def test_a_model_is_looked_up_in_the_list(layline: CommandLine, model: str, health: str) -> None:
    with ModelsServer(b'{"data": [{"id": "m"}, {"id": null}, 7, {"id": {"a": 1}}]}') as server:
        told = _told(layline, "model server", OPENAI_BASE_URL=server.url, LAYLINE_MODEL=model)
    assert told["health"] == health


def test_the_judge_and_its_server_are_looked_at_under_their_own_names(layline: CommandLine) -> None:
    with LoopbackServer() as server, ModelsServer(b"{}", status=401) as judges:
        model = {"OPENAI_BASE_URL": server.url, "LAYLINE_MODEL": "scripted-loopback", "LAYLINE_JUDGE_MODEL": "j"}
        own = model | {"LAYLINE_JUDGE_BASE_URL": judges.url, "LAYLINE_JUDGE_API_KEY": "k"}
        refused = _told(layline, "judge's server", **own)
        assert (refused["health"], refused["remedy"]) == ("bad", "Check LAYLINE_JUDGE_API_KEY.")
        gone = _told(layline, "judge's server", **model, LAYLINE_JUDGE_BASE_URL="http://127.0.0.1:9/v1")
        assert "judge_base_url" in gone["remedy"]
        same = _told(layline, "judge's server", **model)
    assert (same["health"], "has no 'j'" in same["found"]) == ("bad", True)
