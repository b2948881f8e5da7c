"""Opens a source at a page with what the platform opens files with; where nothing can, says where it lies."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

_BESIDE: Final = '"$0" "$1" < /dev/null > /dev/null 2>&1 &'
"""A viewer lives on beside us, as nobody's child; its output must not reach our screen."""


def open_at(file: Path, page: int | None) -> str:
    """Open `file` at `page` (from 1, or None), and tell in words what was done or what to do."""
    where = f"{file}, page {page}" if page else str(file)
    program = _opener()
    if program is None:
        return f"Nothing here can open a window. The source: {where}"
    try:
        subprocess.run(["sh", "-c", _BESIDE, program, _address(file, page)], check=False)
    except OSError as error:
        return f"{program} failed ({error.strerror}). The source: {where}"
    return f"Opened {where}"


def _address(file: Path, page: int | None) -> str:
    """The file's address with the page as viewers and browsers understand it (RFC 8118, `#page=`), for PDF only."""
    at_page = page is not None and file.suffix == ".pdf"
    return f"{file.as_uri()}#page={page}" if at_page else file.as_uri()


def _opener() -> str | None:
    """The platform's opener; None over ssh and where there is no display, since a window could not be seen."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return None
    if sys.platform == "darwin":
        return shutil.which("open")
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if has_display else None
