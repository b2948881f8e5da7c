"""What an export folder holds after a first, a second and any later export."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pipeline import decide
from pipeline.case import open_case
from pipeline.config import Settings
from pipeline.errors import RenderError, SetupError
from pipeline.export.contract import PublishedPage
from pipeline.export.formats import FORMATS
from pipeline.export.index import index_schema
from pipeline.export.manifest import MANIFEST_NAME
from pipeline.models.notice import Notice, NoticeKind
from pipeline.publish import folder as publish_folder
from pipeline.store.store import Store
from tests import made
from tests.publish.conftest import Exported

ONE, TWO = "10.5555/layline.made.00001", "10.5555/layline.made.00002"
FIRST, SECOND = "10.5555_layline.made.00001", "10.5555_layline.made.00002"


def _index(out: Path) -> Any:
    index = json.loads((out / "index.json").read_text())
    jsonschema.validate(index, index_schema())
    return index["pages"]


def _hold(store: Store, doi: str) -> None:
    decide.reject(store, Settings(), doi, "Ada", "not for us")


def test_an_index_stands_beside_the_pages_and_is_valid_against_its_schema(export: Exported, out: Path) -> None:
    done = export()
    entries = _index(out)
    assert [entry["id"] for entry in entries] == [TWO, ONE]  # the newest approval first
    assert {entry["name"]: entry["sha256"] for entry in entries} == {w.path.stem: w.sha256 for w in done.written}
    assert entries[0]["title"].endswith("study 2")
    assert (entries[0]["year"], entries[0]["evidence_level"], entries[0]["doi"]) == ("2026", 2, TWO)


def test_the_display_form_holds_the_same_texts_as_the_structured_one(export: Exported, out: Path) -> None:
    export()
    page = json.loads((out / f"{FIRST}.json").read_text())
    assert page["display"]["limitations"] == [claim["text"] for claim in page["summary"]["limitations"]]
    assert page["display"]["participants"]
    assert all(isinstance(text, str) for texts in page["display"].values() for text in texts)


@pytest.mark.parametrize("file_format", ["json", "md", "html"])
def test_what_did_not_change_is_not_written_again(export: Exported, out: Path, file_format: str) -> None:
    first = export(file_format=file_format)
    before = {path: path.stat().st_ino for path in out.iterdir()}
    again = export(file_format=file_format)
    assert [page.changed for page in (*first.written, *again.written)] == [True, True, False, False]
    assert {path: path.stat().st_ino for path in out.iterdir()} == before


def test_a_page_that_is_gone_from_the_folder_is_written_again(export: Exported, out: Path) -> None:
    export()
    (out / f"{FIRST}.json").unlink()
    assert [page.id for page in export().written if page.changed] == [ONE]


def test_a_changed_template_writes_every_page_of_its_format_anew(export: Exported, tmp_path: Path) -> None:
    export(file_format="html")
    templates = tmp_path / "workspace" / "templates"
    templates.mkdir()
    (templates / "colours.css").write_text("body { color: black }")
    assert all(page.changed for page in export(file_format="html").written)


def test_a_rejected_page_is_removed_from_the_folder_and_the_index_and_named(
    export: Exported, store: Store, out: Path
) -> None:
    export()
    _hold(store, ONE)
    done = export()
    assert [(taken.id, taken.removed) for taken in done.taken_back] == [(ONE, True)]
    assert not (out / f"{FIRST}.json").exists()
    assert [entry["id"] for entry in _index(out)] == [TWO]


def test_a_retracted_page_is_removed_with_the_reason(export: Exported, store: Store, out: Path) -> None:
    export()
    paper = store.papers.find(ONE)
    retraction = Notice(kind=NoticeKind.RETRACTION, date="2026-05-01")
    store.records.keep(paper.id, made.record(retraction), ())
    done = export(ONE)
    assert "retraction on 2026-05-01" in done.taken_back[0].reason
    assert [entry["id"] for entry in _index(out)] == [TWO]


def test_a_page_whose_content_was_edited_and_not_approved_is_removed(export: Exported, store: Store, out: Path) -> None:
    export()
    case = open_case(store, store.papers.find(ONE), Settings())
    decide.edit_statement(store, Settings(), case, "/plain_title", "Standing with help and leg spasms", "Ben")
    done = export(ONE)
    assert [reason.kind for reason in done.refused[0].reasons] == ["not_approved"]
    assert [taken.id for taken in done.taken_back] == [ONE]
    assert not (out / f"{FIRST}.json").exists()


def test_where_the_template_breaks_the_pages_that_are_still_approved_stay(
    export: Exported, out: Path, tmp_path: Path
) -> None:
    export(file_format="html")
    templates = tmp_path / "workspace" / "templates"
    templates.mkdir()
    (templates / "page.html").write_text("{{ nothing.of.the.kind }}")
    done = export(file_format="html")
    assert [reason.kind for refused in done.refused for reason in refused.reasons] == ["template_broken"] * 2
    assert done.taken_back == ()
    assert (out / f"{FIRST}.html").exists()


def test_files_that_layline_did_not_write_are_never_touched(export: Exported, store: Store, out: Path) -> None:
    out.mkdir()
    (out / "notes.json").write_text("mine")
    (out / f"{FIRST}.json").write_text("mine too")
    done = export()
    assert [(refused.id, refused.reasons[0].kind) for refused in done.refused] == [(ONE, "not_ours")]
    assert (out / f"{FIRST}.json").read_text() == "mine too"
    (out / f"{SECOND}.json").write_text("changed by hand")
    _hold(store, TWO)
    left = export()
    assert [(taken.id, taken.removed) for taken in left.taken_back] == [(TWO, False)]
    assert (out / f"{SECOND}.json").read_text() == "changed by hand"
    assert (out / "notes.json").read_text() == "mine"


def test_an_index_of_somebody_else_stops_the_export_with_words(export: Exported, out: Path) -> None:
    out.mkdir()
    (out / "index.json").write_text("{}")
    with pytest.raises(SetupError, match="was not written by Layline"):
        export()


@pytest.mark.parametrize("path", ["../outside.json", "/etc/passwd", "a/../../b", "", ".", "a\\\\b"])
def test_a_manifest_that_points_out_of_its_folder_is_refused(export: Exported, out: Path, path: str) -> None:
    export()
    manifest = json.loads((out / MANIFEST_NAME).read_text())
    manifest["files"][0]["path"] = path
    (out / MANIFEST_NAME).write_text(json.dumps(manifest))
    with pytest.raises(SetupError, match="cannot be read"):
        export()


def test_formats_share_a_folder_and_each_takes_back_its_own(export: Exported, store: Store, out: Path) -> None:
    export()
    export(file_format="md")
    _hold(store, ONE)
    export()
    assert sorted(path.name for path in out.glob(f"{FIRST}.*")) == [f"{FIRST}.md"]
    export(file_format="md")
    assert not list(out.glob(f"{FIRST}.*"))


def test_an_export_that_stopped_before_its_manifest_is_gone_over_again(
    export: Exported, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_manifest: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(publish_folder, "render_manifest", stop)
        with pytest.raises(KeyboardInterrupt):
            export()
    assert not (out / MANIFEST_NAME).exists()
    assert len(export().written) == 2
    assert len(_index(out)) == 2


def test_the_last_page_that_is_taken_back_leaves_an_empty_index(export: Exported, store: Store, out: Path) -> None:
    export()
    for doi in (ONE, TWO):
        _hold(store, doi)
    assert len(export().taken_back) == 2
    assert _index(out) == []


def test_an_index_that_would_hold_malformed_text_is_not_written(
    export: Exported, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export()
    before = (out / "index.json").read_bytes()
    monkeypatch.setattr(publish_folder, "render_index", lambda _files: b'{"pages": [{"title": "[object Object]"}]}')
    with pytest.raises(RenderError, match="object_object at line 1"):
        export()
    assert (out / "index.json").read_bytes() == before


@pytest.mark.parametrize("file_format", FORMATS)
def test_bytes_that_are_no_utf_8_are_refused_and_the_export_goes_on(
    export: Exported, out: Path, monkeypatch: pytest.MonkeyPatch, file_format: str
) -> None:
    known = FORMATS[file_format]

    def in_another_encoding(page: PublishedPage, own: Path | None) -> bytes:
        data = known.render(page, own)
        return data.decode().encode("utf-16") if page.id == ONE else data

    monkeypatch.setitem(FORMATS, file_format, replace(known, render=in_another_encoding))
    done = export(file_format=file_format)
    assert [(each.id, each.reasons[0].kind, each.reasons[0].place) for each in done.refused] == [
        (ONE, "unreadable_page", "line 1")
    ]
    assert len(done.written) == 1
