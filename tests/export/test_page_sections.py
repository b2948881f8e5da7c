"""Everything that a reader of a page is promised stands on it, under its heading."""

from selectolax.lexbor import LexborHTMLParser

from pipeline.export.markdown_format import render_markdown
from pipeline.export.site.frame import Frame
from pipeline.export.site.paper_page import paper_page
from pipeline.models.claim import Claim
from pipeline.models.missing import MissingReason
from pipeline.models.notice import Notice, NoticeKind
from tests import made

FRAME = Frame("A Site", "https://layline.example", None, feedback_url="https://forms.example/f")
HEADINGS = [
    *("Key Messages", "Simple Explanation", "About the Study", "Key Findings", "Research Summary"),
    *("Practical Implications", "Study Limitations", "What This Does Not Mean", "Harms and Side Effects"),
    *("Words Explained", "About This Page", "Your Feedback", "More on These Subjects"),
]


def _page() -> LexborHTMLParser:
    caution = Claim(text="It does not show that standing helps everyone.", unproved=MissingReason.NOT_APPLICABLE)
    page = made.page(made.summary().model_copy(update={"what_this_does_not_mean": (caution,)}))
    retracted = (Notice(kind=NoticeKind.RETRACTION, date="2026-05-01"),)
    status = page.status.model_copy(update={"notices": retracted})
    return LexborHTMLParser(paper_page(page.model_copy(update={"status": status}), FRAME).data.decode())


def test_every_part_has_its_heading_in_the_order_of_the_page() -> None:
    assert [heading.text() for heading in _page().css("main h2")] == HEADINGS
    audiences = ["Clinical Practice", "Policy Making", "Future Research", "People Living with Spinal Cord Injury"]
    assert [heading.text() for heading in _page().css("main h3")] == audiences


def test_the_facts_that_a_reader_looks_for_stand_on_the_page() -> None:
    page = _page()
    text = " ".join(page.css("main")[0].text().split())
    for told in (
        "Journal of Fictional Rehabilitation, 2026 · DOI: 10.5555/layline.sample.0001 · Published: 14 March 2026",
        "Spasticity",
        "The paper behind this page was retracted on 1 May 2026. Do not rely on what it says.",
        "Approved by Ada on 1 March 2026.",
        "This page rests on the full text of the paper.",
        "Level 2 of 5, where 1 is the strongest (OCEBM 2011). This was a trial in which chance decided who got what.",
        "Reading level: about school grade",
        "Licence of the paper: CC BY 4.0",
        "By Ada Example, Ben Muster.",
        "not medical advice",
    ):
        assert told in text, told
    labels = [label.text() for label in page.css("dt")]
    assert labels[:3] == ["Kind of Study", "Study Duration", "Participants"]


def test_who_paid_whom_it_was_tried_on_and_where_it_is_registered_stand_on_the_page() -> None:
    terms = {term.text(): term.next.text() if term.next else "" for term in _page().css("dt")}
    page = made.page(made.summary())
    markdown = render_markdown(page).decode()
    for label, told in {
        "AIS Grade": "A; B; C",
        "Level of Injury": "the neck (cervical); the upper and middle back (thoracic)",
        "Time Since Injury": "long after the injury (chronic)",
        "Registration": "NCT00000000",
        "Funding": "This fictional trial was funded by the Imaginary Foundation for",
        "Conflicts of Interest": "",
    }.items():
        assert " ".join(terms[label].split()).startswith(told), label
        assert f"- **{label}:** {told}" in markdown


def test_a_retraction_stands_above_everything_that_the_page_tells() -> None:
    first, *_ = _page().css("main article .notice")
    assert "retracted" in first.text()
