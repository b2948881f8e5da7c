"""Counts that name nobody: `when 111 had been randomised`, `532 were enrolled`."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.counts import Count
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.study import SampleRole, SampleUnit

_BARE: Final = re.compile(
    r"(?:\A|[;,] |\b(?:when|and|of whom|of which) )(?P<n>\d[\d,]{1,5}) (?:had been|have been|were) (?:\w+ )?"
    r"(?:(?P<randomised>randomi[sz]ed|randomly (?:assigned|allocated))|(?P<enrolled>enrol+ed|recruited)"
    r"|(?P<included>included)|(?P<analysed>analy[sz]ed))\b(?! to\b| from\b)",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:et al|previous|earlier|articles|studies|papers|records|cells|samples)\b", re.IGNORECASE
)
_ROLES: Final = {
    "randomised": SampleRole.RANDOMISED,
    "enrolled": SampleRole.ENROLLED,
    "included": SampleRole.INCLUDED,
    "analysed": SampleRole.ANALYSED,
}


def bare_counts(sentences: Iterable[Sentence]) -> Iterator[Count]:
    """Each number with what was done with so many; they are people, since nothing else is named."""
    for sentence in (each for each in sentences if not _OF_OTHERS.search(each.quote)):
        for found in _BARE.finditer(sentence.quote):
            role = next(role for name, role in _ROLES.items() if found[name])
            yield Count(int(found["n"].replace(",", "")), SampleUnit.PEOPLE, role, sentence, sure=False)
