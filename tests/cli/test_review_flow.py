"""A paper's whole way by commands: drafted, shown, approved, exported; and every way in which that must fail."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command_line import CommandLine
from tests.conftest import SAMPLES
from tests.made import JATS

TRIAL = "10.5555/layline.sample.0001"
STUDY = "10.5555/layline.sample.0002"


@pytest.fixture(scope="module")
def _drafted_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which both samples are drafted: each test of this file begins with a copy."""
    first = CommandLine(tmp_path_factory.mktemp("drafted"))
    assert first("run", SAMPLES).code == 0
    return first.workspace


@pytest.fixture
def drafted(_drafted_once: Path, layline: CommandLine) -> CommandLine:
    shutil.copytree(_drafted_once, layline.workspace, dirs_exist_ok=True)
    return layline


def _database(layline: CommandLine) -> sqlite3.Connection:
    return sqlite3.connect(layline.workspace / "data" / ".layline" / "layline.db")


def _export(layline: CommandLine, out: Path, file_format: str = "json", *ids: str) -> Any:
    return layline("export", *ids, "--format", file_format, "--out", out, "--json")


def test_an_approved_paper_is_exported_in_every_format(drafted: CommandLine, tmp_path: Path) -> None:
    assert drafted("approve", TRIAL, "--as", "Ada").code == 0
    for file_format, suffix in (("json", ".json"), ("md", ".md"), ("html", ".html")):
        done = _export(drafted, tmp_path / "out", file_format)
        assert done.code == 0, done.out
        assert done.json["refused"] == []
        written = Path(done.json["written"][0]["path"])
        assert written.name == f"10.5555_layline.sample.0001{suffix}"
        assert written.stat().st_size > 1000
    site, listed = _export(drafted, tmp_path / "site", "site"), _export(drafted, tmp_path / "out", "csv")
    assert (site.code, listed.json["papers"]) == (0, 1), site.err + listed.err
    assert "10.5555_layline.sample.0001" in (tmp_path / "site" / "index.html").read_text()
    page = json.loads((tmp_path / "out" / "10.5555_layline.sample.0001.json").read_text())
    assert page["approval"]["approved_by"] == ["Ada"]
    assert drafted("queue", "--status", "published", "--json").json["papers"][0]["id"] == TRIAL


def test_nothing_is_approved_by_default(drafted: CommandLine, tmp_path: Path) -> None:
    done = _export(drafted, tmp_path / "out")
    assert (done.code, done.json["written"], done.json["not_approved"]) == (0, [], 2)
    named = _export(drafted, tmp_path / "out", "json", TRIAL)
    assert named.code == 1
    assert [reason["kind"] for reason in named.json["refused"][0]["reasons"]] == ["not_approved"]
    assert not (tmp_path / "out").exists()


def test_one_character_changed_in_the_store_is_refused_with_the_reason(drafted: CommandLine, tmp_path: Path) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    with _database(drafted) as database:
        database.execute("UPDATE drafts SET summary = replace(summary, '9.4 to 6.1', '9.4 to 6.2')")
    done = _export(drafted, tmp_path / "out")
    assert done.code == 1
    kinds = {reason["kind"] for reason in done.json["refused"][0]["reasons"]}
    assert {"content_changed", "not_approved"} <= kinds
    assert not (tmp_path / "out").exists()


def test_a_draft_that_was_replaced_together_with_its_hash_was_not_approved(
    drafted: CommandLine, tmp_path: Path
) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    with _database(drafted) as database:
        database.execute(
            "UPDATE papers SET draft_hash = (SELECT content_hash FROM drafts WHERE paper_id != papers.id LIMIT 1)"
        )
        database.execute("UPDATE drafts SET paper_id = (SELECT id FROM papers WHERE id != drafts.paper_id LIMIT 1)")
    done = _export(drafted, tmp_path / "out")
    assert done.code == 1
    assert "not_approved" in {reason["kind"] for reason in done.json["refused"][0]["reasons"]}


def test_an_object_put_in_place_of_a_text_in_the_store_is_refused(drafted: CommandLine, tmp_path: Path) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    with _database(drafted) as database:
        for number, text in database.execute("SELECT id, summary FROM drafts").fetchall():
            summary = json.loads(text)
            summary["limitations"][0]["text"] = {"limitation": "small"}
            database.execute("UPDATE drafts SET summary = ? WHERE id = ?", (json.dumps(summary), number))
    done = _export(drafted, tmp_path / "out")
    assert [reason["kind"] for reason in done.json["refused"][0]["reasons"]] == ["draft_spoiled"]


