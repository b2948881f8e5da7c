"""One folder takes another's place in a single step, so that a reader, or a kill, sees the old one or the new one."""

import ctypes
import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2
"""RENAME_EXCHANGE of renameat2(2): Linux 3.15, glibc 2.28."""
_NO_EXCHANGE: Final = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def fresh_beside(out: Path) -> Path:
    """An empty folder beside `out`, on the same file system; what a killed export left there is cleared away first."""
    out.parent.mkdir(parents=True, exist_ok=True)
    replaced = sorted(out.parent.glob(f".{out.name}.old-*"))
    if replaced and not out.exists():  # killed between the two renames of a system that cannot exchange
        replaced[0].rename(out)
    for left in (*out.parent.glob(f".{out.name}.new-*"), *out.parent.glob(f".{out.name}.old-*")):
        shutil.rmtree(left)
    fresh = out.with_name(f".{out.name}.new-{secrets.token_hex(4)}")
    fresh.mkdir()
    return fresh


def take_place(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out`, and remove what stood there. Raises OSError.

    On Linux the two are exchanged by one system call. Elsewhere `out` is renamed away first: for a moment nothing
    stands there, and an export that is killed in that moment is mended by the next one.
    """
    if not out.exists():
        fresh.rename(out)
        return
    if _exchanged(fresh, out):
        shutil.rmtree(fresh)
        return
    old = out.with_name(f".{out.name}.old-{secrets.token_hex(4)}")
    out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old)


def _exchanged(one: Path, other: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(other))
