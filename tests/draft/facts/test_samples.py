import pytest

from pipeline.draft.facts.design import design
from pipeline.draft.facts.samples import samples
from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Sample
from tests.draft.papers import abstract, in_people, methods, paper


def counted(reading: Reading) -> list[tuple[int, str, str]]:
    return [(s.n, s.unit.value, s.role.value) for s in samples(reading) if s.arm is None]


def of_study(reading: Reading) -> tuple[Sample, ...]:
    kind = species(reading)
    return samples(reading, design(reading, kind), kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty people with spinal cord injury were randomly allocated to two groups.", (40, "people", "randomised")),
        ("A total of 413 patients were recruited.", (413, "people", "enrolled")),
        ("The study included 379 patients.", (379, "people", "included")),
        ("Sixty-nine papers were included.", (69, "studies", "included")),
        ("This study was performed in 20 head trauma patients.", (20, "people", "included")),
        ("Of 27 screened patients, 18 were enrolled.", (18, "people", "enrolled")),
        ("Of 512 eligible women, 340 (66%) agreed to participate.", (340, "people", "enrolled")),
        ("A total of 40 patients were enrolled, with 20 randomised to each group.", (40, "people", "enrolled")),
        ("One hundred patients, 50 in each group, were randomised.", (100, "people", "randomised")),
        ("Participants were 30 adults with aphasia.", (30, "people", "included")),
        ("85 of 120 invited patients took part.", (85, "people", "enrolled")),
        (
            "Between May and July, 316 eligible patients of the ward were randomly assigned.",
            (316, "people", "randomised"),
        ),
        ("It was performed among 146 women of 30\u201365 age range.", (146, "people", "included")),
        ("The study cohort consisted of 316 eligible patients.", (316, "people", "included")),
        ("The remaining 212 women were included in our analysis.", (212, "people", "included")),
        ("28 subjects (14 in each group) completed the study.", (28, "people", "analysed")),
        (
            "Patients with a rare disease (n = 261; mean age 59 years) were randomised to a drug.",
            (261, "people", "randomised"),
        ),
        ("A large cohort (n = 40) of young male rats was monitored.", (40, "animals", "included")),
        ("Ninety ASA physical status I and II children were randomly divided.", (90, "people", "randomised")),
        ("Data on 49 type 2 diabetes patients were analysed.", (49, "people", "analysed")),
        ("Blood samples of eighty patients were examined.", (80, "people", "included")),
        ("The sample consisted of 194 students in two schools.", (194, "people", "included")),
        ("Twenty-nine podiatrists participated in the study.", (29, "clinicians", "enrolled")),
        ("Medical records of 3051 patients were reviewed.", (3051, "people", "included")),
        ("We evaluated 759 adults (45 with kidney disease) in hospital.", (759, "people", "included")),
        (
            "Four subjects with upper-limb amputations (three women, one man; Table 1) were recruited.",
            (4, "people", "enrolled"),
        ),
        ("Forty people with weak upper limbs were recruited.", (40, "people", "enrolled")),
        ("Data of 141 patients (97%) were analysed.", (141, "people", "analysed")),
        ("Notes on 50 poor individuals who did not develop sores were analysed.", (50, "people", "analysed")),
        ("Twelve SCI providers from many sites were interviewed.", (12, "clinicians", "enrolled")),
        ("15 semi-structured, in-depth interviews were conducted with individuals.", (15, "people", "enrolled")),
        ("In all, 10 interviews with stroke patients were carried out.", (10, "people", "enrolled")),
        ("We looked for cancer among 337 802 women in the study.", (337802, "people", "included")),
        ("Of 86 patients seen, 78 met the criteria, and 70 (90%) agreed to participate.", (70, "people", "enrolled")),
        ("Forty-one were randomized into three groups.", (41, "people", "randomised")),
        ("All 27 (100%) patients were enrolled.", (27, "people", "enrolled")),
        ("Twenty-seven studies between 2005 and 2019 were included.", (27, "studies", "included")),
        ("We looked at 508 pairs of mothers and infants.", (508, "people", "enrolled")),
        ("From 858 cases with heart failure, 19.2% (n=165) were enrolled.", (165, "people", "enrolled")),
        ("Forty-four HUA patients and 43 healthy controls were enrolled.", (87, "people", "included")),
        ("130 patients were randomized into Group E and Group D.", (130, "people", "randomised")),
        ("Among 1026 who met the definition, and 412 were enrolled.", (412, "people", "enrolled")),
        (
            "Patients with pain were randomised to receive 150 mg of it (n = 108) or matching placebo (n = 112).",
            (220, "people", "randomised"),
        ),
        ("Six men cycled for 16 weeks, and five men served as a control.", (11, "people", "included")),
        ("17 Yucatan mini-pigs received a weight-drop contusion.", (17, "animals", "included")),
        ("17 injured persons and 13 family caregivers were selected by purpose.", (30, "people", "included")),
        ("Stem cells were put into six patients with a cervical injury.", (6, "people", "included")),
        ("Training was given to 22 participants per protocol.", (22, "people", "included")),
        (
            "One hundred and eleven participants with weak legs were assessed for eligibility and 64 were randomised.",
            (64, "people", "randomised"),
        ),
        ("There were 23 study participants (Table 1) who came to the lessons.", (23, "people", "included")),
        ("This crossover design used twelve Standardbred mares.", (12, "animals", "included")),
        ("The trial ended in 2015, with the recruitment of 1241 patients.", (1241, "people", "enrolled")),
        ("A total of 71 medical and surgical specialists took part.", (71, "clinicians", "enrolled")),
        ("Participants were 889 healthy 70-90-year-olds of a city.", (889, "people", "included")),
        ("We included 74 hospital admissions for such an injury.", (74, "records", "included")),
        ("This was done among 130 interns of 2010-11 batch.", (130, "people", "included")),
        ("123 eligible patients consented to participate and filled in a form.", (123, "people", "enrolled")),
        ("Of the 60 patients screened, 53 received at least one injection.", (53, "people", "enrolled")),
        ("Participants (24) with weak legs were randomly allocated to two groups.", (24, "people", "enrolled")),
        ("We enrolled 178 PwMS from two centres.", (178, "people", "enrolled")),
        ("Thirteen survivors each took part in up to four talks.", (13, "people", "enrolled")),
        (
            "One hundred and twenty-one (121) patients and one hundred and two (102) healthy controls were enrolled.",
            (223, "people", "included"),
        ),
        ("Patients (N = 73) were given 50 U (n = 19) or 100 U (n = 54).", (73, "people", "included")),
        (
            "Sixty rats were randomized to sham operation (no injury; control), injury, or the drug.",
            (60, "animals", "randomised"),
        ),
    ],
)
def test_a_count_has_its_unit_and_its_role(text: str, expected: tuple[int, str, str]):
    assert counted(methods(text))[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Of the 50 patients screened, 12 were suitable.",
        "Each of 30 patients was seen.",
        "Patients were aged 18 to 65 years.",
        "Some 12% of patients were enrolled elsewhere.",
        "Twelve weeks of training were given to patients.",
        "We included 9 men and 12 women.",
        "Only level 3 participants were included.",
        "At least 25 patients were included in each cohort.",
        "1000 patients were invited and 12 replied.",
        "There were 35 patients in each group.",
        "Fifteen patients (37.5%) had a fall.",
        "A sample size of 30 patients was calculated.",
        "A 15-item patient questionnaire was used.",
        "The receptor 5 knockout mice were treated.",
        "In the last ten patients per group nothing was measured.",
        "The control group consisted of 220 volunteers from another study.",
        "The clinic has a volume of 25,000 patients annually, and some were entered.",
        "Fifty-nine ex-captives and 39 veterans were tested.",
    ],
)
def test_parts_bounds_plans_and_names_are_no_samples(text: str):
    assert counted(methods(text)) == []


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("Thresholds did not differ between patients (n = 38) and control subjects (n = 33).", 71),
        ("In a 1:2 case-control study of subjects of one age (n=114), both were alike.", 114),
        ("477 laparotomies were performed in 446 patients.", 446),
        ("Two hundred knees of 100 patients (50 men and 50 women) were examined.", 100),
        ("Overall, 205 consecutive patients underwent screening.", 205),
        ("There were 108 patients, of which 87 were eligible.", 108),
        ("A total of 150 laypersons took part.", 150),
        ("Outcomes of 43 patients were compared with those of 49 patients.", 92),
        ("In total, 103 responses were received.", 103),
        ("Pain fell. Sleep was better. All six participants kept their gains.", 6),
        ("Group A (planned excision; n=345) was compared with group B (unplanned excision; n=145).", 490),
        ("Of 448 patients, 94 patients fell.", 448),
        ("Eight infants were admitted with a rash.", 8),
        ("One-hundred-fourteen trauma patients were started on the drug.", 114),
        ("From May to June, 219 patients were eligible for analysis.", 219),
    ],
)
def test_results_tell_the_sample_where_the_methods_do_not(result: str, expected: int):
    told = abstract(f"Background: Pain is common. Methods: We measured pain in patients. Results: {result}")
    assert samples(Reading(told))[0].n == expected


