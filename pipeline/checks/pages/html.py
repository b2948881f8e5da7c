"""HTML as blocks: visible text, the title, texts in attributes, and JSON-LD; scripts and styles left out.

A reader of its own, because every character's line in the file has to be known and hostile pages must stay cheap:
each character is looked at a bounded number of times, whatever is left open.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.block import Block, Lines, Page, PageFault, as_heading
from pipeline.checks.pages.json_text import json_page
from pipeline.models.finding import Severity

_MARKUP: Final = re.compile(r"<(?:!--|[!?]|(/?)([a-zA-Z][^\s/>]{0,60})(>)?)")
_SPACE: Final = re.compile(r"[\s/]*+")
_NAME: Final = re.compile(r"[^\s=>/][^\s=>/]*+")
_EQUALS: Final = re.compile(r"\s*+=\s*+")
_UNQUOTED: Final = re.compile(r"[^\s>]*+")
REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")

INLINE: Final = frozenset(
    str.split(
        "a abbr acronym b bdi bdo big button cite data del dfn em font i ins label mark nobr q s small span strong sub"
        " sup time tt u var wbr img"
    )
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CODE: Final = frozenset({"code", "pre", "kbd", "samp", "textarea"})
RAW: Final = frozenset({"script", "style", "template"})
READ_ATTRIBUTES: Final = frozenset({"alt", "title", "aria-label", "aria-description", "placeholder", "label"})
ADDRESSES: Final = frozenset({"href", "src", "action"})
_UNREAD_META: Final = frozenset({"viewport", "theme-color", "robots", "generator", "referrer"})

Piece = tuple[str, int]
_NONE: Final[dict[str, Piece]] = {}


@dataclass
class _Reader:
    """Where the reading stands; what is collected for the block that is open."""

    text: str
    surface: Surface
    lines: Lines
    at: int = 0
    code_depth: int = 0
    quote_depth: int = 0
    prose: list[Piece] = field(default_factory=list)
    code: list[Piece] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    faults: list[PageFault] = field(default_factory=list)
    heading: str = ""
    in_heading: bool = False
    absent: set[str] = field(default_factory=set)
    """What is known not to come any more, so that it is not looked for again and again."""

    def find(self, needle: str, start: int) -> int:
        if needle in self.absent:
            return -1
        found = self.text.find(needle, start)
        if found < 0:
            self.absent.add(needle)
        return found


def html_page(text: str, surface: Surface, lines: Lines) -> Page:
    """The blocks of an HTML page."""
    reader = _Reader(text, surface, lines)
    _read(reader)
    return Page(tuple(block for block in reader.blocks if block.text.strip()), tuple(reader.faults))


def _read(reader: _Reader) -> None:
    search, text = _MARKUP.search, reader.text
    while markup := search(text, reader.at):
        _add_text(reader, reader.at, markup.start())
        reader.at = markup.end()
        if markup.group(2):
            _tag(reader, markup)
        else:
            _skip(reader, "-->" if markup.group() == "<!--" else ">")
    _add_text(reader, reader.at, len(text))
    _flush(reader)


def _skip(reader: _Reader, closer: str) -> None:
    end = reader.find(closer, reader.at)
    if end >= 0:
        reader.at = end + len(closer)


def _tag(reader: _Reader, markup: re.Match[str]) -> None:
    end, name, closed = markup.groups()
    name, is_end = name.lower(), bool(end)
    attributes = _NONE if closed else _attributes(reader)
    if attributes is None:  # never closed: what looked like a tag is text
        _add_text(reader, markup.start(), markup.end())
        return
    if name in CODE:
        reader.code_depth = max(0, reader.code_depth + (-1 if is_end else 1))
    if name == "br":
        reader.prose.append(("\n", markup.start()))
    elif name not in INLINE and name not in CODE - {"pre", "textarea"}:
        _flush(reader)
        reader.in_heading = name in _HEADINGS and not is_end
    if name == "blockquote":
        reader.quote_depth = max(0, reader.quote_depth + (-1 if is_end else 1))
    if not is_end:
        reader.blocks += _texts_of(reader, name, attributes) if attributes else ()
        if name in RAW:
            _raw(reader, name, attributes)


def _attributes(reader: _Reader) -> dict[str, Piece] | None:
    """Read up to the tag's end; None where it has none. The first of two equal attributes counts."""
    text = reader.text
    found: dict[str, Piece] = {}
    at = reader.at
    if reader.find(">", at) < 0:
        return None
    while at < len(text):
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if text[at : at + 1] == ">":
            reader.at = at + 1
            return found
        name = _NAME.match(text, at)
        at = name.end() if name else at + 1
        if name and (equals := _EQUALS.match(text, at)):
            value, origin, at = _value(reader, equals.end())
            found.setdefault(name.group().lower(), (value, origin))
    reader.absent.add(">")
    return None


