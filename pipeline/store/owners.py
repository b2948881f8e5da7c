"""Signs of life: which processes that claimed work are still there.

Each process holds a lock on a file of its own for as long as it lives. The system drops the lock when the process
dies, however it dies, so that its work can be taken over at once instead of at the end of its lease.
"""

import os
import secrets
import socket
from pathlib import Path

from filelock import FileLock, Timeout


class Owner:
    """This process, as an owner of claims; `name` is `host:pid:random`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = f"{socket.gethostname()[:24]}:{os.getpid()}:{secrets.token_hex(4)}"
        self._folder = folder
        self._lock = FileLock(_lock_file(folder, self.name))
        self._lock.acquire(timeout=5)

    def is_dead(self, name: str) -> bool:
        """Whether another owner is known to be gone; False where that cannot be told (another machine)."""
        if name == self.name or name.split(":", maxsplit=1)[0] != socket.gethostname()[:24]:
            return False
        lock = FileLock(_lock_file(self._folder, name))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        lock.release()
        _lock_file(self._folder, name).unlink(missing_ok=True)
        return True

    def release(self) -> None:
        """Say good-bye: the lock is dropped and its file removed."""
        self._lock.release()
        _lock_file(self._folder, self.name).unlink(missing_ok=True)


def _lock_file(folder: Path, name: str) -> Path:
    return folder / f"{name.replace(':', '_').replace('/', '_')}.lock"
