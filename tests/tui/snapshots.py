"""Screens as text, kept under `snapshots/`: `LAYLINE_RENEW_SNAPSHOTS=1 uv run pytest tests/tui` writes them anew."""

import os
from pathlib import Path

from tests.tui.sessions import Session

FOLDER = Path(__file__).parent / "snapshots"


async def comes_to_look(session: Session, name: str, *texts: str) -> None:
    """The screen that shows these texts comes to be, character by character, the one that is kept.

    Comes to be: a screen draws what it is about first, the keys at its foot in a later turn.
    """
    await session.sees(*texts)
    kept = FOLDER / f"{name}.txt"
    if os.environ.get("LAYLINE_RENEW_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(await session.at_rest(), "utf-8")
    assert kept.exists(), f"{kept.name} is not kept yet; LAYLINE_RENEW_SNAPSHOTS=1 writes it"
    wanted = kept.read_text("utf-8")
    drawn = await session.at_rest(wanted)
    assert drawn == wanted, f"{kept.name} differs; if that is wanted, LAYLINE_RENEW_SNAPSHOTS=1"
