"""What the first page and the document's own metadata say about the article."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.models.ids import Doi
from pipeline.models.paper import ArticleDate, Author
from pipeline.parse.pdf.blocks import Block
from pipeline.parse.pdf.styles import BodyStyle

_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>{}|\\^\u201c\u201d]{1,200}")
_BROKEN: Final = re.compile(
    r"([/_-])\r?\n(?=[\w.(]{0,80}\d)|(\.)\r?\n(?=(?:[a-z]{1,20}\.){0,5}[a-z]{0,20}\d[\d.()/a-z-]{0,80}(?:\s|$))"
)
"""A DOI goes on in the next line only where that begins like the rest of one; a full stop is no part of it."""
_NAME_PART: Final = re.compile(r"[^\W\d_][\w.\u2019'`\u00ad\u2010-]{0,40}")
_MARKS: Final = re.compile(r"[\d*\u2020\u2021\u00a7\u00b6#\u2217,]{1,20}$")
_DEGREES: Final = re.compile(
    r",?\s(?:M\.?D\.?|Ph\.?\s?D\.?|MSc|BSc|MPH|PT|OTR?|FRCP|FRCS|RN|DPhil|MBBS|DSc|Dr|Prof|MRCP|FACS|Jr)\b\.?"
)
_EVENTS: Final = (
    ("received", re.compile(r"received:?(?: on| in original form)? ([^;.|/\n]{6,24})", re.IGNORECASE)),
    ("accepted", re.compile(r"accepted:?(?: on| after revision)? ([^;.|/\n]{6,24})", re.IGNORECASE)),
    ("epub", re.compile(r"(?:first )?published(?: online)?:?(?: on| first)? ([^;.|/\n]{6,24})", re.IGNORECASE)),
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? ((?:19|20)\d\d)")
_MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? ((?:19|20)\d\d)")
_ISO: Final = re.compile(r"((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})")
_KEYWORDS: Final = re.compile(r"key ?words?\b\s{0,3}[:.\u2014-]?\s{0,3}", re.IGNORECASE)


def dois_in(text: str) -> list[Doi]:
    """The DOIs that `text` prints, in order; one that is broken at the end of a line is mended."""
    found = []
    for match in _DOI.finditer(_BROKEN.sub(r"\1\2", text)):
        try:
            found.append(Doi.parse(match.group(0)))
        except ValueError:
            continue
    return found


def own_doi(first_page: str, feet: Iterable[str], declared: Iterable[str]) -> Doi | None:
    """The document's own DOI: what its metadata declares, what its running lines repeat, what its first page prints.

    `declared` are values of the document's metadata; DOIs in references stand on later pages and are not asked.
    """
    printed = dois_in(first_page)
    for doi in (doi for value in declared for doi in dois_in(value)):
        return doi
    repeated = Counter(doi for foot in feet for doi in dois_in(foot))
    for doi, count in repeated.most_common(1):
        if count > 1 or doi in printed:
            return _latest(doi, printed)
    return _latest(printed[0], printed) if printed else next(iter(repeated), None)


def _latest(doi: Doi, printed: Sequence[Doi]) -> Doi:
    """The highest version among DOIs that differ in their last number: a second version prints the first one's too."""
    stem, _, number = doi.rpartition(".")
    versions = [other for other in printed if other.rpartition(".")[0] == stem and other.rpartition(".")[2].isdigit()]
    if not number.isdigit() or len(number) > 2 or not versions:
        return doi
    return max(versions, key=lambda other: int(other.rpartition(".")[2][:4]))


def title_blocks(blocks: Sequence[Block], body: BodyStyle) -> list[Block]:
    """The blocks of the first page that hold the title: the largest type with several words, in one run."""
    worthy = [
        b
        for b in blocks
        if b.table is None and b.lines[0].size > 1.12 * body.size and len(b.text) > 18 and b.text.count(" ") > 1
    ]
    if not worthy:
        return []
    largest = max(worthy, key=lambda b: (round(b.lines[0].size), b.lines[0].font.bold, b.top))
    size = largest.lines[0].size
    start = blocks.index(largest)
    run = [largest]
    for block in blocks[start + 1 : start + 6]:
        under = run[-1].bottom - block.top < 1.5 * size and block.x0 < run[-1].x1 and block.x1 > run[-1].x0
        if abs(block.lines[0].size - size) > 0.05 * size or not under or block.table:
            break
        run.append(block)
    return run


