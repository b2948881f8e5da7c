import pytest

from pipeline.draft.facts.design import design
from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType, Basis, Metadata, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.study import Species, StudyDesign
from tests.draft.papers import PEOPLE, abstract, in_people, methods, paper


def named(reading: Reading) -> StudyDesign | None:
    found = design(reading, species(reading))
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sixty patients were randomly assigned to two groups.", StudyDesign.RCT),
        ("This was a randomised, double-blind, placebo-controlled trial.", StudyDesign.RCT),
        ("Patients were divided into two groups by a random number table.", StudyDesign.RCT),
        ("We conducted a cluster randomized controlled trial.", StudyDesign.CLUSTER_RCT),
        ("We used a randomised crossover design.", StudyDesign.CROSSOVER_RCT),
        ("Using a double-blind, placebo-controlled, crossover design, ten women cycled.", StudyDesign.CROSSOVER_RCT),
        ("Patients received both in random order and were crossed over after a week.", StudyDesign.CROSSOVER_RCT),
        ("This pilot study was a randomized controlled trial.", StudyDesign.PILOT_RCT),
        ("This was a non-randomised study with two groups.", StudyDesign.NON_RANDOMISED_TRIAL),
        ("This was a before and after study.", StudyDesign.SINGLE_ARM_TRIAL),
        ("Walking was assessed before and after the training programme in all patients.", StudyDesign.SINGLE_ARM_TRIAL),
        ("This prospective cohort study followed patients for a year.", StudyDesign.COHORT),
        ("We retrospectively reviewed patients with falls.", StudyDesign.COHORT),
        ("Patients with stones between 2006 and 2009 were included in this retrospective study.", StudyDesign.COHORT),
        ("The medical records of 90 patients were reviewed.", StudyDesign.COHORT),
        ("A cross-sectional study was conducted.", StudyDesign.CROSS_SECTIONAL),
        ("A web-based questionnaire was sent to patients and 90 responded.", StudyDesign.SURVEY),
        ("This qualitative study was nested within a pilot randomised controlled trial.", StudyDesign.QUALITATIVE),
        ("The contingent valuation method was used to ask 200 patients what they would pay.", StudyDesign.SURVEY),
        ("Semi-structured interviews were held and analysed for themes.", StudyDesign.QUALITATIVE),
        ("We report an unusual case of a man with back pain.", StudyDesign.CASE_REPORT),
        ("A case-control study was performed.", StudyDesign.CASE_CONTROL),
        ("We conducted a systematic review of randomised controlled trials.", StudyDesign.SYSTEMATIC_REVIEW_RCT),
        ("We performed a meta-analysis of patient data.", StudyDesign.META_ANALYSIS),
        ("We conducted a scoping review.", StudyDesign.SCOPING_REVIEW),
        ("In this review we discuss how patients sleep.", StudyDesign.NARRATIVE_REVIEW),
    ],
)
def test_the_design_is_what_the_paper_says_about_itself(text: str, expected: StudyDesign):
    assert named(in_people(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "We asked patients how they slept.",
        "Previous randomised controlled trials of this drug were small.",
        "We used the PRISMA statement for reporting systematic reviews.",
        "Larger randomised controlled trials are needed.",
        "The cohort was randomly divided into discovery and validation cohorts.",
        "Patients previously enrolled in a randomised trial were asked again.",
    ],
)
def test_other_studies_and_split_data_give_no_design(text: str):
    assert named(in_people(text)) is None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Falls after stroke: a ten-year cohort study",
            "Patients were followed and falls counted.",
            StudyDesign.COHORT,
        ),
        (
            "Prone position: a systematic review",
            "Searches found 12 articles for review.",
            StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        ),
        ("A rare case of hiccups", "The patient was a 40-year-old man.", StudyDesign.CASE_REPORT),
        ("Sleep in nurses: a national survey", "Nurses answered a questionnaire.", StudyDesign.SURVEY),
        (
            "Fat grafting: a review of our experience",
            "From January 2006 to May 2014, 90 patients were treated.",
            StudyDesign.CASE_SERIES,
        ),
    ],
)
def test_the_title_comes_first_and_a_sentence_proves_it(title: str, text: str, expected: StudyDesign):
    reading = in_people(text, title=title)
    found = design(reading, species(reading))
    assert found is not None
    assert found.value is expected
    assert all(proof.quote in reading.paper.text for proof in found.evidence)


def test_interviews_beside_counts_do_not_make_a_qualitative_study():
    told = "The quantitative study was a retrospective cohort study. The qualitative study involved interviews."
    assert named(in_people(told)) is StudyDesign.COHORT


def test_teeth_that_were_randomised_are_no_trial():
    reading = methods("Forty extracted teeth were randomly divided into two groups. The teeth were cultured in vitro.")
    assert named(reading) in (None, StudyDesign.IN_VITRO)


def test_a_randomised_experiment_in_rats_is_an_animal_study():
    reading = methods("Rats were randomly assigned to two groups. Rats were trained. The rats were weighed.")
    assert named(reading) is StudyDesign.ANIMAL


def test_a_review_of_work_in_fish_is_a_review():
    reading = methods(
        "This review summarises mazes for zebrafish. Zebrafish were trained in many.",
        title="Zebrafish in mazes: a review",
    )
    assert named(reading) is StudyDesign.NARRATIVE_REVIEW


def test_a_protocol_is_one_by_its_article_type():
    planned = abstract("Methods: Patients will be randomised to two groups.", kind=ArticleType.PROTOCOL)
    assert named(Reading(planned)) is StudyDesign.PROTOCOL


def test_a_protocol_is_one_by_its_title_but_a_treatment_protocol_is_not():
    plan = "Patients will be randomised to two groups."
    assert named(in_people(plan, title="Walking: protocol for a randomised trial")) is StudyDesign.PROTOCOL
    treated = "We retrospectively reviewed 90 patients treated under it."
    assert named(in_people(treated, title="A recovery protocol after knee surgery")) is StudyDesign.COHORT


def test_the_methods_are_asked_where_the_abstract_names_nothing():
    told = paper(
        (SectionKind.ABSTRACT, "Patients walked. Patients slept. Patients rested."),
        (SectionKind.METHODS, "This was a prospective cohort study in patients."),
    )
    assert named(Reading(told)) is StudyDesign.COHORT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We interviewed 21 nurses in a process evaluation. Themes were found. The trial had been randomised.",
            StudyDesign.QUALITATIVE,
        ),
        ("We used baseline data from a randomised controlled trial in 310 patients.", StudyDesign.CROSS_SECTIONAL),
        (
            "We searched PubMed. Twelve randomised trials were included and effects were pooled.",
            StudyDesign.META_ANALYSIS,
        ),
        ("A literature search was conducted and 14 articles were kept.", StudyDesign.SYSTEMATIC_REVIEW_OTHER),
        (
            "Consecutive patients were retrospectively classified by weight and their grip was measured.",
            StudyDesign.CROSS_SECTIONAL,
        ),
        ("In this open study, 45 patients received tizanidine instead of baclofen.", StudyDesign.SINGLE_ARM_TRIAL),
        ("The trial is a prospective phase II study of patients with cancer.", StudyDesign.SINGLE_ARM_TRIAL),
        ("In this feasibility study ten patients received eight sessions.", StudyDesign.SINGLE_ARM_TRIAL),
        (
            "The scale was translated. Its reliability, as an instrument for patients, was tested.",
            StudyDesign.CROSS_SECTIONAL,
        ),
        (
            "Sensitivity and specificity of the tap test were found with imaging as the reference standard.",
            StudyDesign.DIAGNOSTIC_ACCURACY,
        ),
        (
            "Sixty patients were allocated into three groups and treated with drops. Others were controls.",
            StudyDesign.NON_RANDOMISED_TRIAL,
        ),
        ("A cohort of 900 patients was followed until 2016.", StudyDesign.COHORT),
        (
            "In a retrospective chart review patients were divided into two groups according to dose.",
            StudyDesign.COHORT,
        ),
        ("We report five patients with an abscess.", StudyDesign.CASE_SERIES),
        (
            "Cases were patients with stones and controls were matched by age. Odds ratios were found.",
            StudyDesign.CASE_CONTROL,
        ),
    ],
)
def test_what_the_authors_did_themselves_is_the_design(text: str, expected: StudyDesign):
    assert named(in_people(text, title="Walking")) is expected


