"""Letters and brief reports that have neither an abstract nor headings that tell."""

import pytest

from pipeline.draft.offline import draft_offline
from pipeline.errors import DraftError
from pipeline.models.claim import Claim
from pipeline.models.paper import ArticleType, Basis, Metadata, Paper
from pipeline.models.paper_builder import PaperBuilder

REPORT = (
    (
        "We studied arm cycling in 24 adults with a spinal cord injury. Fatigue fell from 5.1 to 4.0 points after two"
        " months. There was no control group."
    ),
    "We conclude that arm cycling should be tried in a larger group.",
)
COMMENT = (
    "To the Editor:",
    (
        "We read with interest the report by Zhou and co-workers, in which 28 people walked again with a frame."
        " The cells were given once. We think this conclusion is premature. There was no control group."
    ),
    "Until a trial has been done, patients should be told that no cells are known to help.",
)


def bare(paragraphs: tuple[str, ...], kind: ArticleType = ArticleType.RESEARCH) -> Paper:
    builder = PaperBuilder()
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    about = Metadata(title="Arm cycling at home", article_type=kind)
    return builder.build(about, basis=Basis.FULL_TEXT, parser="test", parser_version="1")


def told(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.text for claim in claims]


def test_a_brief_report_is_drafted_from_its_body():
    page = draft_offline(bare(REPORT))
    assert "We conclude that arm cycling should be tried in a larger group." in told(page.key_messages)
    assert told(page.key_findings) == ["Fatigue fell from 5.1 to 4.0 points after two months."]
    assert told(page.limitations) == ["There was no control group."]


def test_of_a_comment_on_another_study_the_conclusion_alone_is_its_own():
    page = draft_offline(bare(COMMENT, ArticleType.COMMENTARY))
    assert told(page.key_messages) == [COMMENT[-1]]
    assert (page.key_findings, page.limitations) == ((), ())


@pytest.mark.parametrize("kind", [ArticleType.CORRECTION, ArticleType.RETRACTION, ArticleType.EXPRESSION_OF_CONCERN])
def test_a_notice_is_not_drafted_from(kind: ArticleType):
    with pytest.raises(DraftError):
        draft_offline(bare(REPORT, kind))
