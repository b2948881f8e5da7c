"""Runs the extractor over labelled papers and counts its verdicts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from evals.facts.label import Label
from evals.facts.verdicts import FACTS, OF_THE_CORD, Judged, Verdict, judge
from pipeline.draft.offline import study_facts
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document

_MEDIA_TYPES: Final = {".xml": MediaType.JATS, ".nxml": MediaType.JATS, ".pdf": MediaType.PDF}
RIGHT: Final = {"design": 0.90, "species": 0.97, "n": 0.85, "duration": 0.80, "registration": 0.95}
"""The least rate that must be right on the held-out half."""
WRONG: Final = 0.05
"""The highest rate that may be wrong, of each of these facts."""


def measure(labels: Iterable[Label], papers: Mapping[str, Path]) -> Iterator[Judged]:
    """Every labelled fact of every paper that is there. Raises ParseError where one cannot be read."""
    for label, paper in labelled_papers(labels, papers):
        yield from judge(label, study_facts(paper))


def labelled_papers(labels: Iterable[Label], papers: Mapping[str, Path]) -> Iterator[tuple[Label, Paper]]:
    """The papers that are there, each with its label. Raises ParseError where one cannot be read."""
    for label in labels:
        if path := papers.get(label.id):
            yield label, parse_document(path.read_bytes(), _MEDIA_TYPES[path.suffix.lower()], path.name)


def rates(judged: Iterable[Judged]) -> dict[str, dict[Verdict, float]]:
    """For each fact the share of papers by verdict; those of the spinal cord only where a label speaks of them."""
    rows = list(judged)
    there = {row.fact for row in rows}
    labelled = (*FACTS, *(fact for fact in OF_THE_CORD if fact in there))
    return {fact: _shares([row.verdict for row in rows if row.fact == fact]) for fact in labelled}


def _shares(verdicts: list[Verdict]) -> dict[Verdict, float]:
    return {each: verdicts.count(each) / len(verdicts) if verdicts else 0.0 for each in Verdict}


def falls_short(fact: str, shares: Mapping[Verdict, float]) -> bool:
    """Whether a rate misses its bar; facts without a bar never do."""
    return fact in RIGHT and (shares[Verdict.RIGHT] < RIGHT[fact] or shares[Verdict.WRONG] > WRONG)
