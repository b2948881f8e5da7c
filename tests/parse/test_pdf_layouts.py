"""First pages as publishers and archives lay them out."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.models.paper import ArticleType, Paper, SectionKind
from pipeline.parse.pdf.first_page import FIRST_PART
from pipeline.parse.pdf.front import dois_in
from pipeline.parse.pdf.titles import declared_title
from tests.parse.pdf_sample import lines, pdf, read

TITLE = "Standing at home after spinal cord injury"
ABSTRACT = {
    "Objective": "To learn whether standing at home eases spasms in people who do not walk.",
    "Design": "Randomised controlled trial.",
    "Participants": "Forty people with a spinal cord injury of more than a year.",
    "Results": "Spasms were fewer in those who stood (mean difference 2.1 a day).",
    "Conclusion": "Standing may ease spasms, and larger trials are needed.",
}


def _abstract(canvas: Canvas, y: float, mark: str) -> float:
    """The abstract's parts, each with its heading in bold at the beginning of its line."""
    for heading, text in ABSTRACT.items():
        lines(canvas, 60, y, [heading + mark], font="Times-Bold")
        lines(canvas, 63 + canvas.stringWidth(heading + mark, "Times-Bold", 10), y, [text])
        y -= 12
    return y


def _body(canvas: Canvas, y: float) -> None:
    lines(canvas, 60, y, ["Introduction"], size=12, font="Times-Bold")
    lines(canvas, 60, y - 16, ["Spasms are common after a spinal cord injury, and they have been studied before."] * 12)
    lines(canvas, 60, y - 180, ["Methods"], size=12, font="Times-Bold")
    lines(canvas, 60, y - 196, ["Each of them stood for thirty minutes at home, and spasms were counted."] * 12)


def article(canvas: Canvas) -> None:
    """Objective to conclusion without the word `Abstract` above them."""
    lines(canvas, 60, 800, ["Research article"])
    lines(canvas, 60, 770, [TITLE], size=17, font="Times-Bold")
    lines(canvas, 60, 745, ["Jane Doe 1,2, Richard Roe 2"], size=11)
    lines(canvas, 60, 730, ["1School of Rehabilitation, University of Milan, Italy, 2Spinal Unit, Pavia"], size=8)
    y = _abstract(canvas, 700, ":")
    lines(canvas, 60, y - 5, ["Keywords: Standing, Spasticity, Spinal cord injury"], size=9)
    _body(canvas, y - 60)


def cover(canvas: Canvas) -> None:
    """What a publisher's site puts before the article."""
    lines(canvas, 60, 780, ["The Journal of Standing and Walking"], size=20, font="Times-Bold")
    lines(canvas, 60, 760, ["ISSN: 1079-0000 (Print) 2045-0000 (Online)"], size=8)
    lines(canvas, 60, 700, [TITLE], size=16, font="Times-Bold")
    lines(canvas, 60, 670, ["Jane Doe & Richard Roe"], size=11)
    lines(canvas, 60, 630, ["To cite this article: Jane Doe & Richard Roe (2021) Standing at home after spinal cord",
                            "injury, The Journal of Standing and Walking, 44:2, 1-9"], size=9)  # fmt: skip
    lines(canvas, 60, 590, ["To link to this article: https://doi.org/10.5555/10790000.2021.1"], size=9)
    lines(canvas, 60, 560, ["Submit your article to this journal", "Article views: 412"], size=9)


