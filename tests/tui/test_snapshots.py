"""Every screen at the size of an old terminal, and those that use the room at that of a wide one."""

from pathlib import Path

from tests.tui.sessions import Session, reviewing
from tests.tui.snapshots import comes_to_look


async def _back(session: Session) -> None:
    await session.press("escape")
    await session.sees_no("Esc  ")


async def test_every_screen_is_drawn_as_it_is_kept(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await comes_to_look(session, "queue-80x24", "blocked", "Supported standing")
        await session.open_paper()
        await session.press("f")
        await comes_to_look(session, "paper-80x24", "5.1", "Findings here: 2")
        await session.press("n")
        await comes_to_look(session, "unproved-80x24", "No quote proves this")
        await session.press("u")
        await comes_to_look(session, "flagged-first-80x24", "flagged first")
        await session.press("u", "f", "e")
        await comes_to_look(session, "edit-80x24", "Esc done")
        await session.press("escape")
        await session.sees_no("Esc done")
        for key, wanted, screen in (
            ("w", "Why may it stand?", "waive"),
            ("a", "statements seen", "approve"),
            ("?", "Esc  close", "keys"),
            ("h", "Esc  close", "history"),
            ("i", "Esc  close", "provenance"),
            ("d", "first draft", "difference"),
        ):
            await session.press(key)
            await comes_to_look(session, f"{screen}-80x24", wanted)
            await _back(session)


async def test_a_wide_terminal_is_used(workspace: Path) -> None:
    async with reviewing(workspace, size=(160, 48)) as session:
        await comes_to_look(session, "queue-160x48", "blocked", "Supported standing")
        await session.open_paper()
        await session.press("f")
        await comes_to_look(session, "paper-160x48", "5.1", "Findings here: 2")
