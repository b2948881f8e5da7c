"""The store tells that something was changed which an export reads, and whose published content was replaced."""

from pathlib import Path

from pipeline import decide
from pipeline.config import Settings
from pipeline.models.ids import Sha256
from pipeline.models.notice import Notice, NoticeKind
from pipeline.store.publications import Left
from tests import made

ONE = "10.5555/layline.made.00001"


def test_every_change_that_an_export_reads_is_another_pulse(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        seen = [store.pulse()]
        paper_id = made.approved(store, 1)
        seen.append(store.pulse())
        decide.reject(store, Settings(), ONE, "Ada", "not for us")
        seen.append(store.pulse())
        decide.undo(store, Settings(), ONE, "Ada")
        seen.append(store.pulse())
        store.records.keep(paper_id, made.record(Notice(kind=NoticeKind.RETRACTION, date="2026-05-01")), ())
        seen.append(store.pulse())
        made.approved(store, 2)
        seen.append(store.pulse())
        assert len(set(seen)) == len(seen)
        assert store.pulse() == seen[-1]


def test_a_paper_is_replaced_while_another_content_of_it_was_published_than_stands(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        paper_id, other = made.approved(store, 1), made.approved(store, 2)
        for each in (paper_id, other):
            content = store.drafts.current(store.papers.get(each)).content_hash
            store.publications.record(Left(each, content, "json", "one.json", Sha256.of(b"x")))
        assert store.publications.replaced() == frozenset()
        made.edited(store, ONE, "It was a small trial.")
        assert store.publications.replaced() == {paper_id}
