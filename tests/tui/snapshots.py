"""Screens as text, kept under `snapshots/`: `LAYLINE_RENEW_SNAPSHOTS=1 uv run pytest tests/tui` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def compare(name: str, drawn: str) -> None:
    """The screen is, character by character, the one that is kept."""
    kept = FOLDER / f"{name}.txt"
    if os.environ.get("LAYLINE_RENEW_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(drawn, "utf-8")
    assert kept.exists(), f"{kept.name} is not kept yet; LAYLINE_RENEW_SNAPSHOTS=1 writes it"
    assert drawn == kept.read_text("utf-8"), f"{kept.name} differs; if that is wanted, LAYLINE_RENEW_SNAPSHOTS=1"
