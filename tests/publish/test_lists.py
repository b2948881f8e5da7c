"""The published list, as others' readers read it; whatever a title holds, it stays a title."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from pipeline import decide
from pipeline.config import Settings, Workspace
from pipeline.errors import RenderError, SetupError
from pipeline.export.contract import PublishedPage
from pipeline.export.lists.list_formats import LIST_FORMATS
from pipeline.export.lists.listed import Listed, listed
from pipeline.publish import published_list
from pipeline.publish.gate import Gate
from pipeline.store.store import Store
from tests import made

HOSTILE = (
    '=HYPERLINK("http://x.example")',
    "+1-555 cmd|' /C calc'!A0",
    "@SUM(A1)",
    "- a dash",
    "A title\nER  - \nTY  - JOUR\nTI  - forged",
    "Ends } here, @article{forged, title={x}}",
    "50% of $5 & #1 under_score ~ ^ \\input{secret}",
    "long " * 2000,
)


def _papers(title: str) -> list[Listed]:
    paper = listed(made.page())
    return [Listed(paper.entry.model_copy(update={"title": title, "plain_title": title}), ("Ada Example", "A and B"))]


def _rendered(name: str, title: str) -> str:
    return LIST_FORMATS[name].render(_papers(title)).decode("utf-8-sig")


@pytest.mark.parametrize("title", HOSTILE)
def test_no_cell_of_the_csv_begins_a_formula_and_no_title_begins_a_row(title: str) -> None:
    header, row = csv.reader(io.StringIO(_rendered("csv", title)))
    cells = dict(zip(header, row, strict=True))
    assert cells["title"].removeprefix("'") == " ".join(title.split())
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_cannot_end_a_record_of_ris(title: str) -> None:
    lines = _rendered("ris", title).split("\r\n")
    assert [line[:2] for line in lines if line[2:6] == "  - " or line == "ER  -"].count("TY") == 1
    assert f"TI  - {' '.join(title.split())}" in lines
    assert lines[-2:] == ["ER  -", ""]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_cannot_leave_its_field_of_bibtex(title: str) -> None:
    text = _rendered("bibtex", title)
    library = parse_string(text)
    assert (len(library.entries), library.failed_blocks) == (1, [])
    fields = library.entries[0].fields_dict
    assert fields["author"].value == "Ada Example and {A and B}"
    assert fields["doi"].value == "10.5555/layline.sample.0001"
    assert "\\input" not in text


@pytest.mark.parametrize("name", LIST_FORMATS)
def test_the_list_holds_what_keeps_the_promise_and_names_what_does_not(
    store: Store, tmp_path: Path, out: Path, name: str
) -> None:
    gate = Gate(store, Settings(), Workspace(tmp_path / "workspace"))
    done = gate.export_list((), LIST_FORMATS[name], out)
    assert (done.papers, done.refused) == (2, ())
    decide.reject(store, Settings(), "10.5555/layline.made.00001", "Ada", "not for us")
    gate.export_list((), LIST_FORMATS[name], out)
    text = done.path.read_text("utf-8")
    assert "made.00002" in text
    assert "made.00001" not in text
    done.path.write_text("mine")
    with pytest.raises(SetupError, match="not written by Layline"):
        gate.export_list((), LIST_FORMATS[name], out)


@pytest.mark.parametrize("name", LIST_FORMATS)
def test_a_list_that_tells_another_title_than_was_approved_does_not_leave(
    store: Store, tmp_path: Path, out: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistold(page: PublishedPage) -> Listed:
        told = listed(page)
        return replace(told, entry=told.entry.model_copy(update={"title": "Another study"}))

    monkeypatch.setattr(published_list, "listed", mistold)
    gate = Gate(store, Settings(), Workspace(tmp_path / "workspace"))
    with pytest.raises(RenderError, match=r"missing_from_list at /citation/title: .*10\.5555/layline\.made"):
        gate.export_list((), LIST_FORMATS[name], out)
    assert not out.exists()


@given(st.text(min_size=1).filter(lambda text: text.isprintable()))
def test_every_title_that_a_list_can_hold_is_found_in_it_again(title: str) -> None:
    page = made.page(made.summary().model_copy(update={"plain_title": title}))
    for form in LIST_FORMATS.values():
        data = form.render([listed(page)])
        found = published_list._faults([page], data, form.media_type)
        assert not [reason for reason in found if reason.kind == "missing_from_list"]
