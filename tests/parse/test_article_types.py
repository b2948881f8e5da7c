import pytest

from pipeline.models.paper import ArticleType
from pipeline.parse.article_types import article_type, notice_in_title

T = ArticleType


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Corrigendum to “Standing after injury”", T.CORRECTION),
        ("Correction: Standing after injury", T.CORRECTION),
        ("Correction to: Standing after injury", T.CORRECTION),
        ("Publisher Correction: Standing after injury", T.CORRECTION),
        ("Erratum for Doe et al., “Standing”", T.CORRECTION),
        ("Retraction: Standing after injury", T.RETRACTION),
        ("RETRACTED ARTICLE: Standing after injury", T.RETRACTION),
        ("Notice of Retraction. Doe J, et al.", T.RETRACTION),
        ("Expression of concern: Standing", T.EXPRESSION_OF_CONCERN),
        ("Correction of scoliosis after spinal cord injury", None),
        ("Retraction time in ventral hernia repair", None),
        ("Corrective shoes for people who stand", None),
        ("Withdrawal of baclofen in spinal cord injury", None),
        ("Standing after injury", None),
    ],
)
def test_a_notice_announces_itself_in_its_first_words(title, kind):
    assert notice_in_title(title) is kind


def test_a_notice_wins_over_every_other_label():
    assert article_type(("research-article",), "Retraction: Standing") is T.RETRACTION
    assert article_type(("Corrigendum", "research-article"), "Standing") is T.CORRECTION


def test_a_telling_label_wins_over_research():
    assert article_type(("Study Protocol", "research-article"), "Standing") is T.PROTOCOL
    assert article_type(("Article", "research-article"), "Standing: a systematic review") is T.REVIEW


@pytest.mark.parametrize("label", ["Synopsis", "Primer", "Policy Forum", "Viewpoints", "Research Highlight", "Essay"])
def test_opinions_have_many_names(label):
    assert article_type((label, "research-article"), "On standing") is T.COMMENTARY


def test_how_reviews_should_be_reported_is_no_review():
    title = "Preferred reporting items for reviews and meta-analyses"
    assert article_type(("discussion",), title) is T.COMMENTARY
