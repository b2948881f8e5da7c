from pipeline.models.paper import SectionKind
from pipeline.parse.overview import blocks_on, outline_of, pages_of
from tests.parse.pdf_sample import lines, pdf, read

SENTENCE = "People who stand often say that they feel better than before, as this text says of them."


def two_pages():
    def page(number: int, heading: str):
        def draw(canvas):
            y = lines(canvas, 60, 760, [heading], size=13, font="Times-Bold")
            lines(canvas, 60, y - 8, [f"On page {number}: {SENTENCE}"] * 3 + ["The end."])

        return draw

    return read(pdf(page(1, "Methods"), page(2, "Results")))


def test_the_outline_names_sections_with_kinds_sizes_and_pages():
    rows = outline_of(two_pages())
    assert [(r.heading, r.kind, r.pages) for r in rows] == [
        ("Methods", SectionKind.METHODS, (1,)),
        ("Results", SectionKind.RESULTS, (2,)),
    ]
    assert all(row.characters > 200 for row in rows)


def test_a_page_is_shown_in_reading_order():
    paper = two_pages()
    blocks = blocks_on(paper, 2)
    assert [block.what for block in blocks] == ["heading", "paragraph"]
    assert blocks[1].text.startswith("On page 2")
    assert [row.page for row in pages_of(paper)] == [1, 2]
