"""Text that would vanish as markup, steer a terminal, hide or turn its direction shows as text on every screen."""

import re
import shutil
import time
from pathlib import Path

import pytest
from textual.widgets import TextArea

from pipeline.models.claim import Claim, Evidence, Match
from pipeline.models.missing import MissingReason
from pipeline.models.summary import Summary
from tests import made
from tests.tui.sessions import Session, reviewing
from tests.tui.workspaces import DOI, workspace_with

MARKUP = "[object Object] [n=48] [/b] [bold]x[/bold] [@click=app.quit]y[/] :smile:"
STEERING = "\x1b[2J\x1b]0;t\x07\x9b31m\r\x08 \u202eevil\u2066 \u200bhid\U000e0041den"
LONG = "w" * 50_000
LETTERS = (
    "\U0001f469\U0001f3fd\u200d\U0001f9bd \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 e\u0301\u0323 \uff37"
)
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\U000e0000-\U000e0fff]")


def _hostile() -> Summary:
    good = made.summary()
    claims = tuple(
        Claim(text=f"{number} {text}", evidence=(Evidence(quote=text, match=Match.NOT_FOUND),))
        for number, text in enumerate((MARKUP, STEERING, LETTERS, LONG), start=1)
    )
    nothing = Claim(text="Nothing.", unproved=MissingReason.NOT_IN_SOURCE)
    title = f"{MARKUP} {STEERING}"
    return good.model_copy(
        update={"plain_title": title, "key_messages": (*claims, nothing), "categories": (MARKUP, STEERING)}
    )


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    paper_id = workspace_with(folder, _hostile(), title=f"{MARKUP} {STEERING}")
    with made.store(folder) as store:
        row = store.papers.get(paper_id)
        assert row.draft_hash is not None
        store.unsaved.keep(paper_id, "Ada", "/key_messages/1", row.draft_hash, f"{STEERING} {MARKUP}")
    return folder


@pytest.fixture
def hostile(_made: Path, tmp_path: Path) -> Path:
    """A workspace in which everything that people or models write is hostile."""
    return Path(shutil.copytree(_made, tmp_path / "w"))


async def _is_clean(session: Session, *texts: str) -> None:
    seen = await session.sees(*texts)
    assert not RAW.search(seen.replace("\n", ""))


async def test_hostile_text_shows_as_text_on_every_screen(hostile: Path) -> None:
    async with reviewing(hostile, size=(160, 48)) as session:
        await _is_clean(session, "[object Object]")
        await session.press("c")
        await _is_clean(session, "[n=48]", "␛[2J")
        await session.press("escape", "enter")
        await _is_clean(session, "An edit was not finished", "␛[2J", "[object Object] [n=48] [/b] [bold]x[/bold]")
        await session.press("y")
        await _is_clean(session, "Esc done", "␛[2J", "⟨U+202E⟩")
        field = session.app.screen.query_one(TextArea)
        await session.type("\x1b[31m\u202e and two\nlines")
        assert field.text.endswith("␛[31m⟨U+202E⟩ and two lines")
        await session.press("ctrl+r", "escape")
        await session.sees_no("Esc done")
        for _ in range(6):
            await session.press("f")
            await _is_clean(session, "This quote does not stand in the paper")
        await session.press("r")
        await session.sees("Why is it not fit?")
        await session.type(f"{STEERING}{MARKUP}")
        await _is_clean(session, "␛[2J")
        await session.press("escape")
        for key in ("a", "h", "i", "d", "?"):
            await session.press(key)
            await _is_clean(session, "Esc  ")
            await session.press("escape")
            await session.sees_no("Esc  ")


async def test_a_word_of_50000_characters_is_shown_and_edited_without_a_stop(hostile: Path) -> None:
    async with reviewing(hostile) as session:
        await session.sees("[object Object]")
        await session.press("enter")
        await session.sees("An edit was not finished")
        await session.press("n")
        started = time.monotonic()
        await session.press(*["down"] * 6)
        await session.sees("wwwwwwww", "Findings here")
        await session.press("e")
        await session.sees("Esc done")
        await session.press("x", "escape")
        await session.sees("Edited", seconds=60)
        assert time.monotonic() - started < 30
    with made.store(hostile) as store:
        row = store.papers.find(DOI)
        assert store.drafts.current(row).summary.key_messages[3].text.endswith("wx")
