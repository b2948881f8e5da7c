"""The command in processes that have imported its libraries already: forked from one that did, once a test worker.

Starting Python and importing takes a command a second and a half, its work often a tenth; the suite starts hundreds.
Each command is still a process of its own, with its own words, environment, folder and files, and it runs
`pipeline.cli` as `python -m` does. What must not find anything imported is started cold: `CommandLine.command`.
"""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]

_LIBRARIES = (
    *("alembic", "anyio", "jinja2", "lxml.etree", "openai", "pydantic_settings", "rich.console", "rich.table", "typer"),
    *("pipeline.case", "pipeline.decide", "pipeline.publish", "pipeline.run.start", "pipeline.run.recheck"),
    *("pipeline.draft.offline", "pipeline.draft.asking.client", "pipeline.examine.lint"),
)


class Warm:
    """One process that has imported the libraries, and forks a command on request."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="layline-warm-")
        self._address = str(Path(self._folder.name) / "requests")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm", self._address], cwd=PROJECT, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def run(
        self, words: list[str], environment: dict[str, str], stdin: str | None, timeout: float
    ) -> tuple[int, str, str]:
        """Run a command to its end: its exit code (as subprocess gives it) and what it wrote."""
        with tempfile.TemporaryDirectory(prefix="layline-command-") as name:
            folder = Path(name)
            (folder / "in").write_text(stdin or "", "utf-8")
            request = {"words": words, "environment": environment, "folder": name, "cwd": str(Path.cwd())}
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(timeout)
                connection.connect(self._address)
                connection.sendall(json.dumps(request).encode() + b"\n")
                with connection.makefile("r") as replies:
                    pid = int(replies.readline())
                    try:
                        code = int(replies.readline())
                    except TimeoutError:
                        os.kill(pid, signal.SIGKILL)
                        raise
            return code, (folder / "out").read_text("utf-8"), (folder / "err").read_text("utf-8")


@cache
def warm() -> Warm:
    """The one of this test worker; it ends with it, since its requests come no more."""
    return Warm()


def _serve(address: str) -> None:
    """Fork a process for each request, until the parent is gone. Returns in the forked one, which is the command."""
    parent = os.getppid()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        listening.settimeout(1.0)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who waits for a command is a process of its own, below
        while os.getppid() == parent:
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                break
            connection.close()
        else:
            sys.exit()
    _become_the_command(connection)


def _become_the_command(connection: socket.socket) -> None:
    connection.settimeout(None)
    with connection.makefile("r") as requests:
        request = json.loads(requests.readline())
    if pid := os.fork():
        connection.sendall(f"{pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        connection.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    connection.close()
    _take_over(request)


def _take_over(request: dict[str, Any]) -> None:
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["environment"])
    folder = Path(request["folder"])
    for number, (name, flags) in enumerate(
        (("in", os.O_RDONLY), ("out", os.O_WRONLY | os.O_CREAT), ("err", os.O_WRONLY | os.O_CREAT))
    ):
        opened = os.open(folder / name, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.argv = [_MAIN, *request["words"]]


_MAIN = str(PROJECT / "pipeline" / "cli" / "__main__.py")

if __name__ == "__main__":
    from importlib import import_module

    for library in _LIBRARIES:
        import_module(library)
    gc.collect()
    gc.freeze()  # what the forked processes share stays shared
    _serve(sys.argv[1])
    sys.modules["__main__"].__file__ = _MAIN  # what worker processes load
    sys.modules["__main__"].__package__ = "pipeline.cli"  # what usage errors call the program by
    from pipeline.cli.__main__ import main

    main()
