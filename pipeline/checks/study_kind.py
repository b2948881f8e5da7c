"""What kind of study a statement speaks of, as far as a check has to know it."""

from dataclasses import dataclass
from typing import Final

from pipeline.models.study import TRIALS, Certainty, Species, StudyDesign, StudyFacts

_OBSERVED: Final = frozenset(
    {
        StudyDesign.COHORT,
        StudyDesign.CASE_CONTROL,
        StudyDesign.CROSS_SECTIONAL,
        StudyDesign.CASE_SERIES,
        StudyDesign.CASE_REPORT,
        StudyDesign.SURVEY,
        StudyDesign.QUALITATIVE,
    }
)
"""Designs that only watch: what goes together in them need not be cause and effect."""
_OTHER_THAN_PEOPLE: Final = frozenset({Species.ANIMAL, Species.CELL_OR_TISSUE, Species.COMPUTATIONAL})


@dataclass(frozen=True, slots=True)
class StudyKind:
    """Design, species and certainty of a study; None where they are not known."""

    design: StudyDesign | None = None
    species: Species | None = None
    certainty: Certainty | None = None

    def or_else(self, other: "StudyKind") -> "StudyKind":
        """This kind, with what is not known of it taken from another."""
        return StudyKind(self.design or other.design, self.species or other.species, self.certainty or other.certainty)

    @property
    def only_observed(self) -> bool:
        """Whether nothing was tried out in it, so that it cannot show what causes what."""
        return self.design in _OBSERVED

    @property
    def tries_something(self) -> bool:
        """Whether something was tried out on people."""
        return self.design in TRIALS and not self.without_people

    @property
    def without_people(self) -> bool:
        """Whether it was done in animals, in cells or on a computer."""
        return self.species in _OTHER_THAN_PEOPLE


def kind_of_facts(study: StudyFacts) -> StudyKind:
    """The kind of study that the facts of a summary tell."""
    return StudyKind(
        design=study.design.value if study.design else None,
        species=study.species.value if study.species else None,
        certainty=study.certainty.value if study.certainty else None,
    )
