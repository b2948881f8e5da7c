"""An error is told to a person without the numbers, classes and quoting of the libraries below."""

import errno
import sqlite3
from pathlib import Path

import pytest

from pipeline.cli.failures import refused_by_system
from tests.command_line import CommandLine
from tests.made import JATS

ONE = "10.5555/layline.sample.0001"


@pytest.mark.parametrize(
    ("editor", "told"),
    [("no-such-editor", "failed: No such file or directory"), ("false", "failed: it ended with code 1")],
)
def test_an_editor_that_fails_is_told_in_words(layline: CommandLine, editor: str, told: str) -> None:
    layline("run", JATS)
    done = layline("edit", ONE, "--as", "Ann", EDITOR=editor)
    assert (done.code, "Errno" in done.err, "Command" in done.err) == (3, False, False)
    assert told in done.err


def test_a_file_of_an_edit_that_is_not_there_or_no_text_is_named(layline: CommandLine, tmp_path: Path) -> None:
    layline("run", JATS)
    assert "nowhere.yaml cannot be read: No such file" in layline("edit", ONE, "--as", "A", "-f", "nowhere.yaml").err
    (tmp_path / "edit.yaml").write_bytes(b"\xff")
    done = layline("edit", ONE, "--as", "A", "-f", tmp_path / "edit.yaml")
    assert (done.code, "edit.yaml is not text in UTF-8" in done.err, "codec" in done.err) == (2, True, False)


def test_measuring_without_a_model_names_no_option_that_it_has_not(layline: CommandLine) -> None:
    done = layline("eval", JATS)
    assert done.code == 3
    assert "`layline run --drafter offline`" in done.err


def test_a_service_that_is_not_there_is_told_without_numbers_of_the_system(layline: CommandLine) -> None:
    done = layline(
        "resolve",
        "10.5555/x",
        LAYLINE_CONTACT="a@example.org",
        LAYLINE_SERVICES__CROSSREF="https://nowhere.invalid",
        LAYLINE_FETCH_RETRY_FOR="0",
    )
    assert "Errno" not in done.err + done.out


def test_a_database_that_lacks_a_column_is_one_of_another_version_not_a_full_disk(layline: CommandLine) -> None:
    layline("run", JATS)
    with sqlite3.connect(layline.workspace / "data" / ".layline" / "layline.db") as database:
        database.execute("ALTER TABLE papers RENAME COLUMN note TO remark")
    done = layline("queue")
    assert (done.code, "another version of Layline" in done.err, "disk" in done.err) == (3, True, False)


def test_a_full_disk_is_told_with_what_to_do() -> None:
    error = refused_by_system(OSError(errno.ENOSPC, "No space left on device"))
    assert error.message == "the system refused: No space left on device"
    assert error.remedy.startswith("Make space on the disk, then run the same command again")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("key_messages:", "key_mesages:", "at /key_mesages: is not known; did you mean key_messages?"),
        ("plain_title:", "plain_title: [1]\nplain_titel:", "at /plain_title: is a list; it must be a text"),
        ("key_messages:", "key_messages: [", "it is not valid YAML: "),
    ],
)
def test_an_edit_that_cannot_be_used_is_told_in_words(
    layline: CommandLine, tmp_path: Path, old: str, new: str, told: str
) -> None:
    layline("run", JATS)
    form = layline("edit", ONE, "--print").out
    (tmp_path / "edit.yaml").write_text(form.replace(old, new, 1))
    done = layline("edit", ONE, "--as", "A", "--file", tmp_path / "edit.yaml")
    assert done.code == 1
    assert told in done.err
    assert not [words for words in ("Input should", "Extra inputs", "<unicode string>") if words in done.err]


def test_a_queue_names_what_failed_and_finds_a_status_as_it_is_shown(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "notes.docx").write_bytes(b"x")
    done = layline("run", tmp_path, JATS)
    assert "not papers: notes.docx" in done.out
    assert "1 paper failed: `layline queue --status failed` says why" in layline("queue").err
    failed = layline("queue", "--status", "failed").out
    assert "0 block" not in failed
    assert "".join(failed.split()).count("empty.pdf") == 1
    for name in ("in review", "in-review", "in_review"):
        assert ONE in layline("queue", "--status", name).out
    assert "in review" in layline("queue", "--status", "gone").err


def test_what_a_list_names_and_is_no_paper_is_told_by_a_run_and_before_it(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"hello world\n{JATS}\n")
    rehearsed = layline("run", tmp_path / "list.txt", "--dry-run")
    assert "would skip" in rehearsed.out
    assert "'hello world' is no identifier" in rehearsed.out
    assert rehearsed.code == 1
    done = layline("--quiet", "run", tmp_path / "list.txt")
    assert (done.code, "'hello world' is no identifier" in done.out) == (1, True)


def test_a_rehearsal_ends_with_the_exit_code_of_the_run_that_would_follow(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    for sources, code in (((JATS,), 0), ((tmp_path / "empty.pdf", JATS), 1)):
        assert layline("run", *sources, "--dry-run").code == code
        assert layline("run", *sources).code == code


def test_why_a_page_may_not_leave_is_told_in_words(layline: CommandLine) -> None:
    layline("run", JATS)
    refused = layline("export", ONE)
    assert refused.code == 1
    assert "not approved: 0 of 1 people have approved exactly this content" in refused.out
