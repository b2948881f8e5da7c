import pytest

from pipeline.draft.facts.abbreviations import long_form
from pipeline.draft.facts.ais_grades import ais_grades
from pipeline.draft.facts.categories import CATEGORIES, categories
from pipeline.draft.facts.declarations import conflicts, funding
from pipeline.draft.facts.design import design
from pipeline.draft.facts.duration import duration
from pipeline.draft.facts.follow_up import follow_up
from pipeline.draft.facts.injury_levels import injury_levels
from pipeline.draft.facts.registration import registration
from pipeline.draft.facts.samples import samples
from pipeline.draft.facts.species import species
from pipeline.draft.facts.time_since_injury import time_since_injury
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Species, StudyDesign
from tests.draft.papers import abstract, paper

PEOPLE = "Methods: Patients were seen twice. Patients were asked about pain. Patients were asked about sleep."


def methods(text: str) -> Reading:
    return Reading(abstract(f"Background: Walking is hard. Methods: {text} Results: It was easier."))


def in_people(text: str) -> Reading:
    return Reading(abstract(f"Background: Walking is hard. {PEOPLE} {text} Results: It was easier."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sixty patients were randomly assigned to two groups.", StudyDesign.RCT),
        ("This was a randomised, double-blind, placebo-controlled trial.", StudyDesign.RCT),
        ("We conducted a cluster randomized controlled trial.", StudyDesign.CLUSTER_RCT),
        ("We used a randomised crossover design.", StudyDesign.CROSSOVER_RCT),
        ("This pilot study was a randomized controlled trial.", StudyDesign.PILOT_RCT),
        ("This was a non-randomised study with two groups.", StudyDesign.NON_RANDOMISED_TRIAL),
        ("This prospective cohort study followed patients for a year.", StudyDesign.COHORT),
        ("A cross-sectional study was conducted.", StudyDesign.CROSS_SECTIONAL),
        ("We conducted a systematic review of randomised controlled trials.", StudyDesign.SYSTEMATIC_REVIEW_RCT),
        ("We performed a meta-analysis of patient data.", StudyDesign.META_ANALYSIS),
        ("We conducted a scoping review.", StudyDesign.SCOPING_REVIEW),
        ("This qualitative study was nested within a pilot randomised controlled trial.", StudyDesign.QUALITATIVE),
        ("We report an unusual case of a man with back pain.", StudyDesign.CASE_REPORT),
        ("A case-control study was performed.", StudyDesign.CASE_CONTROL),
        ("We asked patients how they slept.", None),
        ("Previous randomised controlled trials of this drug were small.", None),
        ("We used the PRISMA statement for reporting systematic reviews.", None),
        ("Larger randomised controlled trials are needed.", None),
    ],
)
def test_the_design_is_what_the_paper_says_about_itself(text: str, expected: StudyDesign | None):
    reading = in_people(text)
    found = design(reading, species(reading))
    assert (found and found.value) == expected


def test_teeth_that_were_randomised_are_no_trial():
    reading = methods("Forty extracted teeth were randomly divided into two groups. The teeth were cultured in vitro.")
    found = design(reading, species(reading))
    assert found is None or found.value is StudyDesign.IN_VITRO


def test_a_randomised_experiment_in_rats_is_an_animal_study():
    reading = methods("Rats were randomly assigned to two groups. Rats were trained. The rats were weighed.")
    found = design(reading, species(reading))
    assert found is not None
    assert found.value is StudyDesign.ANIMAL


