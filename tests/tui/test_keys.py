"""Every key of the app, pressed as a reviewer presses them."""

import os
from pathlib import Path

import pytest
from textual.binding import Binding, BindingType

from pipeline.config import Settings
from pipeline.models.decision import DecisionKind
from pipeline.tui.app import ReviewApp
from pipeline.tui.confirm import Confirm
from pipeline.tui.dialog import Dialog
from pipeline.tui.edit_field import EditField
from pipeline.tui.page_roll import PageRoll
from pipeline.tui.paper_screen import PaperScreen
from pipeline.tui.queue_roll import QueueRoll
from pipeline.tui.queue_screen import QueueScreen
from pipeline.tui.sheet import Sheet
from tests import made
from tests.tui.sessions import Session, reviewing
from tests.tui.workspaces import DOI, RIGHT


def _kinds(workspace: Path) -> list[DecisionKind]:
    with made.store(workspace) as store:
        return [decision.kind for decision in store.decisions.all(store.papers.find(DOI).id)]


async def _retype(session: Session, text: str) -> None:
    """Replace the text in the open field."""
    await session.press("ctrl+u")
    await session.type(text)


async def test_the_queue_is_sorted_filtered_and_left(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await session.sees("1 waiting, by risk")
        for order in ("ready", "waiting", "title", "risk"):
            await session.press("s")
            await session.sees(f"1 waiting, by {order}")
        await session.press("/")
        await session.type("nothing like it")
        await session.sees("0 of 1 waiting")
        await session.press("escape", "escape")
        await session.sees("1 waiting, by risk", "Supported standing")
        await session.press("c")
        await session.sees("by risk, Spasticity")
        await session.press("c", "v")
        await session.sees("0 received")
        await session.press("escape")
        await session.sees("1 waiting")
        await session.press("q")
        assert session.app.return_code == 0


async def test_a_paper_is_walked_through_by_keys(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await session.open_paper()
        page = session.app.screen.query_one("#page")
        await session.press("j", "j", "k", "end", "home", "pagedown", "pageup", "ctrl+f", "ctrl+b", "down", "up")
        assert page.cursor == 0  # type: ignore[attr-defined]
        await session.press("n")
        await session.sees("No quote proves this statement")
        await session.press("f")
        await session.sees("'5.1': this number does not stand", "Proof, Conclusions")
        await session.press("F")
        await session.sees("No evidence is given for this statement")
        await session.press("N")
        await session.sees("No evidence is given for this statement")
        before = session.app.theme
        await session.press("p", "tab", "tab", "tab", "t", "u")
        assert session.app.theme != before
        await session.sees("flagged first")
        await session.press("s")
        await session.sees("1/60 seen", "✓")
        await session.press("escape")
        await session.sees("Layline review", "1 waiting")


async def test_an_edit_mends_a_statement_and_undo_brings_it_back(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await session.open_paper()
        await session.press("f", "e")
        await session.sees("Esc done")
        await _retype(session, RIGHT)
        await session.press("ctrl+r")
        await session.sees("from 9.4 to 5.1")
        await _retype(session, RIGHT)
        await session.press("escape")
        await session.sees("Edited; nothing blocks", "in review", "0 block")
        await session.press("d")
        await session.sees("What differs", "- Standing in a frame cut leg spasms from 9.4", "+ Standing in a frame")
        await session.press("escape", "h")
        await session.sees("1. edit by Ada", "their chain is sound")
        await session.press("escape", "z")
        await session.sees("Take back the last decision?", "edit by Ada")
        await session.press("y")
        await session.sees("Taken back; it is blocked now", "from 9.4 to 5.1")
    assert _kinds(workspace) == [DecisionKind.EDIT, DecisionKind.UNDO]


async def test_a_finding_is_waived_and_the_page_approved_only_when_it_was_looked_at(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await session.open_paper()
        await session.press("a")
        await session.sees("Blocking findings are open: this will be refused", "2 statements with findings were not")
        await session.press("y")
        await session.sees("1 blocking finding open")
        await session.press("f", "w", "enter")
        await session.sees("A reason is needed")
        await session.type("a rounded number")
        await session.press("enter")
        await session.sees("Waived.", "0 block", "1 waived")
        await session.press("a", "y")
        await session.sees("looked at by Ada")
        await session.press("s", "f", "s", "a")
        await session.sees("statements seen   2 of 60", "findings waived   1")
        await session.press("n")
        await session.sees_no("statements seen")
        assert _kinds(workspace) == [DecisionKind.WAIVE]
        await session.press("a", "y")
        await session.sees("Approved; it can be exported now.")
    assert _kinds(workspace) == [DecisionKind.WAIVE, DecisionKind.APPROVE]


async def test_rejections_and_wishes_carry_their_reasons(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await session.open_paper()
        await session.press("r")
        await session.type("not for lay readers")
        await session.press("escape", "r")
        await session.sees("Why is it not fit?")
        assert not _kinds(workspace)
        await session.type("misleading")
        await session.press("enter")
        await session.sees("Rejected; the paper is held.", "held")
        await session.press("z", "y")
        await session.sees("Taken back")
        await session.press("c")
        await session.type("say what a frame is")
        await session.press("enter")
        await session.sees("Changes are requested")
    with made.store(workspace) as store:
        assert store.papers.find(DOI).note == "say what a frame is"


async def test_two_approvals_are_two_peoples(workspace: Path) -> None:
    settings = Settings(required_approvals=2)
    async with reviewing(workspace, settings=settings) as session:
        await session.open_paper()
        await session.press("f", "e")
        await _retype(session, RIGHT)
        await session.press("escape")
        await session.sees("Edited")
        await session.press("f", "s", "f", "s", "a")
        await session.sees("1 of 2 approvals")
        await session.press("y")
        await session.sees("Ada edited this draft last and")


async def test_the_source_is_opened_at_its_page_or_its_place_is_told(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("SSH_TTY", raising=False)
    async with reviewing(workspace) as session:
        await session.open_paper()
        await session.press("o")
        await session.sees("Opened")
        monkeypatch.setenv("SSH_CONNECTION", "somewhere")
        await session.press("o")
        await session.sees("Nothing here can open a window")
        while not (tmp_path / "opened").exists():
            await session.pilot.pause(0.05)
    assert (tmp_path / "opened").read_text().startswith("file://")


async def test_the_app_is_left_from_anywhere(workspace: Path) -> None:
    async with reviewing(workspace) as session:
        await session.open_paper()
        await session.press("?")
        await session.sees("Keys", "Esc  close")
        await session.press("j", "k", "q", "ctrl+q")
        assert session.app.return_code == 0


def test_no_key_is_left_out_of_these_tests() -> None:
    pressed = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("*.py"))
    for owner in (QueueScreen, PaperScreen, PageRoll, QueueRoll, EditField, Confirm, Sheet, Dialog, ReviewApp):
        for key in (key for binding in owner.BINDINGS for key in _keys(binding)):
            assert f'"{key}"' in pressed, f"{key!r} of {owner.__name__}"


def _keys(binding: BindingType) -> list[str]:
    assert isinstance(binding, Binding)
    short = {"question_mark": "?", "slash": "/"}
    return [short.get(key, key) for key in binding.key.split(",")]
