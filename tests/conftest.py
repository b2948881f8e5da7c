"""Fixtures that every room's tests may use, and how many run at once."""

import os
from pathlib import Path

import pytest

from tests.command_line import CommandLine

PROJECT = Path(__file__).parents[1]
SAMPLES = PROJECT / "data" / "raw"


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: many tests wait for a process, a server or a clock."""
    return max(1, (os.cpu_count() or 1) * 3 // 2)


@pytest.fixture
def shared_data() -> Path:
    """Real papers and recorded replies, beside the project; tests that use them skip where they are not."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the folder of real papers, {folder.name!r} beside the project, is not here")
    return folder


@pytest.fixture
def samples() -> Path:
    """The folder with the two fictional papers of the project."""
    return SAMPLES


@pytest.fixture
def layline(tmp_path: Path) -> CommandLine:
    """The real command in a process of its own, on a workspace of its own."""
    folder = tmp_path / "workspace"
    folder.mkdir(exist_ok=True)
    return CommandLine(folder)
