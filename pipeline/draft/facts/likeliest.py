"""The sample that an abstract tells without a word for its role: `Eight infants were admitted`, `114 patients started`.

Told only where nothing else is found. What was measured: in 381 labelled papers, the largest number of people that an
abstract counts in its methods or at the beginning of its results was the label's in 227 of the 230 where there is one;
further down, it is as often a part.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.draft.facts.counts import Count, counts
from pipeline.draft.facts.evidence import quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.study import SampleUnit

_FEWEST: Final = 4
"""Fewer are more often an example."""
_FIRST_RESULTS: Final = 2
"""Sentences at the beginning of the results."""
_OF_OTHERS: Final = re.compile(
    r"\b(?:previous|prior|earlier|et al|literature|worldwide|annually|per year|reported by|published|died|deaths?"
    r"|dropped|withdrew|lost to|declined|refused|excluded|missing|remaining|developed|adverse|side effects"
    r"|complications?|recurrences?|relapsed|responders|fell)\b",
    re.IGNORECASE,
)
"""What is told of other studies, or of those to whom something happened."""


def likeliest(reading: Reading, units: frozenset[SampleUnit] | None) -> list[Count]:
    """The largest of the numbers that may be the sample, or nothing."""
    found = [count for sentence in _told(reading) for count in counts(sentence, anywhere=True)]
    wanted = [count for count in found if count.n >= _FEWEST and (units is None or count.unit in units)]
    return [max(wanted, key=lambda count: count.n)] if wanted else []


def _told(reading: Reading) -> Sequence[Sentence]:
    results = reading.abstract(Role.RESULTS)
    of_all = [s for s in results[_FIRST_RESULTS:] if _ALL_OF_THEM.search(s.quote)]
    told = [*reading.abstract(Role.METHODS, Role.AIM), *results[:_FIRST_RESULTS], *of_all]
    return [s for s in quotable(told) if not s.citations and not _OF_OTHERS.search(s.quote)]


_ALL_OF_THEM: Final = re.compile(
    r"\b[Aa]ll (?:\d+|[a-z]+(?:-[a-z]+)?) (?:participants|patients|subjects|individuals|volunteers)\b"
    r"(?! (?:in|of|with|who|without|from|that)\b)"
)
"""`All six participants kept their gains`, wherever the results say so."""