def test_interviews_in_a_trial_that_is_the_papers_own_leave_it_a_trial():
    text = "Patients were randomly allocated to two groups. Telephone interviews were held about pain at home."
    assert named(in_people(text, title="Walking")) is StudyDesign.RCT


def test_a_report_that_presents_results_is_no_case_report():
    assert named(in_people("This report presents the secondary results.", title="Walking")) is None


def test_a_title_that_names_a_trial_is_proved_by_any_word_of_chance():
    text = "A placebo-controlled (blinded for patients), randomized, allocation-concealed clinical trial was done."
    assert named(in_people(text, title="Results of a randomized trial of walking")) is StudyDesign.RCT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Families were divided at random into two groups.", StudyDesign.RCT),
        ("In this one-group pre-post study, patients were taught.", StudyDesign.SINGLE_ARM_TRIAL),
        ("Trauma admissions over ten years were reviewed in all patients.", StudyDesign.COHORT),
        ("We reviewed the falls of patients retrospectively.", StudyDesign.COHORT),
        (
            "The specificity and the sensitivity of the gold standard were found in patients.",
            StudyDesign.DIAGNOSTIC_ACCURACY,
        ),
        ("From 2010 to 2012, 17,007 patients with falls were admitted to the registry.", None),
        ("Patients filled in a pre-test survey and the responses of a post-test.", None),
    ],
)
def test_what_was_done_names_the_design(text: str, expected: StudyDesign | None):
    assert named(in_people(text)) is expected


@pytest.mark.parametrize(
    "title", ["Predictors of falls in a randomised trial", "Who took part: characteristics of people in the WALK trial"]
)
def test_another_question_to_the_data_of_a_trial_is_no_trial(title: str):
    told = methods("Patients who had been randomly assigned were asked again.", title=title)
    assert named(told) is not StudyDesign.RCT


def test_a_secondary_analysis_that_compares_the_arms_is_the_trial():
    text = "A secondary analysis of a randomised controlled trial in patients. The intervention group walked more."
    assert named(in_people(text)) is StudyDesign.RCT


def test_the_costs_of_a_trial_are_those_of_a_trial_though_the_title_alone_tells_of_chance():
    title = "A randomised controlled trial of walking for patients: costs"
    assert named(methods("Costs for patients were compared with usual care.", title=title)) is StudyDesign.RCT


def test_a_review_of_admissions_is_none_of_the_literature():
    assert named(in_people("This study aimed to review patients who fell.")) is not StudyDesign.NARRATIVE_REVIEW
    assert named(in_people("This paper reviews how patients fall.")) is StudyDesign.NARRATIVE_REVIEW


@pytest.mark.parametrize(
    "text", ["Chance findings are common. More care is needed.", "Journals should print more plans."]
)
def test_an_essay_is_a_commentary(text: str):
    assert named(Reading(paper((SectionKind.OTHER, text), title="On care", kind=ArticleType.COMMENTARY))) is (
        StudyDesign.COMMENTARY
    )


def test_a_letter_that_reports_a_study_is_that_study():
    text = "Patients gave informed consent. We recruited 40 patients. Patients were randomly assigned to two groups."
    letter = paper((SectionKind.METHODS, text), title="Rest after a fall", kind=ArticleType.COMMENTARY)
    assert named(Reading(letter)) is StudyDesign.RCT


def test_a_letter_with_patients_of_its_own_is_no_commentary():
    letter = paper((SectionKind.OTHER, "We studied 35 patients."), title="Rest", kind=ArticleType.COMMENTARY)
    assert named(Reading(letter)) is not StudyDesign.COMMENTARY


@pytest.mark.parametrize(
    "text",
    [
        "Samples were then randomly allocated to one of two freezers.",
        "A randomised design was used to spread people over the chips.",
    ],
)
def test_samples_that_were_spread_by_chance_make_no_trial(text: str):
    assert named(in_people(text)) is not StudyDesign.RCT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We examined whether pain is associated with sleep in 120 adults.", StudyDesign.CROSS_SECTIONAL),
        ("The accuracy of a smell test was compared with the gold standard in patients.", None),
        ("Data of patients came from six cohorts.", StudyDesign.COHORT),
        ("The patients randomly divided into three groups.", StudyDesign.RCT),
        ("We divided patients into 2 groups randomly.", StudyDesign.RCT),
        ("Adults with pain were seen again two years later.", StudyDesign.COHORT),
        ("After randomisation, 40 students were tested with each device.", StudyDesign.RCT),
    ],
)
def test_what_is_left_is_told_by_what_went_with_what(text: str, expected: StudyDesign | None):
    assert named(in_people(text)) is (expected or StudyDesign.DIAGNOSTIC_ACCURACY)


def test_people_who_were_followed_were_not_seen_at_one_time():
    text = "We examined whether pain is associated with sleep in 120 adults over a follow-up of 2 years."
    assert named(in_people(text)) is not StudyDesign.CROSS_SECTIONAL


