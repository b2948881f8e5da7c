"""Picks sentences for a part of the summary: usable ones, each once, in the order given, up to a number."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.reading.sentence import Sentence

_OF_OTHERS: Final = re.compile(
    r"\bet al\b|\b(?:previous|prior|earlier|other|recent|several|published) (?:\w+ )?(?:studies|reports?|work|trials"
    r"|rcts"
    r"|research|authors)\b|\b(?:have|has) been (?:shown|reported|described|demonstrated)\b"
    r"|\bsome (?:studies|authors|researchers|reports) (?:have|suggest|found|report)|\bthe authors (?:concluded"
    r"|found|reported|suggested)|\b(?-i:[A-Z])\w+ and (?:his |her |their )?(?:colleagues|co-?workers)\b",
    re.IGNORECASE,
)
_POINTS: Final = re.compile(
    r"\b(?:Fig(?:ure)?s?|Tables?|Box|Video|Appendix)\b\.? ?[\dSA]|\bS\d{1,2} (?:Table|Fig|Text|Appendix|Data)\b"
    r"|\bsee (?:also )?(?:above|below)\b|\b[Ww]e (?:shall|will) now\b"
    r"|\b(?:described|mentioned|discussed|noted|stated|outlined|explained|detailed|listed) (?:above|below"
    r"|elsewhere)\b"
    r"|\b[Ii]n the (?:next|following|previous|preceding) (?:section|chapter|paragraph)s?\b"
)
"""To another place of the paper."""


def pick(sentences: Iterable[Sentence], most: int, *, brief: bool = False) -> list[Sentence]:
    """The first usable sentences, no two with the same words; `brief`: those of a few words, too."""
    chosen: dict[str, Sentence] = {}
    for sentence in sentences:
        if len(chosen) == most:
            break
        if sentence.usable or (brief and sentence.is_brief):
            chosen.setdefault(sentence.text.casefold(), sentence)
    return list(chosen.values())


def own(sentences: Iterable[Sentence], *, brief: bool = False) -> list[Sentence]:
    """Usable ones, without what others found and without sentences that make no sense away from a figure or table."""
    fit = (s for s in sentences if s.usable or (brief and s.is_brief))
    return [s for s in fit if not tells_of_others(s.text) and not _POINTS.search(s.text)]


def tells_of_others(text: str) -> bool:
    """Whether it tells what others did or found."""
    return _OF_OTHERS.search(text) is not None


def in_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    """In the order of the paper, each once."""
    return sorted(dict.fromkeys(sentences), key=lambda sentence: sentence.start)


def without_bare_settings(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Without what stands behind the label of a setting and lacks a verb: `Homes in two towns.` tells of no method."""
    return [s for s in sentences if not _SETTING.match(s.quote) or _VERB.search(s.text)]


_SETTING: Final = re.compile(r"settings?\b[\w ]{0,30}[:.\u2014\u2013-]", re.IGNORECASE)
_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|we|took|came|held|\w{3,}ed)\b", re.IGNORECASE)
