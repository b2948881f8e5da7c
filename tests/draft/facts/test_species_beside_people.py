"""Species of papers on people that name animals all along: those that they ride, keep, fear, or are bitten by."""

import pytest

from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Species
from tests.draft.papers import paper


def found_in(abstract: str, title: str, methods: str = "") -> Species | None:
    """The species of a paper with this abstract and, where told, these methods."""
    more = [(SectionKind.METHODS, methods)] if methods else []
    found = species(Reading(paper((SectionKind.ABSTRACT, abstract), *more, title=title)))
    return found.value if found else None


@pytest.mark.parametrize(
    ("title", "abstract", "methods"),
    [
        (
            "Riding against sway",
            "Methods: Forty children rode a horse. Results: Sway fell more with the horse. The horse was liked.",
            "Two calm horses were led.",
        ),
        (
            "Debridement or gel for ulcers",
            "Methods: We compared larvae with gel in 60 patients. Results: Larvae were quick. Larvae were feared.",
            "",
        ),
        (
            "Bites in a valley",
            "Methods: We asked 60 bite victims. Results: Most bites were by stray dogs. Stray dogs are feared.",
            "",
        ),
        (
            "What cattle keepers think of drugs",
            "Methods: We held twelve focus groups with cattle keepers. Results: Keepers treated cows themselves.",
            "Discussions were held at home. All gave oral consent.",
        ),
        (
            "Antibodies in poultry market workers",
            "Methods: We tested sera of 60 workers. Results: Cages of chickens were a risk. Few had antibodies.",
            "Chickens and ducks were sold. Workers gave written consent.",
        ),
        (
            "Mouse cursor paths and doubt",
            "Methods: Respondents chose between two acts. Results: Paths bent with doubt.",
            "The mouse had to be moved. Data of 60 undergraduates were analysed.",
        ),
        (
            "Nets against malaria",
            "Methods: Forty villages had nets. Mosquitoes were caught. Results: Children fell ill less often.",
            "Households gave written consent.",
        ),
    ],
)
def test_who_has_to_do_with_animals_is_a_person(title: str, abstract: str, methods: str):
    assert found_in(abstract, title, methods) is Species.HUMAN


def test_a_plant_that_bees_pollinate_is_no_animal():
    text = "Methods: We sequenced a vine. Results: The assembly holds 40 genes and is whole."
    assert found_in(text, "Genome of a bee-pollinated vine") is not Species.ANIMAL


def test_animals_that_were_treated_stay_animals_beside_people():
    text = "Methods: Sixty dogs were treated; 40 owners were asked. Results: Dogs walked more. Owners were glad."
    assert found_in(text, "A drug for hips") is Species.ANIMAL


def test_cases_that_were_suspected_are_people():
    text = "Methods: Swabs of 60 consecutive suspected cases were tested. Results: Few tests failed."
    assert found_in(text, "A rapid test for monkeypox") is Species.HUMAN


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        (
            "Currents of a channel in Xenopus oocytes",
            "Methods: We expressed mutants in Xenopus oocytes. Results: Oocytes carried the current.",
            Species.CELL_OR_TISSUE,
        ),
        (
            "Ribosomes in rabbit reticulocyte lysate",
            "Methods: We stalled ribosomes in rabbit reticulocyte lysate. Results: Ribosomes queued.",
            Species.CELL_OR_TISSUE,
        ),
        (
            "A screen in S2 cells",
            "Methods: We screened 2,000 genes in Drosophila S2 cells. Results: Knock-down of ten had effects.",
            Species.CELL_OR_TISSUE,
        ),
        (
            "Resistance in isolates from retail chicken",
            "Methods: E. coli was isolated from 200 samples of chicken and pork. Results: Many isolates resisted.",
            Species.CELL_OR_TISSUE,
        ),
        (
            "Kangaroo position under ventilation",
            "Methods: Oxygen was recorded in 40 preterms. Results: Kangaroo position was safe.",
            Species.HUMAN,
        ),
        (
            "Particles and admissions in three cities",
            "Methods: Admissions were counted. Results: Hospitals had more of them. Diagnoses of asthma rose.",
            Species.HUMAN,
        ),
        (
            "Answers of chatbots",
            "Methods: We posed 30 questions to chatbots. Results: Chatbots were right in 80%.",
            Species.COMPUTATIONAL,
        ),
        (
            "A grass awn in a lung",
            "Methods: A four-year-old neutered springer spaniel was seen. Results: The spaniel recovered.",
            Species.ANIMAL,
        ),
    ],
)
def test_what_bears_an_animals_name_is_not_always_one(title: str, abstract: str, expected: Species):
    assert found_in(abstract, title) is expected


def test_a_case_of_somebody_bitten_is_a_person():
    told = "Snakes of this kind are dangerous. A 61-year-old fisherman was bitten by a snake. He had a stroke."
    reading = Reading(paper((SectionKind.ABSTRACT, told), title="Stroke after a bite", kind=ArticleType.CASE_REPORT))
    found = species(reading)
    assert found is not None
    assert found.value is Species.HUMAN


def test_what_is_only_hinted_at_and_alone_is_of_people():
    text = "Methods: Using fMRI, we scanned those who watched a game. Results: Wins of others were seen in it."
    assert found_in(text, "Signs of reward") is Species.HUMAN


def test_antibodies_to_a_virus_that_were_tried_on_mice_are_molecules():
    text = (
        "Methods: We cloned 33 antibodies from cells. Results: Crystal structures show the epitope. Cells lived."
        " In mice, it protected from the virus."
    )
    assert found_in(text, "Antibodies to the stem of influenza B") is Species.CELL_OR_TISSUE


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        (
            "Feed efficiency after arginine",
            "Methods: 600 fertile eggs were injected in ovo. Results: Hatchability and feed conversion improved.",
            Species.ANIMAL,
        ),
        (
            "Fatigue-like behaviour",
            "Methods: EAE was induced in females. Results: Wheel running came back. Hind-limb strength rose.",
            Species.ANIMAL,
        ),
        (
            "A tandem of switches",
            "Methods: We probed a riboswitch of Streptomyces. Results: Each aptamer binds one ligand.",
            Species.CELL_OR_TISSUE,
        ),
        (
            "Savings after loss of a limb",
            "Methods: Fourteen prosthesis wearers walked. Results: Age-matched controls showed savings.",
            Species.HUMAN,
        ),
        (
            "Sanitation and the eye",
            "Methods: Infection of those aged 0 to 5 years was measured. Results: It fell in half of the communities.",
            Species.HUMAN,
        ),
    ],
)
def test_what_is_said_of_one_kind_names_it(title: str, abstract: str, expected: Species):
    assert found_in(abstract, title) is expected


def test_what_muscles_do_is_not_about_nobody():
    text = (
        "Removing feedback alters force. Force drifted in contractions. Rates fell by half. Recruitment was the same."
    )
    assert found_in(text, "Motor units with and without feedback") is not Species.NOT_APPLICABLE


def test_who_was_read_by_an_electromyogram_is_a_person():
    text = "Methods: We read electromyograms while force was held. Results: Rates fell by half without feedback."
    assert found_in(text, "Motor units with and without feedback") is Species.HUMAN