def manuscript(canvas: Canvas) -> None:
    """An author's manuscript as a public archive sets it."""
    lines(canvas, 60, 800, ["Public Access"], size=16, font="Times-Bold")
    lines(canvas, 60, 785, ["Author manuscript"])
    lines(canvas, 60, 750, ["Published in final edited form as:"], size=9)
    lines(canvas, 60, 740, ["Stand J. 2021 May ; 44(2): 1-9. doi:10.5555/10790000.2021.1."], size=9)
    lines(canvas, 60, 710, [TITLE], size=17, font="Times-Bold")
    lines(canvas, 60, 690, ["Jane Doe1,*, Richard Roe2"], size=11, font="Times-Bold")
    lines(canvas, 60, 676, ["1School of Rehabilitation, University of Milan, Italy"], size=9)
    lines(canvas, 60, 640, ["Abstract"], size=14, font="Times-Bold")
    y = _abstract(canvas, 622, "\u2014")
    lines(canvas, 60, y - 5, ["Keywords"], size=11, font="Times-Bold")
    lines(canvas, 60, y - 18, ["standing; spasticity; spinal cord injury"])
    _body(canvas, y - 60)


def _kinds(paper: Paper) -> list[SectionKind]:
    return list(dict.fromkeys(section.kind for section in paper.sections))


def headed(canvas: Canvas) -> None:
    """The same with each heading of the abstract on a line of its own, and parts of few words."""
    lines(canvas, 60, 770, [TITLE], size=17, font="Times-Bold")
    lines(canvas, 60, 745, ["Jane Doe1, Richard Roe2"], size=11)
    lines(canvas, 60, 730, ["1School of Rehabilitation, University of Milan, Italy"], size=8)
    y = 700.0
    for heading, text in ABSTRACT.items():
        lines(canvas, 60, y, [heading], font="Times-Bold")
        lines(canvas, 60, y - 14, [text])
        y -= 34
    _body(canvas, y - 20)


def magazine(canvas: Canvas) -> None:
    """A kind of study under the title, a kind of article beside the journal's name, an abstract's parts in capitals."""
    lines(canvas, 60, 800, ["Journal of Standing | Original Investigation"], size=9)
    lines(canvas, 60, 770, ["Standing at Home and Spasms"], size=20, font="Times-Bold")
    lines(canvas, 60, 748, ["A Randomized Clinical Trial"], size=13)
    lines(canvas, 60, 728, ["Jane Doe, MD; Richard Roe, PhD; Ada Example, MSc"], size=9)
    y = 700.0
    for heading, text in {"IMPORTANCE": "Spasms are common after a spinal cord injury.", **ABSTRACT}.items():
        lines(canvas, 60, y, [heading.upper()], size=8, font="Times-Bold")
        lines(canvas, 64 + canvas.stringWidth(heading.upper(), "Times-Bold", 8), y, [text])
        y -= 18
    _body(canvas, y - 30)


def title_page(canvas: Canvas) -> None:
    """A manuscript in one size of type: the title is bold, the abstract stands on the next page."""
    lines(canvas, 60, 760, [TITLE], font="Times-Bold")
    lines(canvas, 60, 730, ["Jane Doe1,*, Richard Roe2"])
    lines(canvas, 60, 700, ["1School of Rehabilitation, University of Milan, Italy", "Word count: 3,412"], leading=24)


def second_page(canvas: Canvas) -> None:
    lines(canvas, 60, 770, ["Abstract"], font="Times-Bold")
    lines(
        canvas, 60, 746, ["We asked whether standing eases spasms, and forty people were randomised."] * 4, leading=24
    )
    _body(canvas, 620)


WHOLE = [SectionKind.ABSTRACT, SectionKind.INTRODUCTION, SectionKind.METHODS]


@pytest.mark.parametrize("laid_out", [article, headed])
def test_an_abstract_in_parts_without_a_heading_above_them_is_one(laid_out: Callable[[Canvas], None]):
    paper = read(pdf(laid_out))
    assert (paper.metadata.title, _kinds(paper)) == (TITLE, WHOLE)
    assert [s.heading for s in paper.sections if s.kind is SectionKind.ABSTRACT] == ["Abstract", *ABSTRACT]


