"""Builds the client of the OpenAI SDK, without retries of its own."""

from typing import TYPE_CHECKING, Final

from pipeline.config import Settings
from pipeline.errors import SetupError

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_NO_KEY: Final = "not-needed"
"""Local servers want no key, the SDK wants one."""


def build_client(settings: Settings) -> "AsyncOpenAI":
    """A client for the configured server. Raises SetupError (`no_key`, `bad_base_url`).

    Retries are off: the one policy is in `retry`. The caller closes the client (`await client.close()`).
    """
    import httpx2  # noqa: PLC0415
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415  # 0.7 s, paid only where a model is called

    from pipeline.draft.asking.bounded import bound  # noqa: PLC0415

    key = settings.api_key.get_secret_value() if settings.api_key else ""
    if not key and settings.base_url is None:
        raise SetupError(
            "there is no key for the model",
            remedy="Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.",
            kind="no_key",
        )
    try:
        return AsyncOpenAI(
            api_key=key or _NO_KEY,
            # Named in full, so that the SDK does not look into the environment past our settings.
            base_url=settings.base_url or "https://api.openai.com/v1",
            timeout=settings.request_timeout,
            max_retries=0,
            http_client=DefaultAsyncHttpxClient(event_hooks={"response": [bound]}),
        )
    except httpx2.InvalidURL as error:
        raise SetupError(
            f"the model's server has an address that is none: {error}",
            remedy="Correct OPENAI_BASE_URL; it starts with http:// or https:// and usually ends with /v1.",
            kind="bad_base_url",
        ) from error
