"""What goes wrong around a reviewer is told in words, and nothing that was typed or decided is lost."""

from pathlib import Path

import pytest

from pipeline import decide
from pipeline.case import open_case
from pipeline.config import Settings
from pipeline.models.queue_row import QueueRow
from tests import made
from tests.tui.sessions import reviewing
from tests.tui.workspaces import DOI, RIGHT, workspace_with


def _edited_by(workspace: Path, person: str, text: str) -> None:
    """Somebody else edits the first key message, in a process of their own."""
    with made.store(workspace) as store:
        case = open_case(store, store.papers.find(DOI), Settings())
        decide.edit_statement(store, Settings(), case, "/key_messages/0", text, person)


def _row(workspace: Path) -> QueueRow:
    with made.store(workspace) as store:
        return store.queue.rows()[0]


async def test_of_two_reviewers_the_second_sees_who_has_the_paper_and_the_later_decision_is_refused_with_the_difference(
    workspace: Path,
) -> None:
    async with reviewing(workspace, "Ada") as ada, reviewing(workspace, "Ben") as ben:
        await ada.open_paper()
        await ben.press("escape")
        await ben.sees("[Ada] Supported standing")
        await ben.press("enter")
        await ben.sees("Ada has this open", "0/60 seen")
        _edited_by(workspace, "Ada", RIGHT)
        await ben.press("r")
        await ben.type("too bold")
        await ben.press("enter")
        await ben.sees(
            "Somebody was faster", "Nothing was decided", "- Standing in a frame cut leg spasms from 9.4", "+"
        )
        await ben.press("escape")
        await ben.sees("in review", "a day.")
        await ada.press("f", "e")
        await ada.sees("Esc done")
        await ada.type(" And more.")
        await ada.press("escape")
        await ada.sees("Somebody was faster")
        await ada.press("escape")
        await ada.sees("And more.")
        assert ada.app.screen.query_one("EditField").is_open  # type: ignore[attr-defined]
    assert _row(workspace).held_by is None


async def test_a_paper_is_held_while_it_is_open_and_given_back_after(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await session.open_paper()
        assert _row(workspace).held_by == "Ada"
        await session.press("q")
        await session.sees("Layline review")
        assert _row(workspace).held_by is None


async def test_a_database_that_goes_away_is_a_message_and_nothing_is_lost_when_it_comes_back(workspace: Path) -> None:
    state = workspace / "data" / ".layline"
    async with reviewing(workspace) as session:
        await session.open_paper()
        state.rename(state.with_name("away"))
        await session.press("r")
        await session.type("misleading")
        await session.press("enter")
        await session.sees("is gone", "Put it back")
        await session.press("s", "q")
        await session.sees("Layline review", "is gone")
        state.with_name("away").rename(state)
        await session.press("escape", "enter")
        await session.sees("seen", "block")
        await session.press("r")
        await session.type("misleading")
        await session.press("enter")
        await session.sees("Rejected")


async def test_papers_that_other_processes_add_appear_by_themselves(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.tui.queue_screen._LOOK_AGAIN", 0.1)
    async with reviewing(workspace) as session:
        await session.sees("1 waiting")
        workspace_with(workspace, made.summary(made.PDF), made.PDF)
        await session.sees("2 waiting", "Breathing exercises")
