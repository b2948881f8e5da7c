import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.models.paper import ArticleType, SectionKind
from tests.parse.pdf_sample import HEIGHT, lines, paragraphs, pdf, read

LEFT = [f"left column line {n} of the study goes on and on" for n in "abcdefgh"]
RIGHT = [f"right column line {n} of the study goes on and on" for n in "abcdefgh"]


def two_columns(canvas: Canvas) -> None:
    lines(canvas, 60, 780, ["Standing after spinal cord injury: a trial"], size=18, font="Times-Bold")
    lines(canvas, 60, 755, ["Jane Doe, Richard Roe"], size=11)
    lines(canvas, 60, 730, ["Abstract"], size=12, font="Times-Bold")
    lines(canvas, 60, 715, ["We asked twelve people whether they stood and nine of them said that they did so."])
    lines(canvas, 60, 690, ["1. Introduction"], size=12, font="Times-Bold")
    lines(canvas, 60, 675, LEFT)
    lines(canvas, 310, 675, RIGHT[:-1])
    lines(canvas, 310, 675 - 7 * 12, ["and this ends the column."])


def test_two_columns_are_read_one_after_the_other():
    text = read(pdf(two_columns)).text
    assert text.index("left column line h") < text.index("right column line a")
    assert text.index("left column line a") < text.index("left column line b")


def test_headings_open_sections_of_their_kind():
    kinds = [(s.heading, s.kind) for s in read(pdf(two_columns)).sections if s.heading]
    assert ("Abstract", SectionKind.ABSTRACT) in kinds
    assert ("1. Introduction", SectionKind.INTRODUCTION) in kinds


def test_title_and_authors_come_from_the_first_page():
    metadata = read(pdf(two_columns)).metadata
    assert metadata.title == "Standing after spinal cord injury: a trial"
    assert [a.name for a in metadata.authors] == ["Jane Doe", "Richard Roe"]


def test_a_corrigendum_is_known_by_its_title():
    def notice(canvas: Canvas) -> None:
        lines(canvas, 60, 760, ["Corrigendum to “Standing after injury”"], size=18, font="Times-Bold")
        lines(
            canvas, 60, 700, ["In the article titled so, there was an error in the table of the results, as follows."]
        )

    assert read(pdf(notice)).metadata.article_type is ArticleType.CORRECTION


def running_page(number: int):
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, HEIGHT - 30, ["Doe et al. Journal of Standing"], size=8)
        lines(
            canvas,
            60,
            700,
            [f"Page {number} tells what the people of group {number} did on the long way to standing."] * 12,
        )
        lines(canvas, 290, 25, [str(number)], size=8)

    return draw


def test_running_heads_and_page_numbers_are_left_out():
    paper = read(pdf(*[running_page(n) for n in range(1, 5)]))
    assert "Journal of Standing" not in paper.text
    assert all(not p.strip().isdigit() for p in paragraphs(paper))


def test_every_paragraph_knows_its_page():
    paper = read(pdf(*[running_page(n) for n in range(1, 5)]))
    assert {p.page for s in paper.sections for p in s.paragraphs} == {1, 2, 3, 4}


def test_a_word_broken_at_the_end_of_a_line_is_mended_by_the_documents_own_words():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, ["We call this rehabilitation and nothing else that one may think of; the rehabili-",
                                "tation of people with long-term needs, so that the need is a long-",
                                "term need of people."])  # fmt: skip

    text = read(pdf(draw)).text
    assert "the rehabilitation of people" in text
    assert "a long-term need" in text


def test_raised_citation_markers_are_marked():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 700, ["Injury is rare among people who stand upright in the morning."])
        canvas.setFont("Times-Roman", 6)
        width = canvas.stringWidth("Injury is rare among people who stand upright in the morning.", "Times-Roman", 10)
        canvas.drawString(60 + width, 704, "12,13")

    paper = read(pdf(draw))
    paragraph = paper.sections[0].paragraphs[0]
    assert [paper.text[c.start : c.end] for c in paragraph.citations] == ["12,13"]


