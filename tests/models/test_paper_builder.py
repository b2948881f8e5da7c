"""The canonical text: the title first, every offset behind it."""

import pytest

from pipeline.models.paper import Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder


def built(title: str | None) -> Paper:
    builder = PaperBuilder()
    builder.heading("Methods", SectionKind.METHODS)
    builder.paragraph("Forty people stood [1].", page=3, citations=((19, 22),))
    builder.table((("Stood", "40"),), label="Table 1", page=4)
    return builder.build(Metadata(title=title), basis=Basis.FULL_TEXT, parser="t", parser_version="1", title_page=2)


def test_the_title_stands_first_on_its_page():
    paper = built("Standing\n\n\u2010 a trial")
    assert paper.title is not None
    assert (paper.title.text, paper.title.start, paper.title.page) == ("Standing - a trial", 0, 2)
    assert paper.text.startswith("Standing - a trial\n\nMethods\n\nForty people")
    assert paper.place_of(3) == ("Title", 2)


@pytest.mark.parametrize("title", ["Standing", None, "  "])
def test_every_offset_holds_behind_a_title_or_none(title: str | None):
    paper = built(title)
    (told,), (table,) = paper.sections[0].paragraphs, paper.tables
    (cited,) = told.citations
    assert paper.text[told.start : told.end] == told.text
    assert paper.text[cited.start : cited.end] == "[1]"
    assert paper.text[table.start : table.end] == "Table 1\nStood\t40"
    assert (paper.title is not None) is (title == "Standing")


def test_a_title_that_does_not_stand_where_it_says_is_refused():
    paper = built("Standing")
    with pytest.raises(ValueError, match="does not stand in the text"):
        Paper.model_validate(paper.model_dump() | {"text": f" {paper.text}"})
