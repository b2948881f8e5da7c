"""What was found in a summary is not computed twice, and never stands for another summary, paper or rule."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline import case as desk
from pipeline import decide
from pipeline.case import open_case
from pipeline.checks import rules as deciding
from pipeline.checks.runner.summaries import check_summary, look_at_summary
from pipeline.config import Settings, Workspace
from pipeline.export.formats import FORMATS
from pipeline.models.finding import Finding, Found, Severity
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary
from pipeline.publish.gate import Gate
from pipeline.publish.preview.building import Building
from pipeline.store.store import Store
from tests import made
from tests.command_line import CommandLine

SETTINGS = Settings()
Sql = Callable[..., list[tuple[object, ...]]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with made.store(tmp_path) as opened:
        yield opened


@pytest.fixture
def paper(store: Store) -> PaperId:
    return made.approved(store, 1)


@pytest.fixture
def flagged(store: Store, paper: PaperId) -> PaperId:
    """A paper in whose draft something is found."""
    at = open_case(store, store.papers.get(paper), SETTINGS)
    text = "Standing is a miracle cure that everyone should try tomorrow."
    decide.edit_statement(store, SETTINGS, at, "/key_findings/0", text, "Ada")
    return paper


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the summaries on which the checks were run."""
    titles: list[str] = []

    def counted(summary: Summary, beside: Paper) -> Found:
        titles.append(summary.plain_title)
        return look_at_summary(summary, beside)

    monkeypatch.setattr(desk, "look_at_summary", counted)
    return titles


@pytest.fixture
def sql(tmp_path: Path) -> Sql:
    def run(statement: str, *values: object) -> list[tuple[object, ...]]:
        with sqlite3.connect(Workspace(tmp_path).database) as connection:
            return connection.execute(statement, values).fetchall()

    return run


def _findings(store: Store, paper: PaperId, settings: Settings = SETTINGS) -> tuple[Finding, ...]:
    return open_case(store, store.papers.get(paper), settings).standing.findings


def test_an_export_runs_no_check_on_what_was_checked_when_it_was_approved(
    store: Store, paper: PaperId, checked: list[str], tmp_path: Path
) -> None:
    done = Gate(store, SETTINGS, Workspace(tmp_path)).export((), FORMATS["json"], tmp_path / "out")
    assert len(done.written) == 1
    assert not checked


def test_verify_anew_runs_every_check_and_comes_to_the_same_end(
    store: Store, paper: PaperId, checked: list[str], tmp_path: Path
) -> None:
    done = Gate(store, SETTINGS, Workspace(tmp_path), anew=True).export((), FORMATS["json"], tmp_path / "out")
    assert len(done.written) == 1
    assert len(checked) == 1


def test_what_is_remembered_is_what_the_checks_find(store: Store, flagged: PaperId) -> None:
    at = open_case(store, store.papers.get(flagged), SETTINGS)
    assert at.standing.findings == check_summary(at.draft.summary, at.paper)
    assert at.standing.findings


def test_a_summary_that_was_changed_in_the_store_is_checked_anew(
    store: Store, paper: PaperId, checked: list[str], sql: Sql
) -> None:
    [(text,)] = sql("SELECT summary FROM drafts")
    sql("UPDATE drafts SET summary = ?", str(text).replace("48", "4800"))
    assert any(finding.severity is Severity.BLOCK for finding in _findings(store, paper))
    assert len(checked) == 1


def test_another_parsed_paper_beside_the_summary_is_another_question(
    store: Store, paper: PaperId, checked: list[str], sql: Sql
) -> None:
    other = made.paper(made.PDF).model_dump_json().encode()
    store.parsed._payloads.put(Sha256.of(other), other)
    sql("UPDATE papers SET paper_hash = ?", Sha256.of(other))
    assert any(finding.severity is Severity.BLOCK for finding in _findings(store, paper))
    assert len(checked) == 1


def test_other_rules_check_anew_and_clear_away_what_the_old_ones_found(
    store: Store, paper: PaperId, checked: list[str], sql: Sql, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(deciding, "rules", lambda: Sha256.of(b"other rules"))
    monkeypatch.setattr(desk, "rules", lambda: Sha256.of(b"other rules"))
    with made.store(store._workspace.root) as later:
        _findings(later, paper)
    assert len(checked) == 1
    assert sql("SELECT rules FROM known_findings") == [(Sha256.of(b"other rules"),)]


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE known_findings SET found = '[]'",
        "UPDATE known_findings SET found = substr(found, 1, 40)",
        "UPDATE known_findings SET found = 'null'",
        "UPDATE known_findings SET found = ''",
        "UPDATE known_findings SET found = x'ff00'",
        "UPDATE known_findings SET seal = ''",
        "UPDATE known_findings SET key = replace(key, substr(key, 1, 1), 'z')",
    ],
)
def test_a_row_that_was_changed_is_not_trusted_and_made_anew(
    store: Store, flagged: PaperId, checked: list[str], sql: Sql, spoil: str
) -> None:
    before = _findings(store, flagged)
    sql(spoil)
    assert _findings(store, flagged) == before
    assert len(checked) == 1
    assert _findings(store, flagged) == before
    assert len(checked) == 1


