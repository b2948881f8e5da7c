"""What was approved stands on the page as often as it was approved."""

import pytest

from pipeline.checks.pages.glance import glance
from pipeline.export.contract import PublishedPage
from pipeline.export.formats import FORMATS
from pipeline.export.read_back import absent_texts
from pipeline.models.claim import Claim
from pipeline.models.missing import MissingReason
from tests import made

TWICE = "Nobody came back after a year."
MEDIA_TYPES = {"html": "text/html", "md": "text/markdown"}


def _page() -> PublishedPage:
    """One sentence is a limitation, and stands in the summary of the research too."""
    claim, plain = Claim(text=TWICE, unproved=MissingReason.NOT_IN_SOURCE), made.summary()
    told = {"limitations": (*plain.limitations, claim), "research_summary": (*plain.research_summary, claim)}
    return made.page(plain.model_copy(update=told))


@pytest.mark.parametrize("file_format", MEDIA_TYPES)
@pytest.mark.parametrize("at_a_glance", [True, False])
def test_a_sentence_that_was_approved_twice_and_stands_once_is_missed(file_format: str, *, at_a_glance: bool) -> None:
    page, media_type = _page(), MEDIA_TYPES[file_format]
    whole = FORMATS[file_format].render(page, None)
    assert whole.count(TWICE.encode()) == 2
    once = whole.replace(TWICE.encode(), b"", 1)
    for data, missed in ((whole, []), (once, [TWICE])):
        seen = glance(data, media_type) if at_a_glance else None
        absent = list(absent_texts(page, data, media_type, seen.shown if seen else ()))
        assert [text for _, text in absent] == missed
        assert all("/limitations/" in place and "/research_summary/" in place for place, _ in absent)


def test_the_front_matter_of_markdown_is_no_part_of_what_readers_see() -> None:
    page = made.page()
    title = page.summary.plain_title
    head, body = FORMATS["md"].render(page, None).decode().split("\n---\n", 1)
    assert title in head
    data = f"{head}\n---\n{body.replace(title, 'A trial')}".encode()
    assert title in [text for _, text in absent_texts(page, data, "text/markdown")]
