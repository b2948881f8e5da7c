"""A whole static site: what stands in it, what a later export changes, and what never leaves."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from pipeline import decide
from pipeline.config import Settings
from pipeline.errors import RenderError, SetupError
from pipeline.export.manifest import MANIFEST_NAME
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.summary import GlossaryEntry
from pipeline.publish import site as publish_site
from pipeline.publish import swap
from pipeline.publish.outcome import Export
from pipeline.store.store import Store
from tests import made
from tests.publish.conftest import SETTINGS, Exported

ONE, TWO = "10.5555/layline.made.00001", "10.5555/layline.made.00002"
FIRST, SECOND = "papers/10.5555_layline.made.00001.html", "papers/10.5555_layline.made.00002.html"


def _site(export: Exported, *words: str, settings: Settings | None = None) -> Export:
    return export(*words, file_format="site", **({"settings": settings} if settings else {}))


def _all(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def _searched(out: Path) -> list[Any]:
    """The pages that the search knows, in the order in which it reads them."""
    parts = json.loads((out / "search-index.json").read_text())["parts"]
    return [page for part in parts for page in json.loads((out / part).read_text())["pages"]]


def _naming(out: Path, what: bytes) -> list[str]:
    """The files for readers in which something stands, by name or content."""
    return [
        name for name, data in _all(out).items() if name != MANIFEST_NAME and (what in data or what in name.encode())
    ]


def _template(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "workspace" / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_a_site_is_whole_every_link_leads_to_a_page_and_nothing_is_asked_for_outside(
    export: Exported, out: Path
) -> None:
    done = _site(export)
    assert (len(done.written), done.refused, done.notes) == (2, (), ())
    files = _all(out)
    assert {FIRST, SECOND, "index.html", "latest.html", "categories.html", "about.html", "disclaimer.html",
            "contact.html", "search.html", "search.js", "search-index.json", "search-index/1.json", "style.css",
            "feed.xml", "rss.xml", "sitemap.xml", "robots.txt", "corrections.html",
            "subscribe.html"} <= set(files)  # fmt: skip
    for name, data in files.items():
        if name.endswith(".html"):
            tree = LexborHTMLParser(data.decode())
            assert tree.css_matches('html[lang="en"]')
            assert len(data) < 100_000
            for node in tree.css("link[rel=stylesheet], script[src], img, a[href]"):
                target = node.attributes.get("href") or node.attributes.get("src") or ""
                if node.tag == "a" and target.startswith("https://"):
                    continue  # a link that a reader may follow is no request
                path = urlsplit(urljoin(f"/{name}", target)).path.lstrip("/")
                assert path in files or target.startswith("#"), (name, target)


def test_feed_sitemap_and_canonical_addresses_rest_on_the_address_of_the_site(export: Exported, out: Path) -> None:
    _site(export)
    feed = etree.fromstring((out / "feed.xml").read_bytes())
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.xpath("string(a:title)", namespaces=atom) == "Plain & Simple"
    assert feed.xpath("a:entry/a:id/text()", namespaces=atom) == [
        f"https://layline.example/research/{path}" for path in (SECOND, FIRST)
    ]
    assert f"https://layline.example/research/{FIRST}".encode() in (out / "sitemap.xml").read_bytes()
    assert b"Sitemap: https://layline.example/research/sitemap.xml" in (out / "robots.txt").read_bytes()
    canonical = f"link[rel=canonical][href='https://layline.example/research/{FIRST}']"
    assert LexborHTMLParser((out / FIRST).read_text()).css_matches(canonical)


def test_without_an_address_they_are_left_out_and_that_is_said(export: Exported, out: Path) -> None:
    done = _site(export, settings=Settings())
    assert "site_url is not set" in done.notes[0]
    assert not {"feed.xml", "rss.xml", "sitemap.xml"} & set(_all(out))
    assert b"canonical" not in (out / FIRST).read_bytes()


def test_the_linked_data_names_the_article_and_the_search_index_holds_lay_words(export: Exported, out: Path) -> None:
    _site(export)
    (script,) = LexborHTMLParser((out / FIRST).read_text()).css('script[type="application/ld+json"]')
    article = json.loads(script.text())["mainEntity"]
    assert (article["@type"], article["sameAs"]) == ("ScholarlyArticle", f"https://doi.org/{ONE}")
    pages = _searched(out)
    assert [page["path"] for page in pages] == [SECOND, FIRST]
    text = " ".join(pages[0]["text"])
    words = text.split()
    assert "leg spasms" in text
    assert words.count("backbone") == 1, "a lay word that only the explanation of a term uses"
    assert len(text) < 3_000


def test_words_that_alone_would_be_filler_are_found_by_the_search_and_keep_no_site_from_leaving(
    export: Exported, store: Store, out: Path
) -> None:
    read, content = made.paper(), made.summary()
    plain = "A test of a sample of people, for example in its default setting; no placeholder and no filler."
    terms = (*content.glossary, GlossaryEntry(term="walk test", plain=plain))
    made.approved_as(store, 3, read, content.model_copy(update={"glossary": terms}))
    assert not _site(export).refused
    words = " ".join(_searched(out)[0]["text"]).split()
    assert {"sample", "default", "placeholder", "filler"} <= set(words)


def test_what_may_not_stand_on_lists_names_its_paper(
    export: Exported, store: Store, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _site(export)
    monkeypatch.setattr(publish_site, "lead_of", lambda page: "[object Object]")
    made.approved(store, 3)
    with pytest.raises(RenderError, match=r"object_object.*; it comes from 10\.5555/layline\.made\.00003$") as caught:
        _site(export)
    assert "layline show" in (caught.value.remedy or "")


def test_what_did_not_change_keeps_its_file_and_one_more_page_leaves_the_others(
    export: Exported, store: Store, out: Path
) -> None:
    _site(export)
    before = (out / FIRST).stat().st_ino
    made.approved(store, 3)
    done = _site(export, "10.5555/layline.made.00003")
    assert [page.changed for page in done.written] == [True]
    assert (out / FIRST).stat().st_ino == before
    assert len(_searched(out)) == 3
    assert [page.changed for page in _site(export).written] == [False, False, False]


def test_only_what_is_made_from_something_new_is_rendered_again(
    export: Exported, store: Store, out: Path, tmp_path: Path
) -> None:
    _site(export)
    before = {path.relative_to(out).as_posix(): path.stat().st_ino for path in out.rglob("*") if path.is_file()}
    made.approved(store, 3)
    _template(tmp_path, "site/about.md", "We are three.")
    _site(export, settings=SETTINGS.model_copy(update={"site_title": "Another"}))
    assert b"Another" in (out / "contact.html").read_bytes()
    assert b"We are three." in (out / "about.html").read_bytes()
    _site(export, settings=SETTINGS.model_copy(update={"site_title": "Another"}))
    after = {path.relative_to(out).as_posix(): path.stat().st_ino for path in out.rglob("*") if path.is_file()}
    assert not {path for path, inode in after.items() if before.get(path) == inode} - {MANIFEST_NAME}
    _site(export, settings=SETTINGS.model_copy(update={"site_title": "Another"}))
    again = {path.relative_to(out).as_posix(): path.stat().st_ino for path in out.rglob("*") if path.is_file()}
    assert {path for path, inode in again.items() if after[path] != inode} == {MANIFEST_NAME}


def test_a_list_that_somebody_changed_is_not_taken_for_ours(export: Exported, out: Path) -> None:
    _site(export)
    (out / "latest.html").write_text("<p>Buy now</p>")
    with pytest.raises(SetupError, match="was not written by Layline, or was changed since"):
        _site(export)


def test_a_page_that_is_taken_back_is_gone_from_pages_lists_feed_sitemap_and_search(
    export: Exported, store: Store, out: Path
) -> None:
    _site(export)
    decide.reject(store, Settings(), ONE, "Ada", "not for us")
    done = _site(export)
    assert [taken.id for taken in done.taken_back] == [ONE]
    assert _naming(out, b"layline.made.00001") == []
    assert len(_naming(out, b"layline.made.00002")) > 5


def test_the_log_of_the_site_names_pages_that_were_taken_back_until_they_stand_again(
    export: Exported, store: Store, out: Path
) -> None:
    _site(export)
    assert "There are none." in (out / "corrections.html").read_text()
    decide.reject(store, Settings(), ONE, "Ada", "not for us, and that is our business")
    _site(export)
    _site(export)
    (line,) = LexborHTMLParser((out / "corrections.html").read_text()).css(".cards li")
    assert line.css("a") == []
    assert "Taken back: it is no longer approved." in line.text()
    assert "our business" not in line.text()
    decide.approve(store, Settings(), ONE, "Ada")
    _site(export)
    assert "There are none." in (out / "corrections.html").read_text()


def test_the_log_of_the_site_names_pages_that_were_corrected(export: Exported, store: Store, out: Path) -> None:
    _site(export)
    made.edited(store, ONE, "It was a small trial.", "It was hard to read.")
    made.approved_anew(store, ONE)
    _site(export)
    _site(export, TWO)
    (link,) = LexborHTMLParser((out / "corrections.html").read_text()).css(".cards a")
    assert link.attributes["href"] == FIRST
    assert "Corrected: Study Limitations. It was hard to read." in (out / "corrections.html").read_text()


@pytest.mark.parametrize(
    ("on_retraction", "told"),
    [("hold", "Taken back: retraction on 2026-05-01"), ("banner", "was retracted on 1 May 2026")],
)
def test_the_log_of_the_site_names_pages_whose_paper_was_retracted(
    export: Exported, store: Store, out: Path, on_retraction: str, told: str
) -> None:
    settings = SETTINGS.model_copy(update={"on_retraction": on_retraction})
    _site(export, settings=settings)
    retraction = Notice(kind=NoticeKind.RETRACTION, date="2026-05-01")
    store.records.keep(store.papers.find(ONE).id, made.record(retraction), ())
    _site(export, settings=settings)
    assert told in (out / "corrections.html").read_text()


def test_files_of_others_are_carried_over_and_never_written_over(export: Exported, out: Path) -> None:
    _site(export)
    (out / "CNAME").write_text("layline.example")
    (out / "images").mkdir()
    (out / "images" / "logo.svg").write_text("<svg/>")
    _site(export)
    assert (out / "CNAME").read_text() == "layline.example"
    assert (out / "images" / "logo.svg").exists()
    (out / "index.html").write_text("mine")
    before = _all(out)
    with pytest.raises(SetupError, match="index.html was not written by Layline"):
        _site(export)
    assert _all(out) == before


def test_a_folder_that_somebody_else_filled_is_not_taken(export: Exported, out: Path) -> None:
    out.mkdir()
    (out / "index.html").write_text("mine")
    with pytest.raises(SetupError, match="stands in the way"):
        _site(export)
    assert _all(out) == {"index.html": b"mine"}
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".out")] == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("site/listing.html", "{{ cards }}", "where text belongs"),
        ("site/listing.html", "<p>{{ cards | string }}</p>", "index.html"),
        ("site/listing.html", "<p>[object Object]</p>", "index.html may not leave: object_object at line 1"),
        ("site/search.html", "{% if %}", "site/search.html"),
        ("site/search.html", "<p>\n{{ 1 + 'a' }}", "site/search.html, line 2, cannot render search.html"),
        ("site/search.html", "<p>\n{{ nothing.there }}", "site/search.html, line 2, cannot render search.html"),
        ("site/about.md", "<script>alert(1)</script>", "about.html may not leave: markup_in_text"),
        ("site/about.md", "[Here](javascript:alert(1))", "about.html may not leave: markup_in_text"),
        ("site/about.md", "It says undefined and [object Object].", "about.html may not leave"),
    ],
)
def test_a_spoiled_template_stops_the_site_and_the_old_one_stays(
    export: Exported, out: Path, tmp_path: Path, name: str, text: str, told: str
) -> None:
    _site(export)
    before = _all(out)
    _template(tmp_path, name, text)
    with pytest.raises(RenderError) as caught:
        _site(export)
    assert told in caught.value.message
    assert _all(out) == before


def test_a_template_of_pages_that_prints_objects_writes_none_of_them(
    export: Exported, out: Path, tmp_path: Path
) -> None:
    shipped = Path(swap.__file__).parents[1] / "export" / "templates" / "article.html"
    _template(
        tmp_path, "article.html", shipped.read_text().replace("{{ cut(statement.runs) }}", "{{ statement | string }}")
    )
    done = _site(export)
    assert len(done.refused) == 2
    assert not [name for name in _all(out) if name.startswith("papers/")]


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (lambda summary: summary["limitations"].__setitem__(0, "[object Object]"), "draft_spoiled"),
        (lambda summary: summary["limitations"][0].__setitem__("text", {"limitation": "small"}), "draft_spoiled"),
        (lambda summary: summary["limitations"][0].__setitem__("text", "[object Object]"), "content_changed"),
        (lambda summary: summary.__setitem__("plain_title", "undefined"), "content_changed"),
    ],
)
def test_a_summary_that_was_spoiled_after_its_approval_is_refused_and_gone_from_the_site(
    export: Exported, store: Store, out: Path, spoil: Callable[[Any], None], kind: str
) -> None:
    _site(export)
    paper = store.papers.find(ONE)
    with sqlite3.connect(out.parent / "workspace" / "data" / ".layline" / "layline.db") as database:
        ((text,),) = database.execute("SELECT summary FROM drafts WHERE paper_id = ?", (paper.id,)).fetchall()
        summary = json.loads(text)
        spoil(summary)
        database.execute("UPDATE drafts SET summary = ? WHERE paper_id = ?", (json.dumps(summary), paper.id))
    done = _site(export)
    assert [(refused.id, refused.reasons[0].kind) for refused in done.refused] == [(ONE, kind)]
    assert _naming(out, b"layline.made.00001") + _naming(out, b"[object") == []


def test_colours_and_texts_are_replaced_from_the_workspace(export: Exported, out: Path, tmp_path: Path) -> None:
    _template(tmp_path, "colours.css", ":root { --ink: rebeccapurple; }")
    _template(tmp_path, "site/contact.md", "# Contact\n\nWrite to *us*. <b>Now</b>")
    _site(export)
    assert "rebeccapurple" in (out / "style.css").read_text()
    contact = (out / "contact.html").read_text()
    assert "<em>us</em>" in contact
    assert "&lt;b&gt;Now" in contact


@pytest.mark.parametrize("exchange", [True, False])
def test_a_kill_leaves_the_old_site_or_the_new_one_and_the_next_export_clears_up(
    export: Exported, store: Store, out: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(swap, "_exchanged", lambda *_folders: False)
    _site(export)
    before = _all(out)
    made.approved(store, 3)
    for step in ("site_files", "render_manifest", "take_place"):
        _killed(export, step)
        assert _all(out) == before
    _site(export)
    assert len([name for name in _all(out) if name.startswith("papers/")]) == 3
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".out")] == []


def _killed(export: Exported, step: str) -> None:
    """Export in a process that dies by SIGKILL where this step begins."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of threads, of which we use none here
        child = os.fork()
    if child == 0:
        try:
            setattr(publish_site, step, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
            _site(export)
        finally:
            os._exit(1)  # whatever happened: the child must never go on with the tests
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def test_a_kill_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / ".out.old-1").mkdir()
    (tmp_path / ".out.old-1" / "index.html").write_text("old")
    (tmp_path / ".out.new-1").mkdir()
    fresh = swap.fresh_beside(out)
    assert (out / "index.html").read_text() == "old"
    assert [path for path in tmp_path.iterdir() if path not in (out, fresh)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="folders are exchanged in one step on Linux alone")
def test_a_reader_never_misses_the_site_while_it_is_swapped(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("0")
    watch = "import sys, pathlib\np = pathlib.Path(sys.argv[1])\nprint('on', flush=True)\nwhile True: p.read_text()"
    with subprocess.Popen(
        [sys.executable, "-c", watch, out / "index.html"], stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout
        reader.stdout.readline()
        for number in range(50):
            fresh = swap.fresh_beside(out)
            (fresh / "index.html").write_text(str(number))
            swap.take_place(fresh, out)
        alive = reader.poll() is None
        reader.kill()
    assert alive


def test_what_the_manifest_tells_of_a_page_is_looked_at_again_where_it_was_changed(
    export: Exported, store: Store, out: Path
) -> None:
    _site(export)
    path = out / ".layline-export.json"
    manifest = json.loads(path.read_text())
    assert all(file["looked_at"] for file in manifest["files"])
    manifest["files"][0]["lead"] = "[object Object]"
    path.write_text(json.dumps(manifest))
    made.approved(store, 3)
    before = _all(out)
    with pytest.raises(RenderError, match="may not leave: object_object"):
        _site(export)
    assert _all(out) == before