def test_a_method_of_computing_that_is_shown_on_people_is_computational():
    told = paper(
        (
            SectionKind.ABSTRACT,
            (
                "We propose a method for tracts. The algorithm joins lines. Simulations show that the algorithm is"
                " stable. An ensemble of algorithms was best. Subjects differed."
            ),
        ),
        (SectionKind.METHODS, "Five subjects gave informed consent. The algorithm was run twice."),
        title="Tracts by ensemble",
    )
    assert named(Reading(told)) is StudyDesign.COMPUTATIONAL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We performed a literature search by PRISMA and chose trials of swimming. Odds ratios were pooled.",
            StudyDesign.META_ANALYSIS,
        ),
        (
            "Searches of PubMed and CINAHL were reported by the MOOSE guidelines.",
            StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        ),
        (
            "We searched CENTRAL, MEDLINE and EMBASE. Twenty-seven trials were included.",
            StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        ),
        ("In this article we discuss how patients sleep.", StudyDesign.NARRATIVE_REVIEW),
        ("Here, we summarise their interplay in sepsis, in this article.", StudyDesign.NARRATIVE_REVIEW),
        ("This narrative review brings together studies in children.", StudyDesign.NARRATIVE_REVIEW),
        ("A descriptive design was used with patients of five wards.", StudyDesign.CROSS_SECTIONAL),
        ("The clinic enrolled 449 patients, and the prevalence of pain was measured.", StudyDesign.CROSS_SECTIONAL),
        ("A questionnaire was completed by 212 nurses.", StudyDesign.SURVEY),
        ("Data came from a survey in which 680 patients took part.", StudyDesign.SURVEY),
        ("We compared 239 cases with 478 controls.", StudyDesign.CASE_CONTROL),
        (
            "Patients were found in nationwide registers. The incidence of falls was counted.",
            StudyDesign.COHORT,
        ),
        ("Patients with falls entered a Cox regression model.", StudyDesign.COHORT),
        ("Stem cells were given to patients. The treatment was well tolerated.", StudyDesign.SINGLE_ARM_TRIAL),
        (
            "Patients took part in a swimming programme, with walks at baseline and at the end of it.",
            StudyDesign.SINGLE_ARM_TRIAL,
        ),
        ("This was an open, multicentre phase III study.", StudyDesign.SINGLE_ARM_TRIAL),
        ("Two groups of 24 patients were assigned to either of two supplements.", StudyDesign.NON_RANDOMISED_TRIAL),
        ("Patients were allocated by the day of the week to two wards.", StudyDesign.NON_RANDOMISED_TRIAL),
        ("Ten patients swallowed it in increasing doses, and toxicity was told.", StudyDesign.SINGLE_ARM_TRIAL),
        ("A random sample of 200 patients was interviewed by telephone.", StudyDesign.SURVEY),
        ("Patients kept diaries, which were read by grounded theory.", StudyDesign.QUALITATIVE),
        ("We present a 34-year-old shepherd with a swelling.", StudyDesign.CASE_REPORT),
    ],
)
def test_papers_that_name_no_design_tell_it_by_what_they_did(text: str, expected: StudyDesign):
    assert named(methods(text)) is expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Patients were recruited. We searched PubMed for their diagnoses.", StudyDesign.SYSTEMATIC_REVIEW_OTHER),
        ("We enrolled 90 patients and reported by PRISMA what we searched in PubMed.", StudyDesign.META_ANALYSIS),
        ("The scale was tried by way of a pilot study. Patients were randomised.", StudyDesign.PILOT_RCT),
        ("An earlier pilot study was kind. Patients were randomly assigned to rest.", StudyDesign.PILOT_RCT),
        ("From 2007 to 2014, 70 patients were in two groups.", StudyDesign.CASE_SERIES),
        ("From 2007 to 2014, 70 patients filled in a questionnaire.", StudyDesign.CASE_SERIES),
        ("Patients of both groups were walked before and after the treatment.", StudyDesign.SINGLE_ARM_TRIAL),
        ("Patients were surveyed before and after the course, and 90 responded.", StudyDesign.SURVEY),
        ("A vaccine was given to patients.", StudyDesign.SINGLE_ARM_TRIAL),
        ("The phase III trial of others was blinded.", StudyDesign.SINGLE_ARM_TRIAL),
        ("A registry was set up for patients.", StudyDesign.COHORT),
        ("Patients were recruited from a randomised trial that had ended.", StudyDesign.RCT),
        ("Patients were assigned by the nurse to a bed.", StudyDesign.NON_RANDOMISED_TRIAL),
        ("Patients with increasing doses of sun were pale.", StudyDesign.SINGLE_ARM_TRIAL),
        ("Patients were reminded by telephone.", StudyDesign.SURVEY),
        ("Patients were aged 34 years and presented with swellings.", StudyDesign.CASE_REPORT),
        ("Previous studies discuss how patients sleep.", StudyDesign.NARRATIVE_REVIEW),
    ],
)
def test_a_design_is_not_read_into_what_is_said_in_passing(text: str, wrong: StudyDesign):
    assert named(in_people(text)) is not wrong


@pytest.mark.parametrize(
    "title",
    [
        "Perspectives of nurses on the barriers to a cluster randomised trial",
        "Experiences of patients within a pilot randomised controlled trial",
    ],
)
def test_a_title_about_the_people_of_a_trial_is_not_the_trial(title: str):
    text = "Focus groups were held with nurses after the trial. Themes were sought in what they said."
    assert named(in_people(text, title=title)) is StudyDesign.QUALITATIVE


def test_a_trial_of_what_people_perceive_is_a_trial():
    title = "Effects of swimming on perceptions of pain in the elderly: a randomised trial"
    text = "Patients were randomly assigned to swimming or rest. Interviews asked for their experiences."
    assert named(in_people(text, title=title)) is StudyDesign.RCT


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(ArticleType.CASE_REPORT, StudyDesign.CASE_REPORT), (ArticleType.RESEARCH, None)],
)
def test_what_its_journal_calls_a_case_report_is_one_where_nothing_else_is_told(
    kind: ArticleType, expected: StudyDesign | None
):
    told = (SectionKind.ABSTRACT, "A teenage girl came to us. The patient had a cyst. The patient slept well again.")
    assert named(Reading(paper(told, title="A cyst in a village", kind=kind))) is expected


def test_a_title_names_accuracy_and_registers():
    accuracy = in_people("Sensitivity and specificity were counted.", title="Accuracy of a handheld scan for falls")
    assert named(accuracy) is StudyDesign.DIAGNOSTIC_ACCURACY
    registers = in_people("Patients were followed.", title="Falls after swimming: a register-based study")
    assert named(registers) is StudyDesign.COHORT


@pytest.mark.parametrize(
    "title",
    [
        "Swimming after stroke (SAS): rationale and design of a randomised trial",
        "The design and conduct of a randomized trial that compares two shoes",
        "Walking shoes for older people: Trial design and methods",
        "Shoes for runners: design, and rationale of the SHOE trial",
        "Electronic diaries of pain: methods of a randomized controlled trial in oncology",
        "Sleep at sea (SEA Trial): Study Design",
    ],
)
def test_a_title_about_the_design_of_a_trial_is_that_of_a_protocol(title: str):
    assert named(in_people("Adults will be randomised to one of two shoes.", title=title)) is StudyDesign.PROTOCOL


def test_a_cohort_that_is_only_designed_is_a_cohort():
    title = "The Harbour Cohort Study: rationale and design"
    assert named(in_people("Dockers are followed in a cohort study.", title=title)) is StudyDesign.COHORT


def test_a_protocol_is_proved_by_its_aim_where_nothing_is_told_of_the_future():
    title = "Growing up by the sea: protocol and measures"
    assert named(in_people("The aim is to learn how children grow.", title=title)) is StudyDesign.PROTOCOL


@pytest.mark.parametrize(
    "text",
    [
        "Patients were drawn by a random numbers table, 70 for training the model and 30 for the validation group.",
        "The subjects were randomly divided into two groups to verify the questionnaire structure.",
        "Weights allowed for how the RCT's populations of patients differed.",
    ],
)
def test_patients_who_were_divided_to_test_a_model_or_a_scale_were_not_allocated(text: str):
    assert named(in_people(text)) is not StudyDesign.RCT


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sleep and falls in patients: a nationwide longitudinal study", StudyDesign.COHORT),
        ("Shift work of nurses: A STROBE compliant cross-sectional study", StudyDesign.CROSS_SECTIONAL),
        ("Spider bites of the ear: a case series and literature review", StudyDesign.CASE_SERIES),
        ("Spider bites of the ear in six patients", StudyDesign.CASE_SERIES),
        ("Hand washing on a ward: a random controlled study", StudyDesign.RCT),
    ],
)
def test_what_a_title_names_outright_needs_no_other_word_and_no_weaker_one_outdoes_it(
    title: str, expected: StudyDesign
):
    assert named(in_people("We asked whether sleep was associated with falls.", title=title)) is expected


