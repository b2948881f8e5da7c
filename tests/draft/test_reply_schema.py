from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline.draft.reply import DraftReply, reply_schema
from tests.loopback.script import draft_of

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


def test_the_schema_uses_only_words_that_every_server_knows():
    assert {key for node in nodes(reply_schema()) for key in node} <= PORTABLE


def test_every_object_is_closed_and_every_field_required():
    for node in nodes(reply_schema()):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])


def test_the_schema_and_the_type_agree_about_a_reply():
    reply = draft_of("Title\n\n" + "The people in this study walked further than before. " * 3)
    Draft202012Validator(reply_schema()).validate(reply)
    assert DraftReply.model_validate(reply).plain_title == "Title"


@pytest.mark.parametrize("name", ["limitations", "study", "plain_title"])
def test_the_schema_refuses_a_reply_that_lacks_a_field(name: str):
    reply = draft_of("Title\n\nText")
    del reply[name]
    assert not Draft202012Validator(reply_schema()).is_valid(reply)


def test_the_schema_is_built_once():
    assert reply_schema() is reply_schema()
