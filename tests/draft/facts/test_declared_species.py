"""Species where the journal's own lists, and the title's last word, decide what the sentences leave open."""

import pytest

from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import Paper, SectionKind
from pipeline.models.study import Species
from tests.draft.papers import paper


def declaring(told: Paper, **more: object) -> Paper:
    """The paper with more metadata."""
    return told.model_copy(update={"metadata": told.metadata.model_copy(update=more)})


def told_of(text: str, title: str, **more: object) -> Species | None:
    """The species of a paper that is its abstract."""
    found = species(Reading(declaring(paper((SectionKind.ABSTRACT, text), title=title), **more)))
    assert found is None or found.evidence[0].quote in text
    return found.value if found else None


RHYTHM = (
    "How rhythms shape a network in humans is little known. Here we applied transcranial current to a network of the"
    " frontal lobe. Performance improved when demands were high. The network state settled what the current did."
)


def test_a_network_in_a_paper_on_people_is_their_brain():
    title = "Rhythms change network dynamics"
    assert told_of(RHYTHM, title, organisms=("Human",)) is Species.HUMAN
    assert told_of(RHYTHM, title) is not Species.HUMAN


def test_people_in_the_background_are_not_studied_where_only_yeast_is_listed():
    text = (
        "Patients with the mutation fall ill. Patients have few platelets. We show that the protein binds its receptor."
    )
    assert told_of(text, "A protein and its receptor", organisms=("S. cerevisiae",)) is Species.CELL_OR_TISSUE


GENE = "We show that the receptor and the kinase direct neurons. The cells need the gene. Mutants lost the pathway."


@pytest.mark.parametrize(
    ("organisms", "expected"), [(("Zebrafish",), Species.ANIMAL), (("Mouse",), Species.CELL_OR_TISSUE), ((), None)]
)
def test_listed_animals_that_are_studied_whole_outweigh_their_parts(
    organisms: tuple[str, ...], expected: Species | None
):
    told = paper(
        (SectionKind.ABSTRACT, GENE),
        (SectionKind.METHODS, "Fish were kept at 28 degrees. The larvae were fixed."),
        title="A receptor directs growth",
    )
    found = species(Reading(declaring(told, organisms=organisms, keywords=organisms)))
    assert found is not None
    assert found.value is (expected or Species.CELL_OR_TISSUE)


def test_a_title_that_ends_with_the_animal_tells_of_it_whole():
    text = "The motor orders microtubules in dendrites. Microtubules turned when purified motors were lost in vivo."
    assert told_of(text, "A motor orders microtubules in Caenorhabditis elegans") is Species.ANIMAL
    assert told_of(text, "A motor orders microtubules") is Species.CELL_OR_TISSUE


def test_the_field_decides_between_kinds_of_near_weight():
    text = (
        "Methods: Numerical solutions were found for the helix. DNA of yeast was purified. Purified DNA was bent."
        " Results: The mathematical helix bent as it did in vitro."
    )
    title = "The bent helix"
    assert told_of(text, title, journal="Annals of Computational Standing") is Species.COMPUTATIONAL
    assert told_of(text, title, subjects=("Biochemistry", "Molecular Biology")) is Species.CELL_OR_TISSUE


def test_the_field_says_nothing_of_what_the_text_does_not_speak_of():
    text = "HeLa cells were cultured. The cells were transfected with plasmids."
    assert told_of(text, "How cells divide", journal="The Clinical Trials Journal") is Species.CELL_OR_TISSUE


def test_microbes_out_of_doors_are_cells_where_the_journal_files_them_under_microbiology():
    text = "We examined genomes of bacteria from lakes. Bacteria of these ecosystems carried viruses."
    title = "Viruses of bacteria from lakes that freeze"
    assert told_of(text, title, subjects=("Microbiology",)) is Species.CELL_OR_TISSUE


def test_an_animal_that_is_named_once_is_told_where_nothing_else_is():
    text = "Sensing changes while one moves. We discuss what has been found on movement in the rodent thalamus."
    assert told_of(text, "Sensing on the move") is Species.ANIMAL


def test_hopes_for_people_make_no_study_of_people():
    text = "The valve was opened. The valve was closed. This may one day help patients."
    assert told_of(text, "A valve") is not Species.HUMAN


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Answering large questions",
            "Questions of two schools differ. We offer a set of steps. Each step is shown by an example.",
        ),
        ("A workshop on tidy files", "The workshop has four parts. Each has an exercise. All of it is free to use."),
    ],
)
def test_a_text_without_a_living_thing_studied_nobody(title: str, text: str):
    assert told_of(text, title) is Species.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("A randomised trial of a mouthwash", {}),
        ("A mouthwash", {"journal": "Journal of Clinical Dentistry"}),
        (None, {}),
    ],
)
def test_few_words_about_a_treatment_do_not_mean_that_nobody_was_treated(title: str | None, more: dict[str, str]):
    told = paper(
        (SectionKind.ABSTRACT, "Plaque was scored. Scores fell in all groups. The rinse did well."), title=title
    )
    assert species(Reading(declaring(told, **more))) is None


