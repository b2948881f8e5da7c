"""The research summary: question, method, main result and meaning, one or two sentences each, in this order."""

from collections.abc import Sequence

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role, states_aim
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.key_findings import key_findings
from pipeline.draft.statements.picking import own, pick, without_bare_settings
from pipeline.models.paper import SectionKind


def research_summary(reading: Reading) -> list[Sentence]:
    """From the abstract; what it lacks comes from the sections of the same part."""
    question = _aims(reading.told(Role.AIM, Role.BACKGROUND, Role.METHODS), 1)
    parts = (
        question or _aims(reading.within(SectionKind.INTRODUCTION), 1) or pick(reading.told(Role.BACKGROUND), 1),
        pick(without_bare_settings(own(reading.told(Role.METHODS))), 2)
        or pick(own(reading.within(SectionKind.METHODS)[:_FIRST]), 1),
        key_findings(reading)[:1] if reading.told(Role.RESULTS) else [],
        [] if reading.is_plan else _meaning(reading),
    )
    return list(dict.fromkeys(sentence for part in parts for sentence in part))


def _meaning(reading: Reading) -> list[Sentence]:
    return pick(reading.told(Role.CONCLUSION), 1) or pick(own(reading.within(SectionKind.CONCLUSION)), 1)


_FIRST = 20
"""Sentences of the methods that may tell how it was done in a word."""


def _aims(sentences: Sequence[Sentence], most: int) -> list[Sentence]:
    return pick((sentence for sentence in own(sentences) if states_aim(sentence.text)), most)
