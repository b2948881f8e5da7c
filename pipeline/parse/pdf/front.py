"""What the first page and the document's own metadata say about the article."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.models.ids import Doi
from pipeline.models.paper import ArticleDate, Author
from pipeline.parse.pdf.blocks import Block

_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>{}|\\^\u201c\u201d]{1,200}")
_BROKEN: Final = re.compile(
    r"([/_-])\r?\n(?=[\w.()/-]{0,80}\d)|(\.)\r?\n(?=(?:[a-z]{1,20}\.){0,5}[a-z]{0,20}\d[\d.()/a-z-]{0,80}(?:\s|$))"
)
"""A DOI goes on in the next line only where that begins like the rest of one; a full stop is no part of it."""
_NAME_PART: Final = re.compile(r"[^\W\d_][\w.\u2019'`\u00ad\u2010-]{0,40}")
_MARKS: Final = re.compile(r"[\d*\u2020\u2021\u00a7\u00b6#\u2217,]{1,20}$")
_DEGREES: Final = re.compile(
    r",?\s(?:M\.?D\.?|Ph\.?\s?D\.?|MSc|BSc|MPH|PT|OTR?|FRCP|FRCS|RN|DPhil|MBBS|DSc|Dr|Prof|MRCP|FACS|Jr)\b\.?"
)
_ARTICLES: Final = frozenset({"a", "an", "the"})
"""No name begins with these; a line under a title does."""
_EVENTS: Final = (
    ("received", re.compile(r"received:?(?: on| in original form)? ([^;.|/\n]{6,24})", re.IGNORECASE)),
    ("accepted", re.compile(r"accepted:?(?: on| after revision)? ([^;.|/\n]{6,24})", re.IGNORECASE)),
    ("epub", re.compile(r"(?:first )?published(?: online)?:?(?: on| first)? ([^;.|/\n]{6,24})", re.IGNORECASE)),
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? ((?:19|20)\d\d)")
_MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? ((?:19|20)\d\d)")
_ISO: Final = re.compile(r"((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})")


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
    if parts[0].lower() in _ARTICLES or not parts[0][0].isupper() or sum(part[0].isupper() for part in parts) < 2:
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
