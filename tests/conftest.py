"""Fixtures that every room's tests may use."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine

PROJECT = Path(__file__).parents[1]
SAMPLES = PROJECT / "data" / "raw"


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
