"""The same measure on papers whose proof was taken out: what is told when the sentence that a rule knew is not there.

A fact that a paper tells in several places should be found in another; where it is not told again, nothing should be
given. What is wrong here shows where a rule takes the next best sentence, as it will in papers not yet seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evals.facts.label import Label
from evals.facts.measure import labelled_papers
from evals.facts.verdicts import Judged, judge
from pipeline.draft.offline import study_facts
from pipeline.models.paper import Paper


def measure_without_proof(labels: Iterable[Label], papers: Mapping[str, Path]) -> Iterator[Judged]:
    """Each fact that was given, read again without its quote. Raises ParseError where a paper cannot be read."""
    for label, paper in labelled_papers(labels, papers):
        for given in judge(label, study_facts(paper)):
            if given.quote:
                again = judge(label, study_facts(without(paper, given.quote)))
                yield next(each for each in again if each.fact == given.fact)


def without(paper: Paper, quote: str) -> Paper:
    """The paper with spaces where the quote stood; all offsets stay."""
    text = paper.text.replace(quote, " " * len(quote))
    sections = [
        section.model_copy(
            update={
                "paragraphs": tuple(p.model_copy(update={"text": text[p.start : p.end]}) for p in section.paragraphs)
            }
        )
        for section in paper.sections
    ]
    return paper.model_copy(update={"text": text, "sections": tuple(sections)})
