from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline import decide
from pipeline.case import open_case
from pipeline.cli.main import app
from pipeline.config import Settings
from pipeline.corrections import Correction, corrections
from pipeline.models.draft import Draft, Provenance
from pipeline.store.store import Store
from tests import made

SETTINGS = Settings()
BOLD = "Standing is a miracle cure that everyone should try tomorrow."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A paper that a model drafted by a named prompt."""
    with made.store(tmp_path) as opened:
        paper_id = made.received(opened, made.JATS.read_bytes())
        made.take_in(opened, paper_id, made.paper())
        written = Provenance(author="scripted-model", prompt_name="draft", prompt_version="3")
        opened.drafted.take_in([(Draft.of(paper_id, made.summary(), written, made.MOMENT), ())])
        yield opened


def _edit(store: Store, text: str, reason: str = "", place: str = "/key_findings/0") -> None:
    case = open_case(store, store.papers.all()[0], SETTINGS)
    decide.edit_statement(store, SETTINGS, case, place, text, "Ada", reason)


def _texts(correction: Correction) -> tuple[str, str]:
    assert correction.change.before is not None
    assert correction.change.after is not None
    return correction.change.before.text, correction.change.after.text


def test_each_edit_tells_what_stood_what_stands_what_was_found_and_which_prompt_wrote_it(store: Store) -> None:
    _edit(store, BOLD, "to see what happens")
    _edit(store, "45 of 48 people took part to the end.", "too strong")
    first, second = corrections(store)
    assert _texts(first) == ("Of 48 participants, 45 completed the trial.", BOLD)
    assert first.findings == ()
    told = second.as_json()
    assert (told["before"]["text"], told["reason"], told["by"]) == (BOLD, "too strong", "Ada")
    assert "overclaim" in {finding["check"] for finding in told["findings"]}
    assert (told["model"], told["prompt_name"], told["prompt_version"]) == ("scripted-model", "draft", "3")
    assert told["id"] == "10.5555/layline.sample.0001"
    assert datetime.fromisoformat(told["at"]) == second.decision.at


def test_who_edits_forth_and_back_leads_to_the_prompt_still(store: Store) -> None:
    for text in (BOLD, "45 of 48 took part to the end.", BOLD, "45 of 48 took part to the end."):
        _edit(store, text)
    assert [found.written_by.prompt_name for found in corrections(store)] == ["draft"] * 4


def test_an_edit_that_was_taken_back_is_told_as_such_and_a_date_leaves_out_what_was_before(store: Store) -> None:
    _edit(store, BOLD)
    decide.undo(store, SETTINGS, store.papers.all()[0].id, "Ada")
    (only,) = corrections(store)
    assert only.taken_back
    assert list(corrections(store, only.decision.at)) == [only]
    assert list(corrections(store, only.decision.at + timedelta(seconds=1))) == []


def test_the_table_is_safe_to_open_in_a_spreadsheet(store: Store, tmp_path: Path) -> None:
    _edit(store, "=HYPERLINK(1), \x1b[31m and a comma", reason="@x")
    done = CliRunner().invoke(app, ["--workspace", str(tmp_path), "corrections", "--format", "csv"])
    assert done.exit_code == 0
    head, row = done.stdout.splitlines()
    assert head.startswith("id,place,heading,before,after,findings,reason")
    assert '"\'=HYPERLINK(1), ␛[31m and a comma"' in row
    assert ",'@x," in row


def test_a_date_that_is_none_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["--workspace", str(tmp_path), "corrections", "--since", "last week"])
    assert (done.exit_code, str(done.exception)) == (1, "'last week' is not a date")
