"""Designs that papers do not call by their name, and names that are not the paper's own."""

import pytest

from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import ArticleType, Basis, Metadata, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.study import StudyDesign
from tests.draft.facts.test_design import named
from tests.draft.papers import PEOPLE, abstract, in_people, methods, paper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This prospective, open-label study gave tablets to 40 patients.", StudyDesign.SINGLE_ARM_TRIAL),
        (
            "In all, 20 patients were enrolled in this clinical trial before transplantation. Walking improved in 12.",
            StudyDesign.SINGLE_ARM_TRIAL,
        ),
        ("The two placebo periods were not in a random order in this crossover.", StudyDesign.NON_RANDOMISED_TRIAL),
        (
            "Women were treated with either 5 mg of the drug daily or 10 mg of another. Both groups slept.",
            StudyDesign.NON_RANDOMISED_TRIAL,
        ),
        (
            "After 4 weeks of 10 mg administration pain was rated. The order of the low and high dose was randomized.",
            StudyDesign.CROSSOVER_RCT,
        ),
        ("In this longitudinal descriptive study, nurses were watched for a year.", StudyDesign.COHORT),
        ("Retrospective research of one hospital.", StudyDesign.COHORT),
        ("Standardised mortality ratios of the sample were high.", StudyDesign.COHORT),
        (
            "Data on 4,000 deaths of patients in Leeds from 2001-2010 were obtained. Poisson regression was used.",
            StudyDesign.COHORT,
        ),
        ("In this cohort, there were 40 incident dementia cases among 300 adults.", StudyDesign.COHORT),
        ("A repeated measures, multiple base-line, single-subject, double-blind design was used.", StudyDesign.N_OF_1),
        ("Adults were randomly enrolled into an intervention and a control group.", StudyDesign.RCT),
        (
            "The aim was to find how accurate ultrasound is. A prospective study was made. Sensitivity was 90%.",
            StudyDesign.DIAGNOSTIC_ACCURACY,
        ),
        ("Pacemakers were implanted on both sides in three children aged 6-10 years.", StudyDesign.CASE_SERIES),
        ("Nine patients with a cyst were identified, and their first signs were looked at.", StudyDesign.CASE_SERIES),
        ("Two separate telephone surveys of drivers were made.", StudyDesign.SURVEY),
        (
            "20 subjects were divided into the experimental group, which underwent virtual exercise, and the controls.",
            StudyDesign.NON_RANDOMISED_TRIAL,
        ),
        (
            "Reward was examined in delinquent (n = 23) and non-delinquent (n = 27) youth. Choices were compared.",
            StudyDesign.CROSS_SECTIONAL,
        ),
        (
            "A transmission model was used to infer transmission parameters. The model had two groups of patients.",
            StudyDesign.COMPUTATIONAL,
        ),
        ("412 adults with an injury were asked what they had been told about driving.", StudyDesign.SURVEY),
        ("We describe the signs, pictures and treatment of 21 patients with this disease.", StudyDesign.CASE_SERIES),
        (
            "A 52-year-old male patient, hurt at 19, had pain. The patient underwent three operations.",
            StudyDesign.CASE_REPORT,
        ),
        (
            "Thirty officers completed a memory task and a self-report measure. It explained 16% of the variance.",
            StudyDesign.CROSS_SECTIONAL,
        ),
        (
            "We developed a decision analysis model of three strategies. The incremental cost per QALY was low.",
            StudyDesign.COMPUTATIONAL,
        ),
    ],
)
def test_what_was_done_gives_the_design(text: str, expected: StudyDesign):
    assert named(in_people(text)) is expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Paper or screen: a randomized comparison", "Adults were randomly assigned.", StudyDesign.RCT),
        (
            "How well systematic reviews are reported: a review of reviews",
            "We read 47 systematic reviews and meta-analyses.",
            StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        ),
        ("Siblings with a rare chromosome", "Both brothers spoke late.", StudyDesign.CASE_SERIES),
        (
            "Views on recovery: a longitudinal, phenomenological study",
            "Patients took part in up to four interviews over 18 months.",
            StudyDesign.QUALITATIVE,
        ),
        (
            "The design and protocol of needles for headache: a randomized controlled trial",
            "Patients are allocated randomly to two groups.",
            StudyDesign.PROTOCOL,
        ),
    ],
)
def test_titles_name_it_in_their_own_way(title: str, text: str, expected: StudyDesign):
    assert named(in_people(text, title=title)) is expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Patients had the syndrome as defined by the 1994 European Consensus Conference.",
            StudyDesign.GUIDELINE_OR_CONSENSUS,
        ),
        ("Eleven patients were hospitalized for a week. Fever had an odds ratio of 2.", StudyDesign.COHORT),
        ("We argue that imaging is made surer by behaviour and by meta-analyses.", StudyDesign.META_ANALYSIS),
        ("Design: Prospective interview and examination of 100 patients.", StudyDesign.QUALITATIVE),
        ("Programmes on alternate days were the most common. Patients took long.", StudyDesign.NON_RANDOMISED_TRIAL),
        ("In the first phase, we did a scoping review and 12 interviews.", StudyDesign.SCOPING_REVIEW),
        (
            "We developed a musculoskeletal model of the trunk. In this article we discuss how practical it is.",
            StudyDesign.NARRATIVE_REVIEW,
        ),
        ("We analysed 569 cases between 1976 and 2008 in whom grafts were performed.", StudyDesign.CASE_SERIES),
    ],
)
def test_words_in_passing_name_no_design(text: str, wrong: StudyDesign):
    assert named(in_people(text)) is not wrong


