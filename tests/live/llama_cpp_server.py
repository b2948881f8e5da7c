"""Runs llama-cpp-python's own server on a model of random weights, in a process of its own."""

import os
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx2

_MODEL_MAKER = Path(__file__).with_name("tiny_model.py")
_START_SECONDS = 60


class LlamaCppServer:
    """`python -m llama_cpp.server` on a free port of this machine; `log` is what it wrote."""

    def __init__(self, python: str, folder: Path) -> None:
        self._python, self._log, self._model = python, folder / "server.log", folder / "tiny.gguf"
        self.url = f"http://127.0.0.1:{_free_port()}/v1"

    def __enter__(self) -> Self:
        subprocess.run([self._python, _MODEL_MAKER, self._model], check=True, timeout=60)
        assert self._model.stat().st_size < 1_000_000
        port = self.url.rpartition(":")[2].removesuffix("/v1")
        options = {"model": self._model, "host": "127.0.0.1", "port": port, "n_ctx": 65_536, "chat_format": "chatml"}
        options |= {"seed": 3, "n_threads": 2, "verbose": False}
        words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [self._python, "-m", "llama_cpp.server", *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        self._wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()

    @property
    def statuses(self) -> list[int]:
        """What the server answered to the questions so far, in order, by its own access log."""
        lines = self._log.read_text("utf-8", "replace").splitlines()
        return [int(line.split('" ')[1][:3]) for line in lines if '"POST /v1/chat/completions' in line]

    def _wait(self) -> None:
        end = time.monotonic() + _START_SECONDS
        while self._process.poll() is None and time.monotonic() < end:
            try:
                if httpx2.get(f"{self.url}/models", timeout=5).status_code == 200:
                    return
            except httpx2.TransportError:
                time.sleep(0.2)
        self._process.kill()
        raise AssertionError(f"the server did not start:\n{self._log.read_text('utf-8', 'replace')[-3000:]}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
