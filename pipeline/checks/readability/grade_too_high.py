"""A part of the page is written for readers who have studied.

Why it is wrong:
    Half of all adults read no better than a pupil of grade 8, who is 13 years old, and people who are ill or worried
    read less well than they can (AHRQ, Health Literacy Universal Precautions Toolkit). What they cannot follow they
    skip, or they take from it what they hope for. Above grade 12, where school ends, this is on record; above grade 18
    it is a warning.
Wrong:
    "Locomotor rehabilitation interventions demonstrated heterogeneous effectiveness regarding ambulatory function."
Right:
    "The training helped some people to walk better. It did not help everyone."
Blind spots:
    Fewer than 50 words, whose grade is a matter of chance.
    Short words that are hard, and long ones that everybody knows: a formula knows no words.
    Other languages than English, for which the formulas were not made.
    Professional writers stand well above grade 8 too. Of digests and author summaries in journals, 2 of the 17 by which
    the limit was chosen and 5 of 14 others are warned of; nearly all are above grade 12.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, ReadingCheck
from pipeline.checks.reading import Item, Passage, Reading
from pipeline.models.finding import Severity
from pipeline.text.reading_level import END_OF_SCHOOL, FEWEST_WORDS, ReadingLevel, reading_level, sentence_level
from pipeline.text.sentences import sentences

_TARGET: Final = 8
_LIMIT: Final = 18
"""Seldom crossed by professionals: see the blind spots."""
_WORDS_OF_A_SENTENCE: Final = 6
"""Shorter ones may be titles or labels, and have a grade by chance."""
_SHOWN: Final = 70
"""Characters of the hardest sentence that a message names."""


def _find(reading: Reading) -> Iterator[tuple[Item, Hit]]:
    for passage in filter(_may_be_long_enough, reading.passages):
        level = reading_level(item.text for item in passage.items)
        if level.words >= FEWEST_WORDS and level.grade > END_OF_SCHOOL:
            item, start, end = _hardest(passage)
            severity = Severity.WARN if level.grade > _LIMIT else Severity.INFO
            yield item, Hit(start, end, _message(passage, level, item.text[start:end]), severity)


def _may_be_long_enough(passage: Passage) -> bool:
    """Whether so many words have room there, each with what parts it from the next: menus have none."""
    return sum(len(item.text) + 1 for item in passage.items) >= 2 * FEWEST_WORDS


def _hardest(passage: Passage) -> tuple[Item, int, int]:
    places = [(item, *span) for item in passage.items for span in sentences(item.text)]
    return max(places, key=lambda place: _hardness(place[0].text[place[1] : place[2]]))


def _hardness(sentence: str) -> float:
    level = sentence_level(sentence)
    return level.grade if level.words >= _WORDS_OF_A_SENTENCE else 0.0


def _message(passage: Passage, level: ReadingLevel, hardest: str) -> str:
    shown = hardest if len(hardest) <= _SHOWN else f"{hardest[:_SHOWN].rstrip()}\u2026"
    return (
        f"School grade {level.grade:.0f} is needed for {passage.name}, and {_TARGET} is what most readers have"
        f" (Flesch-Kincaid {level.flesch_kincaid:.1f}, Coleman-Liau {level.coleman_liau:.1f}, SMOG {level.smog:.1f})."
        f" The hardest sentence: {shown!r}"
    )


CHECK = ReadingCheck(
    name="grade_too_high",
    group=Group.READABILITY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
