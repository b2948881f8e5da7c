"""Divides a paper that is longer than the model's context into parts, at its sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.draft.asking.request import tokens_of
from pipeline.models.paper import Paper, Section, SectionKind
from pipeline.text.sentences import sentences


@dataclass(frozen=True)
class Part:
    """A stretch of a paper: its text, and the headings of the sections that it holds or continues."""

    text: str
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Divided:
    """The parts to be read, in the order of the paper, and the headings of what is read by nobody."""

    parts: tuple[Part, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Piece:
    heading: str
    kind: SectionKind
    text: str
    tokens: int


_LEAST_WANTED: Final = (
    SectionKind.DATA_AVAILABILITY,
    SectionKind.ETHICS,
    SectionKind.OTHER,
    SectionKind.INTRODUCTION,
    SectionKind.LAY_SUMMARY,
    SectionKind.FUNDING,
    SectionKind.CONFLICTS,
    SectionKind.REGISTRATION,
    SectionKind.DISCUSSION,
    SectionKind.METHODS,
    SectionKind.RESULTS,
    SectionKind.CONCLUSION,
    SectionKind.LIMITATIONS,
    SectionKind.ABSTRACT,
)
"""What is left out first where a paper has more parts than may be read: what tells least about this study."""


def divide(paper: Paper, tokens: int, most: int) -> Divided:
    """Divide a paper into at most `most` parts of at most so many tokens (estimated) each.

    Every section is in some part, or named in `left_out`. Sections longer than a part go on in the next; a paragraph
    is divided only where it alone is longer than a part.
    """
    pieces = [piece for stretch in _stretches(paper) for piece in _pieces(*stretch, tokens)]
    kept, left_out = pieces, dict[str, None]()
    for kind in _LEAST_WANTED:
        if len(_packed(kept, tokens)) <= most:
            break
        kept, dropped = _without(kept, kind, tokens, most)
        left_out |= dict.fromkeys(dropped)
    return Divided(tuple(_packed(kept, tokens)), tuple(left_out))


def _stretches(paper: Paper) -> Iterator[tuple[str, SectionKind, str]]:
    """The text of each section with the tables that stand before the next one; nothing of the text is lost."""
    starts = [section.paragraphs[0].start for section in paper.sections if section.paragraphs]
    sections = [section for section in paper.sections if section.paragraphs]
    if not sections:
        yield "", SectionKind.OTHER, paper.text
        return
    begins = [_heading_start(paper, section, start) for section, start in zip(sections, starts, strict=True)]
    begins[0] = 0
    for section, begin, end in zip(sections, begins, [*begins[1:], len(paper.text)], strict=True):
        yield section.heading, section.kind, paper.text[begin:end].strip()


def _heading_start(paper: Paper, section: Section, start: int) -> int:
    before = paper.text.rfind(section.heading, max(0, start - len(section.heading) - 8), start)
    return before if section.heading and before >= 0 else start


def _pieces(heading: str, kind: SectionKind, text: str, tokens: int) -> Iterator[_Piece]:
    whole = tokens_of(text)
    if whole <= tokens:
        yield _Piece(heading, kind, text, whole)
        return
    chunk: list[str] = []
    for block in _blocks(text, tokens):
        if chunk and tokens_of("\n\n".join([*chunk, block])) > tokens:
            yield _piece(heading, kind, chunk)
            chunk = []
        chunk.append(block)
    yield _piece(heading, kind, chunk)


def _piece(heading: str, kind: SectionKind, blocks: Sequence[str]) -> _Piece:
    text = "\n\n".join(blocks)
    return _Piece(heading, kind, text, tokens_of(text))


def _blocks(text: str, tokens: int) -> Iterator[str]:
    """Paragraphs; those longer than a part by sentences, and a sentence without end by its length."""
    for block in text.split("\n\n"):
        if tokens_of(block) <= tokens:
            yield block
            continue
        spans = [block[start:end] for start, end in sentences(block)] or [block]
        yield from (piece for span in spans for piece in _cut(span, tokens))


def _cut(text: str, tokens: int) -> Iterator[str]:
    if tokens_of(text) <= tokens:
        yield text
        return
    size = max(1, tokens)  # at least one character a token, whatever the script
    yield from (text[start : start + size] for start in range(0, len(text), size))


def _packed(pieces: Sequence[_Piece], tokens: int) -> list[Part]:
    parts: list[Part] = []
    held: list[_Piece] = []
    for piece in pieces:
        if held and sum(each.tokens + 2 for each in held) + piece.tokens > tokens:
            parts.append(_part(held))
            held = []
        held.append(piece)
    return [*parts, _part(held)] if held else parts


def _part(pieces: Sequence[_Piece]) -> Part:
    return Part("\n\n".join(piece.text for piece in pieces), tuple(dict.fromkeys(piece.heading for piece in pieces)))


def _without(pieces: Sequence[_Piece], kind: SectionKind, tokens: int, most: int) -> tuple[list[_Piece], list[str]]:
    """Leave out pieces of this kind, the last first, until the rest fits."""
    kept, dropped = list(pieces), []
    for piece in [piece for piece in reversed(pieces) if piece.kind is kind]:
        if len(_packed(kept, tokens)) <= most:
            break
        kept.remove(piece)
        dropped.append(piece.heading or "(without a heading)")
    return kept, dropped[::-1]