def test_references_are_cut_off():
    def draw(canvas: Canvas) -> None:
        y = lines(
            canvas, 60, 780, ["People who stand often say that they feel better than before, as this text says."] * 10
        )
        y = lines(canvas, 60, y - 10, ["References"], size=12, font="Times-Bold")
        lines(canvas, 60, y - 6, ["1. Doe J. Standing. J Stand 2001; 1: 1-2."])

    assert "J Stand" not in read(pdf(draw)).text


def test_a_heading_that_runs_into_its_paragraph_is_parted_from_it():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Methods"], size=13, font="Times-Bold")
        lines(canvas, 60, 760, ["2.1. Participants."], font="Times-Italic")
        lines(canvas, 141, 760, ["We asked twelve people whether they stood, and nine of them said so."])
        lines(
            canvas,
            60,
            748,
            ["The others did not say whether they stood or whether they would have liked to do so."] * 6,
        )

    paper = read(pdf(draw))
    assert [(s.heading, s.level, s.kind) for s in paper.sections] == [
        ("Methods", 1, SectionKind.METHODS),
        ("2.1. Participants", 2, SectionKind.METHODS),
    ]
    assert paragraphs(paper)[0].startswith("We asked twelve people")


def test_headings_right_above_each_other_are_two():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["2. Methods", "2.1. Participants"], font="Times-Bold")
        lines(
            canvas, 60, 750, ["We asked twelve people whether they stood, and nine of them said that they did so."] * 8
        )

    assert [s.heading for s in read(pdf(draw)).sections] == ["2. Methods", "2.1. Participants"]


def test_a_caption_does_not_interrupt_the_paragraph_around_it():
    def draw(canvas: Canvas) -> None:
        body = ["We asked twelve people whether they stood, and nine of them said that they did so"] * 5
        lines(canvas, 60, 780, body)
        lines(canvas, 60, 700, ["Figure 1. How people stood in the morning and in the evening."], size=8)
        lines(
            canvas,
            60,
            660,
            ["while others did not say whether they stood or whether they would have liked to do so."] * 5,
        )

    found = paragraphs(read(pdf(draw)))
    assert "Figure 1. How people stood in the morning and in the evening." in found
    assert any("did so while others" in text for text in found)


def test_line_numbers_of_a_manuscript_are_left_out():
    def draw(canvas: Canvas) -> None:
        for n in range(1, 25):
            y = 780 - 26 * n
            lines(canvas, 40, y, [str(n)], size=9)
            lines(canvas, 72, y, ["the people of the study stood up and told what they felt about it all"], size=11)

    text = read(pdf(draw)).text
    assert not any(character.isdigit() for character in text)


def test_a_turned_stamp_on_the_margin_is_left_out_and_reported():
    def draw(canvas: Canvas) -> None:
        lines(
            canvas, 80, 780, ["We asked twelve people whether they stood, and nine of them said that they did so."] * 8
        )
        canvas.saveState()
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Downloaded from the publisher's site by a guest")
        canvas.restoreState()

    paper = read(pdf(draw))
    assert "Downloaded" not in paper.text
    assert "turned_text_left_out" in [w.kind for w in paper.warnings]


def test_funding_in_a_box_of_the_first_page_becomes_a_section_of_its_own():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 200, 780, ["Standing after spinal cord injury: a trial"], size=18, font="Times-Bold")
        lines(canvas, 200, 750, ["Jane Doe, Richard Roe"], size=11)
        lines(canvas, 40, 700, ["Funding:"], size=8, font="Times-Bold", leading=9)
        lines(canvas, 77, 700, ["The Standing"], size=8, leading=9)
        lines(canvas, 40, 691, ["Fund paid for this study", "and had no say in it."], size=8, leading=9)
        lines(canvas, 200, 700, ["Abstract"], size=13, font="Times-Bold")
        lines(canvas, 200, 684, ["We asked twelve people whether they stood, and nine said so."] * 20)

    sections = {s.kind: s for s in read(pdf(draw)).sections}
    assert (
        sections[SectionKind.FUNDING].paragraphs[0].text
        == "The Standing Fund paid for this study and had no say in it."
    )


