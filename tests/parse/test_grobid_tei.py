import time

import pytest

from pipeline.errors import ParseError
from pipeline.models.paper import Basis, SectionKind
from pipeline.parse.grobid.tei import paper_from_tei
from tests.parse.pdf_sample import paragraphs
from tests.parse.tei_sample import HEADER, tei


def read(*arguments: str, **changes: str):
    return paper_from_tei(tei(*arguments, **changes), "sample.pdf")


def kind_of(data: bytes) -> str:
    with pytest.raises(ParseError) as caught:
        paper_from_tei(data, "sample.pdf")
    assert caught.value.remedy
    assert "sample.pdf" in caught.value.message
    return caught.value.kind


def test_the_header_says_what_the_article_is():
    metadata = read().metadata
    assert metadata.title == "Standing after injury: a trial"
    assert [author.name for author in metadata.authors] == ["Jane Q Doe", "Roe Jr"]
    assert (metadata.journal, metadata.doi) == ("Journal of Standing", "10.5555/standing.1")
    assert [date.date for date in metadata.dates] == ["2024-03-09"]
    assert metadata.licence is not None
    assert (metadata.licence.name, metadata.language) == ("CC BY 4.0", "en")
    assert metadata.keywords == ("standing", "injury")


def test_the_doi_of_a_reference_is_not_the_articles():
    assert read(header=HEADER.replace('<idno type="DOI">10.5555/Standing.1</idno>', "")).metadata.doi is None


def test_the_parser_is_the_servers_own_version():
    paper = read()
    assert (paper.parser, paper.parser_version, paper.basis) == ("grobid", "0.8.2", Basis.FULL_TEXT)


def test_sections_have_their_numbers_levels_and_kinds():
    found = [(s.heading, s.kind, s.level) for s in read().sections if s.heading]
    assert found == [
        ("Abstract", SectionKind.ABSTRACT, 1),
        ("Background", SectionKind.ABSTRACT, 2),
        ("1 Introduction", SectionKind.INTRODUCTION, 1),
        ("2 Methods", SectionKind.METHODS, 1),
        ("2.1 Who took part", SectionKind.METHODS, 2),
        ("Conclusions", SectionKind.CONCLUSION, 1),
        ("Acknowledgements", SectionKind.OTHER, 1),
        ("Conflict of interest", SectionKind.CONFLICTS, 1),
    ]


def test_a_part_of_the_back_matter_without_a_heading_has_the_kind_that_grobid_names():
    assert [s.paragraphs[0].text for s in read().sections if s.kind is SectionKind.FUNDING] == [
        "The Standing Fund paid."
    ]


def test_a_heading_without_number_belongs_to_the_main_section_before_it():
    body = "<div><head>METHODS</head></div><div><head>Walking frames</head><p>Two frames.</p></div>"
    body += "<div><head>Limitations</head><p>Few people.</p></div><div><head>Abbreviations</head><p>AIS</p></div>"
    found = [(s.heading, s.kind, s.level) for s in read(body, back="").sections if "Abstract" not in s.heading][1:]
    assert found == [
        ("METHODS", SectionKind.METHODS, 1),
        ("Walking frames", SectionKind.METHODS, 2),
        ("Limitations", SectionKind.LIMITATIONS, 1),
        ("Abbreviations", SectionKind.OTHER, 1),
    ]


def test_references_are_no_text():
    assert "Of rare injuries" not in read().text
    body = "<div><head>Results</head><p>They stood.</p></div><div><head>References</head><p>1. Doe. Old.</p></div>"
    assert "Doe. Old" not in read(body).text


def test_citation_markers_are_marked_and_other_references_stay():
    paper = read()
    first = next(p for s in paper.sections for p in s.paragraphs if p.text.startswith("Injury"))
    assert first.text == "Injury is rare [1, 2], as Table 1 shows."
    assert [paper.text[c.start : c.end] for c in first.citations] == ["[1, 2]"]


