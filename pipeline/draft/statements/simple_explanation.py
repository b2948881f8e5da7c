"""The simple explanation: lay text by professionals where the paper has some, else why and how it was done."""

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role, states_aim
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.models.paper import SectionKind

_MOST = 6


def simple_explanation(reading: Reading) -> list[Sentence]:
    """A digest or author summary; else the abstract's background, aim and first method; else the introduction."""
    lay = pick(reading.within(SectionKind.LAY_SUMMARY), _MOST)
    return lay or _from_abstract(reading) or pick(own(reading.within(SectionKind.INTRODUCTION)), 3)


def _from_abstract(reading: Reading) -> list[Sentence]:
    background = pick(reading.abstract(Role.BACKGROUND, Role.AIM), 3)
    aims = pick([s for s in own(reading.abstract(Role.BACKGROUND, Role.AIM, Role.METHODS)) if states_aim(s.text)], 1)
    methods = pick(own(reading.abstract(Role.METHODS)), 1)
    return in_order([*background, *aims, *methods])