def test_an_edit_voids_the_approval(drafted: CommandLine, tmp_path: Path) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    form = drafted("edit", TRIAL, "--print").out
    edited = tmp_path / "edit.yaml"
    edited.write_text(form.replace("plain_title: 'Supported standing", "plain_title: 'Standing with support"))
    done = drafted("edit", TRIAL, "--file", edited, "--as", "Ben", "--json")
    assert done.code == 0, done.err
    assert done.json["status"] == "in_review"
    refused = _export(drafted, tmp_path / "out", "json", TRIAL)
    assert [reason["kind"] for reason in refused.json["refused"][0]["reasons"]] == ["not_approved"]
    assert drafted("approve", TRIAL, "--seen", "--as", "Ada").code == 0
    written = _export(drafted, tmp_path / "out")
    page = json.loads(Path(written.json["written"][0]["path"]).read_text())
    assert page["summary"]["plain_title"].startswith("Standing with support")
    assert page["summary"]["drafted_by"]["edited_by"] == ["Ben"]


def test_an_edit_that_changes_nothing_is_told_and_voids_nothing(drafted: CommandLine, tmp_path: Path) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    same = tmp_path / "same.yaml"
    same.write_text(drafted("edit", TRIAL, "--print").out)
    done = drafted("edit", TRIAL, "--file", same, "--as", "Ben", "--json")
    assert (done.code, done.json["error"]["kind"]) == (1, "unchanged")
    assert _export(drafted, tmp_path / "out").json["written"]


def test_an_edit_that_puts_an_object_where_text_belongs_is_refused_and_changes_nothing(
    drafted: CommandLine, tmp_path: Path
) -> None:
    form = yaml.safe_load(drafted("edit", TRIAL, "--print").out)
    form["limitations"][0]["text"] = {"limitation": "small"}
    edited = tmp_path / "edit.yaml"
    edited.write_text(yaml.safe_dump(form))
    done = drafted("edit", TRIAL, "--file", edited, "--as", "Ben", "--json")
    assert (done.code, done.json["error"]["kind"]) == (1, "bad_edit")
    assert "/limitations/0/text" in done.json["error"]["message"]
    assert edited.exists()
    assert drafted("history", TRIAL, "--json").json["decisions"] == []


def test_an_edit_with_object_object_blocks_and_a_changed_quote_is_not_found(
    drafted: CommandLine, tmp_path: Path
) -> None:
    form = yaml.safe_load(drafted("edit", TRIAL, "--print").out)
    form["limitations"][0]["text"] = "[object Object]"
    form["key_findings"][0]["quotes"] = ["The number of spasms a day fell from 9.4 to 6.2 with standing"]
    edited = tmp_path / "edit.yaml"
    edited.write_text(yaml.safe_dump(form))
    done = drafted("edit", TRIAL, "--file", edited, "--as", "Ben", "--json")
    assert done.json["status"] == "blocked"
    checks = {f["check"] for f in drafted("show", TRIAL, "--json").json["findings"] if f["severity"] == "block"}
    assert {"object_object", "quote_not_in_source"} <= checks


