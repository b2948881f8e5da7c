"""The command in processes that have imported its libraries already: forked from one that did, once a test worker.

Starting Python and importing takes a command a second and a half, its work often a tenth; the suite starts hundreds.
Each command is still a process of its own, with its own words, environment, folder and files, and it runs
`pipeline.cli` as `python -m` does. The worker processes of a command are forked likewise (`tests.warm_worker`). What
must not find anything imported is started cold: `CommandLine.command`.
"""

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

PROJECT = Path(__file__).parents[1]

_LIBRARIES = (
    *("alembic", "anyio", "jinja2", "lxml.etree", "openai", "pydantic_settings", "rich.console", "rich.table", "typer"),
    *("pipeline.case", "pipeline.decide", "pipeline.publish", "pipeline.run.start", "pipeline.run.recheck"),
    *("pipeline.draft.offline", "pipeline.draft.asking.client", "pipeline.examine.lint"),
    *("anyio.to_process", "pipeline.run.parse_workers", "pipeline.run.paper_work", "pypdfium2"),
)


class Warm:
    """One process that has imported the libraries, and forks a command on request."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="layline-warm-")
        self.address = str(Path(self._folder.name) / "requests")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm", self.address], cwd=PROJECT, stdout=subprocess.PIPE, text=True
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
            own = {"environment": environment, "cwd": str(Path.cwd())}
            request = {"words": words, "folder": name, "address": self.address, **own}
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(timeout)
                connection.connect(self.address)
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
    _become_what_is_asked(connection)


def _become_what_is_asked(connection: socket.socket) -> None:
    connection.settimeout(None)
    asked, files, _, _ = socket.recv_fds(connection, 1_000_000, 2)
    while not asked.endswith(b"\n"):
        asked += connection.recv(1_000_000)
    if files:
        _become_a_worker(connection, json.loads(asked), files)
    _become_the_command(connection, json.loads(asked))


def _become_a_worker(connection: socket.socket, request: dict[str, Any], files: list[int]) -> NoReturn:
    """Be a worker process of anyio's, on the pipes of the process that asks; when that is killed, so is this."""
    pid = os.fork()
    if pid == 0:
        connection.close()
        _do_the_work(request, files)
    for number in files:
        os.close(number)
    ended = os.pidfd_open(pid)
    ready, _, _ = select.select([connection.fileno(), ended], [], [])
    if ended not in ready:
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os._exit(0)


def _do_the_work(request: dict[str, Any], files: list[int]) -> NoReturn:
    from anyio.to_process import process_worker

    _stand_where(request)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    sys.stdin, sys.stdout = os.fdopen(0), TextIOWrapper(os.fdopen(1, "wb", buffering=0))  # as with -u
    try:
        process_worker()
    finally:
        os._exit(0)


def _become_the_command(connection: socket.socket, request: dict[str, Any]) -> None:
    if pid := os.fork():
        connection.sendall(f"{pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        connection.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    connection.close()
    _take_over(request)


def _stand_where(request: dict[str, Any]) -> None:
    """Be in the folder and the environment of who asked."""
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["environment"])


def _take_over(request: dict[str, Any]) -> None:
    _stand_where(request)
    folder = Path(request["folder"])
    for number, (name, flags) in enumerate(
        (("in", os.O_RDONLY), ("out", os.O_WRONLY | os.O_CREAT), ("err", os.O_WRONLY | os.O_CREAT))
    ):
        opened = os.open(folder / name, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.argv = [_MAIN, *request["words"]]
    _start_workers_warm(request["address"])


def _start_workers_warm(address: str) -> None:
    from anyio import to_process

    cold = to_process.open_process  # type: ignore[attr-defined]

    def warm_process(command: list[str], **pipes: Any) -> Any:
        assert command[1:] == ["-u", "-m", "anyio.to_process"], command
        return cold(worker_command(address), **pipes)

    setattr(to_process, "open_process", warm_process)  # noqa: B010 - its type is private


def worker_command(address: str) -> list[str]:
    """What stands for a worker process that is forked from the warm one at this address."""
    return [sys.executable, "-I", "-S", str(PROJECT / "tests" / "warm_worker.py"), address]


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
