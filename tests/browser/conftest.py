from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser

from tests.browser.chromium import AXE, chromium, chromium_path
from tests.browser.whole_site import build
from tests.loopback.served_folder import ServedFolder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each file of tests: while it is open Playwright's event loop runs, and no asynchronous test can."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A whole site, built once for all processes of a test run, and not at all where no browser looks at it."""
    chromium_path()
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "layline-whole-site"
    with FileLock(f"{shared}.lock"):
        return shared / "site" if (shared / "site").exists() else build(shared)


@pytest.fixture
def home(site: Path) -> Iterator[str]:
    with ServedFolder(site) as server:
        yield server.url


@pytest.fixture
def axe() -> None:
    if not AXE.is_file():
        pytest.skip("axe is not installed: npm install --no-save --prefix .ci-tools axe-core")
