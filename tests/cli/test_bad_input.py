"""Bad input gets a message that a person is glad to get, one JSON object with `--json`, and never a traceback."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.made import JATS


@pytest.mark.parametrize("name", ["", "   ", "a" * 5000, "nowhere.pdf"])
def test_a_name_that_can_be_no_file_is_a_wrong_command_line(layline: CommandLine, name: str) -> None:
    done = layline("run", name, "--json")
    assert (done.code, done.json["error"]["kind"]) == (2, "usage")
    assert "Traceback" not in done.err


def test_a_file_whose_name_is_no_utf8_is_drafted_and_shown_with_escapes(layline: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff\xfename.xml")).write_bytes(JATS.read_bytes())
    done = layline("run", folder, "--json")
    assert done.code == 0, done.err
    assert done.json["papers"][0]["source"].endswith("bad\\udcff\\udcfename.xml")


def test_a_list_with_a_line_that_can_be_no_name_goes_on_with_the_others(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"{'a' * 5000}\n{JATS}\n")
    done = layline("run", tmp_path / "list.txt", "--json")
    assert done.code == 1
    assert [paper["status"] for paper in done.json["papers"]] == ["in_review"]
    assert "line 1" in done.json["totals"]["problems"][0]


def test_a_row_that_was_spoiled_in_the_store_is_named(layline: CommandLine) -> None:
    layline("run", JATS)
    with sqlite3.connect(layline.workspace / "data" / ".layline" / "layline.db") as database:
        database.execute("UPDATE papers SET error = 'zzz'")
    done = layline("queue", "--json")
    assert (done.code, done.json["error"]["kind"]) == (1, "row_spoiled")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("text", ["[]", '"text"', "3", "null", "{}", '[{"a": 1}]'])
def test_json_that_is_no_summary_is_not_passed_as_one(layline: CommandLine, tmp_path: Path, text: str) -> None:
    (tmp_path / "summary.json").write_text(text)
    done = layline("check", tmp_path / "summary.json", "--json")
    assert done.code == 1
    assert [f["check"] for f in done.json["targets"][0]["findings"]] == ["schema_invalid"]


def test_settings_that_cannot_be_used_are_named_with_their_cure(layline: CommandLine) -> None:
    for text, told in (
        ("concurrency = 'many'", "concurrency"),
        ("colour = 'red'", "colour"),
        ("concurrency = ", "not valid TOML"),
        ("api_key = 'sk-1'", "holds an API key"),
    ):
        (layline.workspace / "layline.toml").write_text(text)
        done = layline("run", JATS, "--json")
        assert (done.code, "Traceback" in done.err) == (3, False)
        assert told in done.json["error"]["message"]
        assert "sk-1" not in done.out + done.err


def test_a_workspace_that_cannot_be_written_is_an_environment_that_is_not_fit(layline: CommandLine) -> None:
    (layline.workspace / "data").write_text("a file where a folder should be")
    done = layline("run", JATS, "--json")
    assert done.code == 3
    assert "Traceback" not in done.err


def test_usage_that_the_command_line_itself_finds_is_one_object_too(layline: CommandLine) -> None:
    for words in (("run", "--limit", "0", "--json"), ("nonsense", "--json"), ("show", "--json")):
        done = layline(*words)
        assert (done.code, done.json["error"]["kind"]) == (2, "usage")
        assert done.err


@pytest.mark.parametrize("name", ["openai_api_key", "API_KEY"])
def test_a_key_in_the_settings_is_refused_however_it_is_spelled(layline: CommandLine, name: str) -> None:
    (layline.workspace / "layline.toml").write_text(f"{name} = 'sk-1'")
    done = layline("run", JATS, "--json")
    assert (done.code, "holds an API key" in done.json["error"]["message"]) == (3, True)


def test_lint_reads_a_pipe_and_says_so_where_there_is_nothing_to_read(layline: CommandLine, tmp_path: Path) -> None:
    done = layline("lint", "/dev/stdin", "--json", stdin="one\n[object Object]\n")
    assert done.code == 1
    assert [f["place"] for f in done.json["targets"][0]["findings"]] == ["line 2"]
    (tmp_path / "empty").mkdir()
    assert layline("lint", tmp_path / "empty", "--json").code == 2
