"""From lines to running text: runs joined, line-breaking hyphens mended, citation markers marked."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from pipeline.parse.characters import Cleaner
from pipeline.parse.exponents import raised
from pipeline.parse.pdf.lines import Line
from pipeline.parse.pdf.runs import Run

_MARKER: Final = re.compile(r"[\[(]?\d{1,3}(?:[,;\u2013\u2014\u2012-]{1,2}\s?\d{1,3}){0,30}[\])]?[,;\u2013-]?")
_BRACKETED: Final = re.compile(r"\[\d{1,3}[a-z]?(?:\s?[,;\u2013\u2014-]\s?\d{1,3}[a-z]?){0,40}\]")
_NAME_YEAR: Final = re.compile(
    r"\((?:(?:see|e\.g\.,?|reviewed in|cf\.) )?[A-Z][^()\d]{1,80}(?:19|20)\d\d[a-z]?(?:[,;][^(),;]{1,80}){0,30}\)"
)
_HYPHENS: Final = "-\u2010\u2011"
_SOFT: Final = "\u00ad"
_WHOLE_WORD: Final = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})*")
_LAST_LETTERS: Final = re.compile(r"[A-Za-z]{1,40}$")
_FIRST_LETTERS: Final = re.compile(r"[A-Za-z]{1,40}")
_KEEPS_HYPHEN: Final = frozenset(
    ("self", "non", "well", "high", "low", "long", "short", "one", "two", "three", "four", "five", "six", "cross",
     "post",
     "pre", "anti", "semi", "meta", "follow", "all", "double", "single", "half", "evidence", "health", "quality", "age",
     "sex", "dose", "time", "risk", "site", "group", "case", "cost", "patient", "community", "home", "hospital")
)  # fmt: skip
"""First halves that mostly keep their hyphen, where the document itself does not say."""


class Prose(NamedTuple):
    """Running text and the spans of its citation markers."""

    text: str
    citations: tuple[tuple[int, int], ...]


class Vocabulary:
    """The words that the document itself prints within a line: they decide whether a broken word keeps its hyphen."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._words: set[str] | None = None

    def _known(self) -> set[str]:
        if self._words is None:
            self._words = {word for text in self._texts for word in _WHOLE_WORD.findall(text.lower())}
        return self._words

    def hyphen(self, first: str, second: str) -> str:
        """What stands between two halves that were parted at the end of a line: a hyphen, or nothing."""
        a, b = _LAST_LETTERS.search(first[-40:]), _FIRST_LETTERS.match(second[:40])
        if not a or not b or not second[:1].islower():
            return "-"
        left, right = a.group(0).lower(), b.group(0).lower()
        if left + right in self._known():
            return ""
        kept = f"{left}-{right}" in self._known() or (left in _KEEPS_HYPHEN and right in self._known())
        return "-" if kept else ""


class Writer:
    """Writes lines as prose, in the vocabulary of one document."""

    def __init__(self, vocabulary: Vocabulary, cleaner: Cleaner) -> None:
        self._vocabulary = vocabulary
        self._cleaner = cleaner

    def prose(self, lines: Sequence[Line]) -> Prose:
        """The running text of lines that belong together."""
        text = ""
        markers: list[tuple[int, int]] = []
        for line in lines:
            line_text, spans = self._line(line)
            if line_text:
                text, start = self._attached(text, line_text)
                markers += [(start + a, start + b) for a, b in spans]
        text = text.rstrip(_SOFT)
        return Prose(text, tuple(_with_bracketed(text, markers)))

    def runs(self, runs: Sequence[Run]) -> str:
        """The text of some runs of one line."""
        return self._line(Line(list(runs), 0, 0))[0].replace(_SOFT, "-") if runs else ""

    def _line(self, line: Line) -> tuple[str, list[tuple[int, int]]]:
        pieces: list[str] = []
        spans: list[tuple[int, int]] = []
        length = 0
        final = line.runs[-1]
        for run in line.runs:
            text = run.text
            if not text.isascii() or not text.isprintable():
                text = self._cleaner.squeeze(text)
                if not text:
                    continue
            marker = False
            if run.size <= 0.85 * line.size:
                marker, text = self._raised(run, line, text, pieces[-1][-1:] if pieces else "")
            lead = " " if length and (not run.glued or (marker and pieces[-1][-1:].isdigit())) else ""
            if marker:
                spans.append((length + len(lead), length + len(lead) + len(text)))
            if run.hyphenated:
                text += _SOFT if run is final else "-"
            pieces.append(lead + text)
            length += len(pieces[-1])
        return "".join(pieces), spans

    def _raised(self, run: Run, line: Line, text: str, before: str) -> tuple[bool, str]:
        """Whether a raised run is a citation marker, and its text (an exponent stays one: 10 and 6 are no 106)."""
        if run.y < line.y + 0.12 * line.size:
            return False, text
        exponent = raised(text) if text[0] in "-\u2212\u2013" or (before.isdigit() and text.isdigit()) else None
        if exponent and (text[0] in "-\u2212\u2013" or len(text) == 1):
            return False, exponent
        return _MARKER.fullmatch(text) is not None, text

    def _attached(self, text: str, line: str) -> tuple[str, int]:
        """`text` with `line` behind it, and where the line starts in it."""
        if not text:
            return line, 0
        if text[-1] != _SOFT and not (text[-1] in _HYPHENS and text[-2:-1].isalpha()):
            return f"{text} {line}", len(text) + 1
        head = text[:-1]
        hyphen = self._vocabulary.hyphen(head, line)
        return head + hyphen + line, len(head) + len(hyphen)


def _with_bracketed(text: str, markers: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found = [match.span() for match in _BRACKETED.finditer(text)] if "[" in text else []
    found += [match.span() for match in _NAME_YEAR.finditer(text)] if "(" in text else []
    merged: list[tuple[int, int]] = []
    for start, end in sorted(markers + found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