def test_words_of_a_title_that_are_said_loosely_need_a_sentence_that_bears_them_out():
    title = "Accuracy of practitioner estimates of how long patients stay"
    assert named(in_people("In this survey study, nurses answered by mail.", title=title)) is StudyDesign.SURVEY


def test_a_series_of_cases_seen_under_a_glass_is_not_done_in_a_dish():
    text = "Methods: Tumour cells were stained. Cultured cells and tissue sections were compared. Results: Cells grew."
    told = Reading(abstract(text, title="Soft tissue tumours of the heel: a series of 21 cases"))
    assert named(told) is StudyDesign.CASE_SERIES


def test_a_review_by_its_type_stays_one_though_it_only_tells_of_cells():
    text = (
        "Cultured cells take up arginine. Tumour cells express its transporters in tissue. Cell lines die without it."
    )
    told = Reading(abstract(text, title="Arginine in cultured cells", kind=ArticleType.REVIEW))
    assert named(told) is StudyDesign.NARRATIVE_REVIEW


def test_a_controlled_trial_of_whom_no_word_is_known_is_a_trial_by_its_title():
    title = "A longer warm-up: results of a randomised controlled trial"
    told = methods("Recruits began at once or a month later, against a control group.", title=title)
    assert named(told) is StudyDesign.RCT


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Growth was restricted as defined by Delphi consensus criteria.", StudyDesign.GUIDELINE_OR_CONSENSUS),
        ("Patients had a scan as well as a survey of lifestyle factors.", StudyDesign.SURVEY),
        ("A panel chose the right answers based on literature review.", StudyDesign.NARRATIVE_REVIEW),
        ("We built a leaflet in six steps, including a systematic review of leaflets.", StudyDesign.NARRATIVE_REVIEW),
    ],
)
def test_a_step_of_a_study_does_not_name_it(text: str, wrong: StudyDesign):
    assert named(in_people(text)) is not wrong


def test_what_is_known_of_the_world_is_not_what_a_study_asked():
    told = Reading(
        abstract(
            "Background: Poor sleep is associated with falls in patients. Methods: Patients wore a belt. Patients sat."
            " Results: The belt of the patients held."
        )
    )
    assert named(told) is None


def test_people_who_were_compared_with_the_healthy_twice_were_not_seen_at_one_time():
    text = "Patients were compared with healthy controls. Both were seen again at 1-year follow-up."
    assert named(in_people(text)) is StudyDesign.COHORT


def test_who_took_part_in_a_trial_may_be_followed_as_one_group():
    title = "Predictors of falls in a randomised trial of shoes"
    text = "This was a randomised trial. Patients were followed for falls until a year later."
    assert named(in_people(text, title=title)) is StudyDesign.COHORT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This nonrandomized, single-arm trial gave all patients the shoe.", StudyDesign.SINGLE_ARM_TRIAL),
        ("This was a retrospective, multicenter case series of patients.", StudyDesign.CASE_SERIES),
        ("Two rounds of panel data on patients were used.", StudyDesign.COHORT),
        ("In this longitudinal, population-based study patients filled in forms.", StudyDesign.COHORT),
        ("A survey was made of patients in two towns.", StudyDesign.SURVEY),
        (
            "A nomogram was built to predict sepsis in patients; its calibration and area under the curve were good.",
            StudyDesign.COHORT,
        ),
    ],
)
def test_more_names_of_what_was_done(text: str, expected: StudyDesign):
    assert named(in_people(text)) is expected


def test_recommendations_of_a_society_are_a_guideline():
    title = "Harbour Society best practice recommendations: care of wet feet, update 2020"
    told = in_people("The recommendations cover wet feet of patients.", title=title)
    assert named(told) is StudyDesign.GUIDELINE_OR_CONSENSUS


_WATCHERS = (
    "Background: Attention matters. Methods: Twenty healthy volunteers viewed gratings. Participants pressed a button."
    " Results: Participants were faster after a cue."
)


@pytest.mark.parametrize(
    "how",
    [
        "The order of the blocks was randomized across participants.",
        "The sequence of cues was randomised.",
        "Subjects were randomly assigned to one of two stimulus mappings.",
        "The participants were randomly divided into two groups for the order of the sessions.",
        "Participants completed four blocks in random order.",
        "The number was based on a pilot study with randomly assigned participants.",
    ],
)
def test_chance_that_only_orders_what_each_person_meets_makes_no_trial(how: str):
    told = Reading(paper((SectionKind.ABSTRACT, _WATCHERS), (SectionKind.METHODS, how), title="Cues and choices"))
    assert named(told) is not StudyDesign.RCT


@pytest.mark.parametrize(
    "how",
    [
        "Participants received real and sham stimulation in counterbalanced order.",
        "The order of the two treatments was randomised.",
        "The order of test conditions was randomised. Patients kept their medication.",
    ],
)
def test_treatments_that_each_person_met_in_an_order_by_chance_are_crossed_over(how: str):
    assert named(in_people(how)) is StudyDesign.CROSSOVER_RCT


def test_what_should_be_looked_at_in_other_studies_is_not_this_one():
    assert named(in_people("The alarm should be evaluated in large-scale prospective studies.")) is None


@pytest.mark.parametrize(
    "how",
    [
        "Patients answered the SF-36 questionnaire, to which all responded.",
        "The sensitivity and specificity of the belt are good; the gold standard is a camera.",
        "Patients were assessed before and after the walk.",
        "From January 2009 to December 2010, 23 patients were seen.",
    ],
)
def test_what_methods_say_in_passing_is_no_design_of_a_paper_with_an_abstract(how: str):
    told = Reading(
        paper(
            (SectionKind.ABSTRACT, f"Background: Falls are common. {PEOPLE} Results: Patients walked faster."),
            (SectionKind.METHODS, how),
        )
    )
    assert named(told) is None


def test_what_the_title_alone_says_is_proved_by_the_title():
    title = "Walking practice in the evening: a retrospective cohort study"
    told = Reading(paper((SectionKind.ABSTRACT, "We walked far. It was easier."), title=title))
    found = design(told, None)
    assert found is not None
    assert (found.value, found.evidence[0].quote) == (StudyDesign.COHORT, title)


def under(heading: str, text: str, *, abstract: str, keywords: tuple[str, ...] = ()) -> Reading:
    builder = PaperBuilder()
    builder.heading("Abstract", SectionKind.ABSTRACT)
    builder.paragraph(abstract)
    builder.heading(heading, SectionKind.METHODS)
    builder.paragraph(text)
    metadata = Metadata(title="Shoes and falls", article_type=ArticleType.RESEARCH, keywords=keywords)
    return Reading(builder.build(metadata, basis=Basis.FULL_TEXT, parser="test", parser_version="1"))


_OF_SHOES = f"Background: Falls are common. {PEOPLE} Results: Patients in new shoes fell less."


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Randomisation", "A list of random numbers placed patients in the shoe group or the control group."),
        ("2.3 Allocation concealment", "Envelopes hid the random list of the two groups."),
        ("Study design", "SHOE-1 was a 16-week, double-blind, randomised, controlled study in two towns."),
        ("Design", "Randomized assignment to a group followed the first visit."),
    ],
)
def test_the_part_of_the_methods_about_design_or_allocation_tells_of_a_trial(heading: str, text: str):
    assert named(under(heading, text, abstract=_OF_SHOES)) is StudyDesign.RCT


def test_a_heading_over_an_order_by_chance_tells_of_no_trial():
    text = "The order of tasks was randomised, so that no group began with the hard one."
    assert named(under("Randomisation", text, abstract=_OF_SHOES)) is None


