"""What each block is: heading (with its level), paragraph, caption, table; and where paragraphs begin."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from pipeline.models.paper import SectionKind
from pipeline.parse.headings import cued_kind, is_references
from pipeline.parse.pdf.blocks import Block
from pipeline.parse.pdf.fonts import Font
from pipeline.parse.pdf.layout import FIGURE_LABEL
from pipeline.parse.pdf.lines import Line
from pipeline.parse.pdf.runs import Run
from pipeline.parse.pdf.styles import BodyStyle
from pipeline.parse.pdf.tables import TABLE_LABEL, FoundTable

NUMBERED: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s{1,4}(?=[^\W\d])|([IVX]{1,5})\.\s{1,3}(?=[A-Z])")
_FRONT_LABELS: Final = re.compile(
    r"key ?words?\b|open peer|referee|invited review|latest published|any reports|associated with|index terms"
    r"|citation\b|cite (?:this|as)|how to cite|to cite|correspondence|corresponding author"
    r"|received\b|accepted\b|published\b|(?:academic |handling |reviewing |responsible )?editor|edited by|reviewed by"
    r"|copyright|\u00a9|open access|article (?:info|history)|a r t i c l e|doi\b|https?:|www\."
    r"|e-?mail|subject (?:area|categ)"
    r"|author for|authors? details|electronic supplementary|specialty section|\*|\u2020|this article|downloaded from"
    r"|peer review|first published|review history|data set|license|licence|provenance",
    re.IGNORECASE,
)
_MAIN_KINDS: Final = frozenset(
    {SectionKind.INTRODUCTION, SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION, SectionKind.CONCLUSION}
)
_BACK_MATTER: Final = re.compile(
    r"acknowledge?ments?|authors?['\u2019]? contributions?|abbreviations|suppl|supporting|append|additional|publisher"
    r"|orcid|contributors|notes?\b",
    re.IGNORECASE,
)
_LONGEST: Final = 200
_RUN_IN: Final = 110


class Role(Enum):
    """What a piece of the document is."""

    HEADING = auto()
    PARAGRAPH = auto()
    CAPTION = auto()
    TABLE = auto()


@dataclass(frozen=True)
class Item:
    """Lines with their role; `level` for headings, `aside` for small print that may interrupt a paragraph."""

    role: Role
    lines: list[Line]
    block: Block
    level: int = 0
    run_in: bool = False
    aside: bool = False
    table: FoundTable | None = field(default=None)


Style = tuple[float, Font, bool]


def style_of(block: Block) -> Style:
    """Type size to half a point, font, and whether it is set in capitals."""
    first = block.lines[0]
    return round(first.size * 2) / 2, first.font, first.text.isupper() and len(first.text) > 5


def is_front_label(text: str) -> bool:
    """Whether a line belongs to the publisher's box: keywords, dates, correspondence, copyright."""
    return _FRONT_LABELS.match(text) is not None


