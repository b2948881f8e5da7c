"""A study in animals is told as one where everybody reads: in the title or in a key message."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.key_messages import MOST
from pipeline.draft.statements.picking import in_order, own
from pipeline.models.paper import SectionKind
from pipeline.text.species_words import ANIMAL

_KIND: Final = re.compile(
    rf"(?!\b(?:animals?|mammals?|vertebrates?|embryos?|larvae|pups?)\b){ANIMAL.pattern}", ANIMAL.flags
)
"""What kind of animal it was, which "animals" does not tell."""


_OURS: Final = re.compile(r"\b(?:we|our|here)\b", re.IGNORECASE)
"""The parts of an abstract without labels are guessed: what the authors did is no background."""


def naming_the_animal(reading: Reading, messages: Sequence[Sentence]) -> list[Sentence]:
    """The key messages, with a sentence before them that names the animal where neither they nor the title do."""
    if any(ANIMAL.search(text) for text in (reading.title, *(message.text for message in messages))):
        return list(messages)
    guessed = [s for s in reading.abstract(Role.BACKGROUND) if _OURS.search(s.text)]
    told = own(
        [
            *reading.abstract(Role.RESULTS, Role.CONCLUSION, Role.METHODS, Role.AIM),
            *guessed,
            *reading.within(SectionKind.RESULTS, SectionKind.METHODS, SectionKind.LAY_SUMMARY, SectionKind.ETHICS),
        ]
    )
    naming = next((s for s in told if _KIND.search(s.text)), None) or next(
        (s for s in told if ANIMAL.search(s.text)), None
    )
    naming = naming or _last_without_label(reading)
    return in_order([naming, *messages[: MOST - 1]]) if naming else list(messages)


def _last_without_label(reading: Reading) -> Sentence | None:
    """The last sentence of an abstract without labels that names an animal: what was known before stands first."""
    told = [s for s in own(reading.abstract(Role.BACKGROUND)) if not _LABELLED.match(s.heading)]
    return next((s for s in reversed(told) if _KIND.search(s.text)), None)


_LABELLED: Final = re.compile(r"\W*(?:background|introduction|context|rationale|importance)\b", re.IGNORECASE)
