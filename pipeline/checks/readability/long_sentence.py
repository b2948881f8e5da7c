"""A sentence has more than 40 words.

Why it is wrong:
    By its end the reader has lost its beginning. Plain language asks for 15 to 20 words on average; a sentence of more
    than 40 nearly always holds several, which can be told one after the other.
Wrong:
    A key finding that names the groups, the training, three results with their numbers, and what they mean, in one go.
Right:
    "Two groups trained for 12 weeks. One used a robot. Both walked faster afterwards."
Blind spots:
    Sentences of 25 to 40 words, which are hard enough.
    Long lists that are easy to read are found too.
    Quotations, which are the paper's to answer for.
    In digests and author summaries of journals, 9 of 100 sentences are longer; in plain texts by a language model, 2.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, ReadingCheck
from pipeline.checks.reading import Item, Reading
from pipeline.models.finding import Severity
from pipeline.text.reading_level import sentence_level
from pipeline.text.sentences import sentences

_MOST_WORDS: Final = 40
_SHORTEST: Final = 2 * _MOST_WORDS
"""Characters; a shorter sentence cannot have so many words."""


def _find(reading: Reading) -> Iterator[tuple[Item, Hit]]:
    for _, item in reading.items:
        for start, end in sentences(item.text) if len(item.text) > _SHORTEST else ():
            if (words := sentence_level(item.text[start:end]).words) > _MOST_WORDS:
                yield item, Hit(start, end, f"This sentence has {words} words; more than {_MOST_WORDS} are too many.")


CHECK = ReadingCheck(
    name="long_sentence",
    group=Group.READABILITY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
