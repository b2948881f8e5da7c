"""A study in animals is told as one where everybody reads: in the title or in a key message."""

from collections.abc import Sequence

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.key_messages import MOST
from pipeline.draft.statements.picking import in_order, own
from pipeline.models.paper import SectionKind
from pipeline.text.species_words import ANIMAL


def naming_the_animal(reading: Reading, messages: Sequence[Sentence]) -> list[Sentence]:
    """The key messages, with a sentence before them that names the animal where neither they nor the title do."""
    if any(ANIMAL.search(text) for text in (reading.title, *(message.text for message in messages))):
        return list(messages)
    told = own(
        [
            *reading.abstract(Role.RESULTS, Role.CONCLUSION, Role.METHODS, Role.AIM),
            *reading.within(SectionKind.LAY_SUMMARY, SectionKind.RESULTS, SectionKind.METHODS),
        ]
    )
    naming = next((sentence for sentence in told if ANIMAL.search(sentence.text)), None)
    return in_order([naming, *messages[: MOST - 1]]) if naming else list(messages)
