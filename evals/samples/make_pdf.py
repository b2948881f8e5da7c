"""Writes `data/raw/fictional-breathing-study.pdf`: a two-column paper about a study that was never made.

Run with `uv run python -m evals.samples.make_pdf`; the same text always gives the same bytes.
"""

from pathlib import Path
from typing import Final

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph

TARGET: Final = Path(__file__).parents[2] / "data" / "raw" / "fictional-breathing-study.pdf"
TITLE: Final = "Breathing exercises after cervical spinal cord injury: a fictional cohort study"
DOI: Final = "10.5555/layline.sample.0002"

_WIDTH, _HEIGHT = A4
_MARGIN: Final = 18 * mm
_GAP: Final = 8 * mm
_COLUMN: Final = (_WIDTH - 2 * _MARGIN - _GAP) / 2
_TOP: Final = 72 * mm
"""The height of the title block on the first page."""

_TITLE_STYLE: Final = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=17, leading=21, spaceAfter=6)
_AUTHORS: Final = ParagraphStyle("authors", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=4)
_SMALL: Final = ParagraphStyle("small", fontName="Helvetica-Oblique", fontSize=8, leading=10, spaceAfter=6)
_BODY: Final = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=10, leading=12.5, alignment=TA_JUSTIFY, spaceAfter=5
)
_HEADING: Final = ParagraphStyle(
    "heading", fontName="Helvetica-Bold", fontSize=11.5, leading=15, spaceBefore=6, spaceAfter=3, keepWithNext=1
)

ABSTRACT: Final = (
    "Background: Weak breathing muscles put people with cervical spinal cord injury at risk of chest infections. "
    "Methods: In this prospective cohort study, 36 adults with acute cervical spinal cord injury (AIS grades A to D) "
    "were followed for 6 months. Of these, 20 chose to do breathing exercises with a resistive device and 16 did not. "
    "Results: Maximal inspiratory pressure rose by 18 cm H2O in the exercise group and by 9 cm H2O in the other group. "
    "Chest infections occurred in 3 of 20 people who exercised and in 6 of 16 who did not. "
    "Conclusion: Breathing exercises were associated with stronger breathing muscles and fewer chest infections. "
    "Because people chose their group, the study cannot show that the exercises were the cause."
)

SECTIONS: Final = (
    (
        "Introduction",
        (
            "An injury of the spinal cord in the neck weakens the muscles that are needed to breathe and to cough. "
            "Chest infections are a common reason for going back to hospital in the first year after the injury [1].",
            "Devices that make breathing in harder can train these muscles. Whether people who use them at home have "
            "fewer chest infections is not well known [2].",
        ),
    ),
    (
        "Methods",
        (
            "We carried out a prospective cohort study at one fictional rehabilitation centre. Adults aged 18 to 70 "
            "years with an acute cervical spinal cord injury between C4 and C8 were invited within 3 months of their "
            "injury. People who needed a ventilator were not included.",
            "Participants chose whether they wanted to train with a resistive device for 15 minutes twice a day. All "
            "participants received usual care. Maximal inspiratory pressure was measured at the start and after 6 "
            "months. Chest infections were counted from hospital records.",
            "The study was approved by a fictional ethics committee. It was not registered.",
        ),
    ),
    (
        "Results",
        (
            "We enrolled 36 adults; 20 chose the exercises and 16 did not. Thirty-four people completed the follow-up "
            "of 6 months. Their mean age was 41 years, and 29 were men.",
            "Maximal inspiratory pressure rose by 18 cm H2O in the exercise group and by 9 cm H2O in the other group "
            "(p = 0.02). Chest infections occurred in 3 of 20 people who exercised and in 6 of 16 who did not "
            "(p = 0.14).",
            "One person stopped the exercises because of light-headedness. No other adverse events were reported.",
        ),
    ),
    (
        "Discussion",
        (
            "In this cohort, people who did breathing exercises had a larger rise of their breathing pressure than "
            "people who did not. The difference in chest infections was not statistically significant.",
            "Clinicians could offer a resistive device to people with a recent cervical injury who want to train, and "
            "should explain that its effect on infections is uncertain.",
        ),
    ),
    (
        "Limitations",
        (
            "The study has several limitations. Participants chose their group, so that people who exercised may have "
            "been healthier from the start. The number of participants was small, and all came from one centre. We do "
            "not know whether the effect lasts beyond 6 months.",
        ),
    ),
    (
        "Conclusion",
        (
            "Breathing exercises were associated with stronger breathing muscles 6 months after cervical spinal cord "
            "injury. A randomised trial is needed to find out whether they prevent chest infections.",
        ),
    ),
    ("Funding", ("This fictional study received no funding.",)),
    (
        "References",
        (
            "1. Nobody N. A fictional reference about breathing. J Fict Rehabil. 2018;2:11-19.",
            "2. Noone N. A fictional reference about devices. J Fict Rehabil. 2020;4:20-28.",
        ),
    ),
)


def main() -> None:
    """Write the PDF."""
    document = BaseDocTemplate(
        str(TARGET), pagesize=A4, title=TITLE, author="C. Sample, D. Beispiel", subject=f"doi:{DOI}", invariant=1
    )
    bottom, full = 22 * mm, _HEIGHT - 22 * mm - 22 * mm
    first = [
        Frame(_MARGIN, _HEIGHT - _TOP - 14 * mm, _WIDTH - 2 * _MARGIN, _TOP, 0, 0, 0, 0),
        *_columns(bottom, full - _TOP + 6 * mm),
    ]
    document.addPageTemplates(
        [
            PageTemplate("first", first, onPage=_running_head),
            PageTemplate("later", _columns(bottom, full), onPage=_running_head),
        ]
    )
    document.build(list(_story()))


def _columns(bottom: float, height: float) -> list[Frame]:
    return [Frame(x, bottom, _COLUMN, height, 0, 0, 0, 0) for x in (_MARGIN, _MARGIN + _COLUMN + _GAP)]


def _running_head(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_MARGIN, _HEIGHT - 12 * mm, "Journal of Fictional Rehabilitation 2026; 5: 100-103")
    canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 12 * mm, "Fictional sample: no such study was made")
    canvas.drawCentredString(_WIDTH / 2, 12 * mm, str(99 + document.page))


def _story() -> list[Flowable]:
    story: list[Flowable] = [
        NextPageTemplate("later"),
        Paragraph(TITLE, _TITLE_STYLE),
        Paragraph("Cara Sample and Dan Beispiel", _AUTHORS),
        Paragraph(f"https://doi.org/{DOI} | Published: 2 February 2026 | Licence: CC BY 4.0", _SMALL),
        Paragraph("Abstract", _HEADING),
        Paragraph(ABSTRACT, _BODY),
        FrameBreak(),
    ]
    for heading, paragraphs in SECTIONS:
        story.append(Paragraph(heading, _HEADING))
        story += [Paragraph(text, _BODY) for text in paragraphs]
    return story


if __name__ == "__main__":
    main()
