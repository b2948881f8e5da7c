"""What a value may be, in words, read off its JSON Schema: `a whole number from 1 to 256`."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

Schema = Mapping[str, Any]

ALLOWED: Final = "allowed"
"""The key under which a schema says in words what a regular expression cannot."""

_FORMATS: Final = {"date": "a day, such as 2026-01-31", "date-time": "a time, such as 2026-01-31T12:00:00Z"}
_PLAIN: Final = {"boolean": "true or false", "object": "a table of names and values", "null": "nothing"}


def allowed(node: Schema, root: Schema) -> str:
    """What may stand where this part of the schema holds."""
    node = resolved(node, root)
    if ALLOWED in node:
        return str(node[ALLOWED])
    choices = [each for each in node.get("anyOf", node.get("oneOf", ())) if each.get("type") != "null"]
    if choices:
        return " or ".join(dict.fromkeys(allowed(each, root) for each in choices))
    if "enum" in node or "const" in node:
        return _one_of(node.get("enum", [node.get("const")]))
    return _of_type(node, root)


def resolved(node: Schema, root: Schema) -> Schema:
    """The part of the schema that a reference points to; what stands beside the reference wins."""
    if "$ref" not in node:
        return node
    return {**root.get("$defs", {}).get(str(node["$ref"]).rpartition("/")[2], {}), **_without_reference(node)}


def part_at(root: Schema, place: Sequence[str | int]) -> Schema | None:
    """The part of the schema that holds at a place, or None where it knows none."""
    node: Schema = resolved(root, root)
    for step in place:
        found = next(filter(None, (_step(each, step) for each in _choices(node, root))), None)
        if found is None:
            return None
        node = resolved(found, root)
    return node


def _without_reference(node: Schema) -> Schema:
    return {name: value for name, value in node.items() if name != "$ref"}


def _choices(node: Schema, root: Schema) -> list[Schema]:
    return [node, *(resolved(each, root) for each in node.get("anyOf", node.get("oneOf", ())))]


def _step(node: Schema, step: str | int) -> Schema | None:
    if isinstance(step, int):
        return node.get("items")
    more = node.get("additionalProperties")
    found: Schema | None = node.get("properties", {}).get(step)
    return found or (more if isinstance(more, Mapping) else None)


def _one_of(values: Sequence[object]) -> str:
    words = [str(value) for value in values]
    return words[0] if len(words) == 1 else f"one of {', '.join(words[:-1])} or {words[-1]}"


def _of_type(node: Schema, root: Schema) -> str:
    kind = node.get("type")
    if kind in ("integer", "number"):
        return ("a whole number" if kind == "integer" else "a number") + _range(node)
    if kind == "string":
        return _FORMATS.get(node.get("format", ""), "a text that is not empty" if node.get("minLength") else "a text")
    if kind == "array":
        return _list(node, root)
    return _PLAIN.get(str(kind), "a value")


def _list(node: Schema, root: Schema) -> str:
    items = resolved(node.get("items", {}), root)
    return 'a list, such as ["one", "two"]' if items.get("type") == "string" else "a list"


def _range(node: Schema) -> str:
    low, above, high = node.get("minimum"), node.get("exclusiveMinimum"), node.get("maximum")
    if low is not None:
        return f" from {low} to {high}" if high is not None else f" of {low} or more"
    parts = [f"above {above}"] if above is not None else []
    parts += [f"at most {high}"] if high is not None else []
    return f" {' and '.join(parts)}" if parts else ""
