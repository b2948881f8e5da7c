"""A real terminal: tmux, in a server of its own, without anybody's settings."""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Terminal:
    """One session of tmux in which one command runs."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def _tmux(self, *words: str, environment: dict[str, str] | None = None) -> str:
        given = {name: value for name, value in (environment or os.environ).items() if not name.startswith("TMUX")}
        command = ["tmux", "-f", "/dev/null", "-u", "-S", str(self._socket), *words]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=given, check=False, timeout=30)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, command: list[str], size: tuple[int, int], environment: dict[str, str]) -> None:
        """Start the command at a size (columns, lines); the session outlives it, so that its last words are seen."""
        line = f'{shlex.join(command)}; echo "ended with $?"; exec cat'
        columns, lines = map(str, size)
        session = ("new-session", "-d", "-s", "layline", "-x", columns, "-y", lines, line)
        self._tmux(*session, environment=environment | {"TERM": "xterm-256color"})

    def type(self, *keys: str) -> None:
        """Press keys, as tmux names them (`Enter`, `Escape`, `n`)."""
        for key in keys:
            self._tmux("send-keys", "-t", "layline", key)
            time.sleep(0.02)

    def write(self, text: str) -> None:
        """Type a text letter by letter."""
        self._tmux("send-keys", "-t", "layline", "-l", text)

    def click(self, column: int, line: int) -> None:
        """Press and release the left button there (from 1), as a terminal tells it (SGR, xterm's mode 1006)."""
        for last in ("M", "m"):
            self._tmux("send-keys", "-t", "layline", "-l", f"\x1b[<0;{column};{line}{last}")

    def screen(self, *, escapes: bool = False) -> str:
        """What is seen now, lines without the spaces at their ends."""
        return self._tmux("capture-pane", "-p", *(["-e"] if escapes else []), "-t", "layline")

    def wait_for(self, *texts: str, seconds: float = 20.0) -> str:
        """Wait until the screen shows all of these texts, and give it."""
        return self._wait(lambda seen: all(text in seen for text in texts), f"never saw {texts}", seconds)

    def wait_for_no(self, text: str, seconds: float = 20.0) -> str:
        """Wait until the screen does not show this text any more, and give it."""
        return self._wait(lambda seen: text not in seen, f"still saw {text!r}", seconds)

    def _wait(self, is_there: Callable[[str], bool], otherwise: str, seconds: float) -> str:
        until = time.monotonic() + seconds
        while not is_there(seen := self.screen()):
            assert time.monotonic() < until, f"{otherwise} on:\n{seen}"
            time.sleep(0.05)
        return seen

    def child(self) -> int:
        """The process id of the command."""
        shell = self._tmux("list-panes", "-t", "layline", "-F", "#{pane_pid}").strip()
        found = subprocess.run(["ps", "--ppid", shell, "-o", "pid="], capture_output=True, text=True, check=True)
        return int(found.stdout.split()[0])

    def close(self) -> None:
        """End the session and its server."""
        subprocess.run(["tmux", "-S", str(self._socket), "kill-server"], capture_output=True, check=False)
        self._socket = self._socket.with_name(f"{self._socket.name}+")


@contextmanager
def real_terminal(folder: Path) -> Iterator[Terminal]:
    """A terminal, closed at the end; the test skips where tmux is not installed."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux, in which the app is tried on a real terminal, is not installed")
    terminal = Terminal(folder / "t")
    try:
        yield terminal
    finally:
        terminal.close()
