"""The published contract as TypeScript types, made from its JSON Schemas: an object cannot pass for text."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

_INDENT: Final = "  "
_PLAIN: Final = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}

Schema = Mapping[str, Any]


def typescript(schemas: Mapping[str, Schema]) -> str:
    """One declaration for each schema (by the name of its type) and each definition in them.

    Raises ValueError for a schema that has no TypeScript type here, so that nothing becomes `any` unseen.
    """
    types: dict[str, Schema] = {}
    for name, schema in schemas.items():
        types |= {**schema.get("$defs", {}), name: schema}
    head = "// Generated from Layline's JSON Schemas by `layline schema --typescript`. Do not edit.\n"
    return "\n".join([head, *(_declaration(name, schema) for name, schema in sorted(types.items()))])


def _declaration(name: str, schema: Schema) -> str:
    told = _comment(schema, "")
    if schema.get("type") != "object":
        return f"{told}export type {name} = {_type_of(schema)};\n"
    fields = "".join(_fields(schema))
    return f"{told}export interface {name} {{\n{fields}}}\n"


def _fields(schema: Schema) -> Iterator[str]:
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        mark = "" if name in required else "?"
        yield f"{_comment(field, _INDENT)}{_INDENT}readonly {name}{mark}: {_type_of(field)};\n"


def _type_of(schema: Schema) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(_type_of(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"ReadonlyArray<{_type_of(schema['items'])}>"
    if schema.get("type") in _PLAIN:
        return _PLAIN[schema["type"]]
    raise ValueError(f"no TypeScript type is known for the schema {schema!r}")


def _comment(schema: Schema, indent: str) -> str:
    text = " ".join(str(schema.get("description", "")).replace("*/", "* /").split())
    return f"{indent}/** {text} */\n" if text else ""
