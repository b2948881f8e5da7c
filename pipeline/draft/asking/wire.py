"""One HTTP attempt: a body goes out, the raw bytes of the answer come back, and every fault gets its name.

The only file that knows the exceptions of the OpenAI SDK.
"""

import asyncio
import math
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

from pipeline.draft.asking.call_error import CallError
from pipeline.draft.asking.request import Api
from pipeline.draft.asking.speech import FORMAT_REFUSED, LIMIT_REFUSED
from pipeline.draft.asking.spoken import error_in
from pipeline.errors import Who, said
from pipeline.retry import RETRIED

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI


PATHS: Final[dict[Api, str]] = {"chat": "/chat/completions", "responses": "/responses"}


async def post(client: "AsyncOpenAI", body: dict[str, Any], api: Api = "chat") -> bytes:
    """Send a request; the body of the answer, exactly as received. Raises CallError."""
    import httpx2  # noqa: PLC0415  # comes with the client, which exists by now

    formatted = "response_format" in body or "text" in body
    async with named_faults(client, formatted=formatted, seconds=total_seconds(client)):
        # A plain post: the typed `create` walks through every message and the schema on each call.
        response = await client.post(PATHS[api], cast_to=httpx2.Response, body=body)
        return bytes(response.content)


def total_seconds(client: "AsyncOpenAI") -> float | None:
    """What one attempt may take in all. The SDK's own limit is for each read: who sends a blank a second never ends."""
    return client.timeout if isinstance(client.timeout, int | float) else None


@asynccontextmanager
async def named_faults(
    client: "AsyncOpenAI", *, formatted: bool = False, sought: str = "", seconds: float | None = None
) -> AsyncIterator[None]:
    """Whatever the SDK raises inside becomes a CallError; `formatted` where a form of the reply was asked for.

    `sought` is what a 404 says is not there, where it is not the model; `seconds` is what all of it may take.
    """
    import httpx2  # noqa: PLC0415
    from openai import APIConnectionError, APIStatusError, APITimeoutError  # noqa: PLC0415

    from pipeline.draft.asking.bounded import EndlessAnswerError  # noqa: PLC0415

    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise _unreachable("timeout", f"the model's server had not answered to the end after {seconds:g} s") from error
    except EndlessAnswerError as error:
        raise _unreachable("transport", f"the model's server does not come to an end: {error}") from error
    except APITimeoutError as error:
        raise _unreachable("timeout", "the model's server did not answer in time") from error
    except APIConnectionError as error:
        if isinstance(error.__cause__, httpx2.UnsupportedProtocol | httpx2.InvalidURL):
            raise _bad_url(str(client.base_url)) from error
        raise _unreachable("transport", f"the connection to the model's server failed: {_cause(error)}") from error
    except APIStatusError as error:
        if error.status_code == 404 and sought:
            raise _missing(error, sought) from error
        raise _of_status(error, formatted=formatted) from error


def _unreachable(kind: str, message: str) -> CallError:
    return CallError(message, kind=kind, who=Who.PIPELINE, remedy="The next run tries again; see `layline doctor`.")


GONE: Final = "gone"
"""What was asked for by its id is not at the server, in the server's own words."""


def _missing(error: "APIStatusError", sought: str) -> CallError:
    """A 404 without words of the API is a proxy's or a wrong address's: it says nothing about what was sought."""
    spoken = isinstance(error.body, dict)
    return CallError(
        f"the model's server answered 404: it has no {sought}: {_said(error)}",
        kind=GONE if spoken else "not_found",
        remedy="Draft with `layline run`." if spoken else "Check OPENAI_BASE_URL; it usually ends with /v1.",
        status=404,
    )


def _bad_url(url: str) -> CallError:
    return CallError(
        f"{url!r} is not the address of a server",
        kind="bad_base_url",
        remedy="Correct OPENAI_BASE_URL; it starts with http:// or https:// and usually ends with /v1.",
    )


def _cause(error: Exception) -> str:
    cause = error.__cause__ or error
    return shortened(said(cause))


def _of_status(error: "APIStatusError", *, formatted: bool) -> CallError:
    wait = _retry_after(error.response.headers)
    return refusal(error.status_code, _said(error), _code(error), formatted=formatted, retry_after=wait)


def refusal(
    status: int, said: str, code: str = "", *, formatted: bool = False, retry_after: float | None = None
) -> CallError:
    """The error that a status means, in the server's own words where it has some (already made safe)."""
    kind = _special(status, said, code, formatted=formatted)
    if kind is None and status in RETRIED:
        return CallError(
            f"the model's server answered {status}: {said}",
            kind="rate_limited" if status == 429 else "transport",
            who=Who.PIPELINE,
            remedy="The next run tries again.",
            status=status,
            retry_after=retry_after,
        )
    kind = kind or _BY_STATUS.get(status, "request_refused")
    remedy = _REMEDIES[kind]
    return CallError(f"the model's server answered {status}: {said}", kind=kind, remedy=remedy, status=status)


