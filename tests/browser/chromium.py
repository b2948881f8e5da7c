"""Debian's Chromium, driven by Playwright; what it says on the side is kept."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).parents[2] / ".ci-tools" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules that hold a page against WCAG 2.2 AA, and axe's own advice: https://www.deque.com/axe/core-documentation/"""
_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str:
    """Where the browser is; the test is skipped where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("there is no chromium on this machine: apt-get install chromium")
    return path


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser; the test is skipped where there is none."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=False, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visitor:
    """A reader's window, and everything that went wrong in it or was asked for elsewhere."""

    page: Page
    home: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("dialog", self._dismissed)
        self.page.on("request", lambda asked: self._noted(asked.url))

    def open(self, name: str) -> Page:
        """Open a page of the site."""
        answer = self.page.goto(f"{self.home}/{name}", wait_until="load")
        assert answer is not None
        assert answer.status == 200, name
        return self.page

    def breaches(self) -> list[str]:
        """What axe finds on the page as it stands, each with where it stands."""
        self.page.evaluate(AXE.read_text("utf-8"))
        found: dict[str, Any] = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", list(TAGS)
        )
        assert found["passes"], "axe looked at nothing"
        return [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]

    def _heard(self, said: Any) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(f"{said.type}: {said.text} {said.location}")

    def _dismissed(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _noted(self, url: str) -> None:
        if not url.startswith((f"{self.home}/", "data:")):
            self.faults.append(f"asked for {url}")


@contextmanager
def visiting(browser: Browser, home: str, **how: Any) -> Iterator[Visitor]:
    """A window of its own; in the end nothing may have gone wrong in it."""
    context = browser.new_context(**({"viewport": {"width": 1024, "height": 768}} | how))
    try:
        visitor = Visitor(context.new_page(), home)
        yield visitor
        if visitor.faults:
            pytest.fail("\n".join(visitor.faults))
    finally:
        context.close()
