"""A program called `ocrmypdf` for tests: it copies a prepared PDF, or fails as the real one does."""

import os
import stat
import subprocess
import sys
from pathlib import Path

_SCRIPT = """#!{python}
import shutil, subprocess, sys, time
from pathlib import Path
Path({log!r}).write_text("\\n".join(sys.argv[1:]))
if {seconds}:
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep({seconds})  # started by the fake ocrmypdf"])
    time.sleep({seconds})
if {code}:
    print({told!r}, file=sys.stderr)
    sys.exit({code})
shutil.copy({prepared!r}, sys.argv[-1])
"""


class OcrProgram:
    """A folder for PATH with a fake `ocrmypdf` in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "bin"
        self.folder.mkdir()
        self._log = folder / "arguments.txt"

    def write(self, prepared: Path | str = "", *, code: int = 0, told: str = "", seconds: float = 0) -> None:
        """Make the program: it copies `prepared`, or says `told` and ends with `code`, after so many seconds."""
        script = _SCRIPT.format(
            python=sys.executable, log=str(self._log), prepared=str(prepared), code=code, told=told, seconds=seconds
        )
        path = self.folder / "ocrmypdf"
        path.write_text(script)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    @property
    def path(self) -> str:
        """What PATH has to be for the program to be found first."""
        return f"{self.folder}{os.pathsep}{os.environ['PATH']}"

    @property
    def arguments(self) -> list[str]:
        """What the program was called with; empty when it was not."""
        return self._log.read_text().splitlines() if self._log.exists() else []


def still_running(words: str) -> bool:
    """Whether some process has these words in its command line."""
    return words in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
