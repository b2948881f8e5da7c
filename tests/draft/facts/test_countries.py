import pytest

from pipeline.draft.facts.countries import countries
from pipeline.draft.facts.places import ADJECTIVES, COUNTRY_OF
from pipeline.draft.facts.species import species
from pipeline.draft.facts.towns import COUNTRY_OF_TOWN
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.paper import Basis, Metadata, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.study import StudyDesign
from tests.draft.papers import in_people, methods, paper


def told(reading: Reading) -> list[str]:
    return [known.value for known in countries(reading, None, species(reading))]


@pytest.mark.parametrize(
    "text",
    [
        "Bowel function of patients was scored with the Cleveland Clinic Constipation Scoring System.",
        "The study used the Toronto Rehabilitation Institute Hand Function Test in patients.",
        "Soldiers deployed to Afghanistan were recruited for the study.",
        "The trial is registered in the Netherlands National Trial Register.",
        "Values of patients were compared to reference values from a Danish population cohort.",
    ],
)
def test_names_of_instruments_and_what_is_said_of_others_tell_no_country(text: str):
    assert not countries(methods(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The study was conducted in Kintampo district hospital, Ghana.", ["Ghana"]),
        ("Patients were recruited from four Mexican hospitals.", ["Mexico"]),
        ("Patients were recruited in England and Wales.", ["United Kingdom"]),
        ("Patients were admitted to a clinic in Philadelphia, PA, USA.", ["United States"]),
        ("The trial took place in six Swedish labour wards.", ["Sweden"]),
        ("Participants came from France and Belgium and were recruited by letter.", ["France", "Belgium"]),
        ("Patients were recruited in New South Wales.", ["Australia"]),
        ("Patients were recruited in Turkey.", ["Turkey"]),
    ],
)
def test_the_countries_are_those_in_which_people_took_part(text: str, expected: list[str]):
    assert told(in_people(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Patients were scanned (Siemens, Erlangen, Germany) at the hospital.",
        "Patients were studied with SPSS (Chicago, IL, USA).",
        "Patients filled in the Toronto scale and the Copenhagen inventory in the clinic.",
        "Participants were mostly African American women of the community.",
        "Patients spoke German and were recruited by letter.",
        "Patients were graded by the American College of Rheumatology criteria.",
        "Patients were given a drug purchased from a company in Japan.",
        "Patients in a previous study in Japan were recruited by letter.",
        "Patients ate turkey and were recruited by letter.",
        "Patients of the clinic were counted with a program (Stat Corp., College Station, Texas).",
        "Children of the ward were tested with purified derivative (State Institute, Copenhagen, Denmark).",
        "Blood of the patients was read at two central laboratories, one of them in the USA.",
        "Two US groups had found the virus in patients.",
        "Patients of European\u2013American ancestry lived in the community.",
        "Patients of the ward fulfilled the Berlin definition.",
        "A mercury sphygmomanometer, India and a monitor of the series B: Tokyo Japan were used to measure children.",
    ],
)
def test_makers_scales_languages_and_other_studies_are_no_place(text: str):
    assert told(in_people(text)) == []


def test_the_ethics_committee_tells_where_nothing_else_does():
    reading = Reading(
        paper(
            (SectionKind.ABSTRACT, "Patients walked. Patients slept. Patients were asked."),
            (SectionKind.METHODS, "The Ethics Committee of the University Hospital of Oslo approved it."),
        )
    )
    assert told(reading) == ["Norway"]


def test_what_the_authors_say_of_their_own_study_counts_in_the_discussion():
    reading = Reading(
        paper(
            (SectionKind.ABSTRACT, "Patients walked. Patients slept. Patients were asked."),
            (SectionKind.DISCUSSION, "Smith found the same in Kenya. Our study in Nepal is small."),
        )
    )
    assert told(reading) == ["Nepal"]


def test_mice_come_from_everywhere():
    assert told(methods("Mice were bought in Denmark and trained. Mice were weighed in a clinic in Rome.")) == []
    assert told(methods("The experiments were carried out in Denmark. Mice were trained and weighed.")) == ["Denmark"]


def test_the_countries_of_a_review_are_those_of_other_studies():
    reading = in_people("Studies were conducted in Ghana.")
    review = Known[StudyDesign](value=StudyDesign.META_ANALYSIS, evidence=())
    assert countries(reading, review, species(reading)) == ()


def test_the_larger_congo_is_not_the_smaller_one():
    text = "Patients were recruited in hospitals of the Democratic Republic of the Congo."
    assert told(in_people(text)) == ["Democratic Republic of the Congo"]


def test_each_name_stands_for_one_country_and_adjectives_are_names_too():
    assert set(ADJECTIVES) <= set(COUNTRY_OF)
    assert not set(ADJECTIVES) & set(COUNTRY_OF.values())
    assert all(name == name.strip() and name for name in COUNTRY_OF)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients were seen in the emergency department of Sina Hospital, Hamadan.", ["Iran"]),
        ("Students were recruited from the University of Kansas.", ["United States"]),
        ("The study was done at a clinic in Piracicaba.", ["Brazil"]),
    ],
)
def test_towns_stand_for_their_countries(text: str, expected: list[str]):
    assert told(in_people(text)) == expected