def test_a_page_of_no_article_keeps_every_word():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["A large notice on the door of a house"], size=18, font="Times-Bold")
        lines(canvas, 60, 740, ["Received", "Mon 9-12", "Key: 12"])
        lines(
            canvas,
            60,
            640,
            ["Please note that this house was closed, and that it is to be opened by us as it was."] * 3,
        )

    text = read(pdf(draw)).text
    assert "Mon 9-12" in text
    assert "closed" in text


def test_dates_and_keywords_are_read_from_the_first_page():
    def draw(canvas: Canvas) -> None:
        two_columns(canvas)
        lines(canvas, 60, 560, ["Keywords: standing; spinal cord injury; trial"], size=8)
        lines(canvas, 60, 540, ["Received 21 November 2015; Accepted 14 December 2015"], size=8)
        lines(canvas, 60, 520, ["doi: 10.1000/standing.2015.1"], size=8)

    metadata = read(pdf(draw)).metadata
    assert metadata.keywords == ("standing", "spinal cord injury", "trial")
    assert [(d.kind, d.date) for d in metadata.dates] == [("received", "2015-11-21"), ("accepted", "2015-12-14")]
    assert metadata.doi == "10.1000/standing.2015.1"


def test_a_reading_with_little_text_and_empty_pages_is_judged_so():
    paper = read(pdf(lambda c: lines(c, 60, 700, ["Only one line stands here."]), lambda c: c.rect(50, 50, 90, 90)))
    assert paper.quality < 0.5
    assert {"little_text", "pages_without_text"} <= {w.kind for w in paper.warnings}


def test_an_abstract_without_a_heading_that_is_told_in_few_verbs_is_the_articles_text():
    told = ["Introduction. Pain after surgery of the breast; radiation therapy among its causes. Fat grafting",
            "for chronic pain in irradiated women. Patients and Methods. From May 2006 to June 2014, 209 women",
            "after mastectomy (113 women) or quadrantectomy (96 women), all with radiotherapy. Fat grafting by",
            "one surgeon in one hospital, mean volume 52 cc. Results. Follow-up at 12 months. Less pain in 120",
            "treated women (mean reduction 3.2 points), and a mean reduction of 1.1 points in controls. No drug",
            "in 48 of 59 women. Conclusion. Fat grafting was followed by less pain in these women."]  # fmt: skip
    addresses = ["1Plastic Surgery School, University of Milan, Via Milanese 300, 20099 Milan, Italy",
                 "2Department of Medical Biotechnology and Translational Medicine, University of Milan,",
                 "Plastic Surgery Unit, Humanitas Hospital, Via Manzoni 56, 20089 Rozzano, Italy"]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Fat grafting and pain in irradiated breasts"], size=18, font="Times-Bold")
        lines(canvas, 60, 755, ["Jane Doe,1 Richard Roe,2 Ada Example,2 and Ben Muster2"], size=11)
        lines(canvas, 60, 735, addresses, size=9)
        lines(canvas, 60, 680, ["Received 29 June 2015; Accepted 29 September 2015"], size=9)
        lines(canvas, 60, 650, told)
        lines(canvas, 60, 550, ["1. Introduction"], size=12, font="Times-Bold")
        lines(canvas, 60, 530, ["Chronic pain affects many women who have had surgery of the breast."] * 20)

    paper = read(pdf(draw))
    assert [section.kind for section in paper.sections] == [SectionKind.ABSTRACT, SectionKind.INTRODUCTION]
    assert paragraphs(paper)[0].startswith("Introduction. Pain after surgery")
    assert "209 women" in paragraphs(paper)[0]
    assert "Humanitas" not in paper.text


