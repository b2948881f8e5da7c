"""The app on a real terminal, started as a person starts it."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.command_line import CommandLine
from tests.tui.terminal import Terminal, real_terminal
from tests.tui.workspaces import DOI, RIGHT, WRONG


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with real_terminal(tmp_path) as opened:
        yield opened


@pytest.fixture
def command(workspace: Path) -> CommandLine:
    return CommandLine(workspace)


def _review(terminal: Terminal, command: CommandLine, size: tuple[int, int] = (80, 24), **environment: str) -> None:
    terminal.start(command.command("review", DOI, "--as", "Ada"), size, command.environment | environment)
    terminal.wait_for("0/60 seen")


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
def test_a_whole_review_from_opening_to_export(
    terminal: Terminal, command: CommandLine, size: tuple[int, int], tmp_path: Path
) -> None:
    _review(terminal, command, size)
    terminal.type("f")
    terminal.wait_for("does not stand", "Conclusions")
    terminal.type("e")
    terminal.wait_for("Esc done")
    terminal.type("C-u")
    terminal.wait_for_no("│Standing")
    terminal.write(RIGHT)
    terminal.type("Escape")
    terminal.wait_for("0 block", "in review")
    terminal.type("f", "w")
    terminal.wait_for("section_repeat cannot be waived")
    terminal.type("f", "w")
    terminal.wait_for("Waive this finding")
    terminal.write("the authors say so")
    terminal.type("Enter")
    terminal.wait_for("1 waived")
    terminal.type("s", "f", "s", "f", "s", "a")
    terminal.wait_for("Approve this page?", "findings waived   1")
    terminal.type("y")
    terminal.wait_for("approved")
    terminal.type("q")
    terminal.wait_for("Layline review")
    terminal.type("q")
    terminal.wait_for("ended with 0")
    done = command("export", "--format", "html", "--out", tmp_path / "out", "--json")
    assert [Path(page["path"]).suffix for page in done.json["written"]] == [".html"]
    page = LexborHTMLParser(Path(done.json["written"][0]["path"]).read_text("utf-8")).body
    assert page
    assert RIGHT in page.text()


def test_a_kill_while_editing_loses_no_word(terminal: Terminal, command: CommandLine) -> None:
    _review(terminal, command)
    terminal.type("f", "e")
    terminal.wait_for("Esc done")
    terminal.write(" It was hard work to write this.")
    terminal.wait_for("write this.")
    os.kill(terminal.child(), signal.SIGKILL)
    terminal.close()
    _review(terminal, command)
    terminal.wait_for("An edit was not finished", "to write this")
    terminal.type("y")
    terminal.wait_for("Esc done", "to write this")
    terminal.type("Escape")
    terminal.wait_for("Edited")


def test_without_colour_nothing_is_told_by_colour_alone(terminal: Terminal, command: CommandLine) -> None:
    _review(terminal, command, NO_COLOR="1")
    terminal.type("f")
    terminal.wait_for("does not stand")
    seen = terminal.screen(escapes=True)
    assert not {code for code in _codes(seen) if len(code) > 1 and code[0] in "349"} - {"39", "49"}
    assert "✖" in seen
    assert "4" in _codes(seen)


def _codes(seen: str) -> set[str]:
    """The numbers of all styles on a screen; 30 to 49 and 90 and more are colours, 39 and 49 none; 4 underlines."""
    return {code for codes in re.findall("\x1b\\[([0-9;]*)m", seen) for code in codes.split(";")}


def test_the_mouse_moves_and_opens(terminal: Terminal, command: CommandLine) -> None:
    terminal.start(command.command("review", "--as", "Ada"), (80, 24), command.environment)
    terminal.wait_for("1 waiting", "Supported")
    terminal.click(20, 4)
    terminal.wait_for("0/60 seen")
    terminal.click(8, 13)
    terminal.wait_for("Findings here: 2")


def test_everything_is_edited_in_the_persons_editor(terminal: Terminal, command: CommandLine, tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text(f"#!/bin/sh\nsed -i 's/{WRONG}/{RIGHT}/' \"$1\"\n")
    editor.chmod(0o755)
    _review(terminal, command, EDITOR=str(editor))
    terminal.type("E")
    terminal.wait_for("Edited; nothing blocks", "in review")


def test_a_fault_of_its_own_ends_the_app_with_words_and_the_terminal_as_it_was(
    terminal: Terminal, command: CommandLine
) -> None:
    program = """
import sys
from pipeline.cli.main import main
from pipeline.tui.app import ReviewApp

def broken(self):
    raise ZeroDivisionError("this cannot be")

ReviewApp.action_keys = broken
sys.argv = ["layline", "--workspace", sys.argv[1], "review", "--as", "Ada"]
main()
"""
    terminal.start([sys.executable, "-c", program, str(command.workspace)], (80, 24), command.environment)
    terminal.wait_for("Supported standing")
    terminal.type("?")
    seen = terminal.wait_for("ended with 1")
    assert "ZeroDivisionError: this" in seen
    assert "Please report it" in seen
    assert "Traceback" not in seen
