"""Chosen sentences become statements; one that points back is told behind what it points to."""

from collections.abc import Iterator, Sequence

from pipeline.draft.reading.pointing_back import points_back, points_to_nothing_named
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import own
from pipeline.models.claim import Claim


def claims(reading: Reading, chosen: Sequence[Sentence]) -> tuple[Claim, ...]:
    """The sentences as statements, each resting on itself.

    Where `This could …` follows on a page something else than in the paper, the sentence before it in the paper comes
    with it, in one statement with two proofs. Where that one cannot be told, a sentence that names nothing is left
    out, if others stay.
    """
    told = tuple(_told(reading, chosen))
    return told or tuple(sentence.claim for sentence in chosen)


def _told(reading: Reading, chosen: Sequence[Sentence]) -> Iterator[Claim]:
    starts = [sentence.start for sentence in chosen]  # the same sentence may be read twice, with two roles
    for before, sentence in zip((None, *starts), chosen, strict=False):
        nearest = next(reading.before(sentence), None)
        if not points_back(sentence.text) or (nearest and nearest.start == before):
            yield sentence.claim
        elif nearest and nearest.start not in starts and _leads(nearest, sentence):
            yield _together(nearest, sentence)
        elif not points_to_nothing_named(sentence.text):
            yield sentence.claim


def _leads(nearest: Sentence, sentence: Sentence) -> bool:
    """Whether it is of the same paragraph and can be told itself."""
    return nearest.block == sentence.block and bool(own([nearest], brief=True)) and not points_back(nearest.text)


def _together(first: Sentence, second: Sentence) -> Claim:
    return Claim(text=f"{first.text} {second.text}", evidence=(first.evidence, second.evidence))
