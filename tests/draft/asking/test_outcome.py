import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.draft.asking.outcome import Outcome, ReplyOutcome
from pipeline.draft.asking.outcome import read_reply as read_in_form
from pipeline.draft.replies.draft import DRAFT, DraftReply
from tests.loopback import recorded
from tests.loopback.script import completion, draft_of, reply_to

TEXT = "A title\n\n" + "\n\n".join(
    f"The people in group {word} walked further at the end of the study than at its beginning."
    for word in ("one", "two", "three", "four", "five")
)


def read_reply(raw: bytes) -> ReplyOutcome[DraftReply]:
    return read_in_form(raw, DRAFT)


def answered(content: object, **changes: object) -> bytes:
    return json.dumps(completion(content, **changes)).encode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (None, Outcome.COMPLETE),
        ("no_usage", Outcome.COMPLETE),
        ("object", Outcome.COMPLETE),
        ("control", Outcome.COMPLETE),
        ("fenced", Outcome.COMPLETE),
        ("chatty", Outcome.COMPLETE),
        ("surrogates", Outcome.COMPLETE),
        ("cut", Outcome.CUT_OFF),
        ("refusal", Outcome.REFUSED),
        ("refusal_in_text", Outcome.REFUSED),
        ("filter", Outcome.FILTERED),
        ("empty", Outcome.EMPTY),
        ("not_json", Outcome.NOT_JSON),
        ("wrong_types", Outcome.WRONG_SHAPE),
        ("html", Outcome.TRANSPORT),
        ("error_in_200", Outcome.TRANSPORT),
    ],
)
def test_each_kind_of_answer_has_its_outcome(fault: str | None, outcome: Outcome):
    read = read_reply(reply_to(TEXT, fault))
    assert read.outcome is outcome
    assert (read.reply is not None) == (outcome is Outcome.COMPLETE)
    assert read.detail or read.reply is not None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": null}',
        b'{"choices": [null]}',
        b'{"choices": [{"message": null}]}',
        b'{"choices": {"0": 1}}',
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b'{"choices": [{"message": {"content": "{}"',
    ],
)
def test_what_is_no_chat_completion_is_transport(body: bytes):
    assert read_reply(body).outcome is Outcome.TRANSPORT


def test_text_in_parts_is_read_as_one():
    content = json.dumps(draft_of(TEXT))
    parts = [{"type": "text", "text": content[:50]}, {"type": "text", "text": content[50:]}]
    assert read_reply(answered(parts)).outcome is Outcome.COMPLETE


@pytest.mark.parametrize("odd", [{"type": "image_url"}, {"type": "text", "text": None}, "words", None])
def test_parts_that_are_not_all_text_are_transport(odd: object):
    parts = [{"type": "text", "text": json.dumps(draft_of(TEXT))}, odd]
    assert read_reply(answered(parts)).outcome is Outcome.TRANSPORT


def test_content_that_is_not_text_is_transport():
    assert read_reply(answered({"plain_title": "x"})).outcome is Outcome.TRANSPORT


def test_only_white_space_is_empty():
    assert read_reply(answered(" \n\t ")).outcome is Outcome.EMPTY


def test_a_fence_is_taken_off_and_told():
    read = read_reply(reply_to(TEXT, "fenced"))
    assert read.mended
    assert "Markdown fence" in read.notes[0]


def test_talk_around_the_object_is_taken_off_and_told():
    read = read_reply(reply_to(TEXT, "chatty"))
    assert read.mended
    assert "other text" in read.notes[0]


def test_thoughts_before_the_object_are_taken_off():
    content = '<think>{"plain_title": "no"}</think>' + json.dumps(draft_of(TEXT))
    read = read_reply(answered(content))
    assert read.reply is not None
    assert read.reply.plain_title == "A title"


def test_an_object_inside_a_broken_object_is_not_taken_for_the_draft():
    assert read_reply(answered('{"plain_title": "x", "study": {"design": null}')).outcome is Outcome.NOT_JSON


def test_a_wrong_type_is_named_with_its_path():
    read = read_reply(reply_to(TEXT, "wrong_types"))
    assert "limitations.0.text" in read.detail


def test_an_unknown_field_is_a_wrong_shape():
    assert read_reply(answered(json.dumps({**draft_of(TEXT), "verdict": "good"}))).outcome is Outcome.WRONG_SHAPE


def test_a_number_in_words_is_a_wrong_shape():
    draft = draft_of(TEXT)
    draft["study"]["samples"] = [{"n": "12", "unit": "people", "role": "enrolled", "quotes": []}]
    assert "study.samples.0.n" in read_reply(answered(json.dumps(draft))).detail


@pytest.mark.parametrize("escaped", [True, False])
def test_half_a_character_becomes_the_replacement_character_and_is_told(*, escaped: bool):
    content = json.dumps({**draft_of(TEXT), "plain_title": "Half \ud83d"}, ensure_ascii=escaped)
    read = read_reply(json.dumps(completion(content)).encode())
    assert read.reply is not None
    assert read.reply.plain_title == "Half \ufffd"
    assert "lone surrogates" in read.notes[0]


def test_usage_is_read_as_far_as_it_makes_sense():
    usage = {
        "prompt_tokens": 10,
        "completion_tokens": True,
        "prompt_tokens_details": {"cached_tokens": 4},
        "completion_tokens_details": None,
    }
    read = read_reply(answered("{}", usage=usage))
    assert read.usage is not None
    assert (read.usage.prompt_tokens, read.usage.cached_tokens, read.usage.completion_tokens) == (10, 4, None)


@pytest.mark.parametrize("name", [None, 7, "", "a\x1b[31m", "x" * 500])
def test_a_model_name_that_is_none_is_not_believed(name: object):
    assert read_reply(answered("{}", model=name)).model is None


@given(st.binary(max_size=300))
def test_no_body_makes_it_raise(body: bytes):
    read_reply(body)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    ["choices", "message", "content", "usage", "model", "error", "finish_reason", "refusal"]
                ),
                inner,
            )
        ),
    )
)
def test_no_json_makes_it_raise(value: object):
    read_reply(json.dumps(value).encode())
    read_reply(answered(json.dumps(value)))


@pytest.mark.parametrize("unit", ["{", '{"', "[", '{"a":', "</think>", "```", "I'm sorry ", "9", "{a"])
def test_a_megabyte_of_one_thing_is_read_quickly(unit: str):
    raw = answered(unit * (1_000_000 // len(unit)))
    started = process_time()
    read = read_reply(raw)
    assert read.reply is None
    assert process_time() - started < 1.0


def test_recorded_replies_have_the_outcome_that_their_file_name_says(shared_data: Path):
    refused = recorded.inline(shared_data, "test_completions__test_parse_pydantic_model_refusal_9.json")
    cut = recorded.inline(shared_data, "test_completions__test_parse_max_tokens_reached_8.json")
    other = recorded.inline(shared_data, "test_completions__test_parse_pydantic_model_2.json")
    assert read_reply(refused.body).outcome is Outcome.REFUSED
    assert read_reply(cut.body).outcome is Outcome.CUT_OFF
    assert read_reply(other.body).outcome is Outcome.WRONG_SHAPE
    assert read_reply(refused.body).usage is not None


def test_no_recorded_reply_is_taken_for_a_draft(shared_data: Path):
    replies = recorded.cassettes(shared_data)
    assert len(replies) > 20
    assert {name for name, reply in replies if read_reply(reply.body).reply is not None} == set()
