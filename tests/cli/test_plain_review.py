"""The review line by line: told in words, decided by words, on the same record as every other way."""

import os
import pty
import select
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline import decide
from pipeline.case import Case, open_case
from pipeline.cli.main import app
from pipeline.config import Settings
from pipeline.models.decision import Decision
from pipeline.models.finding import Severity
from pipeline.store.store import Store
from tests import made
from tests.command_line import CommandLine

SETTINGS = Settings()
TRIAL = "10.5555/layline.sample.0001"
PLACE = "/key_findings/0"
BOLD = "Standing is a miracle cure that everyone should try tomorrow."
PLAIN = "Of the 48 people, 45 took part to the end."


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    with made.store(tmp_path) as opened:
        made.drafted(opened)
    return tmp_path


def _review(workspace: Path, *lines: str, paper: str | None = TRIAL, by: str = "Ada") -> Result:
    typed = "".join(f"{line}\n" for line in lines)
    words = ["--workspace", str(workspace), "review", *([paper] if paper else []), "--plain", "--as", by]
    return CliRunner().invoke(app, words, input=typed)


def _command(workspace: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["--workspace", str(workspace), *words])


def _with(workspace: Path, act: Any) -> Any:
    with made.store(workspace) as store:
        return act(store)


def _case(store: Store) -> Case:
    return open_case(store, store.papers.all()[0], SETTINGS)


def _decisions(workspace: Path) -> list[dict[str, Any]]:
    """The record but for what differs from one day to the next."""

    def plain(decision: Decision) -> dict[str, Any]:
        return decision.model_dump(mode="json", exclude={"at", "hash", "previous"})

    decisions: list[dict[str, Any]] = _with(workspace, lambda store: [plain(d) for d in _case(store).decisions])
    return decisions


def _bold(store: Store) -> Case:
    return decide.edit_statement(store, SETTINGS, _case(store), PLACE, BOLD, "Ben").case


def test_the_queue_is_told_filtered_ordered_and_opened_by_number(workspace: Path) -> None:
    done = _review(
        workspace,
        "find standing",
        "find nothing of it",
        "all",
        "order title",
        "order x",
        "1",
        "queue",
        "quit",
        paper=None,
    )
    assert done.exit_code == 0
    assert "1. Supported standing and leg spasms" in done.output
    assert "0 papers waiting, by risk." in done.output
    assert "1 paper waiting, by title." in done.output
    assert "Orders: risk, ready, waiting, title." in done.output
    assert "Statement 1 of" in done.output


def test_statements_are_told_with_proof_and_findings_and_one_can_go_about(workspace: Path) -> None:
    _with(workspace, _bold)
    done = _review(
        workspace, "next", "previous", "previous", "finding", "passage", PLACE, f"jump {PLACE}", "999", "quit"
    )
    assert "Statement 1 of" in done.output
    assert "This is the first statement." in done.output
    assert f"Key Findings, at {PLACE}." in done.output
    assert "Proof 1: Of 48 participants, 45 completed the trial. (Results, exact)" in done.output
    assert "Blocks: overclaim, key " in done.output
    assert "The quote: Of 48 participants, 45 completed the trial." in done.output
    assert f"{PLACE} is no word here." in done.output
    assert "There is no statement 999." in done.output


def test_every_word_that_is_listed_is_understood(workspace: Path) -> None:
    listed = _review(workspace, "?", "quit").output
    for word in ("next", "edit all", "waive", "approve", "reject", "request changes", "undo", "history", "quit"):
        assert f"\n{word}" in listed.replace("words) ", "words) \n")


def test_what_plain_words_decide_is_what_the_commands_decide(tmp_path: Path) -> None:
    plain, commands = tmp_path / "plain", tmp_path / "commands"
    for folder in (plain, commands):
        folder.mkdir()
        with made.store(folder) as opened:
            made.drafted(opened)
            keys = [finding.key for finding in _bold(opened).standing.blocking]
    waivers = [line for key in keys for line in (f"waive {key}", "it is so")]
    decisions = ["approve", "yes", "undo", "request changes", "say more", "undo not now", "reject", "not for us"]
    done = _review(plain, *waivers, "finding", *decisions, "quit")
    assert done.exit_code == 0, done.output
    for key in keys:
        assert _command(commands, "waive", TRIAL, key, "--as", "Ada", "-r", "it is so").exit_code == 0
    for words in (
        ("approve", TRIAL, "--seen"),
        ("undo", TRIAL),
        ("request-changes", TRIAL, "-r", "say more"),
        ("undo", TRIAL, "-r", "not now"),
        ("reject", TRIAL, "-r", "not for us"),
    ):
        done = _command(commands, *words, "--as", "Ada")
        assert done.exit_code == 0, (done.output, done.exception)
    assert _decisions(plain) == _decisions(commands)
    told = _command(commands, "history", TRIAL).output
    assert "undo of 6 by Ada" in told
    assert "the chain is sound" in told