def told_refusal(raw: bytes) -> CallError | None:
    """The refusal that the body of an answer with status 200 holds, as some gateways send them; None for anything else.

    A fault of the server (500 and above) stays what every unreadable answer is: such a body says nothing about it.
    """
    told = error_in(raw) if b'"error"' in raw else None  # nearly every body is spared a second reading
    if told is None or (isinstance(told.code, int) and not 400 <= told.code < 500):
        return None
    if isinstance(told.code, str):
        return refusal(200, shortened(told.said), told.code) if told.code in _BY_CODE else None
    return refusal(told.code, shortened(told.said))


_BY_STATUS: Final = {
    401: "not_authorised",
    402: "insufficient_quota",
    403: "not_authorised",
    404: "unknown_model",
    413: "too_long",
}
_BY_CODE: Final = {
    "insufficient_quota": "insufficient_quota",
    "billing_hard_limit_reached": "insufficient_quota",
    "context_length_exceeded": "too_long",
    "content_filter": "filtered",
    "content_policy_violation": "filtered",
    "model_not_found": "unknown_model",
}
_REMEDIES: Final = {
    "not_authorised": "Check OPENAI_API_KEY, and that it may use this model.",
    "insufficient_quota": "Top up the account, or use another key or server; then run again.",
    "unknown_model": "Check LAYLINE_MODEL and OPENAI_BASE_URL; `layline doctor` lists what the server offers.",
    "too_long": "Set context_tokens to what the model takes (a paper that does not fit is then read in parts), lower "
    "max_output_tokens, use a model with a longer context, or draft this paper with `--drafter offline`.",
    "output_too_long": "Lower max_output_tokens to what the server allows, and set context_tokens to what the model "
    "takes.",
    "filtered": "Draft this paper with another model, or with `--drafter offline`.",
    "request_refused": "Read what the server says; a setting such as the temperature may not suit this model.",
    FORMAT_REFUSED: "Use a server that takes chat completions with `response_format`, or none at all.",
    LIMIT_REFUSED: "Use a server that takes `max_completion_tokens` or `max_tokens`.",
}
_ABOUT_FORMAT: Final = re.compile(
    r"response_format|text\.format|json_schema|json_object|structured.?output|grammar", re.IGNORECASE
)


def _special(status: int, said: str, code: str, *, formatted: bool) -> str | None:
    """The kind that the server's own words decide, whatever the status."""
    if code in _BY_CODE:
        return _BY_CODE[code]
    if status in (400, 413, 422, 500) and (too_much := _too_much(said)):
        return too_much
    if formatted and status in (400, 415, 422, 500, 501) and _ABOUT_FORMAT.search(said):
        return FORMAT_REFUSED
    return LIMIT_REFUSED if status in (400, 422) and "max_completion_tokens" in said else None


_ABOUT_OUTPUT: Final = re.compile(
    r"max_(?:completion_|output_|new_)?tokens\b.{0,80}?"
    r"(?:too (?:large|high|big)|less than or equal|at most|exceed|valid range|must be (?:less|between)|maximum"
    r"|> ?\d|<= ?\d)",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT_CONTEXT: Final = re.compile(
    r"context (?:length|size|window)|context_length|(?:prompt|input|request) (?:is|are) too long"
    r"|too many (?:input )?tokens|exceeds? the (?:available|maximum|model'?s?) (?:context|number of tokens|input)",
    re.IGNORECASE,
)


def _too_much(said: str) -> str | None:
    """The kind of a refusal for length, by its words: many servers give it no code."""
    if _ABOUT_OUTPUT.search(said):
        return "output_too_long"
    return "too_long" if _ABOUT_CONTEXT.search(said) else None


def _code(error: "APIStatusError") -> str:
    body = error.body if isinstance(error.body, dict) else {}
    words = (body.get("code"), body.get("type"))
    return next((word for word in words if isinstance(word, str) and word in _BY_CODE), "")


def _said(error: "APIStatusError") -> str:
    body = error.body if isinstance(error.body, dict) else {}
    message = body.get("message")
    return shortened(message if isinstance(message, str) else error.response.text) or "nothing"


_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def shortened(text: str) -> str:
    """What a server said, on one line and without what could move a cursor."""
    bare = _CONTROLS.sub(" ", text[:2000]).strip()
    return bare if len(bare) <= 300 else bare[:299] + "…"


def _retry_after(headers: Any) -> float | None:
    """Seconds to wait, from `retry-after-ms` (OpenAI) or Retry-After (RFC 9110: seconds or a date)."""
    milliseconds, plain = headers.get("retry-after-ms"), headers.get("retry-after")
    seconds = _number(milliseconds, 1000) if milliseconds else None
    if seconds is None and plain:
        seconds = _number(plain, 1) or _until(plain)
    return seconds if seconds is not None and seconds > 0 else None


def _number(text: str, unit: int) -> float | None:
    try:
        value = float(text) / unit
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _until(date: str) -> float | None:
    try:
        then = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return None
    return (then - datetime.now(UTC)).total_seconds() if then.tzinfo else None