def test_the_editor_of_the_person_is_run_and_a_bad_edit_is_kept(drafted: CommandLine, tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i "s/^plain_title: .*/plain_title: A title that I wrote/" "$1"\n')
    editor.chmod(0o755)
    assert drafted("edit", TRIAL, "--as", "Ada", EDITOR=str(editor)).code == 0
    assert "A title that I wrote" in drafted("show", TRIAL).out
    editor.write_text('#!/bin/sh\necho "key_messages: nonsense" >> "$1"\n')
    bad = drafted("edit", TRIAL, "--as", "Ada", EDITOR=str(editor))
    assert bad.code == 1
    assert "Your edit is kept in" in bad.err
    kept = list((drafted.workspace / "data" / ".layline" / "edits").iterdir())
    assert "key_messages: nonsense" in kept[0].read_text()


def test_a_tampered_record_of_decisions_is_found_and_stops_the_export(drafted: CommandLine, tmp_path: Path) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    with _database(drafted) as database:
        database.execute("UPDATE decisions SET decision = replace(decision, '\"Ada\"', '\"Eve\"')")
    history = drafted("history", TRIAL, "--json")
    assert (history.code, history.json["sound"]) == (1, False)
    assert history.json["why"] == "decision 1 was changed after it was made"
    done = _export(drafted, tmp_path / "out")
    assert done.json["refused"][0]["reasons"][0]["kind"] == "chain_broken"


def test_a_decision_that_was_deleted_is_missed(drafted: CommandLine) -> None:
    drafted("reject", TRIAL, "--as", "Ada", "--reason", "not for us")
    with _database(drafted) as database:
        database.execute("DELETE FROM decisions")
    assert drafted("history", TRIAL, "--json").json["why"] == "decisions at the end of the chain are missing"


def test_a_changed_source_is_refused_at_the_gate(drafted: CommandLine, tmp_path: Path) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    kept = next((drafted.workspace / "data" / "raw" / ".kept").rglob("*.xml"))
    kept.chmod(0o644)
    kept.write_bytes(kept.read_bytes().replace(b"48 adults", b"84 adults"))
    done = _export(drafted, tmp_path / "out")
    assert done.json["refused"][0]["reasons"][0]["kind"] == "payload_changed"


def test_changes_that_were_requested_of_an_offline_draft_wait_for_a_model(drafted: CommandLine) -> None:
    done = drafted("request-changes", TRIAL, "--as", "Ada", "--reason", "Say what a frame is", "--json")
    assert done.json["status"] == "parsed"
    again = drafted("run", "--json")
    assert again.code == 1
    assert again.json["papers"][0]["error"]["kind"] == "needs_model"


def test_two_approvals_are_asked_for_where_the_settings_say_so(drafted: CommandLine, tmp_path: Path) -> None:
    (drafted.workspace / "layline.toml").write_text("required_approvals = 2\n")
    assert drafted("approve", TRIAL, "--as", "Ada", "--json").json["status"] == "in_review"
    assert drafted("approve", TRIAL, "--as", "Ada", "--json").json["error"]["kind"] == "already_approved"
    assert drafted("approve", TRIAL, "--as", "Ben", "--json").json["status"] == "approved"
    assert _export(drafted, tmp_path / "out").json["written"]


def test_a_decision_without_a_name_is_refused(drafted: CommandLine, tmp_path: Path) -> None:
    nobody = {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "GIT_DIR": str(tmp_path)}
    done = drafted("approve", TRIAL, "--json", **nobody)
    assert (done.code, done.json["error"]["message"]) == (2, "a decision needs a name")


@pytest.mark.parametrize("printed", ["{{ statement }}", "{{ statement | string }}", "{{ '%s' | format(statement) }}"])
def test_a_template_that_prints_an_object_in_place_of_its_text_is_stopped(
    drafted: CommandLine, tmp_path: Path, printed: str
) -> None:
    shipped = Path(__file__).parents[2] / "pipeline" / "export" / "templates" / "article.html"
    templates = drafted.workspace / "templates"
    templates.mkdir()
    (templates / "article.html").write_text(shipped.read_text().replace("{{ statement.text }}", printed))
    drafted("approve", TRIAL, "--as", "Ada")
    done = _export(drafted, tmp_path / "out", "html")
    assert done.code == 1
    kinds = {reason["kind"] for reason in done.json["refused"][0]["reasons"]}
    assert kinds & {"not_text", "python_repr"}
    assert not (tmp_path / "out").exists()


def test_a_template_that_leaves_the_limitations_out_is_stopped(drafted: CommandLine, tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "pipeline" / "export" / "templates" / "article.html"
    templates = drafted.workspace / "templates"
    templates.mkdir()
    (templates / "article.html").write_text(
        shipped.read_text().replace("{% for part in tail %}", "{% for part in () %}")
    )
    drafted("approve", TRIAL, "--as", "Ada")
    done = _export(drafted, tmp_path / "out", "html")
    assert {reason["kind"] for reason in done.json["refused"][0]["reasons"]} == {"missing_from_page"}
    assert any(reason["place"].startswith("/limitations") for reason in done.json["refused"][0]["reasons"])


@pytest.mark.parametrize("text", ["limitations: &a [*a]", "plain_title: !!set {a, b}", "- a list", "a: 'open", ""])
def test_odd_yaml_is_refused_with_words(drafted: CommandLine, tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.yaml").write_text(text)
    done = drafted("edit", TRIAL, "--file", tmp_path / "odd.yaml", "--as", "Eve", "--json")
    assert (done.code, done.json["error"]["kind"]) == (1, "bad_edit")
    assert "Traceback" not in done.err


def test_an_invented_number_in_the_title_or_the_sample_blocks(drafted: CommandLine, tmp_path: Path) -> None:
    summary = drafted("show", TRIAL, "--json").json["summary"]
    for count in (0, -48, 84, 10**9, 10**400):
        summary["study"]["samples"][0]["n"] = count
        summary["plain_title"] = "Standing cured 999 people in 77 countries"
        (tmp_path / "summary.json").write_text(json.dumps(summary))
        done = drafted("check", tmp_path / "summary.json", "--paper", JATS, "--json")
        places = {f["place"] for f in done.json["targets"][0]["findings"] if f["severity"] == "block"}
        assert {"/study/samples/0/n", "/plain_title"} <= places


def test_a_doi_changed_in_the_store_is_refused_at_the_gate(drafted: CommandLine, tmp_path: Path) -> None:
    drafted("approve", TRIAL, "--as", "Ada")
    with _database(drafted) as database:
        database.execute("UPDATE papers SET doi = '10.1000/zzz' WHERE doi = ?", (TRIAL,))
    done = _export(drafted, tmp_path / "out")
    assert [reason["kind"] for reason in done.json["refused"][0]["reasons"]] == ["content_changed"]


def test_a_name_is_one_person_however_it_is_written_and_never_steers_a_terminal(drafted: CommandLine) -> None:
    assert drafted("approve", TRIAL, "--as", "\x1b[31mEve", "--json").json["error"]["kind"] == "bad_name"
    (drafted.workspace / "layline.toml").write_text("required_approvals = 2\n")
    drafted("approve", TRIAL, "--as", "Ann")
    assert drafted("approve", TRIAL, "--as", "ann", "--json").json["error"]["kind"] == "already_approved"


def test_a_rejected_paper_is_not_brought_back_without_a_decision(drafted: CommandLine) -> None:
    drafted("reject", TRIAL, "--as", "Ada", "--reason", "not for us")
    assert drafted("retry", TRIAL, "--json").json["error"]["kind"] == "held"


def test_advice_that_a_reviewer_waived_leaves_the_house(drafted: CommandLine, tmp_path: Path) -> None:
    """It was refused once more on the rendered page, where nobody could waive it."""
    _edited(drafted, tmp_path, "You should stand with the frame every day.")
    blocked = drafted("approve", TRIAL, "--as", "Ada", "--json")
    assert "advice" in blocked.json["error"]["message"]
    (key,) = {f["key"] for f in drafted("show", TRIAL, "--json").json["findings"] if f["severity"] == "block"}
    assert drafted("waive", TRIAL, key, "--reason", "a quotation", "--as", "Ada").code == 0
    assert drafted("approve", TRIAL, "--seen", "--as", "Ada").code == 0
    for file_format in ("json", "md", "html"):
        assert _export(drafted, tmp_path / "out", file_format).json["refused"] == []


def test_a_site_says_in_its_settings_how_much_a_check_matters(drafted: CommandLine, tmp_path: Path) -> None:
    _edited(drafted, tmp_path, "You should stand with the frame every day.")
    settings = drafted.workspace / "layline.toml"
    settings.write_text('[severities]\nobject_object = "warn"\n')
    refused = drafted("approve", TRIAL, "--as", "Ada", "--json")
    assert "malformed output always blocks" in refused.json["error"]["message"]
    settings.write_text('[severities]\nadvice = "warn"\n')
    assert drafted("approve", TRIAL, "--as", "Ada", "--json").json["error"]["kind"] == "not_seen"
    listed = drafted("checks", "--json").json["checks"]
    assert {entry["name"]: entry["set_to"] for entry in listed if entry["set_to"]} == {"advice": "warn"}
    assert drafted("approve", TRIAL, "--seen", "--as", "Ada").code == 0
    assert _export(drafted, tmp_path / "out", "html").json["refused"] == []
    settings.write_text("")
    blocked = _export(drafted, tmp_path / "out", "html", TRIAL)
    assert "advice" in {reason["kind"] for reason in blocked.json["refused"][0]["reasons"]}


def _edited(layline: CommandLine, folder: Path, text: str) -> None:
    """Put another text in place of the first practical implication."""
    form = yaml.safe_load(layline("edit", TRIAL, "--print").out)
    (audience, claims) = next((name, found) for name, found in form["practical_implications"].items() if found)
    claims[0]["text"] = text
    changed = folder / "changed.yaml"
    changed.write_text(yaml.safe_dump(form))
    done = layline("edit", TRIAL, "--file", changed, "--as", "Ada")
    assert done.code == 0, (audience, done.err)
