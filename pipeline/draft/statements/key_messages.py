"""Key messages: what the authors conclude, in the abstract's own words; of a plan, what it is for."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role, states_aim
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.limitations import PRAISES
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.draft.statements.plain_limits import admits_plainly
from pipeline.models.paper import SectionKind

MOST, _LEAST = 3, 2
"""Two or three key messages: Cochrane's guidance for plain language summaries."""
_ONLY_OUTLOOK: Final = re.compile(
    r"\b(?:further|future|more|additional|larger) (?:\w+ ){0,3}(?:stud(?:y|ies)|research|trials?|work"
    r"|investigations?)\b",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(r"\bwe (?:therefore |\w+ly |then |thus )?hypothesi[sz]ed\b", re.IGNORECASE)
_HOPES: Final = re.compile(
    r"\b(?:hypothes[ie]s|superior|support for|if (?:successful|effective|the|study|our|this|proven)|(?:may|might"
    r"|could) (?:be )?\w*"
    r"(?:improve|reduce|effective|benefi)|are expected|is expected|will indicate|will have)\b",
    re.IGNORECASE,
)
"""What a plan hopes to find has not been found."""


def key_messages(reading: Reading) -> list[Sentence]:
    """The conclusions of the abstract; where there are too few, its last results, then the conclusion section.

    Of a plan, and of a paper without any of these, what is planned.
    """
    if reading.is_plan:
        return _of_plan(reading)
    chosen = pick(_said(reading.told(Role.CONCLUSION)), MOST)
    if len(chosen) >= _LEAST:
        return in_order(chosen)
    return in_order(pick(chain(chosen, _spare(reading)), _LEAST)) or _of_plan(reading)


def _spare(reading: Reading) -> Iterator[Sentence]:
    """What may stand in for a missing conclusion, read only as far as it is needed."""
    yield from reversed(own(reading.told(Role.RESULTS)))
    yield from _said(reading.within(SectionKind.CONCLUSION))
    yield from reversed(reading.within(SectionKind.LAY_SUMMARY))
    yield from (s for s in own(reading.within(SectionKind.DISCUSSION)) if not _judges_the_study(s))


def _judges_the_study(sentence: Sentence) -> bool:
    """What is said for or against how a study was done is no message of it."""
    return admits_plainly(sentence) or any(form.search(sentence.text) for form in (_JUDGES, PRAISES))


_JUDGES: Final = re.compile(
    r"\b(?:strengths?|weakness(?:es)?|limitations?|shortcomings?) (?:of|in|include|is|are)\b"
    r"|\b(?:has|have|had) (?:\w+ )?(?:limitations?|strengths?)\b",
    re.IGNORECASE,
)


def _of_plan(reading: Reading) -> list[Sentence]:
    """What the study wants to find out and how, never what it hopes to find."""
    abstract = own(reading.told(Role.AIM, Role.METHODS, Role.BACKGROUND, Role.CONCLUSION))
    aims = [s for s in abstract if states_aim(s.text) and not _HOPES.search(s.text)]
    plans = [s for s in abstract if " will " in s.text and not _HOPES.search(s.text)]
    return in_order(pick(chain(aims[:1], plans, aims, abstract, _spare(reading)), _LEAST))


def _said(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Statements first; a call for more research only where there is nothing else; never what was supposed."""
    told = (s for s in sentences if s.usable and not _SUPPOSED.search(s.text))
    return sorted(told, key=lambda sentence: _ONLY_OUTLOOK.search(sentence.text) is not None)
