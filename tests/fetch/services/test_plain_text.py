"""Titles and abstracts as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.services.plain_text import plain_abstract, plain_line, plain_title


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("Effects on <i>BRCA1</i>&#x2013;positive mice.", "Effects on BRCA1–positive mice"),
        ("TNF-&amp;alpha; &amp;lt; 5", "TNF-α < 5"),
        ("&lt;i&gt;In vivo&lt;/i&gt; imaging", "In vivo imaging"),
        ("A p < 0.05 and q > 3 rule", "A p < 0.05 and q > 3 rule"),
        ("CD4 <T cells and B> cells", "CD4 <T cells and B> cells"),
        ("H<sub>2</sub>O in <jats:italic>E. coli</jats:italic>", "H2O in E. coli"),
        ("[Rückenmark und Reha].", "Rückenmark und Reha"),
        ("[A] and [B]", "[A] and [B]"),
        ("So what...", "So what..."),
        ("AT&T", "AT&T"),
        ("<b></b>", None),
        ("", None),
        (None, None),
    ],
)
def test_a_title_is_one_plain_line(sent: str | None, read: str | None) -> None:
    assert plain_title(sent) == read


def test_an_abstract_keeps_its_paragraphs_and_loses_its_own_heading() -> None:
    sent = (
        "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>Of 40, 3 had "
        "<jats:italic>p</jats:italic> &lt; 0.05.</jats:p></jats:sec>\n<jats:p>Second.</jats:p>"
    )
    assert plain_abstract(sent) == "Background\n\nOf 40, 3 had p < 0.05.\n\nSecond."


def test_the_source_of_a_formula_does_not_stand_beside_the_formula() -> None:
    sent = "<p>At <mml:math><mml:mi>x</mml:mi></mml:math><tex-math>\\documentclass{minimal}</tex-math> it ended.</p>"
    assert plain_abstract(sent) == "At x it ended."


@given(st.text())
def test_any_text_is_read_without_a_crash_into_one_line(sent: str) -> None:
    line = plain_line(sent)
    assert line is None or line == " ".join(line.split())
    plain_abstract(sent)
