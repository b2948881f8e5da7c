"""The form of a reply: what a model is asked for, as a schema that every OpenAI-compatible server can hold it to.

Nothing stands in it that some server refuses or ignores: no dict, tuple, default, discriminated union or length limit;
every field is required; what may be absent is nullable by `anyOf`; references are written out in place. Source of the
dialect: the intersection of what OpenAI's strict mode, Ollama, vLLM and llama.cpp take.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256


class ReplyPart(BaseModel):
    """A part of a reply: only its own fields, each of exactly its type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


R = TypeVar("R", bound=ReplyPart)


@dataclass(frozen=True)
class ReplyForm(Generic[R]):
    """A form by name, and the model that a reply in it is validated against."""

    name: str
    model: type[R]

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema in the portable dialect. Do not change it."""
        raw = self.model.model_json_schema()
        schema: dict[str, Any] = _plain(raw, raw.get("$defs", {}))
        return schema

    @cached_property
    def schema_text(self) -> str:
        """The schema as text, for servers that take none in `response_format`."""
        return json.dumps(self.schema, separators=(",", ":"))

    @cached_property
    def schema_hash(self) -> Sha256:
        """A hash that changes with the schema: replies to another schema are replies to another question."""
        return content_hash(self.schema)

    def whole_fields(self, value: dict[str, Any]) -> dict[str, Any]:
        """Those fields of a JSON object that are valid by themselves, as plain JSON."""
        return {name: value[name] for name in self.model.model_fields if name in value and self._fits(name, value)}

    def only(self, names: Collection[str]) -> "ReplyForm[ReplyPart]":
        """The form of a reply that holds nothing but these fields."""
        fields: dict[str, Any] = {
            name: (field.annotation, ...) for name, field in self.model.model_fields.items() if name in names
        }
        part = create_model(f"{self.model.__name__}Part", __base__=ReplyPart, **fields)
        return ReplyForm(f"{self.name}_part", part)

    def _fits(self, name: str, value: dict[str, Any]) -> bool:
        try:
            self.only((name,)).model.model_validate_json(json.dumps({name: value[name]}))
        except (ValidationError, RecursionError, ValueError):
            return False
        return True


_PROSE: Final = frozenset({"title", "description", "$defs"})


def _plain(node: Any, definitions: dict[str, Any]) -> Any:
    """A copy without references, titles and descriptions (the prompt explains the fields, once)."""
    if isinstance(node, list):
        return [_plain(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _plain(definitions[node["$ref"].rpartition("/")[2]], definitions)
    if "properties" in node:
        properties = {name: _plain(value, definitions) for name, value in node["properties"].items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {key: _plain(value, definitions) for key, value in node.items() if key not in _PROSE}
