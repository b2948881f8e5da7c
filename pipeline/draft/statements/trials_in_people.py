"""What was tried in people before is not told on the page of a study in animals or cells: it reads as its result."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.draft.reading.sentence import Sentence
from pipeline.text.species_words import ANIMAL

_TRIED: Final = re.compile(
    r"\b(?:trials?|cohorts?|randomi[sz]ed|case series|(?:being|been) tested in (?:people|patients|humans))\b",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(
    r"\b(?:patients?|people|persons|participants|volunteers|men|women|children|adults)\b", re.IGNORECASE
)
"""Trials of seals speak of individuals, too."""


def without_trials_in_people(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without those that speak of people who were in a trial, if others stay."""
    kept = [sentence for sentence in sentences if not _tells_of_people_tried(sentence.text)]
    return kept or list(sentences)


def _tells_of_people_tried(text: str) -> bool:
    return all(form.search(text) for form in (_TRIED, _PEOPLE)) and not ANIMAL.search(text)