class Outliner:
    """Tells headings from paragraphs in one document."""

    def __init__(self, blocks: Sequence[Block], body: BodyStyle) -> None:
        self._body = body
        self._width = _usual_width(blocks, body)
        self._known: dict[int, tuple[Block, bool]] = {}
        self._candidates = [block for block in blocks if self._may_be_heading(block)]
        self._levels = self._ranked()
        self._flat = self._is_flat()

    def items(self, blocks: Iterable[Block]) -> list[Item]:
        """Blocks by role, in reading order; a block may hold several paragraphs and headings that run into them."""
        items: list[Item] = []
        for block in blocks:
            first = block.lines[0]
            if block.table:
                items.append(Item(Role.TABLE, block.lines, block, table=block.table))
            elif self.is_heading(block):
                parts = [Block(lines) for lines in self._apart(block.lines)]
                items += [Item(Role.HEADING, part.lines, part, level=self._level(part)) for part in parts]
            elif self._is_caption(block):
                items.append(Item(Role.CAPTION, block.lines, block))
            else:
                aside = first.size < 0.93 * self._body.size
                for lines in self._paragraphs(block):
                    alone = Block(lines)
                    if len(lines) < min(3, len(block.lines)) and self.is_heading(alone):
                        items.append(Item(Role.HEADING, lines, alone, level=self._level(alone)))
                    else:
                        items += self._with_run_in(lines, block, aside=aside)
        return items

    def _apart(self, lines: list[Line]) -> list[list[Line]]:
        """Headings right above each other, `2.4. Interventions` and `2.4.1. Control group`, each by itself."""
        parts = [[lines[0]]]
        for line in lines[1:]:
            if self._is_another(parts[-1][-1], line):
                parts.append([line])
            else:
                parts[-1].append(line)
        return parts

    def _is_another(self, last: Line, line: Line) -> bool:
        """Whether a line below a heading's line is no rest of it: numbered itself, or it would have fitted above."""
        if NUMBERED.match(last.text):
            return NUMBERED.match(line.text) is not None
        word = 0.6 * line.size * len(line.text.split(" ", 1)[0])
        return line.text[:1].isupper() and last.x1 - last.x0 + word < 0.8 * self._width

    def is_heading(self, block: Block) -> bool:
        """Whether the block is a heading: it looks like one, and others of its type are headings too."""
        if not self._may_be_heading(block):
            return False
        text = block.text
        if cued_kind(text) or is_references(text) or NUMBERED.match(text):
            return True
        return style_of(block) in self._levels

    def _may_be_heading(self, block: Block) -> bool:
        known = self._known.get(id(block))
        if known is None or known[0] is not block:
            self._known[id(block)] = known = (block, self._looks_like_heading(block))
        return known[1]

    def _looks_like_heading(self, block: Block) -> bool:
        if block.table or len(block.lines) > 4:
            return False
        text = block.text.strip()
        first = block.lines[0]
        if not 3 < len(text) <= _LONGEST or text[0].islower():
            return False
        if is_front_label(text) or TABLE_LABEL.match(text) or FIGURE_LABEL.match(text) or not _wordy(text):
            return False
        numbered = NUMBERED.match(text) is not None
        if text[-1] in ",;-" or (text[-1] == "." and not numbered) or (text[-1] == ":" and len(text) > 60):
            return False
        cued = cued_kind(text) is not None or is_references(text)
        if not numbered and not cued and len(re.findall(r"[A-Za-z]{2,}", text)) == 1 and len(text) < 5:
            return False
        capitals = text.isupper() and len(text) > 5
        return _in_one_voice(block) and self._stands_out(first, cued=cued, numbered=numbered, capitals=capitals)

    def _stands_out(self, line: Line, *, cued: bool, numbered: bool, capitals: bool) -> bool:
        size, font = self._body.size, self._body.font
        if line.size > 1.06 * size:
            return True
        other = line.font is not font and line.font.name != font.name
        if line.size < 0.9 * size:
            return (line.font.bold or capitals) and (cued or (capitals and line.font.bold and line.size > 0.8 * size))
        bolder = line.font.bold and not font.bold
        italic = line.font.italic and not font.italic
        return bolder or cued or (numbered and other) or italic or (capitals and other)

    def _ranked(self) -> dict[Style, int]:
        """The styles of headings with their levels: that of `Methods` and `Results` is the first."""
        votes: Counter[Style] = Counter()
        seen: dict[Style, list[Block]] = {}
        for block in self._candidates:
            style = style_of(block)
            seen.setdefault(style, []).append(block)
            if cued_kind(block.text) in _MAIN_KINDS or is_references(block.text):
                votes[style] += 1
        top = max(votes, key=lambda style: (votes[style], style[0])) if votes else None
        levels: dict[Style, int] = {}
        if top is not None:
            levels[top] = 1
        others = [style for style in seen if style != top and self._worthy(style, seen[style], top)]
        below = sorted(
            (s for s in others if top and not _above(s, top)), key=lambda s: (-s[0], not s[1].bold, s[1].italic)
        )
        levels.update({style: 1 for style in others if not top or _above(style, top)})
        levels.update({style: 2 + min(rank, 1) for rank, style in enumerate(below)})
        return levels

    def _is_flat(self) -> bool:
        """Whether sections and subsections may be headed alike: then only the words of a heading tell its level.

        A report with methods and results (or discussion) has hardly any other main section.
        """
        top = [b.text for b in self._candidates if self._levels.get(style_of(b)) == 1 and not NUMBERED.match(b.text)]
        kinds = {cued_kind(text) for text in top}
        study = SectionKind.METHODS in kinds and bool({SectionKind.RESULTS, SectionKind.DISCUSSION} & kinds)
        return study and None in kinds

    def _worthy(self, style: Style, blocks: list[Block], top: Style | None) -> bool:
        """A style of its own that several blocks share, or one that is plainly louder than the body."""
        size, font, _ = style
        pages = {block.page for block in blocks}
        if top is not None and size > 1.6 * max(top[0], self._body.size):
            return False  # the title, a masthead
        loud = font.bold or size > 1.06 * self._body.size
        short = sum(len(block.text) < 120 for block in blocks) >= 0.8 * len(blocks)
        return short and (loud or len(blocks) >= 2) and (len(pages) > 1 or len(blocks) < 8)

    def _level(self, block: Block) -> int:
        numbered = NUMBERED.match(block.text)
        if numbered and numbered.group(1):
            return min(numbered.group(1).count(".") + 1, 4)
        text = block.text
        cued = cued_kind(text) is not None or is_references(text) or _BACK_MATTER.match(text) is not None
        level = self._levels.get(style_of(block), 1 if cued else 2)
        return 2 if level == 1 and self._flat and not cued else level

    def _is_caption(self, block: Block) -> bool:
        line = block.lines[0]
        label = FIGURE_LABEL.match(line.text) or TABLE_LABEL.match(line.text)
        if not label:
            return False
        rest = line.text[label.end() :].lstrip()
        plain = line.runs[0].font is self._body.font and abs(line.size - self._body.size) < 0.25
        return not plain or rest[:1] in (".", ":", "|", "")

    def _paragraphs(self, block: Block) -> list[list[Line]]:
        """A block cut where a line is indented, or where one ends early and the next starts a sentence."""
        paragraphs: list[list[Line]] = []
        for line in block.lines:
            if paragraphs and not self._starts_new(paragraphs[-1], line, block):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        return paragraphs

    def _starts_new(self, current: list[Line], line: Line, block: Block) -> bool:
        last = current[-1]
        down = last.y - line.y
        if abs(down) < 0.4 * line.size:
            return False
        indent = line.x0 - block.x0
        if (
            0.6 * line.size < indent < 4 * line.size
            and line.x0 - last.x0 > 0.5 * line.size
            and not line.text[:1].islower()
        ):
            return True
        if down > 1.3 * self._body.leading and down > 1.45 * line.size:
            return True
        ended = last.text[-1:] in ".:?!" or (last.text[-1:].isdigit() and last.text[-4:-3] == ".")
        if ended and self._has_lead(line):
            return True
        return last.x1 < block.x1 - 2.5 * line.size and ended and not line.text[:1].islower()

    def _has_lead(self, line: Line) -> bool:
        """Whether a line begins with a bold word that names a part of an article, `Design:`."""
        first = line.runs[0]
        return first.font.bold and not self._body.font.bold and cued_kind(first.text) is not None

    def _with_run_in(self, lines: list[Line], block: Block, *, aside: bool) -> list[Item]:
        """A paragraph, parted from the heading that opens its first line in another type."""
        lead = self._lead(lines)
        if lead is None:
            return [Item(Role.PARAGRAPH, lines, block, aside=aside)]
        heading, rest = lead
        level = self._run_in_level(heading)
        items = [Item(Role.HEADING, heading, block, level=level, run_in=True)]
        return [*items, Item(Role.PARAGRAPH, rest, block)] if rest else items

    def _run_in_level(self, heading: list[Line]) -> int:
        numbered = NUMBERED.match(heading[0].text)
        if numbered and numbered.group(1):
            return min(numbered.group(1).count(".") + 1, 4)
        return 3 if any(level == 2 for level in self._levels.values()) else 2

    def _lead(self, lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
        """(lines of the heading, lines of the rest), or None."""
        first = lines[0].runs[0]
        bold = first.font.bold and not self._body.font.bold
        italic = first.font.italic and not self._body.font.italic
        if not (bold or italic) or first.text[:1].islower():
            return None
        runs = [(number, run) for number, line in enumerate(lines[:3]) for run in line.runs]
        end = next((i for i, (_, run) in enumerate(runs) if not _same_voice(run, first)), len(runs))
        if end == len(runs):
            return None
        text = " ".join(run.text for _, run in runs[:end]).strip()
        if not self._is_lead(text, runs[end][1], bold=bold):
            return None
        return _cut(lines, runs[end][0], runs[end][1])

    def _is_lead(self, text: str, after: Run, *, bold: bool) -> bool:
        if len(text) > _RUN_IN or not _wordy(text) or FIGURE_LABEL.match(text) or TABLE_LABEL.match(text):
            return False
        if is_front_label(text) or after.glued or (after.size < 0.9 * self._body.size and not cued_kind(text)):
            return False
        closed = text[-1] in ".:\u2014" or (NUMBERED.match(text) is not None and after.text[:1].isupper())
        if not bold:
            return (
                closed
                and (text.count(" ") > 0 or cued_kind(text) is not None)
                and not text.endswith(("al.", "e.g.", "i.e."))
            )
        return closed or (cued_kind(text) is not None and after.text[:1].isupper())


def _usual_width(blocks: Sequence[Block], body: BodyStyle) -> float:
    """How wide most lines of the body are: the width of a column."""
    widths = Counter(round((x.x1 - x.x0) / 4) for block in blocks for x in block.lines if x.font is body.font)
    return 4.0 * widths.most_common(1)[0][0] if widths else 0.0


def _in_one_voice(block: Block) -> bool:
    """Headings do not change type in the middle, but for a word or two (a species, a gene)."""
    first = block.lines[0].runs[0]
    same = other = 0
    for line in block.lines:
        for run in line.runs:
            if _same_voice(run, first) or (first.font.bold and run.font.bold):
                same += len(run.text)
            else:
                other += len(run.text)
    return other <= 0.4 * (same + other)


def _same_voice(run: Run, first: Run) -> bool:
    return (
        run.font.bold == first.font.bold and run.font.italic == first.font.italic and abs(run.size - first.size) < 0.6
    )


def _cut(lines: list[Line], number: int, run: Run) -> tuple[list[Line], list[Line]]:
    """Lines before and from a run on; the line that holds it is cut in two."""
    line = lines[number]
    at = line.runs.index(run)
    before = [*lines[:number], *([Line(line.runs[:at], line.page, line.order)] if at else [])]
    after = [Line(line.runs[at:], line.page, line.order), *lines[number + 1 :]]
    return before, after


def _above(style: Style, top: Style) -> bool:
    return style[0] > 1.04 * top[0]


def _wordy(text: str) -> bool:
    some = text[:_LONGEST]
    return sum(map(str.isalpha, some)) >= max(3, 0.5 * (len(some) - some.count(" ")))
