"""A real terminal: tmux, in a server of its own, without anybody's settings."""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Terminal:
    """One session of tmux in which one command runs."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def _tmux(self, *words: str) -> str:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TMUX")}
        command = ["tmux", "-f", "/dev/null", "-S", str(self._socket), *words]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=environment, check=True, timeout=30
        ).stdout

    def start(self, command: list[str], size: tuple[int, int], environment: dict[str, str]) -> None:
        """Start the command at a size (columns, lines); the session outlives it, so that its last words are seen."""
        given = [part for name, value in environment.items() for part in ("-e", f"{name}={value}")]
        line = f'{shlex.join(command)}; echo "ended with $?"; exec cat'
        columns, lines = map(str, size)
        self._tmux("new-session", "-d", "-s", "layline", "-x", columns, "-y", lines, *given, line)

    def type(self, *keys: str) -> None:
        """Press keys, as tmux names them (`Enter`, `Escape`, `n`)."""
        for key in keys:
            self._tmux("send-keys", "-t", "layline", key)
            time.sleep(0.02)

    def write(self, text: str) -> None:
        """Type a text letter by letter."""
        self._tmux("send-keys", "-t", "layline", "-l", text)

    def screen(self, *, escapes: bool = False) -> str:
        """What is seen now, lines without the spaces at their ends."""
        return self._tmux("capture-pane", "-p", *(["-e"] if escapes else []), "-t", "layline")

    def wait_for(self, *texts: str, seconds: float = 20.0) -> str:
        """Wait until the screen shows all of these texts, and give it."""
        until = time.monotonic() + seconds
        while True:
            seen = self.screen()
            if all(text in seen for text in texts):
                return seen
            assert time.monotonic() < until, f"never saw {texts} on:\n{seen}"
            time.sleep(0.05)

    def child(self) -> int:
        """The process id of the command."""
        shell = self._tmux("list-panes", "-t", "layline", "-F", "#{pane_pid}").strip()
        found = subprocess.run(["ps", "--ppid", shell, "-o", "pid="], capture_output=True, text=True, check=True)
        return int(found.stdout.split()[0])

    def close(self) -> None:
        """End the session and its server."""
        subprocess.run(["tmux", "-S", str(self._socket), "kill-server"], capture_output=True, check=False)


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
