"""Each page tells how hard it is to read, by the measure that its reviewers saw."""

import pytest

from pipeline.checks.runner.summaries import grade_of
from pipeline.export.formats import FORMATS
from pipeline.export.reading import reading_level_of
from pipeline.models.claim import Claim
from pipeline.models.missing import MissingReason
from pipeline.models.summary import Summary, claims
from pipeline.text.reading_level import reading_level
from tests import made


def _saying(*texts: str) -> Summary:
    told = tuple(Claim(text=text, unproved=MissingReason.NOT_IN_SOURCE) for text in texts)
    empty = dict.fromkeys(("key_messages", "key_findings", "research_summary", "limitations", "harms"), ())
    none = dict.fromkeys(type(made.summary().practical_implications).model_fields, ())
    implications = made.summary().practical_implications.model_copy(update=none)
    changed = {"simple_explanation": told, "what_this_does_not_mean": (), "practical_implications": implications}
    return made.summary().model_copy(update=empty | changed)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The team saw how people sleep, and most of them slept well.", "about school grade 3 (age 8 to 9)"),
        ("We gave it to them.", "about school grade 1 (age 6 to 7)"),
        (
            "Multidisciplinary rehabilitation demonstrated heterogeneous effectiveness regarding ambulation.",
            "above school, as hard as texts for university students",
        ),
    ],
)
def test_the_grade_is_told_with_the_age_of_a_reader(sentence: str, told: str) -> None:
    level = reading_level_of(grade_of(_saying(*[sentence] * 12)))
    assert level
    assert level.told == told


def test_a_page_that_is_too_short_has_no_level_and_says_nothing_of_it() -> None:
    assert reading_level_of(grade_of(_saying("It is short."))) is None
    short = made.page().model_copy(update={"reading_level": None})
    for form in FORMATS.values():
        assert b"Reading level" not in form.render(short, None)


def test_the_level_is_that_of_all_statements_and_stands_on_the_page_and_in_its_data() -> None:
    page = made.page()
    assert page.reading_level
    statements = [claim.text for _, claim in claims(page.summary)]
    assert page.reading_level.grade == pytest.approx(reading_level(statements).grade, abs=0.05)
    told = page.reading_level.told
    assert f"Reading level: {told}." in FORMATS["html"].render(page, None).decode()
    assert f"reading_grade: {page.reading_level.grade}" in FORMATS["md"].render(page, None).decode()
    assert f'"grade": {page.reading_level.grade}' in FORMATS["json"].render(page, None).decode()
