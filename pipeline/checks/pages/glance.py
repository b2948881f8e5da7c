"""The texts of a page without their places: what `read_page` reads of HTML and JSON, in a fraction of its time.

Nearly every page is sound, and of a sound page nobody asks on which line a text stands. What is written in any way
that is not plain (a comment, code, an attribute without quotes, a tag that is left open) is left to the whole reader.
"""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final, NoReturn

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.decoding import decoded
from pipeline.checks.pages.html import (
    ADDRESSES,
    CODE,
    INLINE,
    RAW,
    READ_ATTRIBUTES,
    REFERENCE,
    is_read_meta,
)
from pipeline.checks.summary_shape import part_that_is_a_summary

_TAG: Final = re.compile(r"(</?[a-zA-Z][a-zA-Z0-9]{0,30}(?:\s++[a-zA-Z][a-zA-Z:-]*+(?:=\"[^\"<]*+\")?+)*+\s*+>)")
"""A tag as nearly all are written; what it does not match keeps its `<`."""
_NAME: Final = re.compile(r"</?([a-zA-Z0-9]+)")
_ATTRIBUTE: Final = re.compile(r"([a-zA-Z][a-zA-Z:-]*+)=\"([^\"<]*+)\"")
Texts = Mapping[Surface, Sequence[str]]
_Found = defaultdict[Surface, list[str]]


class _Kind(Enum):
    """What a tag does to the text around it."""

    WITHIN = auto()
    """It stands within a block: the text goes on."""
    BOUND = auto()
    """A block ends here, and another begins."""
    BREAK = auto()
    """A line ends here."""
    TOLD = auto()
    """It has attributes that are read, or begins what is not text."""
    ODD = auto()
    """It is left to the whole reader."""


_BOUND: Final = _Kind.BOUND
_WITHIN: Final = _Kind.WITHIN


class _NotPlainError(Exception):
    """The page is not as plain as it has to be."""


@dataclass(frozen=True, slots=True)
class Glance:
    """Every text of a page by surface, and those that stand in its body as blocks of their own."""

    texts: Texts
    shown: Sequence[str] = ()


def glance(data: bytes, media_type: str) -> Glance | None:
    """What stands on a page that Layline rendered; None where the whole reader has to read it."""
    kind, _, parameters = media_type.partition(";")
    if kind not in ("text/html", "application/json"):
        return None
    page, faults = decoded(data, parameters, html=kind == "text/html")
    try:
        seen = _of_html(page) if kind == "text/html" else Glance({Surface.JSON_LEAF: _of_json(page)})
    except (_NotPlainError, RecursionError):
        return None
    return seen if not faults and _says_something(seen.texts) else None


def _says_something(texts: Texts) -> bool:
    told = (text for surface, found in texts.items() if surface is not Surface.CODE for text in found)
    return any(text and not text.isspace() for text in told)


def _of_html(page: str) -> Glance:
    if "<!--" in page or _OPEN_TITLE.search(page):
        raise _NotPlainError
    head, body, rest = page.partition("<body")
    told: _Found = defaultdict(list)
    above = _blocks(_TAG.split(_without_doctype(head)), told)
    shown = _blocks(_TAG.split(body + rest), told)
    return Glance({**told, Surface.PAGE: [*above, *shown, *told[Surface.PAGE]]}, shown)


_OPEN_TITLE: Final = re.compile(r"<title\b[^<>]*+>(?![^<]*+</title\s*+>)", re.IGNORECASE)
"""A title that is not closed at once takes in all tags behind it, and a browser shows nothing of them."""


def _without_doctype(page: str) -> str:
    """The page behind its first line, which says what it is."""
    first = "<!doctype html>"
    return page[len(first) :] if page[: len(first)].lower() == first else page


def _blocks(parts: Iterable[str], told: _Found) -> list[str]:
    """`parts` are texts and tags by turns; what is not the text of a block is added to `told`.

    One loop, in which every step counts: it goes over every page of a site.
    """
    blocks: list[str] = []
    current, walk = "", iter(parts)
    for text in walk:
        if "<" in text:
            raise _NotPlainError
        if "&" in text:
            text = REFERENCE.sub(_meant, text)  # noqa: PLW2901
        tag = next(walk, "")
        kind = _KNOWN.get(tag) or _kind_of(tag)
        if kind is _BOUND:
            text = current + text  # noqa: PLW2901
            if text and not text.isspace():
                blocks.append(text)
            current = ""
        elif kind is _WITHIN:
            current += text
        else:
            current = _further(walk, blocks, told, (tag, kind), current + text)
    return blocks