@pytest.mark.parametrize(
    "text",
    [
        "An electronic search identified 365 articles, from which 33 full-text articles were included.",
        "9351 articles were identified from Scopus, and 33 studies were included.",
        "Of 365 articles, 33 of which were included in the review, many were small.",
    ],
)
def test_what_a_search_found_is_not_what_was_taken_in(text: str):
    searched = abstract(f"Methods: We searched Medline for this systematic review. Results: {text}")
    assert samples(Reading(searched))[0].n == 33


def test_the_one_person_of_a_case_report_may_stand_in_its_title_alone():
    told = "Deterioration of the patient began days after surgery. The level rose by four segments."
    one = abstract(told, title="Ascending paralysis in a patient of spinal cord injury: a case report")
    assert [(s.n, s.unit.value) for s in of_study(Reading(one))] == [(1, "people")]


def test_a_report_of_a_case_is_one_person_though_no_person_is_named():
    told = "Infarction of the cord is rare. This report presents a case of acute infarction."
    one = abstract(told, title="Spinal cord infarction: a case report")
    assert [(s.n, s.unit.value) for s in of_study(Reading(one))] == [(1, "people")]


def test_the_one_person_with_whom_something_was_tried_may_stand_in_the_title_alone():
    told = (
        "Methods: Two arrays were implanted in the cortex of an individual with tetraplegia. Results: A cup was lifted."
    )
    alone = abstract(told, title="Control of an arm by an individual with tetraplegia")
    assert [(s.n, s.unit.value) for s in of_study(Reading(alone))] == [(1, "people")]
    assert of_study(Reading(abstract(told, title="Control of an arm in tetraplegia"))) == ()


