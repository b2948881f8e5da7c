"""The one canonical form of a model, and its hash: what an approval is bound to."""

import json

from pydantic import BaseModel

from pipeline.models.ids import Sha256


def canonical_json(value: BaseModel | dict[str, object]) -> str:
    """The same content always gives the same text: keys sorted, no spaces, Unicode as it is."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def content_hash(value: BaseModel | dict[str, object]) -> Sha256:
    """The SHA-256 of the canonical form.

    Lone surrogates cannot be stored as UTF-8; they are hashed as they stand (`surrogatepass`), so that a
    spoiled string still has a hash of its own.
    """
    return Sha256.of(canonical_json(value).encode("utf-8", "surrogatepass"))
