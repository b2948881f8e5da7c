"""A program on a terminal of its own: keys go in, and the time until the screen stands still comes out."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_QUIET: Final = 0.06
"""Seconds without a byte after which the screen stands still; Textual draws up to 60 times a second."""


class Program:
    """A program that runs on a pseudo-terminal."""

    def __init__(self, process: int, terminal: int, started: float) -> None:
        self._process = process
        self._terminal = terminal
        self._started = started

    def until(self, text: bytes, *, within: float = 120.0) -> float:
        """Seconds from the start until this text was drawn."""
        seen = b""
        while text not in seen:
            piece = self._piece(within)
            if not piece:
                raise TimeoutError(f"never drew {text!r}; the last that came was {seen[-400:]!r}")
            seen += piece
        return time.monotonic() - self._started

    def settle(self) -> None:
        """Wait until nothing is drawn for half a second."""
        while self._piece(0.5):
            pass

    def press(self, key: bytes) -> float:
        """Seconds from a key until the last byte that it made the program draw."""
        started = last = time.monotonic()
        os.write(self._terminal, key)
        wait = 5.0
        while self._piece(wait):
            last, wait = time.monotonic(), _QUIET
        return last - started

    def peak_mb(self) -> float:
        """The most memory that it has had, in megabytes (Linux: VmHWM)."""
        lines = Path(f"/proc/{self._process}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024

    def _piece(self, within: float) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], within)
        return os.read(self._terminal, 65_536) if ready else b""

    def end(self) -> None:
        """End the program."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)


@contextmanager
def on_a_terminal(words: Sequence[str], columns: int = 160, lines: int = 48) -> Iterator[Program]:
    """Start a program; it is ended at the end."""
    started = time.monotonic()
    process, terminal = pty.fork()
    if process == 0:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        os.execvpe(words[0], list(words), environment | {"TERM": "xterm-256color"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    program = Program(process, terminal, started)
    try:
        yield program
    finally:
        program.end()