def test_the_end_of_an_introduction_tells_of_this_study_where_it_says_so():
    told = paper(
        (SectionKind.ABSTRACT, f"{PEOPLE} Adults were assigned to one of three groups, with 25 in each."),
        (SectionKind.INTRODUCTION, "In this open randomized study, we compared three drugs."),
    )
    assert named(Reading(told)) is StudyDesign.RCT


def test_trials_among_the_keywords_of_a_review_are_what_it_went_through():
    told = PaperBuilder()
    told.heading("Abstract", SectionKind.ABSTRACT)
    told.paragraph("A large number of randomized trials of pain have been published. We asked how large effects are.")
    keywords = ("Placebo", "Systematic review", "Randomized controlled trial")
    made = told.build(
        Metadata(title="Effects of treatments of pain", article_type=ArticleType.RESEARCH, keywords=keywords),
        basis=Basis.FULL_TEXT,
        parser="test",
        parser_version="1",
    )
    assert named(Reading(made)) is not StudyDesign.RCT


def test_modelling_under_the_label_of_a_design_is_computed():
    told = abstract("Study design: Population modelling. Methods: Rates of patients were taken from registers.")
    assert named(Reading(told)) is StudyDesign.COMPUTATIONAL


def test_a_letter_says_that_it_is_one():
    told = abstract("Families are hoped for. The aim of this letter is to discuss how they may be helped.")
    assert named(Reading(told)) is StudyDesign.COMMENTARY


def test_a_case_that_is_reported_is_one_though_nobody_is_named():
    told = "A case of chronic traumatic paraplegia is reported in which stimulation of the cord enabled standing."
    assert named(Reading(abstract(told, title="Standing by stimulation in a human with paraplegia"))) is (
        StudyDesign.CASE_REPORT
    )


def test_simulated_body_fluid_is_a_liquid():
    told = "Scaffolds were kept in simulated body fluid. Simulated body fluid was changed daily. Minerals grew on them."
    assert named(methods(told, title="Scaffolds for bone")) is not StudyDesign.COMPUTATIONAL


def test_a_title_in_vitro_is_of_a_dish_whosever_cells_they_were():
    told = "Neurons of adult rats were grown. Rats gave the ganglia."
    assert named(methods(told, title="A protein repels neurons of rats in vitro")) is StudyDesign.IN_VITRO
    both = named(methods(told, title="A protein repels neurons of rats in vitro and in vivo"))
    assert both is StudyDesign.ANIMAL


@pytest.mark.parametrize(
    "text",
    [
        "Strokes are common. The signals and factors are described in this paper.",
        "Strokes are common. Here, we discuss what dishes cannot show.",
        "Strokes are common. A summary is given of what is known of tests for a virus.",
        "Strokes are common. This article discusses where care may go.",
    ],
)
def test_a_review_says_that_it_goes_through_something(text: str):
    assert named(Reading(abstract(text))) is StudyDesign.NARRATIVE_REVIEW


def test_a_conclusion_of_a_study_that_a_paper_outlines_something_makes_no_review():
    told = "We interviewed 20 nurses, and themes were coded. The paper outlines what managers may do."
    assert named(in_people(told)) is StudyDesign.QUALITATIVE


def test_a_model_that_was_built_is_computed_though_it_is_of_one_patient():
    told = (
        "We developed a patient-specific computer model of stimulation. The model had two parts. "
        "Simulations were run with a standard model too."
    )
    assert named(methods(told, title="Stimulation of the cord")) is StudyDesign.COMPUTATIONAL
