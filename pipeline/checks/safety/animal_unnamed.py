"""The study was done in animals or cells, and neither the title nor the key messages say so.

Why it is wrong:
    Many read no more than the title and the key messages. Where these do not name the animal, every result on the page
    is read as one in people.
Wrong:
    A page on a study in rats whose title and key messages say "the treatment" and "recovery", but never "rats".
Right:
    "In rats, the treatment helped nerves to grow."
Blind spots:
    A page that names the animal in its title only, and then speaks of "subjects".
    Studies of which the facts do not tell the species.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.study import Species
from pipeline.models.summary import Summary
from pipeline.text.species_words import ANIMAL, LABORATORY

_NAMED_BY: Final = {
    Species.ANIMAL: (ANIMAL,),
    Species.CELL_OR_TISSUE: (LABORATORY, ANIMAL),
    Species.COMPUTATIONAL: (LABORATORY,),
}


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the form of a summary check
    species = summary.study.species
    forms = _NAMED_BY.get(species.value) if species else None
    if species is None or forms is None or not summary.key_messages:
        return
    told = [claim.text for claim in summary.key_messages]
    if not any(form.search(text) for form in forms for text in (summary.plain_title, *told)):
        severity = Severity.BLOCK if species.value is Species.ANIMAL else Severity.WARN
        message = f"Neither the title nor a key message says that the study was done in: {species.value.value}."
        yield PlacedHit("/key_messages", message, summary.plain_title, severity)


CHECK = SummaryCheck(
    name="animal_unnamed",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
