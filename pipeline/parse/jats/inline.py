"""Running text of an element, with the places of its citation markers."""

import re
from html.entities import html5
from typing import Any, Final, NamedTuple

from lxml import etree

from pipeline.parse.characters import Cleaner
from pipeline.parse.exponents import raised
from pipeline.parse.jats.formulas import formula_text

_FORMULAS: Final = frozenset({"inline-formula", "disp-formula", "mml-math", "tex-math"})
_LEFT_OUT: Final = frozenset(
    {"graphic", "inline-graphic", "media", "object-id", "alt-text", "long-desc", "fn", "index-term", "processing-meta"}
)
_BREAKS: Final = frozenset(
    {
        "break",
        "p",
        "title",
        "label",
        "td",
        "th",
        "tr",
        "list",
        "list-item",
        "disp-formula",
        "sec",
        "def",
        "term",
        "disp-quote",
    }
)
_BETWEEN_MARKERS: Final = re.compile(r"[\s,;\u2013\u2014\u2010-]{0,6}")
_NAME_AND_YEAR: Final = re.compile(r"\((?:[^()]{0,12}\d{4}[a-z]?[^()]{0,12})\)")
_BRACKETS: Final = {"[": "]", "(": ")"}


class RunningText(NamedTuple):
    """A line of text and the spans of its citation markers within it."""

    text: str
    citations: tuple[tuple[int, int], ...]


class Inline:
    """Collects running text: cleaned, whitespace collapsed, citation markers noted."""

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner
        self._pieces: list[str] = []
        self._length = 0
        self._last = " "
        self._markers: list[tuple[int, int]] = []
        self.pictured_formulas = 0

    def add(self, raw: str | None) -> None:
        """Append text; whitespace runs become one space."""
        if not raw:
            return
        text = self._cleaner.clean(raw)
        words = " ".join(text.split())
        lead = " " if text[:1].isspace() and self._last != " " else ""
        trail = " " if words and text[-1:].isspace() else ""
        if not words and self._last == " ":
            return
        self._append((lead + words + trail) if words else lead)

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._last = text[-1]

    def walk(self, element: Any) -> None:
        """Append the text of `element` itself, without its tail."""
        tag = element.tag
        if tag is etree.Entity:
            self.add(html5.get(f"{element.name};", ""))
        elif not isinstance(tag, str) or tag in _LEFT_OUT:
            return
        elif tag in _FORMULAS:
            self._formula(element)
        elif tag == "xref" and element.get("ref-type") == "bibr":
            self._marker(element, raised=False)
        elif tag == "sup":
            self._superscript(element)
        elif tag == "alternatives":
            self._alternatives(element)
        else:
            self._children(element, spaced=tag in _BREAKS)

    def _children(self, element: Any, *, spaced: bool) -> None:
        if spaced:
            self.add(" ")
        self.add(element.text)
        for child in element:
            self.walk(child)
            self.add(child.tail)
        if spaced:
            self.add(" ")

    def _alternatives(self, element: Any) -> None:
        if next(element.iter("mml-math", "tex-math"), None) is not None:
            self._formula(element)
        else:
            self._children(element, spaced=False)

    def _formula(self, element: Any) -> None:
        text = formula_text(element)
        if not text and next(element.iter("graphic", "inline-graphic"), None) is not None:
            self.pictured_formulas += 1
        self.add(f" {text} " if element.tag == "disp-formula" else text)

    def _superscript(self, element: Any) -> None:
        if next(element.iter("xref"), None) is not None and _all_bibr(element):
            self._marker(element, raised=True)
            return
        text = "".join(element.itertext()).strip() if len(element) < 3 else ""
        simple = raised(text) if self._last.isalnum() or self._last in ").%" else None
        if simple:
            self.add(simple)
        else:
            self._children(element, spaced=False)

    def _marker(self, element: Any, *, raised: bool) -> None:
        if raised and self._last.isdigit():
            self.add(" ")  # `in 2010` and marker 12 must not become the number 201012
        start, inner = self._length, len(self._markers)
        self._children(element, spaced=False)
        del self._markers[inner:]
        if self._length > start:
            self._markers.append((start, self._length))

    def finish(self) -> RunningText:
        """The text so far, stripped, with markers grown to the brackets around them."""
        whole = "".join(self._pieces)
        text = whole.strip()
        shift = len(whole) - len(whole.lstrip())
        spans = [(max(a - shift, 0), min(b - shift, len(text))) for a, b in self._markers]
        return RunningText(text, tuple(_grown(text, [span for span in spans if span[0] < span[1]])))


def _all_bibr(element: Any) -> bool:
    return all(xref.get("ref-type") == "bibr" for xref in element.iter("xref"))


def _grown(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring markers as one, with their brackets; names in the sentence itself are no markers."""
    grown = []
    for start, end in _joined(text, spans):
        if text[start] in _BRACKETS and text[end - 1] == _BRACKETS[text[start]]:
            grown.append((start, end))
        elif start and end < len(text) and _BRACKETS.get(text[start - 1]) == text[end]:
            grown.append((start - 1, end + 1))
        elif not any(character.isalpha() for character in text[start:end]):
            grown.append((start, end))
        else:
            grown.extend(_years(text, start, end))
    return grown


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _BETWEEN_MARKERS.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _years(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [found.span() for found in _NAME_AND_YEAR.finditer(text, start, end)]


def running_text(element: Any, cleaner: Cleaner) -> RunningText:
    """The running text of a whole element."""
    inline = Inline(cleaner)
    inline.walk(element)
    return inline.finish()


def plain_text(element: Any | None, cleaner: Cleaner) -> str:
    """The running text of an element without its markers' places; empty for None."""
    return "" if element is None else running_text(element, cleaner).text
