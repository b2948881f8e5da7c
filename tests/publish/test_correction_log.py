"""A page that was out before tells what was corrected on it and when, as it is on record; a new page tells nothing."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.config import Workspace
from pipeline.export import contract
from pipeline.export.dates import told_date
from pipeline.publish import correction_log
from pipeline.store.store import Store
from tests import made
from tests.publish.conftest import Exported

ONE = "10.5555/layline.made.00001"
NAME = "10.5555_layline.made.00001"
NOW = "The trial was small: it had 48 participants at two centres."


def _page(out: Path) -> dict[str, Any]:
    return dict(json.loads((out / f"{NAME}.json").read_text()))


def test_a_page_that_was_never_out_before_has_no_log_however_often_it_was_edited(
    export: Exported, store: Store, out: Path
) -> None:
    made.edited(store, ONE, NOW)
    made.approved_anew(store, ONE)
    export()
    assert _page(out)["corrections"] == []
    export(file_format="html")
    assert "Corrections" not in (out / f"{NAME}.html").read_text()


def test_a_correction_tells_what_was_changed_when_and_why(export: Exported, store: Store, out: Path) -> None:
    export()
    before = _page(out)["summary"]["limitations"][0]["text"]
    made.edited(store, ONE, NOW, "It was hard to read.")
    at = made.approved_anew(store, ONE)
    export()
    change = {"heading": "Study Limitations", "kind": "changed", "before": before, "after": NOW}
    expected = [{"corrected_at": at, "reasons": ["It was hard to read."], "changes": [change]}]
    assert json.loads(json.dumps(_page(out)["corrections"])) == expected
    export(file_format="html")
    body = LexborHTMLParser((out / f"{NAME}.html").read_text()).body
    text = body.text() if body else ""
    assert f"Corrected on {told_date(at)}" in text
    assert f"Study Limitations: \u201c{before}\u201d now reads \u201c{NOW}\u201d" in text
    assert "Why: It was hard to read." in text


def test_the_log_stays_as_it_is_at_later_exports_and_grows_with_each_content(
    export: Exported, store: Store, out: Path
) -> None:
    export()
    first = _page(out)["summary"]["limitations"][0]["text"]
    made.edited(store, ONE, NOW, "One.")
    made.approved_anew(store, ONE)
    export()
    kept = (out / f"{NAME}.json").read_bytes()
    assert not any(page.changed for page in export().written)
    assert (out / f"{NAME}.json").read_bytes() == kept
    made.edited(store, ONE, first, "Two.")
    made.approved_anew(store, ONE)
    export()
    log = _page(out)["corrections"]
    assert [(each["reasons"], each["changes"][0]["after"]) for each in log] == [(["One."], NOW), (["Two."], first)]
    assert log[0]["corrected_at"] < log[1]["corrected_at"]
    assert log[0] == json.loads(kept)["corrections"][0]


def test_a_clock_that_was_put_back_before_a_publication_stops_no_export(
    export: Exported, store: Store, tmp_path: Path, out: Path
) -> None:
    """Then no approval seems to have come before it, and the publication itself tells the moment."""
    export()
    made.edited(store, ONE, NOW)
    made.approved_anew(store, ONE)
    export()
    put_back = "2020-01-01T00:00:00.000+00:00"
    with sqlite3.connect(Workspace(tmp_path / "workspace").database) as database:
        database.execute("UPDATE publications SET published_at = ? WHERE id > 2", (put_back,))
    made.edited(store, ONE, "Few took part.")
    made.approved_anew(store, ONE)
    assert not export().refused
    assert _page(out)["corrections"][0]["corrected_at"] == put_back


def test_what_was_published_as_a_fault_is_not_shown_again(
    export: Exported, store: Store, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export()
    made.edited(store, ONE, NOW, "[object Object] stood there")
    made.approved_anew(store, ONE)
    before = _page(out)["summary"]["limitations"][0]["text"]
    real = correction_log._is_fit
    monkeypatch.setattr(correction_log, "_is_fit", lambda text: text != before and real(text))
    export()
    (correction,) = _page(out)["corrections"]
    assert correction["reasons"] == []
    assert correction["changes"][0]["before"] is None
    export(file_format="md")
    assert f"a statement now reads \u201c{NOW}\u201d" in (out / f"{NAME}.md").read_text()


def test_markup_in_a_reason_stays_text(export: Exported, store: Store, out: Path) -> None:
    export()
    made.edited(store, ONE, NOW, 'We wrote 3 < 5 & "more"')
    made.approved_anew(store, ONE)
    export(file_format="html")
    assert "Why: We wrote 3 &lt; 5 &amp; &#34;more&#34;" in (out / f"{NAME}.html").read_text()


@pytest.mark.parametrize(
    ("left_out", "place"),
    [
        ("{{ statement.text }}", "/limitations/0/text"),
        ("{{ change }}", "/corrections/0"),
        ("{{ reason }}", "/corrections/0"),
    ],
)
def test_a_template_that_leaves_out_the_log_or_tells_a_statement_in_the_log_alone_is_refused(
    export: Exported, store: Store, tmp_path: Path, left_out: str, place: str
) -> None:
    export()
    made.edited(store, ONE, "Few took part.", "It was hard to read.")
    made.approved_anew(store, ONE)
    shipped = Path(contract.__file__).parent / "templates" / "article.html"
    folder = tmp_path / "workspace" / "templates"
    folder.mkdir()
    (folder / "article.html").write_text(shipped.read_text().replace(left_out, ""))
    refused = {each.id: [reason.place for reason in each.reasons] for each in export(file_format="html").refused}
    assert place in refused[ONE]