def test_paragraphs_have_the_page_on_which_they_begin():
    pages = {p.text: p.page for s in read().sections for p in s.paragraphs}
    assert pages["Injury is rare [1, 2], as Table 1 shows."] == 1
    assert pages["We asked 12 people. Nine stood."] == 2
    assert pages["d = (a - b) / s (1)"] == 2
    assert pages["Both authors wrote."] == 3
    assert pages["We thank the people."] is None


def test_paragraphs_without_a_page_are_told():
    [warning] = [w for w in read().warnings if w.kind == "pages_unknown"]
    assert warning.message.startswith("5 of")


def test_tables_are_rows_of_cells_with_spans_resolved():
    [table] = read().tables
    assert (table.label, table.caption, table.page) == ("Table 1", "Who took part.", 3)
    assert table.header == (("Group", "People", "People"),)
    assert table.rows == (("standing", "6", "7"), ("stretching", "6", "5"))
    assert table.footnotes == ("Counted in spring.",)


def test_a_caption_that_repeats_its_label_has_it_once():
    assert "Fig. 1. The way of the people through the study." in paragraphs(read())


def test_a_table_whose_cells_were_not_read_keeps_its_caption_and_is_told():
    figure = '<figure type="table"><head>Table 2 .</head><figDesc>Falls.</figDesc><table></table></figure>'
    paper = read(f"<div><head>Results</head><p>They fell.</p></div>{figure}")
    assert paper.tables == ()
    assert "Table 2 Falls." in paragraphs(paper)
    assert "tables_without_cells" in {w.kind for w in paper.warnings}
    assert paper.quality < 1


def test_a_statement_that_grobid_took_for_a_heading_is_text():
    statement = "Funding " + "This work was paid for by the Standing Fund of the city. " * 5
    paper = read(back=f'<div type="funding"><div><head>{statement}</head></div></div>')
    assert [s.paragraphs[0].text for s in paper.sections if s.kind is SectionKind.FUNDING] == [statement.strip()]


def test_an_abstract_alone_is_the_basis_and_is_told():
    paper = read("", back="")
    assert paper.basis is Basis.ABSTRACT_ONLY
    assert "body_not_found" in {w.kind for w in paper.warnings}


def test_a_bare_abstract_is_read():
    assert "Nine people stood." in paragraphs(read(abstract="Nine people stood."))


def test_neither_abstract_nor_body_is_no_paper():
    assert kind_of(tei("", abstract="", back="")) == "empty"


def test_a_header_without_anything_is_told():
    paper = read(header="")
    assert paper.metadata.title is None
    assert paper.parser_version == "unknown"
    assert "title_not_found" in {w.kind for w in paper.warnings}


def test_what_is_no_tei_is_named():
    assert kind_of(b"<article/>") == "not_tei"
    assert kind_of(tei()[:-30]) == "bad_xml"
    assert kind_of(b"") == "bad_xml"
    assert kind_of(b"<TEI>" + b"<p>x</p>" * 5_000_000) == "too_large"


def test_a_bomb_is_refused_in_bounded_time():
    lols = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    start = time.process_time()
    assert kind_of(tei("<p>&l9;</p>", prolog=f'<!DOCTYPE TEI [<!ENTITY l0 "lol">{lols}]>')) == "bad_xml"
    assert time.process_time() - start < 5


def test_an_external_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    assert kind_of(tei("<p>&x;</p>", prolog=f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')) == "bad_xml"


def test_bottomless_nesting_is_refused_and_allowed_nesting_read():
    assert kind_of(tei("<div>" * 20_000 + "</div>" * 20_000)) == "bad_xml"
    assert "deep" in paragraphs(read("<div>" * 230 + "<p>deep</p>" + "</div>" * 230))


@pytest.mark.parametrize("text", ["[" * 300_000, "9" * 300_000, "(" * 300_000, "a" * 300_000, "1," * 150_000])
def test_one_endless_word_takes_no_time(text):
    figure = f'<figure coords="{text}"><head>{text}</head><figDesc>{text}</figDesc></figure>'
    start = time.process_time()
    read(
        f'<div><head n="{text}">{text}</head><p coords="{text}">{text}</p></div>{figure}',
        header=f"<fileDesc><titleStmt><title>{text}</title></titleStmt></fileDesc>",
    )
    assert time.process_time() - start < 3
