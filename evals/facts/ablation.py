"""The same measure on papers of which a part was taken out: a fair stand-in for papers that rules have not seen.

Rules that were made on a paper know its words. Without its title, its abstract or its methods they meet it anew, and a
careful reader could still tell most facts from what is left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from evals.facts.label import Label
from evals.facts.measure import labelled_papers
from evals.facts.verdicts import Judged, judge
from pipeline.draft.offline import study_facts
from pipeline.models.paper import Paper, Section, SectionKind


class Left(StrEnum):
    """What is left out of each paper."""

    TITLE = "title"
    ABSTRACT = "abstract"
    BODY = "body"
    """Everything but title, keywords and abstract, tables too."""
    METHODS = "methods"
    KEYWORDS = "keywords"
    """The authors' keywords, the organisms and the subjects that the journal declares."""
    PROOF = "proof"
    """The sentence that proves a fact, one fact at a time."""


def measure_without(left: Left, labels: Iterable[Label], papers: Mapping[str, Path]) -> Iterator[Judged]:
    """Every labelled fact, read without that part. Raises ParseError where a paper cannot be read."""
    for label, paper in labelled_papers(labels, papers):
        yield from _without_proofs(label, paper) if left is Left.PROOF else judge(label, study_facts(cut(paper, left)))


def cut(paper: Paper, left: Left) -> Paper:
    """The paper without that part; a proof is of one fact, and is cut by `without`."""
    return _CUT[left](paper)


def _without_proofs(label: Label, paper: Paper) -> Iterator[Judged]:
    """Each fact that was given, read again without its quote."""
    for given in judge(label, study_facts(paper)):
        if given.quote:
            again = judge(label, study_facts(without(paper, given.quote)))
            yield next(each for each in again if each.fact == given.fact)


def without(paper: Paper, quote: str) -> Paper:
    """The paper with spaces where the quote stood; all offsets stay. Without its title it has none."""
    text = paper.text.replace(quote, " " * len(quote))
    sections = tuple(_again(section, text) for section in paper.sections)
    lesser = paper.model_copy(update={"text": text, "sections": sections})
    if paper.title is None or paper.title.text != quote:
        return lesser
    bare = paper.metadata.model_copy(update={"title": None})
    return lesser.model_copy(update={"metadata": bare, "title": None})


def _again(section: Section, text: str) -> Section:
    """The section as the text now has it."""
    paragraphs = (p.model_copy(update={"text": text[p.start : p.end]}) for p in section.paragraphs)
    return section.model_copy(update={"paragraphs": tuple(paragraphs)})


def _without_title(paper: Paper) -> Paper:
    return without(paper, paper.title.text) if paper.title else paper


def _without_keywords(paper: Paper) -> Paper:
    bare = paper.metadata.model_copy(update={"keywords": (), "organisms": (), "subjects": ()})
    return paper.model_copy(update={"metadata": bare})


def _without_body(paper: Paper) -> Paper:
    return _keeping(paper, lambda kind: kind is SectionKind.ABSTRACT).model_copy(update={"tables": ()})


def _keeping(paper: Paper, keeps: Callable[[SectionKind], bool]) -> Paper:
    """Only the sections of these kinds; spaces stand where the others stood, and all offsets stay."""
    text = paper.text
    for section in paper.sections:
        for each in () if keeps(section.kind) else section.paragraphs:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    kept = tuple(section for section in paper.sections if keeps(section.kind))
    return paper.model_copy(update={"text": text, "sections": kept})


_CUT: Final[dict[Left, Callable[[Paper], Paper]]] = {
    Left.TITLE: _without_title,
    Left.ABSTRACT: lambda paper: _keeping(paper, lambda kind: kind is not SectionKind.ABSTRACT),
    Left.BODY: _without_body,
    Left.METHODS: lambda paper: _keeping(paper, lambda kind: kind is not SectionKind.METHODS),
    Left.KEYWORDS: _without_keywords,
}
