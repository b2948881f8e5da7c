"""What is handed to the platform's opener."""

from pathlib import Path

import pytest

from pipeline.tui.opener import open_at


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an opener of our own writes what it was given."""
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/part" && mv "{tmp_path}/part" "{tmp_path}/opened"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "opened"


def _read(file: Path) -> str:
    import time

    for _ in range(200):
        if file.exists():
            return file.read_text()
        time.sleep(0.02)
    raise AssertionError("nothing was opened")


@pytest.mark.parametrize(
    ("name", "page", "end"),
    [("a b.pdf", 7, "a%20b.pdf#page=7"), ("paper.pdf", None, "paper.pdf"), ("paper.xml", 7, "paper.xml")],
)
def test_a_pdf_is_opened_at_its_page_other_files_at_their_beginning(
    opened: Path, tmp_path: Path, name: str, page: int | None, end: str
) -> None:
    assert open_at(tmp_path / name, page).startswith("Opened")
    assert _read(opened).strip().endswith(end)


def test_over_ssh_and_without_a_display_the_place_is_told(
    opened: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert open_at(tmp_path / "paper.pdf", 7).endswith("paper.pdf, page 7")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    assert "Nothing here can open a window" in open_at(tmp_path / "paper.pdf", 7)
    assert not opened.exists()
