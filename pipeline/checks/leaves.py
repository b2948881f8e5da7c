"""Every string in a JSON value, with its place and what kind of text it is."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeGuard

from pipeline.checks.declaration import Surface
from pipeline.checks.place import step

_CLAIMS: Final = (
    "key_messages|simple_explanation|key_findings|research_summary|practical_implications/[a-z_]+|limitations"
    "|what_this_does_not_mean|harms"
)
_ITEM: Final = re.compile(rf"/(?:{_CLAIMS})/\d+(?:/text)?|/practical_implications/\d+(?:/text)?")
_VERBATIM: Final = re.compile(
    r"/citation/.*|/study/results/\d+/numbers/\d+|.*/evidence/\d+/(?:quote|section)|/missing/.*|/drafted_by/.*"
)
_WORDS_OF_THE_SCHEMA: Final = re.compile(
    r"/schema_version|.*/evidence/\d+/match|.*/unproved|/study/(?:design|species|time_since_injury|certainty)/value"
    r"|/study/samples/\d+/(?:unit|role)|/study/results/\d+/direction|/study/(?:ais_grades|injury_levels)/\d+/value|/missing/\d+/(?:field|reason)"
    r"|/citation/(?:basis|article_type|doi|pmid|pmcid|published)|/drafted_by/kind"
)
_INDEX: Final = re.compile(r"/\d+")
_LONGEST_POINTER: Final = 300
"""Longer pointers belong to no summary."""

_Container = dict[Any, Any] | list[Any] | tuple[Any, ...]
_CONTAINERS: Final = (dict, list, tuple)
_Placed = tuple[str, str, str | _Container]
"""Its pointer, the pointer with every index as 0 (the shape, by which places are told apart), and what is there."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a JSON value: strings by surface, and lists of texts, each with its JSON pointer."""

    strings: dict[Surface, list[tuple[str, str]]]
    lists: list[tuple[str, list[str]]]


def summary_texts(value: object) -> Texts:
    """What a person wrote or reads in a summary; words of the schema are left out."""
    return _read(value, _surface)


def other_texts(value: object) -> Texts:
    """All strings of any other JSON value."""
    return _read(value, lambda _place, _shape: Surface.JSON_LEAF)


def _read(value: object, surface_of: Callable[[str, str], Surface | None]) -> Texts:
    """Walk through `value` once, keys left out, in reading order, at any depth.

    In a value of models, enumerations and identifiers are strings of types of their own; they are left out.
    """
    strings: defaultdict[Surface, list[tuple[str, str]]] = defaultdict(list)
    lists: list[tuple[str, list[str]]] = []
    walk = [iter(_kept("", "", [("", value)]))]
    while walk:
        for place, shape, item in walk[-1]:
            if isinstance(item, str):
                if surface := surface_of(place, shape):
                    strings[surface].append((place, item))
                continue
            if len(item) > 1 and not isinstance(item, dict) and (texts := _texts_of(item)):
                lists.append((place, texts))
            walk.append(iter(_children(place, shape, item)))
            break
        else:
            walk.pop()
    return Texts(dict(strings), lists)


def _children(place: str, shape: str, item: _Container) -> list[_Placed]:
    # Pointers stop growing where no summary reaches: deep nesting must not cost copies without end.
    prefix = place if len(place) <= _LONGEST_POINTER else place[:_LONGEST_POINTER] + "…"
    if isinstance(item, dict):
        return _kept(prefix, shape[:_LONGEST_POINTER], [(step(str(key)), child) for key, child in item.items()])
    shape = shape[:_LONGEST_POINTER] + "/0"
    return [(f"{prefix}/{index}", shape, child) for index, child in enumerate(item) if _is_read(child)]


def _kept(prefix: str, shape: str, steps: Iterable[tuple[str, object]]) -> list[_Placed]:
    return [(prefix + part, shape + part, child) for part, child in steps if _is_read(child)]


def _is_read(item: object) -> TypeGuard[str | _Container]:
    return type(item) is str or isinstance(item, _CONTAINERS)


def _texts_of(items: Sequence[object]) -> list[str] | None:
    """The texts of a list of texts or claims; None where it holds anything else."""
    texts = [text for item in items if isinstance(text := item.get("text") if isinstance(item, dict) else item, str)]
    return texts if len(texts) == len(items) else None


def _surface(place: str, shape: str) -> Surface | None:
    if len(place) > _LONGEST_POINTER:
        return _surface_of_shape(_INDEX.sub("/0", place[:_LONGEST_POINTER]))
    return _surface_of_shape(shape)


@lru_cache(maxsize=1024)
def _surface_of_shape(place: str) -> Surface | None:
    """The surface of a pointer, in which indexes may all be 0; None for a word of the schema."""
    if _WORDS_OF_THE_SCHEMA.fullmatch(place):
        return None
    if _ITEM.fullmatch(place):
        return Surface.ITEM
    return Surface.VERBATIM if _VERBATIM.fullmatch(place) else Surface.FIELD
