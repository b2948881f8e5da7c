import pytest

from pipeline.errors import ParseError
from pipeline.models.paper import SectionKind
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document


def read(text: str):
    return parse_document(text.encode(), MediaType.TEXT, "sample.txt")


def test_paragraphs_are_parted_by_blank_lines_and_headings_are_found():
    paper = read("Standing after injury\n\nMethods\n\nWe asked\ntwelve people.\n\nReferences\n\n1. Doe.")
    assert paper.metadata.title == "Standing after injury"
    (section,) = paper.sections
    assert (section.heading, section.kind) == ("Methods", SectionKind.METHODS)
    assert [p.text for p in section.paragraphs] == ["We asked twelve people."]


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ParseError) as caught:
        parse_document(b"\xff\xfe\x00\x01" * 9, MediaType.TEXT, "sample.txt")
    assert caught.value.kind == "damaged"
