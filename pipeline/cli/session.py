"""From the global options to the workspace, its settings and its store; imported lightly, opened when needed."""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.config import Settings, Workspace
    from pipeline.store.store import Store


@dataclass(frozen=True)
class Globals:
    """The options that stand before the command."""

    workspace: Path | None = None
    log_format: str = "text"


_globals = Globals()


def set_globals(workspace: Path | None, log_format: str) -> None:
    """Remember the global options for the command that follows."""
    global _globals  # noqa: PLW0603 - one command line a process
    _globals = Globals(workspace, log_format)


def log_format() -> str:
    """How progress and logs are written: `text`, `json` or `none`."""
    return _globals.log_format


def workspace() -> "Workspace":
    """The workspace: `--workspace`, else `LAYLINE_WORKSPACE`, else the current folder."""
    from pipeline.config import Workspace
    from pipeline.errors import UsageError

    root = _globals.workspace or Path(os.environ.get("LAYLINE_WORKSPACE") or ".")
    if not root.is_dir():
        raise UsageError(f"the workspace {str(root)!r} is not a folder", remedy="Make it, or name another one.")
    return Workspace(root)


def settings(**overrides: Any) -> "Settings":
    """The workspace's settings."""
    from pipeline.config import load_settings

    return load_settings(workspace(), **overrides)


@contextmanager
def store() -> "Iterator[Store]":
    """The workspace's store, closed at the end."""
    from pipeline.store.store import Store

    with Store(workspace()) as opened:
        yield opened


def person(name: str | None) -> str:
    """Who decides: `--as NAME`, else git's user name. Raises UsageError when there is neither."""
    import subprocess

    from pipeline.errors import UsageError

    if name and name.strip():
        return name.strip()
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False).stdout
    except OSError:  # git is not installed: then nobody is named
        found = ""
    if not found.strip():
        raise UsageError("a decision needs a name", remedy="Give yours with --as NAME.")
    return found.strip()
