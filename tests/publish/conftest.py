import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.config import Settings, Workspace
from pipeline.export.formats import FORMATS
from pipeline.publish.gate import Gate
from pipeline.publish.outcome import Export
from pipeline.publish.site import SITE
from pipeline.store.store import Store
from tests import made

SETTINGS = Settings(site_title="Plain & Simple", site_url="https://layline.example/research/")
Exported = Callable[..., Export]


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two approved papers, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("made") / "workspace"
    with made.store(folder) as opened:
        for number in (1, 2):
            made.approved(opened, number)
    return folder


@pytest.fixture
def store(tmp_path: Path, made_workspace: Path) -> Iterator[Store]:
    """A workspace with two approved papers."""
    shutil.copytree(made_workspace, tmp_path / "workspace")
    with made.store(tmp_path / "workspace") as opened:
        yield opened


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def export(store: Store, tmp_path: Path, out: Path) -> Exported:
    """Exports into `out`."""

    def run(*words: str, file_format: str = "json", settings: Settings = SETTINGS) -> Export:
        gate = Gate(store, settings, Workspace(tmp_path / "workspace"))
        if file_format == SITE:
            return gate.export_site(words, out)
        return gate.export(words, FORMATS[file_format], out)

    return run
