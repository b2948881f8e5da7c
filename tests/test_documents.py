from pathlib import Path

import jsonschema
import pytest

from evals.documents import documents
from pipeline.export.contract import Approval, PublishedPage, PublishedProvenance, PublishedStatus, json_schema
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256
from pipeline.models.licence_class import LicenceClass
from tests import made


@pytest.mark.parametrize("path", list(documents()), ids=lambda path: path.name)
def test_a_generated_document_says_what_the_code_says(path: Path) -> None:
    assert path.read_text("utf-8") == documents()[path], "run: uv run python -m evals.documents"


def _page() -> PublishedPage:
    return PublishedPage(
        schema_version="1.0",
        id="10.5555/layline.sample.0001",
        name="10.5555_layline.sample.0001",
        summary=made.summary(),
        status=PublishedStatus(notices=(), is_preprint=False, checked_at=None),
        licence_class=LicenceClass.OPEN,
        provenance=PublishedProvenance(
            author="offline", prompt_name=None, prompt_version=None, drafted_at="2026-03-01T12:00:00+00:00",
            source_sha256=Sha256.of(b"x"), notes=(),
        ),
        approval=Approval(
            approved_by=("Ada",), approved_at="2026-03-01T12:00:00+00:00", content_hash=content_hash(made.summary())
        ),
        waived=(),
    )  # fmt: skip


def test_a_page_is_valid_against_the_published_schema() -> None:
    jsonschema.validate(_page().model_dump(mode="json"), json_schema())


@pytest.mark.parametrize("spoiled", [{"limitation": "small"}, "[object Object]", None, ["small"]])
def test_a_limitation_of_another_form_is_not(spoiled: object) -> None:
    page = _page().model_dump(mode="json")
    page["summary"]["limitations"][0] = spoiled
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(page, json_schema())
