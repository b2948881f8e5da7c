"""Every screen, at the size of an old terminal and at that of a wide one."""

from pathlib import Path

import pytest

from tests.tui.sessions import Session, reviewing
from tests.tui.snapshots import compare


async def _back(session: Session) -> None:
    await session.press("escape")
    await session.sees("seen", "Approve")


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
async def test_every_screen_is_drawn_as_it_is_kept(workspace: Path, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with reviewing(workspace, size=size) as session:
        compare(f"queue-{name}", await session.sees("blocked", "Supported standing"))
        await session.press("enter")
        await session.sees("0/58 seen")
        await session.press("f")
        compare(f"paper-{name}", await session.sees("5.1", "Findings here: 2"))
        await session.press("n")
        compare(f"unproved-{name}", await session.sees("No quote proves this"))
        await session.press("u")
        compare(f"flagged-first-{name}", await session.sees("flagged first"))
        await session.press("u", "f", "e")
        compare(f"edit-{name}", await session.sees("Esc done"))
        await session.press("escape")
        await session.sees_no("Esc done")
        await session.press("w")
        compare(f"waive-{name}", await session.sees("Why may it stand?"))
        await _back(session)
        await session.press("a")
        compare(f"approve-{name}", await session.sees("statements seen"))
        await _back(session)
        for key, wanted, screen in (("?", "Keys", "keys"), ("h", "Decisions", "history"), ("i", "made", "provenance")):
            await session.press(key)
            compare(f"{screen}-{name}", await session.sees(wanted, "Esc  close"))
            await session.press("escape")
            await session.sees_no("Esc  close")
        await session.press("d")
        compare(f"difference-{name}", await session.sees("first draft"))