def test_of_a_database_those_who_were_chosen_are_the_sample():
    chosen = "In a database of 56,462 athletes we identified 192 athletes with such beats."
    assert 56462 not in [n for n, _, _ in counted(methods(chosen))]


def test_a_capital_n_is_the_whole_sample():
    told = methods("Data were taken of families with a child at risk who told of a smoker in the home (N = 99).")
    assert counted(told) == [(99, "people", "included")]


def test_respondents_are_counted_by_their_shares_and_studies_by_those_that_were_included():
    asked = in_people("Some 80.2% of the 277 respondents had a phone.")
    assert samples(asked)[0].n == 277
    searched = abstract(
        "Methods: We searched Medline for this systematic review. "
        "Results: Of the nine studies included in the analysis, one was large."
    )
    assert counted(Reading(searched)) == [(9, "studies", "included")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1171 patients were screened, 891 patients were randomised.", 891),
        ("A total of 236 first year medical students were tested.", 236),
        ("Participants were 81 male undergraduates.", 81),
    ],
)
def test_another_number_and_the_year_of_study_do_not_hide_a_count(text: str, expected: int):
    assert samples(in_people(text))[0].n == expected


@pytest.mark.parametrize(
    "text",
    [
        "In August 2010 samples were filtered.",
        "Repeating it excluding the records (n = 88) of June changed nothing.",
        "Twenty-eight outpatients (25 of them men), 15 relatives and 29 healthy controls were recruited.",
    ],
)
def test_dates_what_was_left_out_and_lists_of_groups_are_no_samples(text: str):
    assert samples(in_people(text)) == ()


def test_two_roles_of_one_sample_stand_beside_each_other_and_the_enrolled_come_first():
    reading = methods("Twenty-five patients were enrolled, and 22 patients completed it.")
    assert counted(reading) == [(25, "people", "enrolled"), (22, "people", "analysed")]


def test_who_completed_it_is_counted_and_who_began_took_part():
    reading = methods("Of 48 participants, 45 completed the trial.")
    assert counted(reading) == [(48, "people", "enrolled"), (45, "people", "analysed")]


def test_whom_chance_assigned_comes_before_who_was_recruited():
    reading = methods("We recruited 120 patients. In all, 90 patients were randomised.")
    assert counted(reading)[0] == (90, "people", "randomised")


def test_the_body_is_asked_where_the_abstract_counts_nobody():
    told = paper(
        (SectionKind.ABSTRACT, "Patients walked."),
        (SectionKind.RESULTS, "A total of 44 patients were enrolled. Of these, 12 patients fell."),
    )
    assert counted(Reading(told)) == [(44, "people", "enrolled")]