def test_behind_a_cover_the_article_begins_on_the_second_page():
    paper = read(pdf(cover, article))
    metadata = paper.metadata
    assert (metadata.title, _kinds(paper)) == (TITLE, WHOLE)
    assert (metadata.doi, metadata.article_type) == ("10.5555/10790000.2021.1", ArticleType.RESEARCH)
    assert [author.family for author in metadata.authors] == ["Doe", "Roe"]
    assert "Article views" not in paper.text
    assert {p.page for s in paper.sections for p in s.paragraphs} == {2}
    assert [warning.kind for warning in paper.warnings] == ["cover_left_out"]


def test_a_first_page_with_a_part_of_the_article_is_no_cover():
    def second(canvas: Canvas) -> None:
        lines(canvas, 60, 780, [TITLE], size=17, font="Times-Bold")
        lines(canvas, 60, 745, ["Each of them stood for thirty minutes at home, and spasms were counted."] * 12)

    paper = read(pdf(article, second))
    assert not paper.warnings
    assert "larger trials are needed" in paper.text


def test_a_line_under_the_title_that_names_the_kind_of_study_is_part_of_it_and_no_author():
    paper = read(pdf(magazine))
    metadata = paper.metadata
    assert metadata.title == "Standing at Home and Spasms: A Randomized Clinical Trial"
    assert [author.family for author in metadata.authors] == ["Doe", "Roe", "Example"]
    assert (metadata.article_type, metadata.article_type_as_printed) == (ArticleType.RESEARCH, "Original Investigation")
    assert _kinds(paper) == WHOLE
    assert "IMPORTANCE" in [section.heading for section in paper.sections]


def test_a_manuscripts_title_page_gives_the_title_and_authors_and_nothing_to_the_text():
    paper = read(pdf(title_page, second_page))
    assert (paper.metadata.title, _kinds(paper)) == (TITLE, WHOLE)
    assert [author.family for author in paper.metadata.authors] == ["Doe", "Roe"]
    assert "3,412" not in paper.text


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Background: spasms are common.", True),
        ("PURPOSE To learn whether standing helps.", True),
        ("Purpose built clinics, Milan", False),
        ("Design Centre, University of Pavia", False),
    ],
)
def test_the_first_part_of_an_abstract_has_a_mark_or_stands_in_capitals(text: str, opens: bool):
    assert (FIRST_PART.match(text) is not None) is opens


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        (TITLE, TITLE),
        ("untitled", ""),
        ("Microsoft Word - standing_v3.docx", ""),
        ("standing_v3.pdf", ""),
        ("jstand-2021-0412 1..9", ""),
        ("S0003999321.indd", ""),
        ("10.5555_stand.2021.14", ""),
    ],
)
def test_what_a_program_writes_in_place_of_a_title_is_none(declared: str, title: str):
    assert declared_title(declared) == title


def test_the_keywords_of_a_manuscript_are_no_part_of_its_abstract():
    paper = read(pdf(manuscript))
    assert (paper.metadata.title, _kinds(paper)) == (TITLE, WHOLE)
    assert paper.metadata.doi == "10.5555/10790000.2021.1"
    assert paper.metadata.keywords == ("standing", "spasticity", "spinal cord injury")
    assert "spasticity;" not in paper.text


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("doi:10.5555/journal.\nstand.0115884 is", "10.5555/journal.stand.0115884"),
        ("https://doi.org/10.5555/\nj.stand.2015.01.001", "10.5555/j.stand.2015.01.001"),
        ("10.5555/stand-2020-\n045678", "10.5555/stand-2020-045678"),
        ("doi:10.5555/\nbmjstand-2020-045678", "10.5555/bmjstand-2020-045678"),
        ("10.5555/10790000.2021.1.\nStanding at home", "10.5555/10790000.2021.1"),
        ("10.5555/10790000.2021.1.\nstanding at home", "10.5555/10790000.2021.1"),
        ("10.5555/10790000.2021.\n1School of Rehabilitation", "10.5555/10790000.2021"),
    ],
)
def test_a_doi_goes_on_in_the_next_line_only_where_that_looks_like_the_rest_of_one(printed: str, doi: str):
    assert dois_in(printed) == [doi]
