"""The papers of the shared data: half of them for development, half for the figures that count."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from evals.facts import parts
from evals.facts.label import Label, read_labels
from pipeline.models.paper import Paper, SectionKind
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document

DATA: Final = parts.SHARED
_MODEL_TEXTS: Final = DATA / "plain" / "infolossqa"


class Half(StrEnum):
    """The half of the papers to look at, by the hash of the file's stem: no paper ever changes sides."""

    EVEN = "even"
    """For development."""
    ODD = "odd"
    """For measuring."""
    BOTH = "both"

    def holds(self, stem: str) -> bool:
        """Whether a paper belongs to this half."""
        even = parts.part_of(stem) is parts.Part.DEVELOPMENT
        return self is Half.BOTH or even == (self is Half.EVEN)


@dataclass(frozen=True)
class Article:
    """A paper with its lay text by professionals, which is blanked out of it, and a model's, where it has them.

    `label` says what kind of study it is, by reading.
    """

    stem: str
    label: Label | None
    paper: Paper
    lay: tuple[str, ...]
    model_text: str


def articles(half: Half) -> Iterator[Article]:
    """The articles of a half, each once, in the order of their names. Notices about other papers are left out."""
    seen = set()
    for folder in parts.folders():
        for path in sorted(folder.glob("*.xml")):
            if half.holds(path.stem) and path.stem not in seen:
                seen.add(path.stem)
                yield from _article(path)


def _article(path: Path) -> Iterator[Article]:
    paper = parse_document(path.read_bytes(), MediaType.JATS, path.name)
    if paper.metadata.article_type.is_notice or not paper.metadata.title:
        return
    model_text = _MODEL_TEXTS / f"{path.stem}.gpt4.txt"
    written = model_text.read_text(encoding="utf-8") if model_text.exists() else ""
    # An author's abstract that a journal printed in parts is called a lay summary in one paper of the trials.
    professional = path.parent.name == "jats"
    bare = _without_lay_text(paper) if professional else paper
    yield Article(path.stem, _labels().get(path.stem), bare, _lay_texts(paper) if professional else (), written)


@cache
def _labels() -> dict[str, Label]:
    return {label.id: label for part in parts.Part for label in read_labels(parts.labels_of(part))}


def _lay_texts(paper: Paper) -> tuple[str, ...]:
    return tuple(p.text for s in paper.sections if s.kind is SectionKind.LAY_SUMMARY for p in s.paragraphs)


def _without_lay_text(paper: Paper) -> Paper:
    """The paper with its lay text blanked out, so that no statement proves itself; offsets stay."""
    text, kept = paper.text, []
    for section in paper.sections:
        if section.kind is not SectionKind.LAY_SUMMARY:
            kept.append(section)
            continue
        for paragraph in section.paragraphs:
            text = text[: paragraph.start] + " " * len(paragraph.text) + text[paragraph.end :]
    return paper.model_copy(update={"text": text, "sections": tuple(kept)})
