"""SIGKILL at any moment of an export: each file is the old one or the new one, and the next export does the rest."""

import json
import os
import shutil
import signal
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from pipeline.config import Workspace
from pipeline.export.formats import FORMATS
from pipeline.export.look import SHIPPED
from pipeline.publish.gate import Gate
from pipeline.publish.site import SITE
from tests import made
from tests.publish.conftest import SETTINGS

KILLS = 8


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kills") / "workspace"
    with made.store(folder) as opened:
        for number in range(6):
            made.approved(opened, number)
    return folder


def _export(workspace: Path, out: Path, file_format: str) -> None:
    with made.store(workspace) as store:
        gate = Gate(store, SETTINGS, Workspace(workspace))
        if file_format == SITE:
            gate.export_site((), out)
        else:
            gate.export((), FORMATS[file_format], out)


def _change_everything(workspace: Path) -> None:
    """Another look, one more page, and one that is taken back."""
    (workspace / "templates").mkdir()
    text = (SHIPPED / "article.html").read_text()
    (workspace / "templates" / "article.html").write_text(text.replace("About the Study", "The Study"))
    with made.store(workspace) as opened:
        made.approved(opened, 7)
        with opened._database.write() as connection:
            connection.exec_driver_sql("UPDATE papers SET status = 'held' WHERE doi LIKE '%00003'")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _killed_after(seconds: float, run: Callable[[], None]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of threads, of which we use none here
        child = os.fork()
    if child == 0:
        try:
            run()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.parametrize("file_format", [*FORMATS, SITE])
def test_a_kill_at_any_moment_leaves_old_files_or_new_ones_never_half_of_one(
    workspace: Path, tmp_path: Path, file_format: str
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copytree(workspace, old / "workspace")
    _export(old / "workspace", old / "out", file_format)
    shutil.copytree(old, new)
    _change_everything(new / "workspace")
    shutil.copytree(new, tmp_path / "changed")
    started = time.perf_counter()
    _export(new / "workspace", new / "out", file_format)
    lasts = time.perf_counter() - started
    before, after, rng = _files(old / "out"), _files(new / "out"), Random(file_format)
    for number in range(KILLS):
        place = tmp_path / f"trial{number}"
        shutil.copytree(tmp_path / "changed", place)
        _killed_after(rng.uniform(0, lasts * 1.2), partial(_export, place / "workspace", place / "out", file_format))
        _require_old_or_new(_files(place / "out"), before, after, whole=file_format == SITE)
        _export(place / "workspace", place / "out", file_format)
        assert _files(place / "out").keys() == after.keys()
        assert [path for path in place.iterdir() if path.name not in ("workspace", "out")] == []
        _require_complete(place / "out", after)


def test_what_a_killed_export_was_writing_is_cleared_away(workspace: Path, tmp_path: Path) -> None:
    shutil.copytree(workspace, tmp_path / "workspace")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".writing-0123456789ab-4").write_bytes(b'{"half": ')
    _export(tmp_path / "workspace", tmp_path / "out", "json")
    assert not [name for name in _files(tmp_path / "out") if name.startswith(".writing")]


def _require_old_or_new(
    found: dict[str, bytes], before: dict[str, bytes], after: dict[str, bytes], *, whole: bool
) -> None:
    found = {name: data for name, data in found.items() if not name.rpartition("/")[2].startswith(".writing-")}
    if whole:
        assert found.keys() in (before.keys(), after.keys())
    for name, data in found.items():
        if not name.endswith((".layline-export.json", "index.json", ".xml")):  # they tell moments and hashes
            assert data in (before.get(name), after.get(name)), name
        if name.endswith(".json"):
            json.loads(data)


def _require_complete(out: Path, after: dict[str, bytes]) -> None:
    for name, data in _files(out).items():
        if not name.endswith((".layline-export.json", "index.json", ".xml")):
            assert data == after[name], name