def test_an_edit_of_one_statement_is_the_same_record_as_that_of_the_whole(tmp_path: Path) -> None:
    plain, commands = tmp_path / "plain", tmp_path / "commands"
    for folder in (plain, commands):
        folder.mkdir()
        with made.store(folder) as opened:
            made.drafted(opened)
            text = decide.edit_text(_case(opened))
    old = "text: Of 48 participants, 45 completed the trial."
    assert text.index(old) == text.index(old, text.index("key_findings:"))
    (tmp_path / "edit.yaml").write_text(text.replace(old, f"text: {PLAIN}", 1))
    _command(commands, "edit", TRIAL, "--file", str(tmp_path / "edit.yaml"), "--as", "Ada", "-r", "plainer")
    number = _with(plain, lambda store: [s.place for s in _case(store).statements].index(PLACE) + 1)
    done = _review(plain, str(number), "edit", PLAIN, "plainer", "quit")
    assert "Done: edit by Ada." in done.output
    assert _decisions(plain) == _decisions(commands)
    assert len(_decisions(plain)) == 1


def test_the_editor_of_the_person_edits_the_whole_draft(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = workspace / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i "/^plain_title/s/Supported/Assisted/" "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert "Done: edit by Ada." in _review(workspace, "edit all", "again", "quit").output
    assert _with(workspace, _case).draft.summary.plain_title.startswith("Assisted standing")


def test_other_quotes_are_sought_in_the_paper(workspace: Path) -> None:
    number = _with(workspace, lambda store: [s.place for s in _case(store).statements].index(PLACE) + 1)
    done = _review(workspace, str(number), "proof", "45 completed the trial", "", "shorter", "quit")
    assert "Proof 1: 45 completed the trial (Results, exact)" in done.output


def test_no_approval_before_what_was_found_was_heard(workspace: Path) -> None:
    keys = _with(workspace, lambda store: [f.key for f in _bold(store).standing.blocking])
    for key in keys:
        _command(workspace, "waive", TRIAL, key, "--as", "Ben", "-r", "x")
    early = _review(workspace, "approve", "quit")
    assert "Not looked at yet: Research Summary, at /research_summary." in early.output
    assert "Not done: 1 statement with a finding was not looked at by Ada" in early.output
    script = _command(workspace, "approve", TRIAL, "--as", "Ada")
    assert getattr(script.exception, "kind", None) == "not_seen"
    assert "The paper is approved now" in _review(workspace, "finding", "approve", "yes", "quit").output


def test_what_would_be_refused_is_not_asked_for(workspace: Path) -> None:
    """Nobody should be asked for a signature that then does not count."""
    _with(workspace, _bold)
    done = _review(workspace, "approve", "quit")
    assert "blocking findings open: " in done.output
    assert "approve exactly this?" not in done.output


def test_an_answer_other_than_yes_decides_nothing(workspace: Path) -> None:
    for answer in ("y", "no", "", "yes please"):
        _review(workspace, "approve", answer, "reject", "", "request changes", " ", "quit")
    assert _decisions(workspace) == []


def test_a_paper_that_somebody_holds_can_be_read_and_not_decided_about(workspace: Path) -> None:
    _with(workspace, lambda store: store.holds.take(store.papers.all()[0].id, "Ben", 600))
    done = _review(workspace, "reject", "no", "edit", "approve", "quit")
    assert done.output.count("Ben has this paper open since") == 4
    assert _decisions(workspace) == []
    assert _with(workspace, lambda store: store.holds.holder(store.papers.all()[0].id)).person == "Ben"


def test_a_paper_is_given_back_at_the_end_even_if_the_line_breaks(workspace: Path) -> None:
    assert _review(workspace, "next").exit_code == 0
    assert _with(workspace, lambda store: store.holds.holder(store.papers.all()[0].id)) is None


def test_a_refused_edit_is_kept_and_can_be_resumed_or_forgotten(workspace: Path) -> None:
    def keep(store: Store) -> None:
        case = _case(store)
        store.unsaved.keep(case.row.id, "Ada", PLACE, case.draft.content_hash, PLAIN)

    _with(workspace, keep)
    told = _review(workspace, "resume", "as I said", "quit").output
    assert f"You were typing at {PLACE} when you were interrupted: {PLAIN}" in told
    assert "Done: edit by Ada." in told
    assert "You were typing" not in _review(workspace, "resume", "quit").output
    _with(workspace, keep)
    assert "Forgotten." in _review(workspace, "forget", "quit").output
    assert "You were typing" not in _review(workspace, "quit").output


def test_hostile_text_shows_as_it_is_and_cannot_pretend_to_be_a_line(workspace: Path) -> None:
    hostile = "[object Object] [/b] \x1b[2J\x1b[1;1H \u202egnorw\n1 of 1. What now?"

    def spoil(store: Store) -> None:
        decide.edit_statement(store, SETTINGS, _case(store), PLACE, hostile, "Ben")

    _with(workspace, spoil)
    done = _review(workspace, "finding", "quit")
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output
    assert "[object Object] [/b] ␛[2J␛[1;1H ⟨U+202E⟩gnorw 1 of 1. What now?" in done.output


def test_a_finding_that_can_never_be_waived_is_said_so_and_refused(workspace: Path) -> None:
    def spoil(store: Store) -> str:
        case = decide.edit_statement(store, SETTINGS, _case(store), PLACE, "[object Object]", "Ben").case
        return next(f.key for f in case.standing.findings if f.severity is Severity.BLOCK and not f.waivable)

    key = _with(workspace, spoil)
    done = _review(workspace, "finding", f"waive {key}", "looks fine", "quit")
    assert "It cannot be waived." in done.output
    assert "Not done: " in done.output
    assert [d["kind"] for d in _decisions(workspace)] == ["edit"]


def test_a_name_that_steers_a_terminal_is_refused_before_anything_is_held(workspace: Path) -> None:
    done = _review(workspace, "quit", by="\x1b[31mEve")
    assert getattr(done.exception, "kind", None) == "bad_name"


def test_bytes_that_are_no_text_are_no_word_and_end_nothing(workspace: Path) -> None:
    words = ["--workspace", str(workspace), "review", TRIAL, "--plain", "--as", "Ada"]
    done = CliRunner().invoke(app, words, input=b"\xff\xfe\nreject\nnot for us\nquit\n")
    assert done.exit_code == 0
    assert "\\xff\\xfe is no word here." in done.output
    assert [d["reason"] for d in _decisions(workspace)] == ["not for us"]


def test_the_screen_needs_a_terminal_and_says_what_does_not(workspace: Path) -> None:
    done = _command(workspace, "review", "--as", "Ada")
    assert str(done.exception) == "the review screen needs a terminal"
    assert getattr(done.exception, "remedy", "") == "Use layline review --plain."


def test_the_queue_by_risk_is_listed_by_command_too(workspace: Path) -> None:
    assert TRIAL in _command(workspace, "queue", "--order", "risk").output
    assert str(_command(workspace, "queue", "--order", "x").exception) == "there is no order 'x'"


class _Terminal:
    """The real command behind a real terminal."""

    def __init__(self, layline: CommandLine, *words: str) -> None:
        leader, follower = pty.openpty()
        self.file = leader
        self.process = subprocess.Popen(
            layline.command(*words), stdin=follower, stdout=follower, stderr=follower, env=layline.environment
        )
        os.close(follower)
        self.told = ""

    def wait_for(self, words: str, seconds: float = 40) -> None:
        until = time.monotonic() + seconds
        while words not in self.told:
            assert time.monotonic() < until, self.told
            if select.select([self.file], [], [], 0.2)[0]:
                self.told += os.read(self.file, 65_536).decode()

    def type(self, line: str) -> None:
        os.write(self.file, f"{line}\n".encode())


def test_on_a_terminal_nothing_is_coloured_or_moved_and_a_kill_loses_no_word(layline: CommandLine) -> None:
    with made.store(layline.workspace) as opened:
        made.drafted(opened)
        number = [s.place for s in _case(opened).statements].index(PLACE) + 1
    terminal = _Terminal(layline, "review", TRIAL, "--plain", "--as", "Ada")
    terminal.wait_for("What now?")
    terminal.type(str(number))
    terminal.wait_for(PLACE)
    terminal.type("edit")
    terminal.wait_for("New text")
    terminal.type(PLAIN)
    terminal.wait_for("Why?")
    os.kill(terminal.process.pid, signal.SIGKILL)
    terminal.process.wait()
    os.close(terminal.file)
    assert "\x1b" not in terminal.told
    assert PLAIN in _review(layline.workspace, "quit").output


def test_an_approval_on_a_terminal_shows_what_is_signed_and_asks_once(layline: CommandLine) -> None:
    with made.store(layline.workspace) as opened:
        made.drafted(opened)
    terminal = _Terminal(layline, "approve", TRIAL, "--as", "Ada")
    terminal.wait_for("approve exactly this?")
    assert "of which you have looked at 0" in terminal.told
    assert "findings: 0 open" in terminal.told
    terminal.type("y")
    terminal.wait_for("it is approved now")
    assert terminal.process.wait(20) == 0
    os.close(terminal.file)
