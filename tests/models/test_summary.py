import json

import pytest
from pydantic import ValidationError

from pipeline.models.hashing import content_hash
from pipeline.models.summary import Summary
from tests import made


def _spoiled(**changes: object) -> str:
    return json.dumps(made.summary().model_dump(mode="json") | changes)


def test_a_summary_survives_the_way_through_json() -> None:
    assert Summary.model_validate_json(made.summary().model_dump_json()) == made.summary()


def test_an_object_cannot_stand_where_a_statement_belongs() -> None:
    with pytest.raises(ValidationError, match="limitations"):
        Summary.model_validate_json(_spoiled(limitations=[{"limitation": "small sample"}]))


def test_a_text_cannot_stand_where_a_claim_belongs() -> None:
    with pytest.raises(ValidationError, match="limitations"):
        Summary.model_validate_json(_spoiled(limitations=["[object Object]"]))


def test_the_evidence_level_cannot_be_asserted() -> None:
    level = {"rubric": "OCEBM 2011", "level": 1, "because": "I say so."}
    with pytest.raises(ValidationError, match="evidence_level is computed"):
        Summary.model_validate_json(_spoiled(evidence_level=level))


def test_what_is_empty_must_have_its_reason() -> None:
    with pytest.raises(ValidationError, match="missing must name exactly what is empty"):
        Summary.model_validate_json(_spoiled(limitations=[]))


def test_any_change_of_one_character_is_another_content() -> None:
    before = made.summary()
    after = before.model_copy(update={"plain_title": before.plain_title + " "})
    assert content_hash(before) != content_hash(after)
