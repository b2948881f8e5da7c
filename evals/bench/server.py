"""The loopback model that the benchmarks call: the tests' own server, in a process of its own."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class LoopbackModel:
    """A running server; `url` is what goes into OPENAI_BASE_URL."""

    name = "scripted-loopback"

    def __init__(self, url: str) -> None:
        self.url = url

    def stats(self) -> dict[str, Any]:
        """What the server has counted so far."""
        with urllib.request.urlopen(self.url.removesuffix("/v1") + "/stats") as reply:
            return dict(json.load(reply))


@contextmanager
def loopback_model(*arguments: str) -> Iterator[LoopbackModel]:
    """Start the server with these arguments; it is ended with the block."""
    command = [sys.executable, "-m", "tests.loopback.openai_server", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield LoopbackModel(process.stdout.readline().strip())
        finally:
            process.terminate()
