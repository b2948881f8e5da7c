"""Text that would vanish as markup, steer a terminal or turn its direction shows as it is, in every command."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.command_line import CommandLine, one_call_a_paper
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer
from tests.made import JATS

DOI = "10.5555/layline.sample.0001"
HOSTILE = "[object Object] [n=48] [/b] [bold]x[/bold] :smile: \u202eevil"
SHOWN = "[object Object] [n=48] [/b] [bold]x[/bold] :smile: ⟨U+202E⟩evil"
SHOWN_FROM_PAPER = SHOWN.replace("⟨U+202E⟩", "")
"""Papers are read without controls of direction, and say so in a warning."""
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]")


@pytest.fixture
def hostile(layline: CommandLine, tmp_path: Path) -> CommandLine:
    """A workspace with one paper whose title and sentences are hostile."""
    text = JATS.read_text().replace("Supported standing and leg spasms", HOSTILE)
    paper = tmp_path / "hostile [b] paper.xml"
    paper.write_text(text.replace("The trial was small", f"The trial {HOSTILE} was small"))
    layline("run", paper)
    return layline


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("command", [("queue", "--all"), ("show", DOI)])
def test_hostile_titles_and_findings_show_as_they_are(hostile: CommandLine, command: tuple[str, ...]) -> None:
    done = hostile(*command)
    assert done.code == 0, done.err
    assert SHOWN_FROM_PAPER in _words(done.out)
    assert not RAW.search(done.out + done.err)


def test_controls_of_direction_that_were_left_out_of_a_paper_are_told(hostile: CommandLine) -> None:
    warnings = hostile("show", DOI, "--json").json["paper"]["warnings"]
    assert [warning["kind"] for warning in warnings] == ["invisible_characters"]


def test_a_hostile_reason_is_kept_and_shown(hostile: CommandLine) -> None:
    hostile("reject", DOI, "--as", "Eve [31m[/b]", "--reason", f"\x1b]0;owned\x07 {HOSTILE}")
    done = hostile("history", DOI)
    assert SHOWN in done.out
    assert "␛]0;owned␇" in done.out
    assert "Eve [31m[/b]" in done.out
    assert not RAW.search(done.out)
    assert hostile("history", DOI, "--json").json["decisions"][0]["by"] == "Eve [31m[/b]"


def test_hostile_edits_block_and_show_as_they_are(hostile: CommandLine, tmp_path: Path) -> None:
    form = yaml.safe_load(hostile("edit", DOI, "--print").out)
    form["key_messages"][0]["text"] = f"\x1b[2J{HOSTILE}"
    edited = tmp_path / "edit.yaml"
    edited.write_text(yaml.safe_dump(form))
    done = hostile("edit", DOI, "--file", edited, "--as", "Eve", "--json")
    assert done.json["status"] == "blocked"
    shown = hostile("show", DOI)
    assert f"␛[2J{SHOWN}" in _words(shown.out)
    assert not RAW.search(shown.out)


def test_a_hostile_page_is_linted_without_touching_the_terminal(layline: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / "page [b].md"
    page.write_text(f"Limitations\n\n- \x1b[31m{HOSTILE}\n", "utf-8")
    done = layline("lint", page)
    assert done.code == 1
    assert "[object Object]" in done.out
    assert "page [b].md" in done.out
    assert not RAW.search(done.out)
    checks = {finding["check"] for finding in layline("lint", page, "--json").json["targets"][0]["findings"]}
    assert {"object_object", "control_characters"} <= checks


def test_what_a_model_sends_is_shown_and_never_obeyed(layline: CommandLine, samples: Path) -> None:
    with LoopbackServer(faults=Faults({"control": 1.0})) as server:
        layline("run", samples, **one_call_a_paper(server.url))
    assert {paper["status"] for paper in layline("queue", "--json").json["papers"]} == {"blocked"}
    done = layline("show", DOI)
    assert not RAW.search(done.out)
    assert "␛" in done.out or "⟨U+" in done.out


def test_on_a_real_terminal_only_our_own_colours_reach_it(hostile: CommandLine) -> None:
    leader, follower = pty.openpty()
    command = hostile.command("show", DOI)
    with subprocess.Popen(command, stdout=follower, stderr=follower, env=hostile.environment | {"TERM": "xterm"}):
        os.close(follower)
        seen = _read_all(leader)
    without_colours = re.sub("\x1b\\[[0-9;]*m", "", seen)
    assert SHOWN_FROM_PAPER in _words(without_colours)
    assert not RAW.search(without_colours.replace("\r\n", "\n"))


def _read_all(leader: int) -> str:
    pieces = []
    while True:
        try:
            piece = os.read(leader, 65_536)
        except OSError:  # how Linux tells that the other side has closed
            break
        if not piece:
            break
        pieces.append(piece)
    os.close(leader)
    return b"".join(pieces).decode()