def _value(reader: _Reader, at: int) -> tuple[str, int, int]:
    quote = reader.text[at : at + 1]
    if quote in ('"', "'") and (end := reader.find(quote, at + 1)) >= 0:
        return reader.text[at + 1 : end], at + 1, end + 1
    bare = _UNQUOTED.match(reader.text, at)
    return (bare.group(), at, bare.end()) if bare else ("", at, at)


def _texts_of(reader: _Reader, name: str, attributes: dict[str, Piece]) -> Iterator[Block]:
    is_read = name == "meta" and is_read_meta({key: value for key, (value, _) in attributes.items()})
    for key, piece in attributes.items():
        if key in READ_ATTRIBUTES or (key == "content" and is_read):
            yield Block.of(_unescaped(*piece), reader.surface, reader.lines, reader.heading)
        elif key in ADDRESSES:
            yield Block.of(_unescaped(*piece), Surface.CODE, reader.lines, reader.heading)


def is_read_meta(attributes: Mapping[str, str]) -> bool:
    """Whether the content of a <meta> with these attributes is read by people, in search results or previews."""
    named = next((attributes[key] for key in ("name", "property", "itemprop") if key in attributes), None)
    return named is not None and named.lower() not in _UNREAD_META


def _raw(reader: _Reader, name: str, attributes: dict[str, Piece]) -> None:
    """Pass over a script or style; JSON-LD is read."""
    start = reader.at
    end = _end_of_raw(reader, name)
    reader.at = end
    if name == "script" and attributes.get("type", ("", 0))[0].strip().lower() == "application/ld+json":
        page = json_page(reader.text[start:end], reader.lines, start)
        reader.faults += (replace(fault, severity=_severity(reader)) for fault in page.faults)
        reader.blocks += page.blocks


def _end_of_raw(reader: _Reader, name: str) -> int:
    if name in reader.absent:
        return len(reader.text)
    found = re.compile(rf"</{name}", re.IGNORECASE).search(reader.text, reader.at)
    if not found:
        reader.absent.add(name)
    return found.start() if found else len(reader.text)


def _severity(reader: _Reader) -> Severity:
    # Other people's JSON-LD is broken often, and no reader sees it.
    return Severity.BLOCK if reader.surface is Surface.PAGE else Severity.WARN


def _add_text(reader: _Reader, start: int, end: int) -> None:
    if start < end:
        pieces = reader.code if reader.code_depth else reader.prose
        text = reader.text[start:end]
        if "&" in text:
            pieces.extend(_unescaped(text, start))
        else:
            pieces.append((text, start))


def _unescaped(text: str, start: int) -> Iterator[Piece]:
    last = 0
    for reference in REFERENCE.finditer(text):
        yield text[last : reference.start()], start + last
        yield html.unescape(reference.group()), start + reference.start()
        last = reference.end()
    yield text[last:], start + last


def _flush(reader: _Reader) -> None:
    for pieces, surface in ((reader.prose, reader.surface), (reader.code, Surface.CODE)):
        if not pieces:
            continue
        if any(text.strip() for text, _ in pieces):
            block = Block.of(pieces, surface, reader.lines, reader.heading, quoted=reader.quote_depth > 0)
            if reader.in_heading and surface is reader.surface:
                reader.heading, reader.in_heading = as_heading(block.text), False
            reader.blocks.append(block)
        pieces.clear()
