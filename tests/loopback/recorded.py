"""Replies of the real OpenAI API, recorded by others, as the loopback server plays them."""

import json
from pathlib import Path
from typing import Any

import yaml

from tests.loopback.openai_server import Reply

_FOLDER = Path("recorded") / "openai"


def inline(shared_data: Path, name: str) -> Reply:
    """A body from the SDK's own tests, such as `test_completions__test_parse_max_tokens_reached_8.json`."""
    return Reply(200, (shared_data / _FOLDER / "openai_python_inline" / name).read_bytes())


def transcribed(shared_data: Path, name: str) -> Reply:
    """A body with its status, copied from a public report."""
    held = json.loads((shared_data / _FOLDER / "transcribed" / name).read_text())
    return Reply(held["status"], json.dumps(held["body"]).encode(), (("retry-after", "0.01"),))


def cassettes(shared_data: Path) -> list[tuple[str, Reply]]:
    """Every chat completion of every VCR cassette, with the name of its file; streamed ones are left out."""
    found = []
    for path in sorted((shared_data / _FOLDER).rglob("*.yaml")):
        for exchange in yaml.load(path.read_text(), Loader=yaml.CSafeLoader).get("interactions", []):
            if exchange["request"]["uri"].endswith("/chat/completions"):
                reply = _reply(exchange["response"])
                found += [(path.name, reply)] if reply.body.lstrip().startswith(b"{") else []
    return found


def _reply(response: dict[str, Any]) -> Reply:
    status = response["status"]["code"]
    body = response.get("body", {})
    if "parsed_body" in response:
        return Reply(status, json.dumps(response["parsed_body"]).encode())
    text = body.get("string", "")
    return Reply(status, text if isinstance(text, bytes) else text.encode())