def test_a_design_among_the_keywords_is_one_where_a_sentence_bears_it_out():
    told = under("Methods", "Patients met in focus groups.", abstract=_OF_SHOES, keywords=("Falls", "Focus groups"))
    assert named(told) is StudyDesign.QUALITATIVE


def test_a_keyword_that_nothing_bears_out_is_no_design():
    told = under("Methods", "Patients walked.", abstract=_OF_SHOES, keywords=("Randomized controlled trial",))
    assert named(told) is None


def test_a_search_and_a_selection_of_studies_among_the_headings_are_a_systematic_review():
    builder = PaperBuilder()
    builder.heading("Abstract", SectionKind.ABSTRACT)
    builder.paragraph(_OF_SHOES)
    for heading, text in (
        ("Search strategy", "Five databases were used."),
        ("Study selection", "Two of us read titles."),
    ):
        builder.heading(heading, SectionKind.METHODS)
        builder.paragraph(text)
    metadata = Metadata(title="Shoes and falls", article_type=ArticleType.RESEARCH)
    told = Reading(builder.build(metadata, basis=Basis.FULL_TEXT, parser="test", parser_version="1"))
    assert named(told) is StudyDesign.SYSTEMATIC_REVIEW_OTHER


def test_a_case_report_with_a_review_is_a_case_report_though_its_journal_calls_it_a_review():
    title = "A shoe that fell: case report and review of the literature"
    told = in_people("The case of a 60-year-old man is told.", title=title, kind=ArticleType.REVIEW)
    assert named(told) is StudyDesign.CASE_REPORT


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("They were randomly assigned to the experimental and the control group.", StudyDesign.RCT),
        ("They were assigned to the experimental and the control group by ward.", StudyDesign.NON_RANDOMISED_TRIAL),
        ("Controls were chosen at random from the neighbours of cases.", StudyDesign.CASE_CONTROL),
    ],
)
def test_a_case_control_study_that_gave_its_cases_something_is_a_trial(how: str, expected: StudyDesign):
    assert named(in_people(f"In this case-control study, 60 patients took part. {how}")) is expected


def test_a_trial_that_could_be_done_is_not_this_one():
    text = (
        "Volunteers took a course of 8 weeks. Each filled out a scale before and after taking part. Based on this, a"
        " randomized trial with less than 50 subjects would be appropriately powered."
    )
    assert named(in_people(text)) is not StudyDesign.RCT


def test_a_trial_by_its_title_is_one_though_effects_are_told_of_all_alike():
    text = "We undertook a cluster-randomised trial in 32 villages. Effects were seen irrespective of allocation."
    title = "Tests or eyes for fevers in villages: a cluster-randomised trial"
    assert named(in_people(text, title=title)) is StudyDesign.CLUSTER_RCT
    assert named(in_people(text, title="Predictors of fevers in villages of a trial")) is not StudyDesign.CLUSTER_RCT


def test_a_review_that_counts_its_articles_is_more_than_it_says():
    text = "A search of literature was conducted in PubMed. A total of 37 articles were included in the review."
    assert named(methods(text, title="Fevers of the forest: a review")) is StudyDesign.SYSTEMATIC_REVIEW_OTHER


def test_effects_of_two_experiments_put_together_are_no_review():
    text = "We repeated the experiments with leukaemia cells. Finally, we report meta-analyses for each result."
    assert named(methods(text)) is not StudyDesign.META_ANALYSIS


def test_the_structure_of_a_molecule_is_no_study_of_animals():
    text = "We present a cryo-EM structure of the mouse channel Abc1. The channel of mice has three arms. It bends."
    of_animals = Known[Species](value=Species.ANIMAL, evidence=())
    found = design(methods(text, title="How a mouse channel opens"), of_animals)
    assert found is not None
    assert found.value is StudyDesign.IN_VITRO


def test_interviews_inside_a_trial_leave_it_a_trial_where_its_title_says_so():
    text = (
        "This was a cluster randomised trial in 106 clinics. A process evaluation was done. Semi-structured interviews"
        " with women were held and analysed for themes."
    )
    trial = "Friends for young mothers: a cluster randomised trial in primary care"
    assert named(in_people(text, title=trial)) is StudyDesign.CLUSTER_RCT
    within = "How young mothers saw their friends: interviews within a randomised trial"
    assert named(in_people(text, title=within)) is StudyDesign.QUALITATIVE


def test_what_was_shown_by_chance_randomised_nobody():
    text = "The phase of the grating was randomized every 250 ms. Volunteers saw it from two sides of the groups."
    assert named(in_people(text)) is not StudyDesign.RCT


def test_how_many_published_studies_were_reviewed_makes_a_review():
    text = "We reviewed 66 modelling studies of the fever that were published in the literature."
    assert named(methods(text)) is StudyDesign.SYSTEMATIC_REVIEW_OTHER


def test_who_completed_an_earlier_study_and_was_followed_on_is_a_cohort():
    text = "We followed up 25 patients who completed 8 weeks of tablets in a previous study for 20 months."
    assert named(in_people(text)) is StudyDesign.COHORT


@pytest.mark.parametrize(
    "text",
    [
        "A randomized study to evaluate the costs of such a treatment in patients may be warranted.",
        "A crossover pilot study with 8 patients was used to determine the sample size.",
        "A 2010 cohort study of patients in Vietnam linked water with fevers.",
        "The costs for patients have the International Standard Randomized Controlled Trial Register number 123.",
        "This was a 44-week OLE of an 8-week randomized, double-blind, placebo-controlled study of patients.",
        "Data for this study were obtained from a randomized controlled trial among patients in Pretoria.",
    ],
)
def test_a_study_that_is_called_for_or_only_lent_its_numbers_is_not_this_one(text: str):
    assert named(in_people(text)) is None


def test_users_of_centres_who_are_randomised_make_no_cluster_trial():
    text = "Drug users, who were admitted to treatment centers, were randomly allocated to three groups."
    assert named(in_people(text)) is StudyDesign.RCT


def test_controls_picked_from_records_make_a_cohort():
    whole = paper(
        (SectionKind.ABSTRACT, f"{PEOPLE} The study group was compared with a control group before and after surgery."),
        (SectionKind.METHODS, "Twenty women were the control group and were selected retrospectively from a database."),
        (SectionKind.RESULTS, "Women bled less."),
    )
    assert named(Reading(whole)) in (StudyDesign.COHORT, None)


def test_methods_that_tell_of_the_future_all_along_are_those_of_a_protocol():
    plan = (
        "Women will be recruited from four wards. Participants will get a leaflet. Participants will be randomised to"
        " two groups. Outcomes will be measured twice. Interviews will be held. Data will be kept for years. Adults"
        " will be weighed."
    )
    abstract_ = "Methods: Midwives weigh women and set limits. The programme is short."
    told = paper((SectionKind.ABSTRACT, abstract_), (SectionKind.METHODS, plan))
    assert named(Reading(told)) is StudyDesign.PROTOCOL


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Sample size", "A cluster-randomised trial gave the deviation that was taken.", None),
        ("Measures", "A cluster-randomised trial gave the scale its name.", None),
        ("Methods", "This cluster-randomised trial took place in two towns.", StudyDesign.CLUSTER_RCT),
        ("Study design", "A cluster-randomised trial was chosen.", StudyDesign.CLUSTER_RCT),
    ],
)
def test_a_design_that_only_the_body_names_is_believed_where_it_speaks_of_this_study(
    heading: str, text: str, expected: StudyDesign | None
):
    builder = PaperBuilder()
    builder.heading("Abstract", SectionKind.ABSTRACT)
    builder.paragraph(f"Background: Walking is hard. {PEOPLE} Results: Patients slept better.")
    builder.heading(heading, SectionKind.METHODS)
    builder.paragraph(text)
    told = Reading(builder.build(Metadata(title="Sleep"), basis=Basis.FULL_TEXT, parser="test", parser_version="1"))
    assert named(told) is expected


