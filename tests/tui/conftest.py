"""Workspaces are made once and copied for each test."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.tui import queue_roll
from tests.made import MOMENT
from tests.tui.workspaces import flawed, workspace_with


@pytest.fixture(scope="session")
def _flawed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flawed")
    workspace_with(folder, flawed())
    return folder


@pytest.fixture
def workspace(_flawed: Path, tmp_path: Path) -> Path:
    """A workspace with one paper: a blocking finding, two warnings, a statement without proof."""
    return Path(shutil.copytree(_flawed, tmp_path / "w"))


@pytest.fixture(autouse=True)
def _at_a_fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ages are those of the day after the drafts were made."""
    monkeypatch.setattr(queue_roll, "now", lambda: MOMENT + timedelta(days=1))