def _further(walk: Iterator[str], blocks: list[str], told: _Found, rare: tuple[str, _Kind], current: str) -> str:
    """What a rarer tag does; gives the text that is still open behind it."""
    tag, kind = rare
    if kind is _Kind.ODD:
        raise _NotPlainError
    if kind is _Kind.BREAK:
        return current + "\n"
    name = _add_attributes(told, tag)
    if name in INLINE:
        return current
    if name in RAW:
        _skip(walk, name, tag, told)
    if current and not current.isspace():
        blocks.append(current)
    return ""


def _meant(reference: re.Match[str]) -> str:
    return html.unescape(reference.group())


def _kind_of(tag: str) -> _Kind:
    """The same tags come again and again, on every page of a site, and are looked at once."""
    if len(_KNOWN) > _MOST:
        _KNOWN.clear()
    kind = _KNOWN.get(tag) or _new_kind(tag)
    if len(tag) <= _SHORT:
        _KNOWN[tag] = kind
    return kind


_KNOWN: Final[dict[str, _Kind]] = {}
_SHORT: Final = 100
"""Characters; longer tags hardly ever stand on two pages."""
_MOST: Final = 2_000


def _new_kind(tag: str) -> _Kind:
    name, is_end, names = _name_of(tag), tag[1:2] == "/", set(_attributes(tag))
    if name in CODE:
        return _Kind.ODD
    if name == "br":
        return _Kind.ODD if names else _Kind.BREAK
    if not is_end and (name in RAW or names & (READ_ATTRIBUTES | ADDRESSES) or (name == "meta" and "content" in names)):
        return _Kind.TOLD
    return _WITHIN if name in INLINE else _BOUND


def _name_of(tag: str) -> str:
    found = _NAME.match(tag)
    return found.group(1).lower() if found else ""


def _add_attributes(texts: _Found, tag: str) -> str:
    """Adds the texts in the attributes of a tag, and gives its name."""
    name, told = _told_in(tag) if len(tag) <= _SHORT else _told_in.__wrapped__(tag)
    for surface, text in told:
        texts[surface].append(text)
    return name


@lru_cache(maxsize=_MOST)
def _told_in(tag: str) -> tuple[str, tuple[tuple[Surface, str], ...]]:
    """The name of a tag, and the texts in its attributes."""
    name, attributes = _name_of(tag), _attributes(tag)
    is_read = name == "meta" and is_read_meta(attributes)
    found = []
    for key, value in attributes.items():
        text = REFERENCE.sub(_meant, value) if "&" in value else value
        if not text or text.isspace():
            continue
        if key in READ_ATTRIBUTES or (key == "content" and is_read):
            found.append((Surface.PAGE, text))
        elif key in ADDRESSES:
            found.append((Surface.CODE, text))
    return name, tuple(found)


def _attributes(tag: str) -> dict[str, str]:
    """The first of two equal attributes counts."""
    found: dict[str, str] = {}
    for key, value in _ATTRIBUTE.findall(tag):
        found.setdefault(key.lower(), value)
    return found


def _skip(walk: Iterator[str], name: str, tag: str, texts: _Found) -> None:
    """Go on behind a script or style; linked data is read."""
    inside, closer = [], f"</{name}"
    for text in walk:
        end = next(walk, "")
        if closer in text.lower() or not end:  # closed in a way that is not plain, or never
            raise _NotPlainError
        inside.append(text)
        if end.lower().startswith(closer):
            break
        inside.append(end)
    if name == "script" and _attributes(tag).get("type", "").strip().lower() == "application/ld+json":
        texts[Surface.JSON_LEAF] += (text for text in _of_json("".join(inside)) if text and not text.isspace())


def _of_json(text: str) -> list[str]:
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse)
    except ValueError as error:
        raise _NotPlainError from error
    if part_that_is_a_summary(value)[1] is not None:
        raise _NotPlainError
    leaves: list[str] = []
    _add_leaves(value, leaves)
    return leaves


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):  # a name that stands twice: the whole reader reads both values
        raise _NotPlainError
    return found


def _refuse(constant: str) -> NoReturn:
    raise _NotPlainError(constant)


def _add_leaves(value: object, leaves: list[str]) -> None:
    """Every text in its order. Into a list: an index of many pages holds a million."""
    if isinstance(value, str):
        leaves.append(value)
    elif isinstance(value, dict):
        for child in value.values():
            _add_leaves(child, leaves)
    elif isinstance(value, list):
        if all(isinstance(child, str) for child in value):
            leaves += value
        else:
            for child in value:
                _add_leaves(child, leaves)
