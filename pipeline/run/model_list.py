"""Asks a model's server which models it has: within bounds of time and size, and believing nothing that it says."""

import json
import time
from dataclasses import dataclass
from typing import Any, Final

_SECONDS: Final = 10.0
"""For the whole answer; the client's own limit is for each read of it."""
_MOST_BYTES: Final = 5_000_000


@dataclass(frozen=True)
class ModelList:
    """What a server answered: its status, and its models' names (None where the answer is no list of models)."""

    status: int
    names: tuple[str, ...] | None


def model_list(base_url: str, key: str) -> ModelList:
    """The list of a server. Raises ModelListError where nobody answers, or not to the end."""
    import httpx2  # noqa: PLC0415 - needed only where a model is configured

    try:
        return _asked(f"{base_url.rstrip('/')}/models", key)
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        raise ModelListError(error) from error


class ModelListError(Exception):
    """Nobody answers at a server's address; the cause says why."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


def _asked(url: str, key: str) -> ModelList:
    import httpx2  # noqa: PLC0415

    by, body = time.monotonic() + _SECONDS, bytearray()
    with httpx2.stream("GET", url, headers={"Authorization": f"Bearer {key}"}, timeout=_SECONDS) as reply:
        for chunk in reply.iter_bytes():
            body += chunk
            if time.monotonic() > by:
                raise ValueError(f"it had not answered to the end after {_SECONDS:g} s")
            if len(body) > _MOST_BYTES:
                raise ValueError(f"it does not come to an end: more than {_MOST_BYTES // 1_000_000} MB")
        return ModelList(reply.status_code, _names(bytes(body)))


def _names(body: bytes) -> tuple[str, ...] | None:
    listed = _decoded(body)
    models = listed.get("data") if isinstance(listed, dict) else None
    if not isinstance(models, list):
        return None
    names = (model.get("id") for model in models if isinstance(model, dict))
    return tuple(name for name in names if isinstance(name, str))


def _decoded(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
