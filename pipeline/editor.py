"""Runs the person's editor on a file and waits for it."""

import os
import shlex
import subprocess
from pathlib import Path

from pipeline.errors import SetupError, said


def run_editor(file: Path) -> None:
    """Open `file` in $VISUAL or $EDITOR. Raises SetupError when there is none, or when it ends with an error."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise SetupError("no editor is set", remedy="Set EDITOR, or edit a file and give it with --file.")
    try:
        subprocess.run([*shlex.split(command), str(file)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        code = getattr(error, "returncode", None)
        raise SetupError(
            f"the editor {command!r} failed: {f'it ended with code {code}' if code else said(error)}",
            remedy=f"Nothing was changed; the draft is in {file}.",
        ) from error