def test_a_text_that_names_beings_all_along_is_not_about_nobody():
    told = paper((SectionKind.DISCUSSION, "Mice ran. Rats sat. Patients stood. Cells grew."), title="What was seen")
    assert species(Reading(told)) is None


def test_what_the_title_names_is_proved_by_what_was_done_to_it():
    text = "The longevity of Rhizoprionodon was examined with tags. Tags were read after years."
    assert told_of(text, "Longevity of sharks", keywords=("shark",)) is Species.ANIMAL


WARD = (
    "Methods: Records of a hospital were read for diagnosis and surgery. All were admitted twice."
    " Results: Complications were rare. Mortality was low after treatment."
)


def test_what_is_told_of_clinics_alone_is_told_of_people():
    assert told_of(WARD, "Bleeding in a unit") is Species.HUMAN


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (WARD.replace("All were admitted", "All horses were admitted"), {}),
        (WARD, {"organisms": ("S. cerevisiae",)}),
        ("Methods: Steel was given a treatment. Results: The treatment made it hard. It was cooled.", {}),
    ],
)
def test_clinics_are_not_told_of_people_where_somebody_else_is_named(text: str, more: dict[str, tuple[str, ...]]):
    assert told_of(text, "Bleeding in a unit", **more) is not Species.HUMAN


def test_the_methods_of_a_paper_without_an_abstract_count_in_full():
    text = "Teeth were stored in water. The teeth were mounted. Root canals were filled."
    alone = paper((SectionKind.METHODS, text), title="A new cement")
    found = species(Reading(alone))
    assert found is not None
    assert found.value is Species.CELL_OR_TISSUE


@pytest.mark.parametrize(
    "statement",
    [
        "Informed consent: not applicable.",
        "This article does not contain any studies with human participants, so that no informed consent was sought.",
        "Approval by an animal care committee was not applicable.",
    ],
)
def test_rules_that_nobody_had_to_keep_tell_of_nobody(statement: str):
    told = paper(
        (SectionKind.ABSTRACT, "Methods: We present a mathematical model of gait. Results: Simulations fell over."),
        (SectionKind.ETHICS, statement),
        title="A model of gait",
    )
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.COMPUTATIONAL


def test_consent_that_was_waived_tells_of_people():
    told = paper(
        (SectionKind.ABSTRACT, "Methods: Charts were read back to 2010. Results: Falls were few."),
        (SectionKind.ETHICS, "The need for informed consent was waived as the charts were read back."),
        title="Falls in a ward",
    )
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.HUMAN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Journals ask for abstracts. An abstract has one part. Peer review is open. Editors read it first.", True),
        ("Journals ask for abstracts. An abstract has one part. Peer review was asked of 40 participants.", False),
        ("This article tells of mice. The mice were weighed. The mice ran.", False),
    ],
)
def test_articles_about_articles_studied_nobody(text: str, expected: bool):
    assert (told_of(text, "What a research article is") is Species.NOT_APPLICABLE) is expected


def test_a_review_of_articles_is_not_about_articles():
    text = "Articles on falls were read. Forty articles were kept. Most articles were small."
    assert told_of(text, "Falls in wards: a systematic review of published articles") is not Species.NOT_APPLICABLE


def test_population_genetics_is_not_about_people():
    text = "We measure the complexity of an organism. Two bacteriophages were compared. The phages were alike."
    assert told_of(text, "Complexity by a population genetic approach") is Species.CELL_OR_TISSUE


def test_a_passing_word_in_the_background_stands_against_nothing():
    text = "Background: A mathematical law of dying species holds. Conclusions: The theoretical law led to networks."
    assert told_of(text, "A law of change revisited") is Species.COMPUTATIONAL


@pytest.mark.parametrize(
    ("text", "journal", "expected"),
    [
        ("Participants open a notebook. Participants plot comets and form opinions.", "Education", Species.HUMAN),
        (
            "Participants open a notebook. Participants plot comets and form opinions.",
            "The Journal of Open Source Education",
            Species.NOT_APPLICABLE,
        ),
        (
            "This Python package reads images of mice. Patients and mice are drawn side by side.",
            "Journal of Open Source Software",
            Species.COMPUTATIONAL,
        ),
    ],
)
def test_journals_of_open_source_print_software_and_lessons(text: str, journal: str, expected: Species):
    assert told_of(text, "A notebook for plots", journal=journal) is expected


GRID = (
    "Owls have border cells that fire at walls. We propose that their layout saves neurons. This theory predicts three"
    " layers within and between owls."
)


def test_a_theory_keeps_its_weight_where_the_journal_lists_whose_cells_it_is_about():
    more = {"organisms": ("Rat",), "keywords": ("theoretical neuroscience", "efficient coding", "Rat")}
    assert told_of(GRID, "Economy explains border cells", **more) is Species.COMPUTATIONAL


def test_animals_that_the_list_alone_names_beside_one_sentence_are_not_whole():
    text = (
        "We recorded from mouse tissue. Ganglion cells and amacrine cells were told apart. The neurons adapt when"
        " synapses tire. Cells then recover."
    )
    more = {"organisms": ("Mouse",), "keywords": ("contrast", "Mouse")}
    assert told_of(text, "Adaptation in ganglion cells", **more) is Species.CELL_OR_TISSUE
