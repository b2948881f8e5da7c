"""The research summary: question, method, main result and meaning, one or two sentences each."""

from collections.abc import Sequence

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role, states_aim
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.models.paper import SectionKind


def research_summary(reading: Reading) -> list[Sentence]:
    """From the abstract; what it lacks comes from the sections of the same part."""
    question = _aims(reading.abstract(Role.AIM, Role.BACKGROUND, Role.METHODS), 1)
    parts = (
        question or _aims(reading.within(SectionKind.INTRODUCTION), 1) or pick(reading.abstract(Role.BACKGROUND), 1),
        pick(own(reading.abstract(Role.METHODS)), 2) or pick(own(reading.within(SectionKind.METHODS)), 1),
        pick(own(reading.abstract(Role.RESULTS)), 1),
        pick(reading.abstract(Role.CONCLUSION), 1) or pick(own(reading.within(SectionKind.CONCLUSION)), 1),
    )
    return in_order(sentence for part in parts for sentence in part)


def _aims(sentences: Sequence[Sentence], most: int) -> list[Sentence]:
    return pick((sentence for sentence in own(sentences) if states_aim(sentence.text)), most)
