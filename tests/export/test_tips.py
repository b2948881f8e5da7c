"""Words that a page explains have a tip where a reader first meets them, and its text stays as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.export import html_format
from pipeline.export.html_format import render_html
from pipeline.export.read_back import absent_texts
from pipeline.export.tips import Tips
from pipeline.models.summary import GlossaryEntry
from tests import made


def _glossary(*terms: str) -> tuple[GlossaryEntry, ...]:
    return tuple(GlossaryEntry(term=term, plain="What it means.") for term in terms)


def _told(text: str, *terms: str) -> list[str]:
    (runs,) = Tips(_glossary(*terms)).runs([text])
    return [run.text for run in runs if run.tip]


@pytest.mark.parametrize(
    ("text", "terms", "words"),
    [
        ("Spasticity fell.", ["spasticity"], ["Spasticity"]),
        ("Leg spasms and a spasm.", ["spasm"], ["spasms"]),
        ("One spasm a day.", ["spasms"], ["spasm"]),
        ("Biopsies were taken.", ["biopsy"], ["Biopsies"]),
        ("A biopsy was taken.", ["biopsies"], ["biopsy"]),
        ("It was randomized.", ["randomised"], ["randomized"]),
        ("A small randomised trial, no other trial.", ["trial", "randomised trial"], ["randomised trial", "trial"]),
        ("A spinal-cord injury.", ["spinal cord injury"], ["spinal-cord injury"]),
        ("(AIS grades A to C)", ["AIS grade"], ["AIS grades"]),
        ("People with SCI.", ["SCI (spinal cord injury)"], ["SCI"]),
        ("A spinal cord injury.", ["SCI (spinal cord injury)"], ["spinal cord injury"]),
        ("Stress is not a stres.", ["stress"], ["Stress"]),
    ],
)  # fmt: skip
def test_a_word_is_found_in_its_forms_the_longest_first(text: str, terms: list[str], words: list[str]) -> None:
    assert _told(text, *terms) == words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Self-efficacy rose.", ["efficacy"]),
        ("Industrial work.", ["trial"]),
        ("Who took part?", ["WHO"]),
        ("It was the ms of a page.", ["MS"]),
        ("Some words, a + b.", ["+", "", "s", "(", "a" * 200]),
        ("A phase of it.", ["trial (phase)"]),
    ],
)
def test_other_words_have_no_tip(text: str, terms: list[str]) -> None:
    assert _told(text, *terms) == []


def test_a_word_has_its_tip_once_in_each_part_of_the_page() -> None:
    tips = Tips(_glossary("trial", "cohort"))
    first, second = tips.runs(["A trial.", "The trial was small."])
    assert [run.tip for run in first if run.tip] == ["word-1"]
    assert [run.tip for run in second if run.tip] == []
    assert [run.tip for run in tips.runs(["Another trial."])[0] if run.tip] == ["word-1"]
    assert [tip.term for tip in tips.used] == ["trial"]


def test_brackets_and_full_stops_stay_with_their_word() -> None:
    (runs,) = Tips(_glossary("trial")).runs(["It was small (a “trial”)."])
    assert [(run.before, run.text, run.after) for run in runs if run.tip] == [("“", "trial", "”).")]


@given(st.text("trials SCI(.)-\u2019\u0130\u017f <&\n", max_size=60))
def test_the_runs_of_a_text_are_the_text(text: str) -> None:
    (runs,) = Tips(_glossary("trial", "SCI", "s", "trial SCI", "(trial)")).runs([text])
    assert not runs or "".join(run.before + run.text + run.after for run in runs) == text


def test_each_tip_on_a_page_is_a_button_that_opens_the_words_meaning() -> None:
    page = made.page()
    data = render_html(page)
    tree = LexborHTMLParser(data.decode())
    buttons = tree.css("button[popovertarget]")
    assert {"li", "p", "dd"} <= {button.parent.tag for button in buttons if button.parent}
    meanings = {entry.plain for entry in page.summary.glossary}
    assert len(buttons) >= 5
    for button in buttons:
        (tip,) = tree.css(f"#{button.attributes['popovertarget']}")
        assert "popover" in tip.attributes
        assert tip.text().partition(": ")[2] in meanings
    assert list(absent_texts(page, data, "text/html")) == []


def test_a_glossary_of_markup_stays_text() -> None:
    hostile = _glossary('trial"><script>alert(1)</script>', "trial' popover onclick='x()")
    summary = made.summary().model_copy(update={"glossary": (*hostile, *_glossary("trial"))})
    tree = LexborHTMLParser(render_html(made.page(summary)).decode())
    assert tree.css("button[popovertarget]")
    assert not tree.css("script, [onclick]")


def test_a_meaning_that_stands_in_a_tip_alone_is_missing_from_the_page(tmp_path: Path) -> None:
    shipped = (Path(html_format.__file__).parent / "templates" / "article.html").read_text()
    (tmp_path / "article.html").write_text(shipped.replace("<dd>{{ entry.text }}</dd>", ""))
    page = made.page()
    absent = dict(absent_texts(page, render_html(page, tmp_path), "text/html"))
    assert absent["/glossary/0/plain"] == page.summary.glossary[0].plain
