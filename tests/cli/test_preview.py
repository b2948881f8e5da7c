"""The preview through the real command and real HTTP: the site as it would be now, on this machine alone."""

import http.client
import json
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pipeline import decide
from pipeline.config import Settings
from tests import made
from tests.command_line import CommandLine

ONE, TWO = "papers/10.5555_layline.made.00001.html", "papers/10.5555_layline.made.00002.html"
PATIENCE = 60.0


@dataclass
class Preview:
    """A preview that is running."""

    process: subprocess.Popen[str]
    address: str
    workspace: Path

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        """The status and the text of a page."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        try:
            connection.request("GET", f"/{path}", headers={"Host": host} if host else {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    @property
    def build(self) -> int:
        """How often it was built."""
        return int(json.loads(self.get("~preview/state")[1])["build"])

    def wait_for(self, build: int) -> None:
        """Wait until it was built so often."""
        until = time.monotonic() + PATIENCE
        while self.build < build:
            assert time.monotonic() < until, "it was not built anew"
            time.sleep(0.1)

    def template(self, name: str, text: str) -> None:
        """Put a template of the workspace in place of the shipped one, and wait for the site that is made with it."""
        before, path = self.build, self.workspace / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.wait_for(before + 1)

    def end(self, by: signal.Signals = signal.SIGINT) -> str:
        """Interrupt it; what it told on standard error."""
        self.process.send_signal(by)
        return self.process.communicate(timeout=PATIENCE)[1]


@pytest.fixture
def workspace(layline: CommandLine) -> CommandLine:
    """A workspace with one approved paper and one that was drafted."""
    with made.store(layline.workspace) as store:
        made.approved(store, 1)
        made.drafted(store)
    return layline


@pytest.fixture
def preview(workspace: CommandLine, tmp_path: Path) -> Iterator[Preview]:
    """Its preview."""
    (tmp_path / "tmp").mkdir()
    with subprocess.Popen(
        workspace.command("preview", "--port", "0", "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=workspace.environment | {"TMPDIR": str(tmp_path / "tmp")},
    ) as process:  # fmt: skip
        assert process.stdout
        line = process.stdout.readline()
        try:
            yield Preview(process, json.loads(line)["address"], workspace.workspace)
        finally:
            process.kill()


def test_it_shows_what_may_leave_and_publishes_nothing(preview: Preview) -> None:
    assert urlsplit(preview.address).hostname == "127.0.0.1"
    assert preview.get("")[1].count('href="papers/') == 1
    assert preview.get(ONE)[0] == 200
    assert preview.get("papers/10.5555_layline.sample.0001.html")[0] == 404
    assert preview.get("style.css")[0] == 200
    with made.store(preview.workspace) as store:
        paper = store.papers.find("10.5555/layline.made.00001")
        assert (paper.status.value, store.publications.all(paper.id)) == ("approved", [])
    assert not (preview.workspace / "data" / "summaries").exists()


def test_it_is_built_anew_when_the_store_a_template_or_a_setting_changes(preview: Preview) -> None:
    with made.store(preview.workspace) as store:
        made.approved(store, 2)
    preview.wait_for(2)
    until = time.monotonic() + PATIENCE
    while preview.get(TWO)[0] != 200:  # it may have been built between the draft and its approval
        assert time.monotonic() < until
        time.sleep(0.1)
    preview.template("colours.css", ":root { --ink: rebeccapurple }")
    assert "rebeccapurple" in preview.get("style.css")[1]
    before = preview.build
    (preview.workspace / "layline.toml").write_text('site_title = "Another Name"\n')
    preview.wait_for(before + 1)
    assert "<title>Another Name</title>" in preview.get("index.html")[1]


def test_a_page_that_is_taken_back_leaves_the_preview(preview: Preview) -> None:
    with made.store(preview.workspace) as store:
        decide.reject(store, Settings(), "10.5555/layline.made.00001", "Ada", "not for us")
    preview.wait_for(2)
    assert preview.get(ONE)[0] == 404


def test_a_broken_template_is_told_and_the_site_before_stays_until_it_is_mended(preview: Preview) -> None:
    preview.template("site/search.html", "<p>\n{{ 1 + 'a' }}</p>")
    status, home = preview.get("")
    assert status == 200
    assert "this is the one before" in home
    assert 'href="papers/' in home
    assert preview.get("search.html")[0] == 200
    report = preview.get("~preview/")[1]
    assert "site/search.html, line 2, cannot render search.html" in report
    assert "<p>" not in report.partition("<pre>")[2].partition("</pre>")[0]
    preview.template("site/search.html", "<p>Mended</p>")
    assert "the one before" not in preview.get("")[1]
    assert "Mended" in preview.get("search.html")[1]
    told = preview.end()
    assert "site/search.html, line 2, cannot render search.html" in told
    assert "built 3: 1 page, 0 refused" in told


def test_a_setting_that_cannot_be_used_is_told_too(preview: Preview) -> None:
    (preview.workspace / "layline.toml").write_text("site_title = 7\n")
    preview.wait_for(2)
    assert "site_title" in preview.get("~preview/")[1]
    assert preview.get(ONE)[0] == 200


def test_pages_load_themselves_anew_in_the_preview_and_nowhere_else(preview: Preview, workspace: CommandLine) -> None:
    assert '<script src="/~preview/reload.js" data-build="1" defer>' in preview.get(ONE)[1]
    assert "location.reload()" in preview.get("~preview/reload.js")[1]
    preview.end()
    assert workspace("export", "--format", "site").code == 0
    site = workspace.workspace / "data" / "summaries" / "site"
    assert not [path for path in site.rglob("*.*") if path.is_file() and b"~preview" in path.read_bytes()]


def test_others_and_hidden_files_are_not_served(preview: Preview) -> None:
    assert preview.get("", host="evil.example")[0] == 403
    assert preview.get("", host="localhost:8000")[0] == 200
    assert preview.get(".layline-export.json")[0] == 404
    assert preview.get("../../../../etc/passwd")[0] == 404
    assert preview.get("%2e%2e/%2e%2e/etc/passwd")[0] == 404
    assert preview.get("papers")[0] == 404
    assert preview.get("no%00such")[0] == 404


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_leaves_nothing_behind(preview: Preview, tmp_path: Path, by: signal.Signals) -> None:
    told = preview.end(by)
    assert preview.process.returncode == 130
    assert "Traceback" not in told
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_port_that_is_taken_is_named_with_what_to_do(preview: Preview, workspace: CommandLine) -> None:
    done = workspace("preview", "--port", str(urlsplit(preview.address).port), "--json")
    assert done.code == 3
    assert "--port 0" in done.json["error"]["remedy"]


def test_before_there_is_a_site_every_page_says_why(layline: CommandLine) -> None:
    (layline.workspace / "templates" / "site").mkdir(parents=True)
    (layline.workspace / "templates" / "site" / "listing.html").write_text("{% if %}")
    with subprocess.Popen(
        layline.command("preview", "--port", "0", "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=layline.environment,
    ) as process:  # fmt: skip
        assert process.stdout
        try:
            running = Preview(process, json.loads(process.stdout.readline())["address"], layline.workspace)
            status, told = running.get("index.html")
        finally:
            process.kill()
    assert (status, "site/listing.html" in told) == (503, True)