@pytest.mark.parametrize(
    ("whence", "expected"),
    [
        ("Twenty patients were recruited from an on-going prospective randomised trial.", None),
        ("Data were part of a larger randomised community trial of lessons.", None),
        ("Twenty patients were recruited in a randomised trial.", StudyDesign.RCT),
        ("Patients came from a randomised trial. We randomly allocated them anew.", StudyDesign.RCT),
    ],
)
def test_a_trial_that_only_lent_people_or_data_is_not_what_this_study_is(whence: str, expected: StudyDesign | None):
    builder = PaperBuilder()
    builder.heading("Abstract", SectionKind.ABSTRACT)
    builder.paragraph(f"Background: Walking is hard. Methods: {whence} Results: Their glands were larger.")
    builder.heading("Methods", SectionKind.METHODS)
    builder.paragraph("In that study, patients were randomised to short or long courses.")
    metadata = Metadata(title="Change of the size of a gland, seen with MRI")
    assert named(Reading(builder.build(metadata, basis=Basis.FULL_TEXT, parser="test", parser_version="1"))) is expected


def test_a_database_that_is_divided_for_a_model_is_no_trial():
    text = "We randomly divided the entire database of patients into a training dataset and a validation dataset."
    assert named(in_people(text)) is not StudyDesign.RCT


def test_a_paper_that_describes_a_trial_that_will_be_done_is_a_protocol():
    plan = "This paper describes a randomized trial that will examine shoes. Shoes are worn daily. People like shoes."
    assert named(Reading(paper((SectionKind.ABSTRACT, plan)))) is StudyDesign.PROTOCOL


def test_a_trial_of_which_half_is_still_to_come_is_a_protocol():
    plan = (
        "Objective: This paper describes a randomized trial of shoes. Methods: Two hundred patients will be randomly"
        " assigned to two groups. Criteria are age and pain. Patients will be assessed by phone. The main outcome is"
        " pain at the end."
    )
    assert named(Reading(paper((SectionKind.ABSTRACT, plan)))) is StudyDesign.PROTOCOL


def test_methods_headed_as_design_that_are_still_to_be_done_are_a_protocol():
    plan = (
        "Children are included and randomised into a group that trains and a group that does not. Both groups are"
        " seen once a week. Measurements are performed before and after. We will recruit 40 children."
    )
    builder = PaperBuilder()
    builder.heading("Methods/Design", SectionKind.METHODS)
    builder.paragraph(plan)
    told = Reading(builder.build(Metadata(title="Play"), basis=Basis.FULL_TEXT, parser="test", parser_version="1"))
    assert named(told) is StudyDesign.PROTOCOL


def test_a_paper_that_tells_only_of_what_will_be_done_is_a_protocol():
    told = Reading(
        abstract(
            "Background: Falls are common. Methods: Patients will be randomised to one of two shoes. Falls of patients"
            " will be counted for a year. Both groups of patients will be compared."
        )
    )
    assert named(told) is StudyDesign.PROTOCOL


def test_what_will_be_done_next_leaves_a_trial_with_results_a_trial():
    told = Reading(
        paper(
            (
                SectionKind.ABSTRACT,
                "Methods: Patients were randomised to two shoes. Patients will be followed. We will see.",
            ),
            (SectionKind.RESULTS, "Patients fell less."),
        )
    )
    assert named(told) is StudyDesign.RCT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This cross-sectional study used patients of two larger trials and other studies.",
            StudyDesign.CROSS_SECTIONAL,
        ),
        ("This prospective, observational study was done within a randomised clinical trial.", StudyDesign.COHORT),
        ("We retrospectively assessed 21 patients who were given the drug in a pilot study.", StudyDesign.COHORT),
        ("An inception cohort was recruited between 2016 and 2019.", StudyDesign.COHORT),
        ("Patients were divided randomly into three groups.", StudyDesign.RCT),
        ("This was a placebo-controlled, double-blind study.", StudyDesign.RCT),
        ("We surveyed 110 patients; each survey was filled in.", StudyDesign.SURVEY),
        (
            "A pre-post design was used with an experimental group and a control group of patients.",
            StudyDesign.NON_RANDOMISED_TRIAL,
        ),
    ],
)
def test_what_a_study_calls_itself_comes_before_where_its_people_came_from(text: str, expected: StudyDesign):
    assert named(in_people(text)) is expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Matching avoided the non-random assignment of patients to partners.", StudyDesign.RCT),
        ("Patients had radiochemotherapy (RCT) before surgery.", StudyDesign.RCT),
        ("We used data from the usual care arm of a randomised trial.", StudyDesign.RCT),
        ("A phase II trial showed that the drug is active in patients.", StudyDesign.SINGLE_ARM_TRIAL),
        ("Patients were randomised; results include patients who crossed over to the drug.", StudyDesign.CROSSOVER_RCT),
        (
            "This preliminary study asked how well ultrasound tells nodules of patients who underwent a scan.",
            StudyDesign.SINGLE_ARM_TRIAL,
        ),
    ],
)
def test_words_that_only_sound_like_a_trial_make_none(text: str, wrong: StudyDesign):
    assert named(in_people(text)) is not wrong


def test_an_analysis_that_a_protocol_foresaw_is_no_protocol():
    title = "Shoes with or without laces: protocol-specified final analysis of a randomised trial"
    assert named(in_people("Patients were randomised to two shoes.", title=title)) is StudyDesign.RCT


def test_a_trial_that_its_title_only_calls_randomised_may_be_crossed_over():
    told = in_people(
        "Patients wore both shoes in a randomised, crossover design.", title="New shoes: a randomised trial"
    )
    assert named(told) is StudyDesign.CROSSOVER_RCT


def test_samples_of_people_who_were_randomised_are_those_of_a_trial():
    assert named(in_people("Serum was obtained from healthy subjects randomized to two doses.")) is StudyDesign.RCT


def test_costs_that_a_model_follows_through_life_are_computed():
    text = "A Markov model was used for patients in a hospital. QALYs were summed over their lives."
    assert named(in_people(text)) is StudyDesign.COMPUTATIONAL


def test_people_who_filled_in_a_questionnaire_were_seen_once():
    text = (
        f"Background: Work is hard. {PEOPLE} In all, 622 patients completed a questionnaire. Results: Many were tired."
    )
    told = Reading(paper((SectionKind.ABSTRACT, text), title="Burnout of patients"))
    assert named(told) is StudyDesign.CROSS_SECTIONAL


def test_authors_who_read_the_literature_before_they_asked_people_wrote_no_review():
    text = "The form was designed after an extensive literature review. We distributed it to 879 patients."
    assert named(in_people(text)) is not StudyDesign.NARRATIVE_REVIEW


def test_a_paper_on_how_to_plan_trials_is_none_of_them():
    title = "Numbers of patients for cluster randomized trials with few clusters"
    assert named(in_people("We derived how many patients are needed.", title=title)) is not StudyDesign.CLUSTER_RCT


