"""Species where title and abstract leave it open, and the rest of the paper talks of one kind of being all the time."""

import pytest

from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species
from tests.draft.papers import paper

LEFT_OPEN = "Ease and speed were compared. Speed rose by 4 points. Ease stayed the same."


def found_in(methods: str, results: str = "Speed was higher.", abstract: str = LEFT_OPEN) -> Species | None:
    """The species of a paper that tells this of its methods and results."""
    told = paper(
        (SectionKind.ABSTRACT, abstract),
        (SectionKind.METHODS, methods),
        (SectionKind.RESULTS, results),
        title="Ease and speed compared",
    )
    found = species(Reading(told))
    assert found is None or found.evidence[0].quote in f"{abstract} {methods} {results}"
    return found.value if found else None


@pytest.mark.parametrize(
    ("methods", "expected"),
    [
        ("Twenty-four observers took part for course credit. Screens stood at 57 cm.", Species.HUMAN),
        ("Players wore a belt. The players slept at home.", Species.HUMAN),
        ("Lizards were captured by hand. Each lizard was weighed.", Species.ANIMAL),
        ("HeLa cells were cultured. Cells were fixed. The cell lines were tested monthly.", Species.CELL_OR_TISSUE),
    ],
)
def test_the_one_kind_of_which_the_methods_tell_was_studied(methods: str, expected: Species):
    assert found_in(methods) is expected


def test_of_two_kinds_of_beings_neither_is_chosen():
    assert found_in("Players wore a belt. Dogs wore a belt. The players slept. The dogs slept.") is None


def test_an_essay_that_talks_of_mice_has_seen_none():
    essay = "Mice are cheap. Mice breed fast. But mice are not men, and cages are no homes."
    told = paper((SectionKind.OTHER, essay), title="Ease and speed")
    assert species(Reading(told)) is None
    seen = paper((SectionKind.METHODS, "Mice were kept in cages. Mice were weighed."), title="Ease and speed")
    found = species(Reading(seen))
    assert found is not None
    assert found.value is Species.ANIMAL


def test_animals_that_gave_antibodies_are_not_counted():
    assert found_in("Antibodies were raised in rabbits. Antibodies were raised in goats, too.") is None


def test_beings_of_which_the_whole_paper_tells_outvote_a_sentence_of_the_front():
    birds = "Birds were caught at dusk. The birds were weighed. Birds were fed. Each bird was released. Birds flew on."
    front = "Background: It matters. Methods: We asked 40 volunteers to look out. Results: Speed was higher."
    assert found_in("Screens stood at 57 cm.", abstract=front) is Species.HUMAN
    assert found_in(birds, abstract=front) is Species.ANIMAL


def test_a_few_animals_outvote_nobody():
    front = "Background: It matters. Methods: We asked 40 volunteers to rest. Results: Volunteers rested."
    assert found_in("Mice were trained before. The mice rested.", abstract=front) is not Species.ANIMAL


CLINIC = "Stroke was rated. Bleeding was rated at admission. Treatment went on. Mortality was told. Surgery was late."


def test_a_paper_that_is_all_of_clinics_is_of_people():
    assert found_in(f"Placebo was inert. {CLINIC} Follow-up was long.") is Species.HUMAN


def test_a_paper_of_clinics_that_names_dogs_is_left_open():
    assert found_in(f"Placebo was inert. {CLINIC} Follow-up was long. One dog was seen.") is not Species.HUMAN


def test_an_article_about_articles_that_names_cells_in_passing_is_not_of_cells():
    passing = "One showed yeast. Another showed a cell line. A third showed fibroblasts."
    many = " ".join(f"Figure {number} was looked at by eye for its labels." for number in range(60))
    assert found_in(f"{passing} {many}") is not Species.CELL_OR_TISSUE
    assert found_in(passing) is Species.CELL_OR_TISSUE


def test_one_sentence_that_names_animals_will_do_where_no_other_names_anything():
    assert found_in("Adult rats were contused. Bladders were pressed twice a day.") is Species.ANIMAL
    assert found_in("Adult rats were seen. Patients were seen.") is None


def test_flies_that_the_journal_lists_were_studied_if_no_cells_are_named():
    told = paper((SectionKind.ABSTRACT, "Methods: We traced a hub. Results: The hub was active before."), title="A hub")
    listed = told.model_copy(update={"metadata": told.metadata.model_copy(update={"organisms": ("D. melanogaster",)})})
    unlisted = species(Reading(told))
    assert unlisted is None or unlisted.value is not Species.ANIMAL
    found = species(Reading(listed))
    assert found is not None
    assert found.value is Species.ANIMAL
