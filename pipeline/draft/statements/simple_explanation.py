"""The simple explanation: lay text by professionals where the paper has some, else why and how it was done."""

import re
from itertools import groupby
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role, states_aim
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick, without_bare_settings
from pipeline.models.paper import SectionKind

_MOST, _OPENING, _AFTER_TURN, _EACH = 6, 2, 3, 2
_TURN: Final = re.compile(
    r"\b(?:now|here|in this (?:study|paper|work|article)|et al|the (?:researchers|authors|team)"
    r"|we (?:\w+ )?(?:found|find|show|studied"
    r"|investigated|examined|asked|developed|used|report|demonstrate|present|describe|propose|analy[sz]ed))\b",
    re.IGNORECASE,
)
"""Where lay text turns from what is known to what this study did."""


def simple_explanation(reading: Reading) -> list[Sentence]:
    """A digest or author summary; else the abstract's background, aim and first method; else the introduction."""
    lay = [sentence for sentence in reading.within(SectionKind.LAY_SUMMARY) if sentence.usable]
    if lay:
        return _of_lay(lay)
    return _from_abstract(reading) or pick(own(reading.within(SectionKind.INTRODUCTION)), 3)


def _of_lay(lay: list[Sentence]) -> list[Sentence]:
    """Some of each part, because the beginning of lay text is all about what was known before."""
    parts = [list(part) for _, part in groupby(lay, key=lambda sentence: sentence.heading)]
    if len(parts) > 1:
        return in_order(pick((s for part in parts for s in part[:_EACH]), _MOST))
    turn = next((at for at, s in enumerate(lay) if at >= _OPENING and _TURN.search(s.text)), _OPENING)
    chosen = [*lay[:_OPENING], *lay[turn : turn + _AFTER_TURN], lay[-1]]
    return in_order(pick(chosen, _MOST))


def _from_abstract(reading: Reading) -> list[Sentence]:
    background = pick(reading.told(Role.BACKGROUND, Role.AIM), 3)
    aims = pick([s for s in own(reading.told(Role.BACKGROUND, Role.AIM, Role.METHODS)) if states_aim(s.text)], 1)
    methods = pick(without_bare_settings(own(reading.told(Role.METHODS))), 1)
    return in_order([*background, *aims, *methods])
