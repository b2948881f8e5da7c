import pytest

from pipeline.models.paper import SectionKind
from pipeline.parse.headings import cued_kind, is_references, kind_under

K = SectionKind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("2. Materials and Methods", K.METHODS),
        ("MATERIALS & METHODS", K.METHODS),
        ("IV. RESULTS", K.RESULTS),
        ("Results and Discussion", K.RESULTS),
        ("Patients and methods", K.METHODS),
        ("4.3. Limitations and Strengths", K.LIMITATIONS),
        ("Strengths and limitations of this study", K.LIMITATIONS),
        ("Conclusions", K.CONCLUSION),
        ("Summary and conclusions", K.CONCLUSION),
        ("Conflict of Interests", K.CONFLICTS),
        ("Declaration of competing interest", K.CONFLICTS),
        ("Funding", K.FUNDING),
        ("Role of the funding source", K.FUNDING),
        ("Ethics approval and consent to participate", K.ETHICS),
        ("Trial registration", K.REGISTRATION),
        ("Availability of data and materials", K.DATA_AVAILABILITY),
        ("Data accessibility", K.DATA_AVAILABILITY),
        ("Author Summary", K.LAY_SUMMARY),
        ("Plain-language summary", K.LAY_SUMMARY),
        ("Abstract", K.ABSTRACT),
        ("Background", K.INTRODUCTION),
        ("Walking speed", None),
        ("Exercise limitation in heart failure", None),
        ("", None),
    ],
)
def test_the_words_of_a_heading_name_its_kind(heading, kind):
    assert cued_kind(heading) is kind


def test_a_summary_is_an_abstract_until_the_study_is_told_and_concludes_then():
    assert kind_under("Summary", None, frozenset()) is K.ABSTRACT
    assert kind_under("6. Summary", None, {K.METHODS, K.RESULTS}) is K.CONCLUSION
    assert kind_under("Abstract in French", None, {K.DISCUSSION}) is K.OTHER
    assert kind_under("Abstract", None, {K.DISCUSSION}) is K.ABSTRACT


def test_references_are_known_by_any_usual_name():
    assert all(is_references(h) for h in ("References", "6. REFERENCES", "Bibliography", "Literature cited"))
    assert not is_references("Reference values")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Patients and ethical approval", K.METHODS),
        ("2.1 Ethics statement and study population", K.METHODS),
        ("Ethics approval and consent to participate", K.ETHICS),
        ("Ethical approval", K.ETHICS),
    ],
)
def test_a_part_of_the_methods_that_tells_who_took_part_is_methods_though_it_tells_of_ethics(heading: str, kind: K):
    assert kind_under(heading, K.METHODS, frozenset()) is kind
