"""How strongly a text ties two things together: as cause and effect, or as found together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.text.caseless import caseless
from pipeline.text.negations import denied
from pipeline.text.words import words

_STRONG: Final = (
    r"caus(?:es?|ed|ing)(?! (?:of|were|was|are|is|for|could|can|in)\b)|(?:lead|leads|led|leading) to"
    r"|result(?:s|ed|ing)? in|br(?:ing|ings|ought) about"
    r"|prevent(?:s|ed|ing)?|because of|(?:is|was|are|were) (?:the|a) (?:main |direct )?cause of"
    r"|trigger(?:s|ed)|produc(?:es|ed) (?:a|an|the)"
    r"|thanks to|sav(?:es|ed|ing) (?:more )?lives|ke(?:eps?|pt) (?:more )?(?:people|patients|them) alive"
    r"|help(?:s|ed) (?:more )?(?:people|patients|children|them) (?:to )?(?:survive|live longer|recover)"
    r"|mak(?:es|ing) (?:people|patients|them) (?:more|less)|ma(?:de) (?:people|patients|them) (?:more|less)"
)
_EFFECT: Final = (
    r"improves|reduces|increases|lowers|raises|protects (?:against|from)|worsens|decreases|boosts"
    r"|speeds up|slows|relieves|heals|shortens|lengthens|prolongs"
    r"|had (?:an?|the) (?:\w+ )?(?:effect|impact|influence) on"
)
_CAUSE: Final = re.compile(rf"\b(?:(?P<strong>{_STRONG})|(?P<effect>{_EFFECT}))\b")
_LINK: Final = re.compile(
    r"\b(?:associat(?:ed|es?|ions?)|correlat(?:ed|es?|ions?|ing)|link(?:ed|s)?|relat(?:ed|ionships?"
    r"|ions?) (?:to|with|between)"
    r"|predict(?:ed|s|ors?|ive)|tended to|more likely|less likely|odds ratio|hazard ratio|risk "
    r"factors?|went together)\b",
    re.IGNORECASE,
)
_SOFT: Final = re.compile(
    r"\b(?:may|might|could|can|possibl[ye]|perhaps|suggest\w*|appear\w*|seem\w*|whether|if"
    r"|hypothesi\w+|likely|unclear|not known|does not (?:show|prove)"
    r"|cannot (?:show|say|tell|prove)|designed|aim\w*|intended|to (?:see|find out|test|prevent|reduce"
    r"|improve)|believed|thought|known)\b",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(r"\s(?:no|none|neither|nothing)\b")
"""`The device caused no bleeding.`"""
_LOOK_BACK: Final = 70


@dataclass(frozen=True, slots=True)
class Cause:
    """Words that say what brings what about; `strong` where they can mean nothing else."""

    words: str
    start: int
    end: int
    strong: bool


def causes(text: str) -> Iterator[Cause]:
    """Where a text tells cause and effect, neither denied nor hedged nor asked about."""
    told = list(_CAUSE.finditer(caseless(text)))
    flags = dict(zip((word.start for word in words(text)), denied(text), strict=True)) if told else {}
    for found in told:
        hedged = _SOFT.search(text, max(0, found.start() - _LOOK_BACK), found.start())
        if not hedged and not flags.get(found.start(), False) and not _NOTHING.match(text, found.end()):
            yield Cause(
                text[found.start() : found.end()], found.start(), found.end(), strong=found.group("strong") is not None
            )


def tells_link(text: str) -> bool:
    """Whether a text only says that things were found together."""
    return _LINK.search(text) is not None


def tells_cause(text: str) -> bool:
    """Whether a text uses any word of cause and effect, hedged or not."""
    return _CAUSE.search(caseless(text)) is not None
