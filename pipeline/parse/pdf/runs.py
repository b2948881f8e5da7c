"""Runs of a page: characters next to each other in one type, with their place."""

import ctypes
import math
import re
import unicodedata
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.parse.pdf import bulk
from pipeline.parse.pdf.bulk import Box
from pipeline.parse.pdf.fonts import NO_FONT, Font, FontBook

_WORD: Final = re.compile(
    "[^\\s\ufffe]+(?:(?<=[A-Za-z,]) (?:the|of|and|in|to|was|for|with|were|is|by|on|that|at|as|from|or|a)"
    "(?= [a-z])){0,2}"
)
"""A word, with the little words behind it: they are a third of all words, and begin neither a cell nor a marker."""
_MOST: Final = 1_000_000
"""A page with more characters is not read at all; the caller refuses it by its `count`."""
HYPHEN: Final = "\ufffe"
"""pdfium's sign for a hyphen that it takes for one of line-breaking; the line break after it is not reported."""
RUN_GAP: Final = 0.5
"""Words further apart than this share of the type size are runs of their own: they may be cells of a table."""
_USUAL_LETTER: Final = 0.55
_USUAL_SLACK: Final = 0.9
"""Words together are not wider than their letters times this, and a little; else there is a column between them."""
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_ACCENTS: Final = re.compile("[\u00a8\u00b4`\u02c6\u02dc\u02c7\u00b8\u02da\u00af\u02d8]")
_COMBINING: Final = dict(zip("\u00a8\u00b4`\u02c6\u02dc\u02c7\u00b8\u02da\u00af\u02d8",
                             "\u0308\u0301\u0300\u0302\u0303\u030c\u0327\u030a\u0304\u0306", strict=True))  # fmt: skip


