"""Runs the real command `layline` in a process of its own, as a user would."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.warm import warm

_FROM_OUTSIDE = (
    "PYTHONDONTWRITEBYTECODE",
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "EDITOR",
    "VISUAL",
    "LAYLINE_MODEL",
    "LAYLINE_WORKSPACE",
)

_ONE_WORKER = {"LAYLINE_PARSE_WORKERS": "1"}
"""Tests run on every core already: a second process for each command would only import the same once more."""


def one_call_a_paper(url: str, **more: str) -> dict[str, str]:
    """The environment in which a loopback model drafts each paper by one call: for tests that count calls."""
    model = {"OPENAI_BASE_URL": url, "LAYLINE_MODEL": "scripted-loopback"}
    return model | {"LAYLINE_RECIPE": "one-step", "LAYLINE_REPAIRS": "0"} | more


@dataclass(frozen=True)
class Finished:
    """A finished command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What `--json` printed: exactly one object."""
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value


class CommandLine:
    """The command on one workspace, in an environment without anybody's keys."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.environment = {k: v for k, v in os.environ.items() if k not in _FROM_OUTSIDE} | _ONE_WORKER

    def command(self, *arguments: str | Path) -> list[str]:
        """The words of the command, for tests that start it themselves."""
        return [sys.executable, "-m", "pipeline.cli", "--workspace", str(self.workspace), *map(str, arguments)]

    def __call__(self, *arguments: str | Path, stdin: str | None = None, **environment: str) -> Finished:
        """Run it to its end."""
        words = ["--workspace", str(self.workspace), *map(str, arguments)]
        return Finished(*warm().run(words, self.environment | environment, stdin, timeout=300))

    def cold(self, *arguments: str | Path, stdin: str | None = None, **environment: str) -> Finished:
        """The same by starting Python, with nothing imported, as a shell does."""
        done = subprocess.run(
            self.command(*arguments),
            capture_output=True,
            text=True,
            encoding="utf-8",
            input=stdin,
            env=self.environment | environment,
            timeout=300,
            check=False,
        )
        return Finished(done.returncode, done.stdout, done.stderr)
