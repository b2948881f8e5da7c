from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from pipeline.draft.asking.wire import _retry_after, refusal, told_refusal


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "2"}, 2.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "0"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "x", "retry-after": "9"}, 9.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00"}, None),
    ],
)
def test_retry_after_is_read_in_each_of_its_forms(headers: dict[str, str], seconds: float | None):
    assert _retry_after(headers) == seconds


def test_a_date_to_come_is_counted_from_now():
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert _retry_after({"retry-after": date}) == pytest.approx(30, abs=2)


VLLM = (
    "'max_tokens' or 'max_completion_tokens' is too large: 16000. This model's maximum context length is 8192 tokens "
    "and your request has 3482 input tokens (16000 > 8192 - 3482)."
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (VLLM, "output_too_long"),
        ("max_tokens is too large: 16000. This model supports at most 4096 completion tokens", "output_too_long"),
        ("Invalid max_tokens value, the valid range of max_tokens is [1, 8192]", "output_too_long"),
        ("max_tokens: 16000 > 8192, which is the maximum allowed number of output tokens", "output_too_long"),
        ("`max_completion_tokens` must be less than or equal to `8192`", "output_too_long"),
        ("the request exceeds the available context size (4096 tokens), try increasing it", "too_long"),
        ("This model's maximum context length is 8192 tokens. However, you requested 20310 tokens", "too_long"),
        ("prompt is too long: 210000 tokens", "too_long"),
        ("Unknown parameter: max_completion_tokens", "limit_refused"),
        ("body.max_completion_tokens: extra fields not permitted", "limit_refused"),
        ("Unsupported value: 'temperature' does not support 0.2 with this model.", "request_refused"),
    ],
)
def test_what_is_too_long_is_told_from_the_servers_words(said: str, kind: str):
    assert refusal(400, said, formatted=True).kind == kind


def test_remedies_for_length_name_the_settings():
    assert "max_output_tokens" in refusal(400, VLLM).remedy
    assert "context_tokens" in refusal(400, "exceeds the available context size").remedy


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ('{"message": "Insufficient credits", "code": 402}', "insufficient_quota"),
        ('{"message": "Insufficient credits", "code": "402"}', "insufficient_quota"),
        ('{"message": "No quota", "code": "insufficient_quota"}', "insufficient_quota"),
        ('{"message": "Slow down", "code": 429}', "rate_limited"),
        ('{"message": "No key", "code": 401}', "not_authorised"),
        ('{"message": "upstream provider failed", "code": 502}', None),
        ('{"message": "odd", "code": true}', None),
        ('{"message": "odd"}', None),
        ('"words"', None),
    ],
)
def test_an_error_in_an_answer_of_200_is_told_by_its_code(error: str, kind: str | None):
    told = told_refusal(f'{{"error": {error}}}'.encode())
    assert (told.kind if told else None) == kind
