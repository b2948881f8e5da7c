import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.draft.asking.request import tokens_of
from pipeline.draft.recipes.parts import divide
from pipeline.models.paper import Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder


def made(*sections: tuple[str, SectionKind, list[str]]) -> Paper:
    builder = PaperBuilder()
    for heading, kind, paragraphs in sections:
        builder.heading(heading, kind)
        for text in paragraphs:
            builder.paragraph(text)
    return builder.build(Metadata(title="T"), basis=Basis.FULL_TEXT, parser="test", parser_version="1")


def words_of(text: str) -> list[str]:
    return text.split()


def test_a_paper_that_fits_is_one_part():
    paper = made(("Results", SectionKind.RESULTS, ["They walked further."]))
    divided = divide(paper, 1_000, 5)
    assert len(divided.parts) == 1
    assert divided.parts[0].headings == ("Results",)
    assert not divided.left_out


@pytest.mark.parametrize("tokens", [40, 100, 400])
def test_parts_hold_the_whole_text_in_its_order_and_none_is_too_long(tokens: int):
    paper = made(
        ("Methods", SectionKind.METHODS, ["We did this. " * 30, "And that, too. " * 20]),
        ("Results", SectionKind.RESULTS, ["x" * 900, "Short."]),
        ("Discussion", SectionKind.DISCUSSION, ["Words without any end " * 60]),
    )
    divided = divide(paper, tokens, 10_000)
    assert "".join(words_of(" ".join(part.text for part in divided.parts))) == "".join(words_of(paper.text))
    assert all(tokens_of(part.text) <= tokens + 1 for part in divided.parts)


def test_what_tells_least_about_the_study_is_left_out_first():
    long = ["Many words stand here. " * 40]
    paper = made(
        ("Abstract", SectionKind.ABSTRACT, long),
        ("Background", SectionKind.INTRODUCTION, long),
        ("Methods", SectionKind.METHODS, long),
        ("Results", SectionKind.RESULTS, long),
        ("Data", SectionKind.DATA_AVAILABILITY, long),
        ("Limitations", SectionKind.LIMITATIONS, long),
    )
    divided = divide(paper, 300, 4)
    assert divided.left_out == ("Data", "Background")
    assert [part.headings for part in divided.parts] == [("Abstract",), ("Methods",), ("Results",), ("Limitations",)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=300), max_size=8), st.integers(8, 200))
def test_any_text_is_divided_without_losing_a_word(paragraphs: list[str], tokens: int):
    paper = made(("A", SectionKind.RESULTS, [text for text in paragraphs if text.strip()] or ["word"]))
    divided = divide(paper, tokens, 10_000)
    assert "".join("".join(part.text.split()) for part in divided.parts) == "".join(paper.text.split())
