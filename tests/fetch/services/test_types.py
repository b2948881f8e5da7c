"""What titles and types say, and what they only seem to say."""

import pytest

from pipeline.fetch.services.languages import language_code
from pipeline.fetch.services.medline import link_kind, reference_date, reference_doi
from pipeline.fetch.services.types import kind_by_title, marked, notice_kind, type_by_title, type_of_medline
from pipeline.models.notice import NoticeKind
from pipeline.models.paper import ArticleType


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Retraction: Ileal hyperplasia in children", ArticleType.RETRACTION),
        ("Retraction—Ileal hyperplasia in children", ArticleType.RETRACTION),
        ("Retraction Note: Gait training", ArticleType.RETRACTION),
        ("Retraction note to: Gait training", ArticleType.RETRACTION),
        ("Retraction of “Gait training”", ArticleType.RETRACTION),
        ("Expression of Concern: Gait training", ArticleType.EXPRESSION_OF_CONCERN),
        ("Author Correction: Gait training", ArticleType.CORRECTION),
        ("Correction to: Gait training", ArticleType.CORRECTION),
        ("Corrigendum to “Gait training”", ArticleType.CORRECTION),
        ("Erratum", ArticleType.CORRECTION),
        ("Correction for Smith et al., Gait training", ArticleType.CORRECTION),
        ("Retraction of the spinal cord during surgery", None),
        ("Retraction-induced injury of the spinal cord", None),
        ("Withdrawal of baclofen in spinal cord injury: a trial", None),
        ("Withdrawal-associated spasticity", None),
        ("Correction of scoliosis in children", None),
        ("Corrections officers and pain", None),
    ],
)
def test_a_notice_is_told_from_an_article_about_retracting_something(title: str, kind: ArticleType | None) -> None:
    assert type_by_title(title) is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("RETRACTED: Gait training", NoticeKind.RETRACTION),
        ("[Retracted] Gait training", NoticeKind.RETRACTION),
        ("RETRACTED ARTICLE: Gait training", NoticeKind.RETRACTION),
        ("WITHDRAWN: Gait training", NoticeKind.WITHDRAWAL),
        ("TEMPORARY REMOVAL: Gait training", NoticeKind.REMOVAL),
        ("Removed teeth and pain", None),
        ("Retracted-view endoscopy", None),
    ],
)
def test_a_mark_before_a_title_is_a_notice(title: str, kind: NoticeKind | None) -> None:
    assert marked(title) is kind


def test_a_title_may_name_its_own_kind() -> None:
    assert kind_by_title("Gait training: a systematic review") is ArticleType.REVIEW
    assert kind_by_title("Gait training: study protocol for a trial") is ArticleType.PROTOCOL
    assert kind_by_title("Gait training") is None


def test_updates_are_compared_whatever_parts_their_words() -> None:
    assert notice_kind("expression-of_Concern") is NoticeKind.EXPRESSION_OF_CONCERN
    assert notice_kind("partial_retraction") is NoticeKind.PARTIAL_RETRACTION
    assert notice_kind("new_version") is None
    assert notice_kind("something new") is None


def test_a_retracted_publication_is_an_article_and_the_retraction_is_none() -> None:
    assert type_of_medline(["Journal Article", "Retracted Publication"]) is ArticleType.RESEARCH
    assert type_of_medline(["Retraction of Publication"]) is ArticleType.RETRACTION
    assert type_of_medline([]) is None


def test_links_of_medline_are_read_with_their_references() -> None:
    reference = "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4."
    assert link_kind("Retraction in") is link_kind("RetractionIn") is NoticeKind.RETRACTION
    assert link_kind("Retraction of") is link_kind("Erratum for") is link_kind("Comment in") is None
    assert reference_date(reference) == "2010-02-06"
    assert reference_doi(reference) == "10.1016/s0140-6736(10)60175-4"
    assert reference_date("PLoS One. 2012;7(3)") == "2012"


def test_languages_are_told_in_two_letters() -> None:
    assert [language_code(word) for word in ("eng", "en-GB", "EN", "und", "x1", None)] == ["en", "en", "en"] + [
        None
    ] * 3