def test_a_title_about_case_reports_of_cells_is_not_one():
    text = "Methods: Cultured cells and cell lines were stained. Tissue was cut. Results: Cells grew in the dish."
    told = Reading(abstract(text, title="Staining of cultured cells, after two case reports, in a dish"))
    assert named(told) is StudyDesign.IN_VITRO


def test_plants_that_were_surveyed_answer_no_survey():
    assert named(methods("Here, we surveyed roadside shrubs for galls; a survey of shrubs followed.")) is None


def test_a_phase_2_trial_that_was_randomised_has_more_than_one_arm():
    assert named(in_people("This phase 2 study was a randomized, parallel-arm trial of patients.")) is StudyDesign.RCT


OF_CELLS = "Bacteria and cells of the tissue grew in culture. Isolates of the bacteria were typed."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"We present a case of a patient with a swollen knee. {OF_CELLS}", StudyDesign.CASE_REPORT),
        (f"This report describes a 62-year-old woman with a swollen knee. {OF_CELLS}", StudyDesign.CASE_REPORT),
        (f"A case is presented of a swollen knee in a child. {OF_CELLS}", StudyDesign.CASE_REPORT),
    ],
)
def test_what_grew_from_the_patient_of_a_case_report_makes_no_laboratory_study_of_it(text: str, expected: StudyDesign):
    assert named(Reading(paper((SectionKind.ABSTRACT, text)))) is expected


def with_part(heading: str, text: str, *, title: str = "A swollen knee", journal: str | None = None) -> Reading:
    builder = PaperBuilder()
    builder.heading("Background", SectionKind.ABSTRACT)
    builder.paragraph("Knees swell.")
    builder.heading(heading, SectionKind.ABSTRACT)
    builder.paragraph(text)
    metadata = Metadata(title=title, article_type=ArticleType.RESEARCH, journal=journal)
    return Reading(builder.build(metadata, basis=Basis.ABSTRACT_ONLY, parser="test", parser_version="1"))


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Case presentation", "A shepherd boy came with a swollen knee.", StudyDesign.CASE_REPORT),
        ("Case Report:", "The patient limped.", StudyDesign.CASE_REPORT),
        ("Cases", "Two brothers were described as limping.", StudyDesign.CASE_SERIES),
    ],
)
def test_a_part_of_the_abstract_that_presents_a_case_makes_a_case_report(
    heading: str, text: str, expected: StudyDesign
):
    assert named(with_part(heading, text)) is expected


def test_a_journal_of_case_reports_prints_case_reports():
    told = with_part("Discussion", "The knee of our patient healed by itself.", journal="Knee Case Reports")
    assert named(told) is StudyDesign.CASE_REPORT


def test_two_brothers_of_the_literature_make_one_patient_no_series():
    told = with_part("Case report", "The patient limped. Only two brothers had limped before.")
    assert named(told) is StudyDesign.CASE_REPORT


@pytest.mark.parametrize(
    "text",
    [
        "Here, we review how bacteria of the gut shape cells of the tissue.",
        "We highlight recent advances in how cells are grown from tissue.",
        "Recent progress in growing cells of the tissue is discussed.",
        "This article provides a comprehensive overview of cells and bacteria.",
        "The metabolism of cells and bacteria is reviewed.",
    ],
)
def test_what_goes_through_the_work_of_others_is_a_review_whatever_it_is_about(text: str):
    told = Reading(paper((SectionKind.ABSTRACT, f"Bacteria live among cells of the tissue. {text}")))
    assert named(told) is StudyDesign.NARRATIVE_REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "The records of 46 patients are reviewed.",
        "Here, we show that cells of the tissue grow. Recent progress in growing them is discussed.",
        "Our experience with bad knees is reviewed.",
        "Cells grew (p < 0.05). Recent progress in growing cells is discussed.",
    ],
)
def test_what_tells_of_its_own_patients_or_results_is_no_review(text: str):
    assert named(Reading(paper((SectionKind.ABSTRACT, text)))) is not StudyDesign.NARRATIVE_REVIEW


def test_a_journal_of_reviews_prints_reviews_unless_methods_are_told():
    review = with_part("Outlook", "Cells of the tissue may yet be grown.", journal="Current Opinion in Knees")
    assert named(review) is StudyDesign.NARRATIVE_REVIEW
    study = with_part("Methods", "Cells of the tissue were grown.", journal="Current Opinion in Knees")
    assert named(study) is StudyDesign.IN_VITRO


def test_a_review_that_counts_the_studies_it_took_in_is_systematic():
    text = "Background: Knees swell. Results: We included four studies of 152 patients in this review."
    assert named(Reading(abstract(text))) is StudyDesign.SYSTEMATIC_REVIEW_OTHER


def test_a_literature_review_beside_two_patients_does_not_make_their_report_a_review():
    told = in_people("This report describes two patients. A literature review is conducted.")
    assert named(told) is not StudyDesign.NARRATIVE_REVIEW


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Insulin by drip. A prospective comparative study",
            "Twenty patients were randomly assigned to drip or needle.",
            StudyDesign.RCT,
        ),
        (
            "Shoes for children: a controlled trial",
            "Children of the control group were put on a waiting list.",
            StudyDesign.NON_RANDOMISED_TRIAL,
        ),
        (
            "Shoes for children: a controlled trial",
            "Children were randomly allocated to shoes or to a control group.",
            StudyDesign.RCT,
        ),
        ("A new variant in a child with stiff knees", "Blood of the patient was taken.", StudyDesign.CASE_REPORT),
        ("Stiff knees: report on two siblings", "Both children limped.", StudyDesign.CASE_SERIES),
    ],
)
def test_a_title_says_what_was_done_and_leaves_open_whether_by_chance(title: str, text: str, expected: StudyDesign):
    assert named(in_people(text, title=title)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A cross-sectional study based on data from two trials in clinics.", StudyDesign.CROSS_SECTIONAL),
        ("A double-blind trial compared gold with chalk in patients.", StudyDesign.RCT),
        ("Gold was given to patients in a double-blind cross-over trial.", StudyDesign.CROSSOVER_RCT),
        ("Ankles of 50 patients were seen at an average of 42 months after the fall.", StudyDesign.COHORT),
        ("Patients were followed-up for 1-7 years.", StudyDesign.COHORT),
        ("In a randomized group of 162 patients, wounds were rinsed.", StudyDesign.RCT),
        ("Treatments of two randomized groups of patients were followed.", StudyDesign.RCT),
        ("Four patients with stiff knees are described.", StudyDesign.CASE_SERIES),
        ("A total of 516 children with a biopsy were evaluated retrospectively.", StudyDesign.COHORT),
        ("Students filled in pre- and post-workshop forms.", StudyDesign.SINGLE_ARM_TRIAL),
        ("We analysed life expectancy and survival of patients in SEER.", StudyDesign.COHORT),
        (
            "We study an SEIR epidemic model with delay. We simulate vaccination of patients.",
            StudyDesign.COMPUTATIONAL,
        ),
    ],
)
def test_plain_words_for_what_was_done_give_the_design(text: str, expected: StudyDesign):
    assert named(in_people(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "DNA from blood of 186 patients was screened for a virus.",
        "We enrolled 59 men with diabetes and 39 non-diabetic men.",
        "We tested 220 pregnant patients and 160 control patients.",
    ],
)
def test_people_of_two_kinds_or_samples_of_people_were_looked_at_once(text: str):
    told = paper((SectionKind.ABSTRACT, f"Background: Knees swell. {PEOPLE} {text} Results: Some were swollen."))
    assert named(Reading(told)) is StudyDesign.CROSS_SECTIONAL


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Letter on sharing results", "Results should be shared."),
        ("Sharing results", "In this commentary, we ask who should share results."),
        ("Sharing results: a viewpoint", "Results should be shared."),
    ],
)
def test_a_paper_that_calls_itself_a_letter_or_a_commentary_is_one(title: str, text: str):
    assert named(Reading(paper((SectionKind.ABSTRACT, text), title=title))) is StudyDesign.COMMENTARY