def test_a_protocol_is_one_by_its_article_type():
    planned = abstract("Methods: Patients will be randomised to two groups.", kind=ArticleType.PROTOCOL)
    found = design(Reading(planned), None)
    assert found is not None
    assert found.value is StudyDesign.PROTOCOL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients walked. Patients rested. Patients slept.", Species.HUMAN),
        ("Participants gave written informed consent. Twelve participants walked.", Species.HUMAN),
        ("Mice were trained. Mice were weighed. The mice recovered.", Species.ANIMAL),
        ("The animal experiments were approved. Wistar rats were trained.", Species.ANIMAL),
        ("Things were measured.", None),
        ("The algorithm was fast.", None),
    ],
)
def test_the_species_is_named_only_where_the_words_settle_it(text: str, expected: Species | None):
    found = species(methods(text))
    assert (found and found.value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty people with spinal cord injury were randomly allocated to two groups.", [(40, "people", "randomised")]),
        ("A total of 413 patients were recruited.", [(413, "people", "enrolled")]),
        ("The study included 379 patients.", [(379, "people", "included")]),
        ("Sixty-nine papers were included.", [(69, "studies", "included")]),
        ("This study was performed in 20 head trauma patients.", [(20, "people", "included")]),
        (
            "Twenty-five patients were enrolled, and 22 patients completed it.",
            [(25, "people", "enrolled"), (22, "people", "analysed")],
        ),
        ("Of the 50 patients screened, 12 were suitable.", []),
        ("Each of 30 patients was seen.", []),
        ("Patients were aged 18 to 65 years.", []),
        ("Some 12% of patients were enrolled elsewhere.", []),
        ("Twelve weeks of training were given to patients.", []),
        ("We included 9 men and 12 women.", []),
        ("Only level 3 participants were included.", []),
        ("At least 25 patients were included in each cohort.", []),
        ("200 children were randomly selected from a register.", []),
        ("1000 patients were invited and 12 replied.", []),
    ],
)
def test_a_count_is_taken_only_with_its_unit_and_its_role(text: str, expected: list[tuple[int, str, str]]):
    assert [(s.n, s.unit.value, s.role.value) for s in samples(methods(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 12-week training programme was supervised.", "12 weeks"),
        ("Patients received the drug for six weeks.", "six weeks"),
        ("Training took place three times per week for 8 weeks.", "8 weeks"),
        ("Patients received 12–24 weeks of open-label treatment.", None),
        ("Patients treated for at least 4 weeks could take part.", None),
        ("People aged 40 years took part.", None),
        ("A 4-week washout period followed the treatment.", None),
        ("Patients unable to train for 12 weeks were left out.", None),
    ],
)
def test_the_duration_is_that_of_the_treatment(text: str, expected: str | None):
    found = duration(methods(text))
    assert (found and found.value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Retention was tested at 6-month follow-up.", "6 months"),
        ("Patients were followed for 2 years.", "2 years"),
        ("Follow-up was one year.", "one year"),
        ("This regimen was followed for 4 days.", None),
    ],
)
def test_the_follow_up_is_that_of_people(text: str, expected: str | None):
    found = follow_up(methods(text))
    assert (found and found.value) == expected


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("Ten people with AIS C or D took part.", "CD"),
        ("Participants had ASIA Impairment Scale grades A–C.", "ABC"),
        ("Participants had complete injuries (AIS A).", "A"),
        ("The AIS ranges from A to E.", ""),
        ("People with AIS A were excluded.", ""),
        ("AIS scores above 3 were severe injuries.", ""),
        ("AIS and ASIA are scales.", ""),
    ],
)
def test_grades_are_those_of_the_participants(text: str, grades: str):
    assert "".join(found.value.value for found in ais_grades(methods(text))) == grades


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("People with cervical or thoracic spinal cord injury took part.", ["cervical", "thoracic"]),
        ("People with SCI at level C5 or lesions at T6 level took part.", ["cervical", "thoracic"]),
        ("Lesions on cervical magnetic resonance images were counted.", []),
        ("People with lumbar disc surgery took part.", []),
    ],
)
def test_levels_are_those_of_the_injured_cord(text: str, levels: list[str]):
    assert [found.value.value for found in injury_levels(methods(text))] == levels


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("People with chronic spinal cord injury took part.", "chronic"),
        ("People with subacute SCI took part.", "subacute"),
        ("People with acute SCI and people with chronic SCI took part.", "mixed"),
        ("People with chronic pain took part.", None),
    ],
)
def test_the_time_since_injury_is_named_with_the_injury(text: str, phase: str | None):
    found = time_since_injury(methods(text))
    assert (found and found.value.value) == phase


@pytest.mark.parametrize(
    "number",
    ["NCT01236976", "ISRCTN45392701", "ACTRN12610000498099", "ChiCTR-IOR-17011118", "CRD42021234567", "2010-018119-93"],
)
def test_each_registry_is_known(number: str):
    assert [found.value for found in registration(methods(f"The trial is registered ({number})."))] == [number]


def test_the_trials_of_others_are_not_this_one():
    told = paper((SectionKind.ABSTRACT, "We walked."), (SectionKind.DISCUSSION, "In NCT01236976 people ran."))
    assert registration(Reading(told)) == ()


def test_funding_and_conflicts_are_the_authors_own_words():
    told = paper(
        (SectionKind.FUNDING, "This work was supported by the Fund. The funders had no role in it."),
        (SectionKind.CONFLICTS, "Competing interests The authors declare none."),
    )
    paid, interests = funding(Reading(told)), conflicts(Reading(told))
    assert paid is not None
    assert interests is not None
    assert paid.value == "This work was supported by the Fund."
    assert interests.value == "The authors declare none."
    assert interests.evidence[0].quote.startswith("Competing interests")


def test_who_asked_for_the_money_is_not_who_gave_it():
    told = paper((SectionKind.OTHER, "KB and LJ obtained funding for the study."))
    assert funding(Reading(told)) is None


def test_a_word_for_nothing_is_no_declaration():
    assert funding(Reading(paper((SectionKind.FUNDING, "Nil.")))) is None


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("SCI", "people with spinal cord injury", "spinal cord injury"),
        ("FTP", "both functional task practice", "functional task practice"),
        ("BCI", "a Motor Imagery Brain-Computer Interface", "Brain-Computer Interface"),
        ("NASA", "as we have seen it in the", None),
        ("SCI", "", None),
    ],
)
def test_an_abbreviation_is_spelled_out_in_the_papers_own_words(short: str, before: str, long: str | None):
    assert long_form(short, before) == long


def test_categories_come_from_title_and_abstract_and_from_the_sites_list():
    found = categories("Walking practice", (), "Gait and walking improved.")
    assert found == ("Mobility and Walking",)
    assert categories("Walking practice", (), "Gait and walking improved.", ["Pain Management"]) == ()
    assert len(set(CATEGORIES)) == len(CATEGORIES)
