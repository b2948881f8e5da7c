"""A site with a page of every kind: long lists, a corrected page, a retracted one, one that was taken back."""

from pathlib import Path

from pipeline import decide
from pipeline.config import Settings, Workspace
from pipeline.export.file_names import file_name
from pipeline.export.site.card import paper_path
from pipeline.models.notice import Notice, NoticeKind
from pipeline.publish.gate import Gate
from pipeline.store.store import Store
from tests import made

SETTINGS = Settings(
    site_title="Plain & Simple",
    site_url="https://layline.example",
    feedback_url="https://layline.example/feedback",
    subscribe_url="https://layline.example/subscribe",
    on_retraction="banner",
)
PAPERS = 80
"""More than stand on the first page of a list."""
CORRECTED, RETRACTED, TAKEN_BACK = (f"10.5555/layline.made.{number:05}" for number in (1, 2, 3))
PLAIN, CORRECTED_PAGE, RETRACTED_PAGE, TAKEN_BACK_PAGE = (
    paper_path(file_name(doi)) for doi in ("10.5555/layline.made.00010", CORRECTED, RETRACTED, TAKEN_BACK)
)


def build(folder: Path) -> Path:
    """Write the site twice, as editors do: what happened between the two is told on it."""
    out = folder / "site"
    with made.store(folder / "workspace") as store:
        for number in range(1, PAPERS + 1):
            made.approved(store, number)
        _export(store, folder, out)
        made.edited(store, CORRECTED, "It was a small trial.", "It was hard to read.")
        made.approved_anew(store, CORRECTED)
        notice = Notice(kind=NoticeKind.RETRACTION, date="2026-05-01")
        store.records.keep(store.papers.find(RETRACTED).id, made.record(notice), ())
        decide.reject(store, SETTINGS, TAKEN_BACK, "Ada", "not for us")
        _export(store, folder, out)
    return out


def _export(store: Store, folder: Path, out: Path) -> None:
    done = Gate(store, SETTINGS, Workspace(folder / "workspace")).export_site((), out)
    assert not done.refused
