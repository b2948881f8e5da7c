"""Every screen at the size of an old terminal, and those that use the room at that of a wide one."""

from pathlib import Path

from tests.tui.sessions import Session, reviewing
from tests.tui.snapshots import compare


async def _back(session: Session) -> None:
    await session.press("escape")
    await session.sees_no("Esc  ")


async def test_every_screen_is_drawn_as_it_is_kept(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        compare("queue-80x24", await session.sees("blocked", "Supported standing"))
        await session.open_paper()
        await session.press("f")
        compare("paper-80x24", await session.sees("5.1", "Findings here: 2"))
        await session.press("n")
        compare("unproved-80x24", await session.sees("No quote proves this"))
        await session.press("u")
        compare("flagged-first-80x24", await session.sees("flagged first"))
        await session.press("u", "f", "e")
        compare("edit-80x24", await session.sees("Esc done"))
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
            compare(f"{screen}-80x24", await session.sees(wanted))
            await _back(session)


async def test_a_wide_terminal_is_used(workspace: Path) -> None:
    async with reviewing(workspace, size=(160, 48)) as session:
        compare("queue-160x48", await session.sees("blocked", "Supported standing"))
        await session.open_paper()
        await session.press("f")
        compare("paper-160x48", await session.sees("5.1", "Findings here: 2"))
