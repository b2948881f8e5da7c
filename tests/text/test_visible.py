"""What a terminal may print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.visible import visible


@pytest.mark.parametrize(
    "text",
    [
        "[object Object] [/b] [n=48] <b>",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f \U0001f3fd",
        "\u05e9\u05dc\u05d5\u05dd \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "e\u0301 77\u00b77% \u2212 3 caf\u00e9 \u4f60",
    ],
)
def test_text_that_is_only_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\u241b[31mred"),
        ("a\x00b\x7f", "a\u2400b\u2421"),
        ("a\u202eb", "a\u27e8U+202E\u27e9b"),
        ("a\u200bb\ufeff", "a\u27e8U+200B\u27e9b\u27e8U+FEFF\u27e9"),
        ("\U000e0041", "\u27e8U+E0041\u27e9"),
        ("\ud800", "\u27e8U+D800\u27e9"),
        ("a\u2028b", "a\u27e8U+2028\u27e9b"),
        ("a\x9bb", "a\u27e8U+009B\u27e9b"),
        ("a\u200db", "a\u27e8U+200D\u27e9b"),
        ("a\nb\tc\rd\r\ne", "a b c d e"),
    ],
)
def test_what_acts_or_hides_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_breaks_stay_where_they_are_wanted() -> None:
    assert visible("a\nb\tc\r\nd\re\x1b", newlines=True) == "a\nb\tc\nd\ne\u241b"


@given(st.text(st.characters(codec=None)), st.booleans())
def test_showing_twice_changes_nothing_and_leaves_nothing_that_acts(text: str, newlines: bool) -> None:
    shown = visible(text, newlines=newlines)
    assert visible(shown, newlines=newlines) == shown
    assert not any(ord(c) < 32 and not (newlines and c in "\n\t") for c in shown)
    shown.encode("utf-8")
