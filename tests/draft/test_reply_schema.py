from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline.draft.asking.form import ReplyForm
from pipeline.draft.replies.draft import DRAFT, DraftReply
from pipeline.draft.replies.facts import FACTS
from pipeline.draft.replies.repair import REPAIR
from pipeline.draft.replies.verdict import VERDICT
from pipeline.draft.replies.writing import WRITING
from tests.loopback.script import draft_of, facts_of

FORMS = pytest.mark.parametrize("form", [DRAFT, FACTS, WRITING, REPAIR, VERDICT], ids=lambda form: form.name)
PORTABLE = {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"}


def nodes(node: Any, *, names: bool = False) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if not names:
            yield node
        for key, value in node.items():
            yield from nodes(value, names=key == "properties" and not names)
    elif isinstance(node, list):
        for item in node:
            yield from nodes(item)


@FORMS
def test_the_schema_uses_only_words_that_every_server_knows(form: ReplyForm[Any]):
    assert {key for node in nodes(form.schema) for key in node} <= PORTABLE


@FORMS
def test_every_object_is_closed_and_every_field_required(form: ReplyForm[Any]):
    for node in nodes(form.schema):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])


def test_the_schema_and_the_type_agree_about_a_reply():
    reply = draft_of("Title\n\n" + "The people in this study walked further than before. " * 3)
    Draft202012Validator(DRAFT.schema).validate(reply)
    assert DraftReply.model_validate(reply).plain_title == "Title"


@pytest.mark.parametrize("name", ["limitations", "study", "plain_title"])
def test_the_schema_refuses_a_reply_that_lacks_a_field(name: str):
    reply = draft_of("Title\n\nText")
    del reply[name]
    assert not Draft202012Validator(DRAFT.schema).is_valid(reply)


def test_the_schema_is_built_once():
    assert DRAFT.schema is DRAFT.schema


def test_what_is_sound_in_a_spoiled_reply_is_kept_field_by_field():
    reply = facts_of("Title\n\n" + "The people in this study walked further than before. " * 3)
    assert FACTS.whole_fields(reply | {"claims": [{"text": {}}], "extra": 1}) == {"study": reply["study"]}


def test_a_part_of_a_form_asks_for_nothing_but_its_fields():
    part = FACTS.only(["claims"])
    assert list(part.schema["properties"]) == ["claims"]
    assert part.schema["properties"]["claims"] == FACTS.schema["properties"]["claims"]