def test_reviews_count_studies_and_not_the_people_in_them():
    reading = in_people(
        "We conducted a systematic review. Of the 1,473 studies found, ten trials were included, with 900 patients."
    )
    assert [(s.n, s.unit.value) for s in of_study(reading)] == [(10, "studies")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After two drop-outs, 106 participants were randomized by a generator.", [(106, "people", "randomised")]),
        ("If there were two participants recruited on one day, they came at different times.", []),
    ],
)
def test_who_dropped_out_before_and_who_might_come_are_not_counted(text: str, expected: list[tuple[int, str, str]]):
    assert counted(methods(text)) == expected


def test_a_plan_without_results_tells_how_many_it_plans_whatever_it_is_called():
    plan = "It is calculated that a total of 150 patients will be enrolled in the trial."
    told = paper((SectionKind.ABSTRACT, "A trial is told."), (SectionKind.METHODS, plan))
    assert counted(Reading(told)) == [(150, "people", "planned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients were randomised (n = 416, mean age 63) to a drug (n = 211) or placebo (n = 205).", 416),
        ("The subjects of the present study were 30 elderly chronic-pain sufferers.", 30),
    ],
)
def test_wholes_in_brackets_and_sufferers_are_counted(text: str, expected: int):
    assert counted(methods(text))[0][0] == expected


def test_whom_a_programme_took_in_so_far_is_no_sample():
    assert counted(methods("Meanwhile about 10,000 patients have been enrolled.")) == []


def test_volunteers_in_bare_brackets_who_were_randomised_are_counted():
    assert counted(methods("Healthy female volunteers (224) were prospectively randomized to two groups."))[0][0] == 224


def test_products_are_told_and_their_factors_are_not():
    plan = "As a result, 1,800 (50 patients \u00d7 9 hospitals \u00d7 4 measurements) patients will be included."
    told = paper((SectionKind.METHODS, plan), kind=ArticleType.PROTOCOL)
    assert [s.n for s in samples(Reading(told))] == [1800]


def test_a_season_is_no_count():
    assert counted(methods("In the survey in the 2013 dry season, field teams visited all.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of 200 people screened, 178 were considered eligible for the trial and were randomized.", 178),
        ("In total, 240 overweight, but otherwise healthy, men and older women were enrolled.", 240),
        ("Of the 343 women in the group, 48 were invited to interview, and 16 were interviewed at home.", 16),
        (
            "We report on 240 women (age: 40 to 65 years; body mass index: 18 to 30; blood: 3 mmol) who enrolled.",
            240,
        ),
        ("Fifty-two patients were assigned to the A group, and 55 patients were treated with B.", 107),
    ],
)
def test_counts_are_read_through_what_stands_between(text: str, expected: int):
    assert counted(methods(text))[0][0] == expected


def test_a_protocol_that_has_taken_people_in_tells_them():
    people = "Participants (N = 391, 53.7% female) aged 65-90 years were recruited in a town."
    told = methods(people, kind=ArticleType.PROTOCOL)
    assert samples(told)[0].n == 391


def test_a_year_is_no_count():
    assert counted(methods("In 2010, all surgeons agreed to take part.")) == []


def test_patients_of_two_places_make_one_sample():
    text = "A total of 260 patients enrolled in the new care and 251 patients in standard care (TAU) were recruited."
    assert counted(methods(text))[0][0] == 511


def test_three_groups_make_one_sample():
    text = (
        "We examined how they breathe in 25 adults with asthma, 13 unaffected relatives of these patients, and 28"
        " healthy controls."
    )
    assert counted(methods(text))[0][0] == 66


def test_a_protocol_tells_its_number_in_brackets_behind_who_will_be_recruited():
    text = "Adults (as found by a survey) aged 18-60 years old will be recruited for this study (n=146)."
    told = paper((SectionKind.METHODS, text), kind=ArticleType.PROTOCOL)
    assert [s.n for s in samples(Reading(told))] == [146]


@pytest.mark.parametrize(
    "text",
    [
        "A random number generator (online) was used in a block of 100 subjects.",
        "Participants took part in one of 3 groups of about 10 subjects.",
        "Of 62 shops that included patients, many gave data.",
        "In the conventional arm, a total of 43 women were referred.",
    ],
)
def test_blocks_groups_and_what_happened_in_one_arm_are_no_sample(text: str):
    assert samples(methods(text)) == ()


def test_pictures_of_a_few_are_not_the_sample():
    pictures = "Photomicrographs of six samples were done at both sides."
    told = paper((SectionKind.ABSTRACT, "Teeth were brushed."), (SectionKind.METHODS, pictures))
    assert samples(Reading(told)) == ()


