"""What a site asks of its readers, and how they hear of new pages: only what its settings name, and nothing else."""

from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from lxml import etree
from pydantic import ValidationError
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.config import Settings
from pipeline.store.store import Store
from tests import made
from tests.publish.conftest import SETTINGS, Exported

PAGE = "papers/10.5555_layline.made.00001.html"
FORMS = {"feedback_url": "https://forms.example/f?id=1", "subscribe_url": "https://news.example:8443/join"}


def _with(**changes: str | None) -> Settings:
    return SETTINGS.model_copy(update=changes)


def _tree(out: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((out / name).read_text())


def _form(out: Path, name: str) -> LexborNode:
    (form,) = _tree(out, name).css("form[method=post]")
    return form


def _form_action(out: Path, name: str) -> list[str]:
    (policy,) = _tree(out, name).css("meta[http-equiv=Content-Security-Policy]")
    told = dict(part.strip().split(" ", 1) for part in (policy.attributes["content"] or "").split(";"))
    return told["form-action"].split()


def test_feedback_is_posted_with_the_page_it_is_about(export: Exported, out: Path) -> None:
    export(file_format="site", settings=_with(**FORMS))
    form = _form(out, PAGE)
    assert form.attributes["action"] == FORMS["feedback_url"]
    fields = {(field.attributes["name"], field.attributes.get("value")) for field in form.css("[name]")}
    assert ("page", "10.5555/layline.made.00001") in fields
    assert ("address", f"https://layline.example/research/{PAGE}") in fields
    assert {("helpful", "yes"), ("helpful", "no"), ("comment", None)} <= fields
    assert "sent to forms.example" in form.text()


@pytest.mark.parametrize("name", [PAGE, "subscribe.html"])
def test_every_field_that_a_reader_fills_in_has_a_label(export: Exported, out: Path, name: str) -> None:
    export(file_format="site", settings=_with(**FORMS))
    form = _form(out, name)
    labelled = {label.attributes.get("for") for label in form.css("label")}
    fields = form.css("textarea, input:not([type=hidden])")
    assert fields
    for field in fields:
        assert field.attributes.get("id") in labelled - {None} or (field.parent and field.parent.tag == "label")


def test_the_policy_of_every_page_names_the_origins_of_the_forms_and_no_other(export: Exported, out: Path) -> None:
    export(file_format="site", settings=_with(**FORMS))
    pages = [path.relative_to(out).as_posix() for path in out.rglob("*.html")]
    origins = ["'self'", "https://forms.example", "https://news.example:8443"]
    assert {name: _form_action(out, name) for name in pages} == dict.fromkeys(pages, origins)


def test_what_is_not_set_is_left_out(export: Exported, out: Path) -> None:
    export(file_format="site", settings=Settings())
    assert not (out / "subscribe.html").exists()
    for path in out.rglob("*.html"):
        text = path.read_text()
        assert "Feedback" not in text
        assert "subscribe" not in text
        assert "form-action 'self'\"" in text


def test_feedback_by_mail_opens_a_mail_about_the_page(export: Exported, out: Path) -> None:
    export(file_format="site", settings=_with(feedback_url="mailto:us@layline.example"))
    (link,) = _tree(out, PAGE).css("a[href^=mailto]")
    expected = "mailto:us@layline.example?subject=Feedback%20on%2010.5555%2Flayline.made.00001"
    assert link.attributes["href"] == expected
    assert not _tree(out, PAGE).css("form")
    assert _form_action(out, PAGE) == ["'self'"]


def test_who_subscribes_is_told_of_the_feeds_and_asked_for_an_address_where_one_is_set(
    export: Exported, out: Path, tmp_path: Path
) -> None:
    export(file_format="site")
    assert [link.attributes["href"] for link in _tree(out, "subscribe.html").css("main a")] == ["feed.xml", "rss.xml"]
    assert not _tree(out, "subscribe.html").css("form")
    own = tmp_path / "workspace" / "templates" / "site" / "subscribe.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Stay in Touch\n\nOnce a *month*.")
    export(file_format="site", settings=_with(**FORMS))
    assert "<em>month</em>" in (out / "subscribe.html").read_text()
    assert _form(out, "subscribe.html").attributes["action"] == FORMS["subscribe_url"]


def test_a_new_address_of_the_form_renders_every_page_anew(export: Exported) -> None:
    export(file_format="site")
    assert not any(page.changed for page in export(file_format="site").written)
    assert all(page.changed for page in export(file_format="site", settings=_with(**FORMS)).written)


@pytest.mark.parametrize("setting", ["feedback_url", "subscribe_url"])
@pytest.mark.parametrize(
    "value",
    [
        "http://forms.example/f",
        "javascript:alert(1)",
        "https://forms.example; script-src *",
        'https://forms.example/"><script>',
        "https://*.example/f",
        "https://user:secret@forms.example/",
        "mailto:us@layline.example?bcc=them@layline.example",
        "forms.example",
    ],
)
def test_an_address_that_is_no_plain_https_address_is_refused(setting: str, value: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({setting: value})


def test_the_rss_feed_tells_the_same_pages_as_the_atom_feed(export: Exported, store: Store, out: Path) -> None:
    made.approved(store, 3)
    export(file_format="site")
    channel = etree.fromstring((out / "rss.xml").read_bytes()).find("channel")
    atom = etree.fromstring((out / "feed.xml").read_bytes())
    assert channel.findtext("title") == "Plain & Simple"
    links = [item.findtext("link") for item in channel.findall("item")]
    assert links == [entry.findtext("{*}id") for entry in atom.findall("{*}entry")]
    assert len(links) == 3
    for item, entry in zip(channel.findall("item"), atom.findall("{*}entry"), strict=True):
        assert item.findtext("guid") == item.findtext("link")
        published = parsedate_to_datetime(item.findtext("pubDate"))
        assert published == datetime.fromisoformat(entry.findtext("{*}updated")).replace(microsecond=0)
    alternates = _tree(out, PAGE).css("link[rel=alternate]")
    assert [link.attributes["href"] for link in alternates] == ["../feed.xml", "../rss.xml"]