class Run(NamedTuple):
    """Words in one type on the baseline `y`, from `x0` to `x1` (points; turned so that it reads from left to right)."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font
    angle: int
    breaks: bool
    """pdfium saw a line break before this run."""
    glued: bool
    """Nothing stood between this run and the one before: it is another part of the same word."""
    hyphenated: bool
    """A line-breaking hyphen stood at its end."""


class _Type(NamedTuple):
    """What a text object says of its characters: size, font, direction in degrees, baseline in that direction."""

    size: float
    font: Font
    angle: int
    baseline: float


class PageText:
    """Reads the runs of one page, in the order of its content stream."""

    def __init__(self, page: pdfium.PdfPage, fonts: FontBook) -> None:
        self._textpage = page.get_textpage()
        self._handle = bulk.address(self._textpage.raw)
        self._fonts = fonts
        self._types: dict[int, _Type] = {}
        self._probe = bulk.MatrixProbe()
        self.count = self._textpage.count_chars()
        self.text = self._whole() if self.count <= _MOST else ""

    def close(self) -> None:
        """Give the page's text back to pdfium."""
        self._textpage.close()

    def _whole(self) -> str:
        """The page's text, exactly one character for each character index of pdfium."""
        count = self.count
        if count <= 0:
            return ""
        buffer = ctypes.create_string_buffer((count + 1) * 2)
        got = pdfium_c.FPDFText_GetText(
            self._textpage.raw, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        )
        text = buffer.raw[: count * 2].decode("utf-16-le", "replace")
        if len(text) < count:  # one index a UTF-16 unit: soft hyphens stand in for the second halves
            text = _BEYOND.sub("\\g<0>\u00ad", text)
        if got - 1 != count or len(text) != count or "\x00" in text:
            text = "".join(_character(code) for code in bulk.codes(self._handle, count))
        return self._accented(text) if not text.isascii() else text

    def _accented(self, text: str) -> str:
        """Accents that were printed over a letter, composed with it; a soft hyphen keeps the count of characters."""
        places = [found.start() for found in _ACCENTS.finditer(text)][:2_000]
        if not places:
            return text
        characters = list(text)
        for place in places:
            self._compose(characters, place)
        return "".join(characters)

    def _compose(self, characters: list[str], place: int) -> None:
        near = sorted(range(max(place - 120, 0), min(place + 121, len(characters))), key=lambda i: abs(i - place))
        around = [i for i in near if characters[i].isalpha()]
        boxes = bulk.char_boxes(self._handle, [place, *around])
        left, top, right, _ = boxes[0]
        middle = (left + right) / 2
        for index, box in zip(around, boxes[1:], strict=True):
            composed = unicodedata.normalize("NFC", characters[index] + _COMBINING[characters[place]])
            over = box[0] < middle < box[2] and abs(box[1] - top) < 0.7 * (box[1] - box[3])
            if over and len(composed) == 1:
                characters[index], characters[place] = composed, "\u00ad"
                return

    def runs(self) -> list[Run]:
        """The runs, words of one type that stand close to each other together."""
        spans = [found.span() for found in _WORD.finditer(self.text)]
        if not spans:
            return []
        firsts, ends = zip(*spans, strict=True)
        left = bulk.char_boxes(self._handle, firsts)
        right = bulk.char_boxes(self._handle, [end - 1 for end in ends])
        objects = bulk.text_objects(self._handle, firsts)
        return self._assembled(spans, left, right, objects)

    def _assembled(
        self, spans: list[tuple[int, int]], left: list[Box], right: list[Box], objects: list[int | None]
    ) -> list[Run]:
        """Walk over the words once; this loop runs for every word of the document, so it is written for speed."""
        out: list[Run] = []
        text = self.text
        start = end = 0  # of the open run, in the text
        first = last = (0.0, 0.0, 0.0, 0.0)  # boxes of its first and last character
        edge = base = height = slack = (
            0.0  # the right edge of the run, its lower edge, its height, what counts as equal
        )
        current: int | None = None
        breaks = glued = True
        for (a, b), box, far, item in zip(spans, left, right, objects, strict=True):
            x, top, _, bottom = box
            if (
                a - end == 1
                and -slack < bottom - base < slack
                and -slack < far[3] - base < slack
                and -slack < top - base - height < slack
                and -0.2 * height < x - edge < RUN_GAP * height
                and (item == current or self._same_font(item, current))
                and text[end] == " "
                and far[2] - x < (_USUAL_LETTER * (b - a) + _USUAL_SLACK) * height
            ):
                end, last, edge = b, far, far[2]
                continue
            between = text[end:a]
            if end > start:
                out.append(
                    self._run(
                        start, end, first, last, current, breaks=breaks, glued=glued, hyphenated=HYPHEN in between
                    )
                )
            breaks = "\n" in between or "\r" in between or HYPHEN in between or not out
            glued = bool(out) and a == end
            height = top - bottom
            slack = 0.03 * height
            level = -2 * slack < far[3] - bottom < 2 * slack and -2 * slack < far[1] - top < 2 * slack
            if (level or not height) and far[2] - x < (_USUAL_LETTER * (b - a) + _USUAL_SLACK) * height:
                start, end, first, last, current = a, b, box, far, item
                edge, base = far[2], bottom
            else:
                out.extend(self._parts(a, b, breaks=breaks, glued=glued))
                start = end = b
                height = slack = 0.0
                if b < len(text) and text[b] == HYPHEN:
                    out[-1] = out[-1]._replace(hyphenated=True)
        if end > start:
            out.append(self._run(start, end, first, last, current, breaks=breaks, glued=glued, hyphenated=False))
        return out

    def _same_font(self, one: int | None, other: int | None) -> bool:
        return one is not None and other is not None and self._type(one).font is self._type(other).font

    def _type(self, text_object: int) -> _Type:
        found = self._types.get(text_object)
        if found is None:
            self._types[text_object] = found = self._read_type(text_object)
        return found

    def _read_type(self, text_object: int) -> _Type:
        a, b, c, d, e, f, nominal = self._probe.read(text_object)
        font = self._fonts.font(bulk.font_of(text_object))
        if not b and a > 0:
            return _Type(abs(nominal) * (abs(d) if not c else math.hypot(c, d)), font, 0, f)
        angle = round(math.degrees(math.atan2(b, a))) % 360 if b else 180
        baseline = {90: -e, 180: -f, 270: e}.get(angle, f)
        return _Type(abs(nominal) * math.hypot(c, d), font, angle, baseline)

    def _run(
        self,
        start: int,
        end: int,
        first: Box,
        last: Box,
        item: int | None,
        *,
        breaks: bool,
        glued: bool,
        hyphenated: bool,
    ) -> Run:
        kind = self._type(item) if item else _UNKNOWN
        x0, x1, low, high = _turned(first, last, kind.angle) if kind.angle else (first[0], last[2], first[3], first[1])
        height = high - low
        size, y = kind.size, kind.baseline
        if not (0.3 * height < size < 3 * height and low - 0.6 * height <= y <= high):
            # A text object inside a form does not know where the form stands, nor how large: the box must do.
            size, y = height / 1.05, low + 0.24 * height
        return Run(self.text[start:end], x0, x1, y, size, kind.font, kind.angle, breaks, glued, hyphenated)

    def _parts(self, start: int, end: int, *, breaks: bool, glued: bool) -> list[Run]:
        """A word set in several types (`children` and its raised marker `1`), in its parts."""
        indexes = range(start, end)
        boxes, objects = bulk.char_boxes(self._handle, indexes), bulk.text_objects(self._handle, indexes)
        parts: list[Run] = []
        a = 0
        for b in range(1, len(indexes) + 1):
            if b < len(indexes) and not self._parted(objects[b - 1], objects[b]) and not _apart(boxes[b - 1], boxes[b]):
                continue
            opens = not parts
            beside = start + a > 0 and not self.text[start + a - 1].isspace() and not self.text[start + a].isspace()
            joined = glued if opens else beside and not _apart(boxes[a - 1], boxes[a])
            part = self._run(
                start + a,
                start + b,
                boxes[a],
                boxes[b - 1],
                objects[a],
                breaks=breaks and opens,
                glued=joined,
                hyphenated=False,
            )
            if not part.text.isspace():
                parts.append(part._replace(text=part.text.strip()))
            a = b
        return parts

    def _parted(self, one: int | None, other: int | None) -> bool:
        if one == other or one is None or other is None:
            return False
        a, b = self._type(one), self._type(other)
        return abs(a.size - b.size) > 0.12 * max(a.size, b.size) or abs(a.baseline - b.baseline) > 0.1 * a.size


_UNKNOWN: Final = _Type(0.0, NO_FONT, 0, 0.0)


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _apart(one: Box, other: Box) -> bool:
    """Letters that no space was put between, though they stand in two cells of a table (`3` and `6` are no `36`)."""
    return other[0] - one[2] > 0.8 * (one[1] - one[3])


def _turned(first: Box, last: Box, angle: int) -> tuple[float, float, float, float]:
    """(start, end, below, above) of a run from its first and last box, in the direction in which it is read."""
    left, top, right, bottom = first
    if angle == 90:
        return bottom, last[1], -right, -left
    if angle == 180:
        return -right, -last[0], -top, -bottom
    if angle == 270:
        return -top, -last[3], left, right
    return left, last[2], bottom, top