def test_headings_and_notes_of_the_first_page_are_no_label_of_the_article():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Standing after spinal cord injury"], size=18, font="Times-Bold")
        lines(canvas, 60, 755, ["Jane Doe*, Richard Roe"], size=11)
        lines(canvas, 60, 735, ["*Correspondence:"], size=9)
        lines(canvas, 60, 724, ["jane@layline.example"], size=9)
        for y, heading in ((690, "Abstract"), (620, "INTRODUCTION"), (540, "2. Methods"), (460, "3. Results"),
                           (380, "Discussion")):  # fmt: skip
            lines(canvas, 60, y, [heading], size=12, font="Times-Bold")
            lines(canvas, 60, y - 16, ["We asked twelve people whether they stood, and nine of them said so."] * 3)

    metadata = read(pdf(draw)).metadata
    assert metadata.article_type is ArticleType.RESEARCH
    assert metadata.article_type_as_printed is None


@pytest.mark.parametrize(
    ("label", "kind"), [("FOCUSED REVIEW", ArticleType.REVIEW), ("Letter", ArticleType.COMMENTARY)]
)
def test_a_label_on_a_line_of_its_own_beside_the_title_tells_the_kind_of_article(label: str, kind: ArticleType):
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Standing after spinal cord injury"], size=18, font="Times-Bold")
        lines(canvas, 60, 755, [label], size=9)
        lines(canvas, 60, 700, ["Abstract"], size=12, font="Times-Bold")
        lines(canvas, 60, 684, ["We asked twelve people whether they stood, and nine of them said so."] * 10)
        lines(canvas, 60, 540, ["Introduction"], size=12, font="Times-Bold")
        lines(canvas, 60, 524, ["Standing was rare, and it has been asked for by many of those who cannot."] * 10)

    assert read(pdf(draw)).metadata.article_type is kind


def test_an_abstract_beside_the_box_of_the_article_is_read_under_its_spaced_heading():
    told = ["We asked whether standing eases spasms. Forty people with a",
            "spinal cord injury were randomised to stand at home for eight",
            "weeks or to wait. Spasms were fewer in those who stood."]  # fmt: skip
    keywords = ["Keywords:", "Standing", "Spasticity", "Spinal cord injury", "Randomised", "controlled trial"]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 800, ["Contents lists available at an address of the publisher"], size=8)
        lines(canvas, 60, 760, ["Standing at home after spinal cord injury"], size=17)
        lines(canvas, 60, 735, ["Jane Doe a, Richard Roe b,*"], size=11)
        lines(canvas, 60, 720, ["a School of Rehabilitation, University of Milan, Italy"], size=7)
        lines(canvas, 60, 690, ["A R T I C L E   I N F O"], size=9)
        lines(canvas, 60, 672, keywords, size=7, leading=9)
        lines(canvas, 230, 690, ["A B S T R A C T"], size=9)
        lines(canvas, 230, 672, told, size=8, leading=10)
        lines(canvas, 60, 600, ["1. Introduction"], size=10, font="Times-Bold")
        lines(canvas, 60, 585, ["Spasms are common after a spinal cord injury"] * 20)
        lines(canvas, 310, 600, ["2. Methods"], size=10, font="Times-Bold")
        lines(canvas, 310, 585, ["Each of them stood for thirty minutes at home"] * 20)

    paper = read(pdf(draw))
    assert [section.kind for section in paper.sections] == [
        SectionKind.ABSTRACT,
        SectionKind.INTRODUCTION,
        SectionKind.METHODS,
    ]
    assert paragraphs(paper)[0].startswith("We asked whether standing eases spasms. Forty people")
    assert "Contents lists" not in paper.text
    assert paper.metadata.keywords == ("Standing", "Spasticity", "Spinal cord injury", "Randomised controlled trial")