def test_a_row_of_no_findings_with_a_seal_of_its_own_is_no_list_of_findings(
    store: Store, flagged: PaperId, checked: list[str], sql: Sql
) -> None:
    text = json.dumps([{"check": "object_object"}])
    for (key,) in sql("SELECT key FROM known_findings"):
        seal = Sha256.of(f"{key}\n{text}".encode())
        sql("UPDATE known_findings SET found = ?, seal = ? WHERE key = ?", text, seal, key)
    assert _findings(store, flagged)
    assert len(checked) == 1


def test_the_severities_of_the_site_are_applied_to_what_is_remembered(
    store: Store, flagged: PaperId, checked: list[str]
) -> None:
    blocking = {each.check for each in _findings(store, flagged) if each.severity is Severity.BLOCK and each.waivable}
    assert blocking
    lenient = _findings(store, flagged, Settings(severities=dict.fromkeys(blocking, "info")))
    assert {each.severity for each in lenient if each.check in blocking} == {Severity.INFO}
    assert not checked


def test_a_check_that_broke_down_is_tried_again_each_time(
    store: Store, paper: PaperId, sql: Sql, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql("DELETE FROM known_findings")
    failed = Finding(check="check_failed", severity=Severity.BLOCK, place="", message="m", excerpt="", waivable=False)
    broken = Found(content=Sha256.of(b"any"), findings=(failed,), fit_for_pages=True, reading_grade=8.0)
    monkeypatch.setattr(desk, "look_at_summary", lambda *_: broken)
    assert _findings(store, paper) == (failed,)
    monkeypatch.setattr(desk, "look_at_summary", look_at_summary)
    assert failed not in _findings(store, paper)


def test_whoever_reads_is_not_stopped_by_whoever_writes(store: Store, paper: PaperId, sql: Sql, tmp_path: Path) -> None:
    before = _findings(store, paper)
    sql("DELETE FROM known_findings")
    with store._database.write() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
    other = sqlite3.connect(Workspace(tmp_path).database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert _findings(store, paper) == before
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert not sql("SELECT * FROM known_findings")


def test_an_edit_is_checked_once_however_often_it_is_looked_at(
    store: Store, paper: PaperId, checked: list[str], tmp_path: Path
) -> None:
    at = open_case(store, store.papers.get(paper), SETTINGS)
    edited = decide.edit_statement(store, SETTINGS, at, "/key_findings/0", "Forty-five people took part.", "Ada")
    assert _findings(store, paper) == edited.case.standing.findings
    decide.undo(store, SETTINGS, paper, "Ada")
    Gate(store, SETTINGS, Workspace(tmp_path)).export((), FORMATS["json"], tmp_path / "out")
    assert len(checked) == 1


def test_a_run_remembers_what_it_found_for_whoever_looks_next(tmp_path: Path, checked: list[str]) -> None:
    layline = CommandLine(tmp_path)
    assert layline("run", made.JATS).code == 0
    with made.store(tmp_path) as opened:
        [row] = opened.papers.all()
        _findings(opened, row.id)
    assert not checked


def test_the_rules_are_all_that_is_imported_where_findings_are_made() -> None:
    program = (
        "import json, sys\n"
        "from pipeline.checks.runner import pages, summaries\n"
        "print(json.dumps([[name, getattr(module, '__file__', None)] for name, module in sys.modules.items()]))\n"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    loaded = {name: Path(file) for name, file in json.loads(out) if file}
    ours = {file for name, file in loaded.items() if name.split(".")[0] == "pipeline"}
    package = Path(deciding.__file__).parents[1]
    named = {package / name for name in deciding.DECIDING}
    assert {file for file in ours if not named.intersection((file, *file.parents))} == set()
    libraries = {file.relative_to(site).parts[0] for file in loaded.values() if (site := _site(file))}
    known = {name.replace("-", "_").replace("python_dotenv", "dotenv") for name in deciding.LIBRARIES}
    assert {name.removesuffix(".py") for name in libraries if not name.startswith("_")} <= known


def _site(file: Path) -> Path | None:
    return next((folder for folder in file.parents if folder.name == "site-packages"), None)


def test_a_changed_byte_of_a_rule_is_another_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "one.py").write_text("CHECK = 1\n")
    monkeypatch.setattr(deciding, "_PACKAGE", tmp_path)
    monkeypatch.setattr(deciding, "DECIDING", ("checks",))
    before = deciding.rules.__wrapped__()
    (tmp_path / "checks" / "one.py").write_text("CHECK = 2\n")
    assert deciding.rules.__wrapped__() != before


def test_a_preview_that_is_built_again_runs_no_check_on_what_did_not_change(
    store: Store, paper: PaperId, tmp_path: Path, checked: list[str]
) -> None:
    made.approved(store, 2)
    building = Building(Workspace(tmp_path), store, tmp_path / "preview")
    assert building.build().pages == 2
    checked.clear()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "colours.css").write_text(":root { --link: #123456 }")
    assert building.is_stale()
    assert (building.build().pages, checked) == (2, [])
    at = open_case(store, store.papers.get(paper), SETTINGS)
    decide.edit_statement(store, SETTINGS, at, "/plain_title", "Standing at home", "Ada")
    checked.clear()
    assert building.build().error == ""
    assert set(checked) <= {"Standing at home"}