def test_how_people_responded_to_stress_is_no_letter():
    title = "Response to stress in patients"
    assert named(in_people("This was a cross-sectional study.", title=title)) is StudyDesign.CROSS_SECTIONAL


def test_people_who_were_allocated_by_chance_are_people_though_nothing_else_says_so():
    text = "Those seen, 5 to 17 years old, were randomly allocated to the drip or the needle."
    assert named(Reading(paper((SectionKind.ABSTRACT, f"Methods: {text}")))) is StudyDesign.RCT


def test_what_a_conclusion_hopes_for_was_not_tried():
    told = in_people("We examined 25 adults with a limp and 28 healthy controls.")
    assert named(told) is StudyDesign.CROSS_SECTIONAL


def test_the_literature_that_is_reviewed_beside_one_patient_makes_no_review_of_the_report():
    told = in_people(
        "In addition, we review the literature on bad knees.", title="Shoes for the Care of a Patient with Bad Knees"
    )
    assert named(told) is not StudyDesign.NARRATIVE_REVIEW


def test_children_who_received_a_vaccine_were_not_only_looked_at():
    told = in_people("In all, 300 children were tested, of whom half received the vaccine.")
    assert named(told) is not StudyDesign.CROSS_SECTIONAL


LABELLED = (
    ("Study design", "Prospective, population-based cohort study.", StudyDesign.COHORT),
    ("Study Design", "An online survey.", StudyDesign.SURVEY),
    ("Design", "Before-after intervention case-controlled clinical study.", StudyDesign.SINGLE_ARM_TRIAL),
    ("DESIGN", "Prospective drug-intervention study.", StudyDesign.SINGLE_ARM_TRIAL),
)


@pytest.mark.parametrize(("label", "text", "expected"), LABELLED)
def test_what_stands_under_its_label_is_the_design_whatever_else_is_told(label: str, text: str, expected: StudyDesign):
    builder = PaperBuilder()
    for heading, told in (
        (label, text),
        ("Methods", "A descriptive, observational study of an inception cohort. Patients were seen."),
        ("Results", "Of 448 patients, 94 fell, and one 40-year-old man died."),
    ):
        builder.heading(heading, SectionKind.ABSTRACT)
        builder.paragraph(told)
    metadata = Metadata(title="Falls", journal="Spinal Cord Series and Cases", article_type=ArticleType.RESEARCH)
    assert (
        named(Reading(builder.build(metadata, basis=Basis.ABSTRACT_ONLY, parser="t", parser_version="1"))) is expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A survey was administered as part of a longitudinal research study on patients.", StudyDesign.SURVEY),
        ("In a 1:2 case-control study of patients, pain was alike.", StudyDesign.CASE_CONTROL),
        ("We conducted a population-based case-referent study of patients.", StudyDesign.CASE_CONTROL),
        ("We reviewed 500 consecutive cases with a stroke.", StudyDesign.COHORT),
        (
            "Records of 41 patients who were operated on (new way, n = 20; old way, n = 21) were reviewed.",
            StudyDesign.COHORT,
        ),
        (
            "Adults treated for a stroke between 2005 and 2011 were identified. Costs were told.",
            StudyDesign.COHORT,
        ),
        ("Longitudinal data were used of patients.", StudyDesign.COHORT),
        ("This descriptive type of observational study of patients was done.", StudyDesign.CROSS_SECTIONAL),
        ("Ten patients received four injections of cells and were followed for a year.", StudyDesign.SINGLE_ARM_TRIAL),
        (
            "Sixteen patients received training, while 16 patients served as inactive controls.",
            StudyDesign.NON_RANDOMISED_TRIAL,
        ),
        ("Patients took part in a pre-test, post-test experiment.", StudyDesign.SINGLE_ARM_TRIAL),
        ("On separate days, 20 patients consumed a drink of fat or placebo.", StudyDesign.CROSSOVER_RCT),
        ("Thirty-nine patients drank fat or calorie-matched placebo for 6 months.", StudyDesign.RCT),
        (
            "We held eight focus groups with 32 patients to explore how they see it.",
            StudyDesign.QUALITATIVE,
        ),
        ("We reviewed the literature for results in patients.", StudyDesign.NARRATIVE_REVIEW),
        ("Patients participated in an in-school survey.", StudyDesign.SURVEY),
    ],
)
def test_new_papers_taught_more_ways_to_tell_a_design(text: str, expected: StudyDesign):
    assert named(in_people(text)) is expected


def test_a_cross_sectional_area_is_no_cross_sectional_study():
    assert (
        named(in_people("The cross-sectional area of muscles was seen in patients.")) is not StudyDesign.CROSS_SECTIONAL
    )


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Do recommendations for abnormal smears influence patients?", StudyDesign.GUIDELINE_OR_CONSENSUS),
        ("Adherence to clinical practice guidelines in wards", StudyDesign.GUIDELINE_OR_CONSENSUS),
        ("Injuries in children: a 20-year review", StudyDesign.NARRATIVE_REVIEW),
    ],
)
def test_a_title_that_only_speaks_of_guidelines_or_of_looking_back_is_none(title: str, wrong: StudyDesign):
    told = in_people("In this retrospective cohort study, patients were identified from medical records.", title=title)
    assert named(told) is StudyDesign.COHORT
    assert named(told) is not wrong


def test_an_observational_study_by_its_title_is_cross_sectional_where_the_abstract_says_so():
    told = in_people("A cross-sectional study was conducted among 410 patients.", title="Sleep: an observational study")
    assert named(told) is StudyDesign.CROSS_SECTIONAL


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("selecting randomized controlled trials", StudyDesign.SYSTEMATIC_REVIEW_RCT),
        ("for randomized trials and cohort studies", StudyDesign.SYSTEMATIC_REVIEW_OTHER),
    ],
)
def test_a_systematic_review_that_takes_in_trials_alone_is_one_of_trials(search: str, expected: StudyDesign):
    text = f"Methods: We searched PubMed and Scopus, {search} in patients. Results: Nine studies were included."
    assert named(Reading(abstract(text, title="Training: a systematic review"))) is expected


def test_a_case_presentation_tells_of_one_adult():
    builder = PaperBuilder()
    builder.heading("Case presentation", SectionKind.ABSTRACT)
    builder.paragraph("We report the treatment, along a model, of an adult with fear after an injury.")
    built = builder.build(Metadata(title="Fear"), basis=Basis.ABSTRACT_ONLY, parser="t", parser_version="1")
    assert named(Reading(built)) is StudyDesign.CASE_REPORT


def test_a_review_reported_by_the_statement_for_meta_analyses_need_be_none():
    followed = "the Preferred Reporting Items for Systematic Reviews and Meta-Analyses (PRISMA) guidelines"
    text = f"Methods: We searched Medline and followed {followed}. Results: Nine studies of patients were included."
    found = named(Reading(abstract(text, title="Training: a systematic review")))
    assert found is StudyDesign.SYSTEMATIC_REVIEW_OTHER