def test_what_the_title_tells_of_the_place_is_proved_by_a_sentence_else_by_the_title():
    text = "Background: Little is known of Ecuador. Methods: Patients were seen. Patients slept. Patients walked."
    there = paper((SectionKind.ABSTRACT, f"{text} Results: It was easier."), title="Flu in Ecuador")
    assert told(Reading(there)) == ["Ecuador"]
    nowhere = paper((SectionKind.ABSTRACT, text.replace("Ecuador", "flu")), title="Flu in Ecuador")
    (found,) = countries(Reading(nowhere), None)
    assert (found.value, found.evidence[0].quote, found.evidence[0].section) == ("Ecuador", "Flu in Ecuador", "Title")


def test_the_declaration_of_helsinki_is_not_in_finland():
    text = "The study was approved by the ethics committee and follows the Helsinki II declaration."
    assert told(in_people(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was approved by the Medical Ethics Committee of the Academic Medical Centre in Amsterdam.", "Netherlands"),
        (
            "The ethics committee of the Medical College, Vellore, agreed; consent was obtained from all patients.",
            "India",
        ),
    ],
)
def test_a_medical_centre_is_no_maker_of_instruments(text: str, expected: str):
    assert told(in_people(text)) == [expected]


def test_an_animal_board_tells_where_animals_were_studied():
    board = "The study was approved by the Norwegian Experimental Animal Board."
    sheep = paper((SectionKind.ABSTRACT, "Methods: Sheep were trained. Sheep were fed."), (SectionKind.METHODS, board))
    assert told(Reading(sheep)) == ["Norway"]


def test_every_town_lies_in_a_country_that_is_known():
    assert set(COUNTRY_OF_TOWN.values()) <= set(COUNTRY_OF)
    assert not set(COUNTRY_OF_TOWN) & ADJECTIVES


def test_inner_mongolia_is_not_mongolia():
    assert told(in_people("Patients were recruited in a hospital of Inner Mongolia, China.")) == ["China"]


def test_what_a_study_asks_may_stand_under_its_background():
    parts = {
        "Background": "Falls are common. The aim of this study was to count falls of patients of Brazilian ICUs.",
        "Methods": "Patients were asked twice. Patients slept.",
        "Results": "Patients fell.",
    }
    builder = PaperBuilder()
    for heading, text in parts.items():
        builder.heading(heading, SectionKind.ABSTRACT)
        builder.paragraph(text)
    read = builder.build(Metadata(title="Falls"), basis=Basis.FULL_TEXT, parser="test", parser_version="1")
    assert told(Reading(read)) == ["Brazil"]


def of_animals(text: str) -> list[str]:
    return told(methods(f"Frogs were weighed. The frogs were measured. {text}", title="A frog with a new way of birth"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fieldwork was conducted in Indonesia.", ["Indonesia"]),
        ("The new frog is endemic to an island of Fiji and Samoa, and Indonesia.", ["Indonesia"]),
        ("We measured stress in wild baboons in Amboseli, Kenya.", ["Kenya"]),
        ("We recorded the frogs near a lake in England.", ["United Kingdom"]),
        ("The lines were grown in three field environments in Mexico.", ["Mexico"]),
    ],
)
def test_wild_animals_live_where_they_were_caught(text: str, expected: list[str]):
    ethics = "The protocol was approved by the Animal Care and Use Committee of a university in California."
    assert of_animals(f"{ethics} {text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Frogs were fed with flour from Italy.",
        "Frogs of Brazil are said to be large.",
        "The frogs were recorded with a camera (Sony, Tokyo, Japan).",
        "Data were read with SAS (SAS Institute, Cary, NC, USA).",
    ],
)
def test_where_things_for_animals_come_from_is_no_country_of_the_study(text: str):
    assert of_animals(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All was approved by the Ethics Committee of a university in Tehran, Iran.", ["Iran"]),
        ("All was approved by the ethics committee. Canals were filled with paste from Iran.", []),
        ("Canals were cut with files (Maillefer, Ballaigues, Switzerland).", []),
    ],
)
def test_the_committee_tells_where_teeth_were_tested(text: str, expected: list[str]):
    teeth = (SectionKind.ABSTRACT, "Methods: Extracted teeth were cultured. The root canals were filled.")
    reading = Reading(paper(teeth, (SectionKind.METHODS, text), title="Leaks in root canals"))
    assert told(reading) == expected


def test_results_tell_where_people_were_enrolled():
    aim = (SectionKind.ABSTRACT, "Methods: Patients took a drug. Patients were asked about pain.")
    results = (SectionKind.RESULTS, "A total of 77 patients were enrolled in clinics across Chile and Peru.")
    assert told(Reading(paper(aim, results))) == ["Chile", "Peru"]
    passing = (SectionKind.RESULTS, "Pain was as in Chile.")
    assert told(Reading(paper(aim, passing))) == []


@pytest.mark.parametrize(
    "text",
    [
        "The data of the patients were analysed with SPSS (IBM Institute, Armonk, NY, USA).",
        "Envelopes for the study were packed in London.",
        "Blood of the patients was sent to Germany.",
        "A predominantly Chinese population of patients was seen.",
        "Patients of the clinic were helped by the London School of Hygiene.",
    ],
)
def test_where_the_work_was_helped_is_no_country_of_the_study(text: str):
    assert told(in_people(text)) == []
