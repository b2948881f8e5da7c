"""Species where people and animals go by the same words: workers, adults, mothers, owners who consent."""

import pytest

from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species
from tests.draft.papers import paper


def found_in(abstract: str, title: str = "A comparison of two ways", methods: str = "") -> Species | None:
    """The species of a paper with this abstract and, where told, these methods."""
    more = [(SectionKind.METHODS, methods)] if methods else []
    found = species(Reading(paper((SectionKind.ABSTRACT, abstract), *more, title=title)))
    return found.value if found else None


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Loss of a queen changes tasks in an ant", "Methods: We marked 60 workers. Results: The workers rested more."),
        ("Returning to winter grounds", "Methods: We fitted geolocators to 60 adults on nests. Results: 40 returned."),
        ("Warmth and size", "Methods: Mothers laid eggs at two sites. Results: Clutches of warm mothers were larger."),
        ("A drug against pain", "Methods: Sixty client-owned queens were neutered. Results: 20 had less pain."),
        ("A new tall plesiosaurus", "Results: The adults were long. Conclusions: They swam."),
        ("Migration of a small songbird", "Results: Adults left earlier. Conclusions: Adults winter in the south."),
    ],
)
def test_workers_and_adults_of_nests_are_no_people(title: str, abstract: str):
    assert found_in(abstract, title) is Species.ANIMAL


def test_workers_elsewhere_are_people():
    assert found_in("Methods: We asked 60 workers about pain. Results: The workers rested more.") is Species.HUMAN


def test_nurses_who_wean_patients_are_people():
    text = "Methods: Nurses led weaning from the ventilator. Results: Weaning took less time where nurses led."
    assert found_in(text) is Species.HUMAN


@pytest.mark.parametrize("consent", ["Owners gave written consent.", "Written consent was obtained from the owner."])
def test_who_owns_an_animal_consents_for_it(consent: str):
    text = "Methods: Surgery was done under gas. Results: Two died. Pain was less."
    assert found_in(text, "A drug against pain after surgery", f"{consent} Cats were fed.") is Species.ANIMAL


def test_consent_to_the_use_of_a_specimen_makes_no_people_of_cells():
    text = "Methods: Spheroids were treated. Results: Knock-down of the gene slowed the spheroids."
    methods = "Specimens were collected with written consent. Cells were cultured in plates."
    assert found_in(text, "A gene and growth", methods) is Species.CELL_OR_TISSUE
    assert found_in("Methods: It was tried twice. Results: It helped.", methods="Consent: written consent was given.")


@pytest.mark.parametrize(
    "text",
    [
        "Methods: Semi-structured interviews were held. Results: Three themes arose. Interviews took an hour.",
        "Methods: We surveyed truckers at rest stops. Results: Truckers rated their tasks as hard.",
        "Methods: Seventeen farmers were interviewed at home. Results: Tractors and animals came up in interviews.",
    ],
)
def test_who_is_interviewed_is_a_person(text: str):
    assert found_in(text) is Species.HUMAN


def test_a_systematic_review_that_names_no_animal_is_of_people():
    text = "Methods: Two databases were searched. Results: Six studies of therapy after cancer were found."
    title = "Return to work after cancer: a systematic review"
    assert found_in(text, title) is Species.HUMAN


def test_tissue_after_death_is_tissue():
    text = "Methods: We counted fibres in post-mortem brains of 24 donors. Results: Immunoreactive fibres were fewer."
    assert found_in(text, "Loss of fibres") is Species.CELL_OR_TISSUE


def test_animals_that_are_treated_outweigh_what_is_told_of_their_genes():
    text = (
        "Methods: We screened genes and receptors. Results: The receptor acted in neurons. Overexpression of the gene"
        " and of its receptor prolonged the life of well-fed animals."
    )
    title = "A relay of receptors"
    assert found_in(text, title, "Worms were kept on plates. We used 100 worms per condition.") is Species.ANIMAL


@pytest.mark.parametrize(
    "text",
    [
        "Methods: Sixty facilities of aged care had outreach or not. Results: Admissions fell in a multicentre trial.",
        "Methods: In this double-blind trial, 60 eyes had surgery. Results: Acuity of the eyes rose after surgery.",
    ],
)
def test_a_trial_of_the_clinic_that_names_nobody_is_of_people(text: str):
    assert found_in(text, "Outreach twice a week") is Species.HUMAN


def test_a_dog_that_is_read_to_is_not_studied():
    text = (
        "Methods: Second graders (n = 36) took part in sessions with a dog. Results: Children read more with a dog."
        " Conclusions: A dog may help children."
    )
    consent = "Parents gave written informed consent. Dogs were accompanied."
    assert found_in(text, "Dog-assisted reading at school", consent) is Species.HUMAN


def test_flies_that_lack_a_gene_are_flies():
    text = "Results: It is lost in cells of Drosophila. In mutant flies the cells swell. Conclusions: Cells need it."
    assert found_in(text, "A receptor and its gene") is Species.ANIMAL


def test_fish_in_sediments_are_fish():
    text = "Methods: We sorted bones from sediments. Results: Sediments held bones of 56 fishes."
    assert found_in(text, "Reef fish told from sediments") is Species.ANIMAL


def test_a_theory_of_processes_is_computed():
    text = "A general theory of the output is given for spikes of a renewal process. The output narrows the curve."
    assert found_in(text, "Output of a code") is Species.COMPUTATIONAL
