"""Runs the real command as a whole process, and says what it took."""

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Took:
    """Wall time in seconds, the peak memory in megabytes of the largest process so far, and what was printed."""

    seconds: float
    peak_mb: float
    out: str
    err: str


def measured(*words: str, **environment: str) -> Took:
    """Run a command to its end. Bytecode is cached, as it is for users."""
    whole = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.monotonic()
    done = subprocess.run(words, env=whole | environment, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - started
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Took(seconds, peak_mb, done.stdout, done.stderr)


def layline(workspace: Path, *words: str, **environment: str) -> Took:
    """Run `layline` on a workspace."""
    return measured(sys.executable, "-m", "pipeline.cli", "--workspace", str(workspace), *words, **environment)