def authors_in(blocks: Sequence[Block]) -> tuple[Author, ...]:
    """The names in the first block that reads like a list of authors; markers of affiliations are left out."""
    for block in blocks[:4]:
        names = _names(block)
        if names:
            return names
    return ()


def _names(block: Block) -> tuple[Author, ...]:
    text = ""
    for line in block.lines[:40]:
        for run in line.runs:
            marker = run.size < 0.85 * line.size and run.y > line.y
            text += "," if marker else (run.text if run.glued else f" {run.text}")
        text += " "
    parts = [part.strip() for part in re.split(r"[,;&\u00b7\u2022|]|\band\b", _DEGREES.sub("", text))]
    parts = [part for part in parts if _MARKS.sub("", part).strip()]
    authors = [author for part in parts if (author := _author(part))]
    return tuple(authors) if parts and len(authors) >= 0.7 * len(parts) else ()


def _author(raw: str) -> Author | None:
    parts = [bare for part in raw.split() if (bare := _MARKS.sub("", part))]
    if not 2 <= len(parts) <= 6 or not all(_NAME_PART.fullmatch(part) for part in parts):
        return None
    if not parts[0][0].isupper() or sum(part[0].isupper() for part in parts) < 2:
        return None
    return Author(family=parts[-1], given=" ".join(parts[:-1]))


def dates_in(text: str) -> tuple[ArticleDate, ...]:
    """When the article was received, accepted and published, as far as the first page says."""
    found = ((kind, _iso(match.group(1))) for kind, cue in _EVENTS if (match := cue.search(text)))
    return tuple(ArticleDate(kind=kind, date=date) for kind, date in found if date)


def _iso(text: str) -> str | None:
    if iso := _ISO.search(text):
        return _written(iso.group(1), int(iso.group(2)), int(iso.group(3)))
    if day := _DAY_FIRST.search(text):
        return _written(day.group(3), _month(day.group(2)), int(day.group(1)))
    if month := _MONTH_FIRST.search(text):
        return _written(month.group(3), _month(month.group(1)), int(month.group(2)))
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1 if name[:3].lower() in _MONTHS else 0


def _written(year: str, month: int, day: int) -> str | None:
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def keywords_in(text: str) -> tuple[str, ...]:
    """The keywords of a line that begins with that word; none for any other line."""
    label = _KEYWORDS.match(text)
    if not label:
        return ()
    rest = text[label.end() : 1_000]
    parts = re.split(r"[;\u00b7\u2022|]| \. |,", rest)
    return tuple(part for raw in parts if 1 < len(part := raw.strip(" .")) < 80)


def is_keywords_label(text: str) -> bool:
    """Whether a text is the label of the keywords and nothing else."""
    return _KEYWORDS.fullmatch(text.strip()) is not None


def are_keywords(text: str) -> bool:
    """Whether a text may be a list of keywords: short, parted, and no sentence."""
    return len(text) < _LONGEST_KEYWORDS and _PARTED.search(text) is not None and not text.rstrip().endswith(".")


_LONGEST_KEYWORDS: Final = 500


def keywords_below(lines: Sequence[str]) -> tuple[str, ...]:
    """Keywords that stand one a line below their label; none where the lines are anything else.

    A line in lower case goes on with the keyword above it, where keywords begin with a capital.
    """
    if not lines or not _KEYWORDS.fullmatch(lines[0]) or any(_PARTED.search(line) for line in lines):
        return ()
    found: list[str] = []
    for line in lines[1:]:
        if found and line[0].islower() and found[0][0].isupper():
            found[-1] += f" {line}"
        else:
            found.append(line)
    return tuple(found)


_PARTED: Final = re.compile(r"[;,\u00b7\u2022|]")
