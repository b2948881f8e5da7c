from pathlib import Path

import jsonschema
import pytest

from evals.documents import documents
from pipeline.export.contract import json_schema
from tests import made


@pytest.mark.parametrize("path", list(documents()), ids=lambda path: path.name)
def test_a_generated_document_says_what_the_code_says(path: Path) -> None:
    assert path.read_text("utf-8") == documents()[path], "run: uv run python -m evals.documents"


def test_a_page_is_valid_against_the_published_schema() -> None:
    jsonschema.validate(made.page().model_dump(mode="json"), json_schema())


@pytest.mark.parametrize("spoiled", [{"limitation": "small"}, "[object Object]", None, ["small"]])
def test_a_limitation_of_another_form_is_not(spoiled: object) -> None:
    page = made.page().model_dump(mode="json")
    page["summary"]["limitations"][0] = spoiled
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(page, json_schema())
