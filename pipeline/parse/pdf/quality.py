"""How well a PDF could be read, with the reasons: a figure that a reviewer sees beside the draft."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.models.paper import Paper, ParseWarning
from pipeline.parse.characters import REPLACEMENT

_LITTLE: Final = 500
"""Characters a page. A page of a paper has two to six thousand; a poster or a scan with a few labels has less."""
_MANY_CUT: Final = 0.25
"""Share of paragraphs that stop in the middle of a sentence; figures and formulas cause a few in any paper."""
_WORTH: Final = 4
"""Paragraphs below which that share says nothing."""


class Judgement(NamedTuple):
    """From 0 (unreadable) to 1 (as printed), and what lowered it."""

    quality: float
    reasons: tuple[ParseWarning, ...]


def judged(paper: Paper, texts: Sequence[str]) -> Judgement:
    """Judge a reading against the pages' own text. Each fault takes its share of what is left."""
    faults = [fault for fault in (_unmapped(paper), _empty_pages(texts), _little(paper, texts), _cut(paper)) if fault]
    if not any(section.heading for section in paper.sections):
        faults.append((0.85, ParseWarning(kind="no_headings", message="no headings were recognised")))
    if paper.metadata.title is None:
        faults.append((0.95, ParseWarning(kind="no_title", message="no title was recognised")))
    quality = 1.0
    for share, _ in faults:
        quality *= share
    return Judgement(round(quality, 2), tuple(reason for _, reason in faults))


def _unmapped(paper: Paper) -> tuple[float, ParseWarning] | None:
    share = paper.text.count(REPLACEMENT) / max(len(paper.text), 1)
    if share < 0.002:
        return None
    message = f"{share:.1%} of the characters are glyphs without a known character"
    return max(0.1, 1 - 8 * share), ParseWarning(kind="text_with_unmapped_glyphs", message=message)


def _empty_pages(texts: Sequence[str]) -> tuple[float, ParseWarning] | None:
    empty = [number for number, text in enumerate(texts, start=1) if len(text.strip()) < 20]
    if not empty:
        return None
    named = ", ".join(map(str, empty[:10])) + (", \u2026" if len(empty) > 10 else "")
    message = f"{len(empty)} of {len(texts)} pages have no text (pictures, perhaps scans): {named}"
    return max(0.2, 1 - len(empty) / len(texts)), ParseWarning(kind="pages_without_text", message=message)


def _little(paper: Paper, texts: Sequence[str]) -> tuple[float, ParseWarning] | None:
    each = len(paper.text) / max(len(texts), 1)
    if each >= _LITTLE:
        return None
    message = f"little text: {each:.0f} characters a page"
    return max(0.3, each / _LITTLE), ParseWarning(kind="little_text", message=message)


def _cut(paper: Paper) -> tuple[float, ParseWarning] | None:
    whole = [p.text for section in paper.sections for p in section.paragraphs if len(p.text) > 80]
    cut = sum(text[-1].isalpha() and text[-1].islower() for text in whole)
    if len(whole) < _WORTH or cut < _MANY_CUT * len(whole):
        return None
    message = f"{cut} of {len(whole)} paragraphs stop in the middle of a sentence: the reading order may be broken"
    return 1 - 0.5 * cut / len(whole), ParseWarning(kind="broken_order", message=message)