def test_who_was_told_of_in_another_paper_is_not_this_sample():
    some = "Steps were measured on a subgroup of lifestyle participants with all data at baseline (n=553; age: 59)."
    told = paper(
        (SectionKind.ABSTRACT, f"Objective: To see how adults with diabetes walk. Methods: {some}"),
        (SectionKind.METHODS, "Data of all patients (n = 1309) enrolled in the trial have been reported previously."),
    )
    assert of_study(Reading(told))[0].n == 553


def test_a_narrative_review_counts_nobody():
    reading = in_people("In this review we discuss care. One study included 90 patients.")
    assert of_study(reading) == ()


def test_studies_of_animals_count_animals():
    reading = methods(
        "Rats were trained. Forty male rats were divided into five groups. Sera of 12 patients were used."
    )
    assert [(s.n, s.unit.value) for s in of_study(reading)] == [(40, "animals")]


@pytest.mark.parametrize(
    "text",
    [
        "Patients were randomised to standing (n = 24) or stretching (n = 25). In all, 49 patients were randomised.",
        "In all, 49 patients were randomised: 24 patients in the standing group and 25 in the stretching group.",
    ],
)
def test_groups_that_add_up_to_the_whole_are_its_arms(text: str):
    found = samples(methods(text))
    assert [(s.n, s.arm) for s in found] == [(49, None), (24, "standing"), (25, "stretching")]


def test_groups_that_do_not_add_up_are_left_out():
    reading = methods("Patients had standing (n = 24) or stretching (n = 20). In all, 49 patients were randomised.")
    assert all(sample.arm is None for sample in samples(reading))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Methods: We will recruit 86 patients from four hospitals.", 86),
        ("Methods: At least 60 patients will be recruited from two clinics.", 60),
        ("Methods: The trial requires n = 306 participants (n = 153 in each group), with 90% power.", 306),
        ("Methods: Once 200 patients are in each arm (i.e., total 800 patients), the data will be looked at.", 800),
        ("Methods: Adults with a stroke (N=24) will be recruited and randomised.", 24),
        ("Methods: Fifty patients will be randomised to each group, a total sample of 100 patients.", 100),
    ],
)
def test_a_protocol_tells_how_many_it_plans_to_take_in(text: str, expected: int):
    [found] = samples(Reading(abstract(text, kind=ArticleType.PROTOCOL)))
    assert (found.n, found.role.value) == (expected, "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Methods: An earlier trial by Smith et al enrolled 90 patients and we will do the same.",
        "Methods: Each group will include 40 patients per arm.",
        "Methods: Patients will be randomised.",
    ],
)
def test_a_protocol_without_a_number_of_its_own_has_none(text: str):
    assert samples(Reading(abstract(text, kind=ArticleType.PROTOCOL))) == ()


def test_a_case_report_is_about_one_person_unless_it_tells_of_several():
    one = in_people("We report the case of a 54-year-old man with hiccups.", title="Hiccups: a case report")
    assert [(s.n, s.unit.value) for s in of_study(one)] == [(1, "people")]
    two = in_people("We report two cases of hiccups, in a 54-year-old man and his son.", title="Hiccups: a case report")
    assert [(s.n, s.unit.value) for s in of_study(two)] == [(2, "people")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The questionnaire was completed by 105 nurses of the 120 in the house.", (105, "clinicians", "enrolled")),
        ("Fourteen healthy adults lifted a box.", (14, "people", "included")),
        ("Sixty-four consecutive patients (65 knees) were seen.", (64, "people", "included")),
        ("Two hundred and eighty-four nursing staff participated.", (284, "people", "enrolled")),
        ("The sample size was approximately 10,485 women.", (10485, "people", "included")),
    ],
)
def test_those_who_answered_and_the_well_are_counted(text: str, expected: tuple[int, str, str]):
    assert counted(methods(text))[0] == expected


def test_one_of_two_groups_of_different_size_is_not_the_sample():
    text = "A total of 139 patients were allocated to the short course, and 129 to the long one."
    assert 139 not in [n for n, _, _ in counted(methods(text))]


def test_who_was_enrolled_goes_before_those_whom_something_was_tried_with():
    told = paper(
        (SectionKind.ABSTRACT, "Methods: Students were randomised. They were tested using four patients."),
        (SectionKind.METHODS, "A total of 48 students were enrolled."),
    )
    assert counted(Reading(told))[0][0] == 48


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We included four RCTs and 17 observational studies.", 21),
        ("Three randomized control trials and 4 cohort studies met inclusion criteria.", 7),
    ],
)
def test_two_sorts_of_studies_are_added_up(text: str, expected: int):
    searched = abstract(f"Methods: We searched Medline for this systematic review. Results: {text}")
    assert samples(Reading(searched))[0].n == expected
