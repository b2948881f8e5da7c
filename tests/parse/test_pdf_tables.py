import pytest

from pipeline.parse.pdf.ruling import rules_of
from tests.parse.pdf_sample import lines, paragraphs, pdf, read

PROSE = ["People who stand often say that they feel better than before, as this text says of them all."] * 8
ROWS = [
    ("Variable", "Standing", "Sitting"),
    ("Age in years", "41.2", "43.0"),
    ("Women", "12", "9"),
    ("Falls", "3", "7"),
]
COLUMNS = (80, 220, 320)


def draw_rows(canvas, y, rows=ROWS, columns=COLUMNS, pitch=14):
    for row in rows:
        for x, text in zip(columns, row, strict=True):
            lines(canvas, x, y, [text], size=8)
        y -= pitch
    return y


def ruled(canvas):
    y = lines(canvas, 60, 780, PROSE)
    lines(canvas, 70, y - 14, ["Table 1. Who took part"], size=8)
    top = y - 20
    end = draw_rows(canvas, top - 12)
    for height in (top, top - 16, end + 8):
        canvas.line(70, height, 400, height)
    lines(canvas, 70, end - 4, ["All values are counts unless said otherwise"], size=7)
    lines(canvas, 60, end - 30, PROSE)


def test_a_table_with_three_rules_is_read_as_header_and_rows():
    (table,) = read(pdf(ruled)).tables
    assert (table.label, table.caption) == ("Table 1", "Who took part")
    assert table.header == (ROWS[0],)
    assert table.rows == tuple(ROWS[1:])
    assert table.footnotes == ("All values are counts unless said otherwise",)
    assert table.page == 1


def test_the_text_around_a_table_stays_whole():
    paper = read(pdf(ruled))
    assert not any("41.2" in text for text in paragraphs(paper))
    assert sum(text.count("People who stand") for text in paragraphs(paper)) == 2 * len(PROSE)


def test_a_table_without_rules_is_read_by_its_alignment():
    def draw(canvas):
        y = lines(canvas, 60, 780, PROSE)
        lines(canvas, 70, y - 14, ["Table 2. Who took part"], size=8, font="Times-Bold")
        end = draw_rows(canvas, y - 34)
        lines(canvas, 60, end - 16, PROSE)

    (table,) = read(pdf(draw)).tables
    assert table.rows == tuple(ROWS[1:])


def test_a_cell_of_two_lines_is_one_cell():
    def draw(canvas):
        lines(canvas, 60, 780, PROSE)
        lines(canvas, 70, 640, ["Table 3. Who did what"], size=8)
        rows = [("Group", "What they did", "n"), ("First", "stood for an hour each", "12"), ("", "day of the week", ""),
                ("Second", "sat for an hour each", "11"), ("", "day of the month", "")]  # fmt: skip
        heights = (622, 600, 590, 574, 564)
        for row, y in zip(rows, heights, strict=True):
            for x, text in zip(COLUMNS, row, strict=True):
                lines(canvas, x, y, [text], size=8)
        for height in (632, 614, 556):
            canvas.line(70, height, 400, height)

    (table,) = read(pdf(draw)).tables
    assert table.rows == (
        ("First", "stood for an hour each day of the week", "12"),
        ("Second", "sat for an hour each day of the month", "11"),
    )


def test_digits_of_two_cells_never_become_one_number():
    def draw(canvas):
        lines(canvas, 60, 780, PROSE)
        lines(canvas, 70, 640, ["Table 4. Falls"], size=8)
        rows = [("Group", "Before", "After"), ("First", "3", "6"), ("Second", "4", "1"), ("Third", "5", "2")]
        end = draw_rows(canvas, 620, rows)
        for height in (632, 614, end + 8):
            canvas.line(70, height, 400, height)

    (table,) = read(pdf(draw)).tables
    assert table.rows[0] == ("First", "3", "6")


def test_a_sentence_that_begins_with_table_is_no_caption():
    def draw(canvas):
        lines(
            canvas,
            60,
            780,
            ["Table 1 shows that the people who stood were older than the people who did not stand."] * 6,
        )

    assert read(pdf(draw)).tables == ()


@pytest.mark.parametrize("shift", [0, 0.4, 0.9])
def test_pieces_of_a_rule_are_one_rule(shift):
    pieces = [(60.0, 100.0 + shift, 150.0, 100.0), (152.0, 100.5, 300.0, 100.0)]
    (rule,) = rules_of(pieces)
    assert (rule.x0, rule.x1) == (60, 300)
