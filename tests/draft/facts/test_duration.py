import pytest

from pipeline.draft.facts.duration import duration
from pipeline.draft.facts.period import period
from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species, StudyDesign
from tests.draft.papers import methods, paper

OF_PEOPLE = Known[Species](value=Species.HUMAN, evidence=())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 12-week training programme was supervised.", "12 weeks"),
        ("A six-month, peer-delivered self-care program was tested.", "six months"),
        ("Patients received the drug for six weeks.", "six weeks"),
        ("Training took place three times per week for 8 weeks.", "8 weeks"),
        ("Fish were given two doses (2.4 or 12.3 mg) for 21 days.", "21 days"),
        ("The treatment lasted four weeks.", "four weeks"),
        ("Treatment Period: 60 days.", "60 days"),
        ("Adults (mean age 65 years old) underwent 26 weeks of treadmill training.", "26 weeks"),
        ("Patients were followed for an average of 5.5 years.", "5.5 years"),
        ("During a mean of 4.5 (±2.3) years of follow-up, 90 patients died.", "4.5 years"),
        ("Follow-up was scheduled at 6 and 12 months after surgery.", "12 months"),
        ("Pain was measured at baseline and at week 16.", "16 weeks"),
        ("Weekly assessment was done (day 7, 14, 21, 28, 35 & 42).", "42 days"),
        ("Outcomes were assessed at six and twelve months post-stroke.", "twelve months"),
        ("From January 2009 to December 2010, 90 patients were treated.", "January 2009 to December 2010"),
        ("Patients were recruited between May and July 2012.", "May 2012 to July 2012"),
        ("Admissions between June 2006 and May 2007 were reviewed.", "June 2006 to May 2007"),
        ("Students were asked from May 18–June 10, 2015.", "May 2015 to June 2015"),
        ("Deaths were counted after a mean follow-up of 5.39 years.", "5.39 years"),
        ("Follow-up was done 2 months after the last session.", "2 months"),
        ("Pain was assessed before the course, immediately after, and 12 months later.", "12 months"),
        ("Two months after the one-time experience both groups were assessed.", "two months"),
        ("Children were enrolled between 1 st January 2009 and 30 th April 2010.", "January 2009 to April 2010"),
        ("Logistic regression of 28-day mortality was used.", "28 days"),
        ("A two-year dataset of patients was read.", "two years"),
        ("After a median follow-up among living patients of 46 months, 12 had died.", "46 months"),
        ("Cells were given to six patients; all were followed for 12 months.", "12 months"),
        ("Children fill out forms at three time points during 1 year.", "1 year"),
        ("The suite of lessons was implemented over 2 years.", "2 years"),
    ],
)
def test_the_duration_is_that_of_the_treatment_else_of_what_followed(text: str, expected: str):
    found = duration(methods(text), None, OF_PEOPLE)
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    "text",
    [
        "Patients received 12–24 weeks of open-label treatment.",
        "Patients treated for at least 4 weeks could take part.",
        "People aged 40 years took part.",
        "A 4-week washout period followed the treatment.",
        "Patients unable to train for 12 weeks were excluded.",
        "Patients with a history of pain for 6 months took part.",
        "Cells were cultured for 3 days.",
        "The hospital stay was 7 days in the treated group.",
        "Patients reported on the past 12 months of therapy.",
        "Patients had a stroke within 6 months of treatment.",
        "Failure was defined as a weight below baseline at 12 months of treatment.",
        "Blood was collected at visits starting six weeks after surgery.",
        "Data were taken from a website, accessed between April and July 2010.",
    ],
)
def test_bounds_ages_waits_and_the_past_are_no_duration(text: str):
    assert duration(methods(text)) is None


def test_the_treatment_comes_before_the_follow_up_and_the_abstract_before_the_body():
    told = paper(
        (SectionKind.ABSTRACT, "Methods: Patients were followed for 2 years. Results: The 8-week programme helped."),
        (SectionKind.METHODS, "The 3-week training was supervised."),
    )
    found = duration(Reading(told))
    assert found is not None
    assert found.value == "8 weeks"


def test_nobody_takes_part_in_a_review():
    reading = methods("The trials lasted 8 weeks of treatment. Articles from January 2009 to May 2012 were included.")
    review = Known[StudyDesign](value=StudyDesign.META_ANALYSIS, evidence=())
    assert duration(reading, review) is None


def test_cells_have_no_duration():
    reading = methods(
        "HeLa cells were cultured and treated with the drug for 8 days.", title="A drug on cells in vitro"
    )
    assert duration(reading, None, species(reading)) is None


def test_how_long_the_money_lasts_is_no_duration():
    told = paper(
        (SectionKind.ABSTRACT, "Patients walked."),
        (
            SectionKind.METHODS,
            "In our three-year intervention study participants trained in 24 sessions over a 12-week period.",
        ),
    )
    found = duration(Reading(told))
    assert found is not None
    assert found.value == "12 weeks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("treated from 1 January 2015 to 31 December 2016", "January 2015 to December 2016"),
        ("between 2009 and 2012", "2009 to 2012"),
        ("between October 2014 and September 2015", "October 2014 to September 2015"),
        ("(2003-2018)", "2003 to 2018"),
        ("in 2011 and 2012", None),
        ("in May 2012", None),
        ("from 2012 to 2009", None),
        ("patients 2012 to whom", None),
    ],
)
def test_a_period_has_two_ends(text: str, expected: str | None):
    assert period(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients were treated with drops for 2 weeks, 4 weeks or 6 weeks respectively.", "6 weeks"),
        ("Pain was recorded at different intervals for 6 weeks in all patients.", "6 weeks"),
        ("The follow-up of the patients ranged from 70 to 180 days.", "180 days"),
        ("Swelling was measured on postoperative days 1, 3 and 7 in patients.", "7 days"),
        ("Patients were trained daily for 10 working days.", "10 days"),
        ("Patients were randomised to 6 months of walking or rest.", "6 months"),
        ("Patients who met criteria of pain received one of two drugs for 3 months.", "3 months"),
    ],
)
def test_the_last_of_several_spans_is_the_longest(text: str, expected: str):
    found = duration(methods(text))
    assert found is not None
    assert found.value == expected


def test_a_bound_stays_a_bound_before_a_word_of_treatment():
    assert duration(methods("Patients treated for pain for 3 mo or more who had achieved treatment goals.")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 32-year-old man had back pain. He was followed up for over 1 year.", "1 year"),
        ("A 32-year-old man had back pain. At the 6-month review he had none.", "6 months"),
        ("A 32-year-old man had pain. Three weeks later it was better, and at 14 months he had none.", "14 months"),
        ("A 32-year-old man took tablets for 10 days. Two months after surgery he was well.", "two months"),
    ],
)
def test_a_case_lasts_as_long_as_the_person_was_followed(text: str, expected: str):
    report = Known[StudyDesign](value=StudyDesign.CASE_REPORT, evidence=())
    found = duration(methods(text), report)
    assert found is not None
    assert found.value == expected


def test_two_days_of_one_month_are_no_period():
    assert period("The study was conducted from February 15 to 28, 2015.") is None


def test_a_first_look_is_no_last_one():
    assert duration(methods("Levels were measured at baseline and day 1.")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The duration of treatment ranged from 70 to 180 days.", "180 days"),
        ("The study was conducted for 6 weeks.", "6 weeks"),
        ("Pain was recorded, compared to cold and touch, and told again at intervals for 6 weeks.", "6 weeks"),
        ("We used 20 years of records of patients.", "20 years"),
        ("Falls of patients were counted in six wards over nine years.", "nine years"),
        ("Births were recorded for 3 years.", "3 years"),
        ("Each period lasted two weeks.", "two weeks"),
        ("After 28 days, weight was higher with zinc.", "28 days"),
        ("We followed 4,207 men for a median of 10 years.", "10 years"),
        ("Adults were enrolled and followed for 12 months.", "12 months"),
        ("Patients were asked about nausea at 2, 24 and 48 hours post operatively.", "48 hours"),
        ("Pain was measured in the first 24 hours after surgery.", "24 hours"),
        ("Patients were seen at 1, 24, and 168 h after the initiation of tooth movement.", "168 hours"),
        ("Patients were studied following 2 weeks of a hormone (0.1 mg) and matching placebo.", "2 weeks"),
        ("Patients were asked before and 1 month after the end of psycho-educational intervention.", "1 month"),
        ("Data were collected, at baseline and three years after, from patients.", "three years"),
        ("Scans of patients were assessed at baseline, monthly for 9 months and after 12 and 24 months.", "24 months"),
        ("For the 2010-2011 through 2013-2014 seasons, swabs of patients were collected.", "2010 to 2014"),
        ("Patients were given four courses every 3 weeks (9 weeks total).", "9 weeks"),
        ("For the second study, patients were enrolled for 12 weeks.", "12 weeks"),
        ("Enzymes of patients were measured at baseline and at 24, 48 and 72 hours after exercise.", "72 hours"),
        ("Patients came before (May 2011) and after (May 2012) the change.", "May 2011 to May 2012"),
        ("Patients of the survey years 2009-10 and 2011-12 were read.", "2009 to 2012"),
        ("Patients of NHANES 2009 to 2010 and NHANES 2011 to 2012 were read.", "2009 to 2012"),
        ("Eels were tagged from 1991 to 1996.", "1991 to 1996"),
    ],
)
def test_more_ways_to_say_how_long(text: str, expected: str):
    found = duration(methods(text), None, OF_PEOPLE)
    assert found is not None
    assert found.value == expected


def test_a_labelled_intervention_tells_its_length():
    told = Reading(paper((SectionKind.ABSTRACT, "Setting: A clinic. Interventions: Taping for 3 weeks.")))
    found = duration(told)
    assert found is not None
    assert found.value == "3 weeks"


@pytest.mark.parametrize(
    "text",
    [
        "Longevity was found to be 21.4 years in tagged sharks.",
        "The estimated age was measured as 17.5 years.",
        "For 4-week dosing, samples were taken 4 weeks after dosing of the last injection.",
        "Patients complained of breathlessness for 2.4 days.",
        "The rash was treated for three weeks.",
        "The scale was tried for 3 weeks in a pilot study.",
        "Falls were counted in adults over 65 years.",
        "Patients rested, followed by sleep for 3 days of age.",
        "Patients slept 24 hours a day.",
        "Samples were kept at -80 degrees for 6 months and used later.",
        "Nurses had worked for 12 years and completed a course.",
        "The shop was open 24 hours.",
        "Pain was measured 2 hours after surgery.",
        "Patients took 2009 steps and 2011 breaths.",
        "Patients were instructed to wear this belt with its accelerometer for seven consecutive days.",
        "Patients wore the waist-mounted device for seven consecutive days during waking hours.",
        "What patients ate was taken from food records of three days.",
        "One patient had restenosis of the vein at the 3-month follow-up.",
        "This analysis uses data from a trial in which drugs were given to patients from 27 July to 10 September 2006.",
        "Prophylaxis against fevers (tablets or others) was given to all patients for 1 year from the start.",
        "After a ten-month intervention pilot in two villages, patients of the others were assigned.",
        "Discharge medications of patients were tablets to complete a 10-day course of steroids.",
        "Calibration curves were in good agreement for the 3-year OS and the 5-year OS of patients.",
    ],
)
def test_ages_doses_and_complaints_are_no_duration(text: str):
    assert duration(methods(text)) is None


def test_of_periods_among_results_the_one_that_holds_the_first_is_told():
    results = (
        "From 1991 to 1996 a total of 212 skates were tagged. From 1991 to 2011 a total of 130 rays were tagged."
        " From 2001 to 2020 eels were tagged."
    )
    reading = Reading(paper((SectionKind.ABSTRACT, "Sharks live long."), (SectionKind.RESULTS, results)))
    found = duration(reading)
    assert found is not None
    assert found.value == "1991 to 2011"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A belt measured how far each patient walked for 7 days.", "7 days"),
        ("The study has two parts, both lasting over six months.", "six months"),
        ("Patients admitted to the unit in a 7-year period were counted.", "7 years"),
        ("Diaries of patients were gathered over a period of three weeks.", "three weeks"),
        ("Models were made of 90-day outcomes.", "90 days"),
        ("Infections that were diagnosed between 2009 and 2019 were evaluated.", "2009 to 2019"),
        ("Infants born in two towns between the years of 2011 and 2017 were identified.", "2011 to 2017"),
        ("Diets were given to patients for two periods of 3 weeks.", "3 weeks"),
        ("Patients were given the new diet from day 1 to day 42.", "42 days"),
        ("Volunteers spent 21 days in bed.", "21 days"),
        ("Firefighters kept diaries of their sleep over 14 days.", "14 days"),
        ("Patients took the drug. Over a median of 2.8 years, pain came back in a fifth.", "2.8 years"),
        ("The survey of patients was conducted in five markets over two weeks.", "two weeks"),
        ("All patients were enrolled during eighteen months of surveillance.", "eighteen months"),
        ("Hospitals participated from 1999 through 2003.", "1999 to 2003"),
        ("Falls of patients were counted over twenty-nine years.", "twenty-nine years"),
        ("Adults trained with and without the robot, two weeks each.", "two weeks"),
        ("Patients were scanned at the start and every year for three years.", "three years"),
        (
            "Drinks were taken by patients daily for eight weeks, with a washout of four weeks in between.",
            "eight weeks",
        ),
        ("Capsules were taken by patients for six weeks after surgery.", "six weeks"),
        ("Adults enrolled in the trial participated for an average of 2.6 years.", "2.6 years"),
        ("Deaths of patients were counted each winter for six years.", "six years"),
        ("Hands were assessed before, within two days after, and six months after camp.", "six months"),
        ("Scars of patients were measured 3, 6 and 12 months after grafting.", "12 months"),
        ("Bone of patients was measured at loading and 1, 2 and 3 years later.", "3 years"),
        ("A panel of adults answered questionnaires between March and November 2020.", "March 2020 to November 2020"),
        ("Patients switched from infusions to tablets for 48 weeks.", "48 weeks"),
        ("Cameras were active in wards from May 2016 to April 2018.", "May 2016 to April 2018"),
        ("Deaths were analysed in records that span 43 years.", "43 years"),
        ("We followed 61 patients from before the first dose to six months after the second.", "six months"),
        ("Pain was measured at 24, 48 and 72 hours from the start of the infusion.", "72 hours"),
        ("We studied calls to a helpline over 19 winters (1996-2014).", "1996 to 2014"),
        ("Nurses who had worked nights for years wore a light sensor on the wrist for seven days.", "seven days"),
    ],
)
def test_still_more_ways_to_say_how_long(text: str, expected: str):
    found = duration(methods(text))
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    "text",
    [
        "The uterus was measured at 32 weeks' gestation.",
        "Infants were examined at 36 weeks of gestation.",
        "Children aged six months to five years were recorded.",
        "Patients aged between 4 and 18 years were compared.",
        "Patients answered by mail. Data were analyzed from January 1 to November 1, 2020.",
        "Data analysis was performed from March 2019 to June 2020.",
    ],
)
def test_the_age_of_the_young_and_the_time_of_counting_are_no_duration(text: str):
    assert duration(methods(text)) is None


def in_methods(text: str) -> Reading:
    """A reading of a paper whose abstract tells of no time, and whose methods tell this, as its discussion does."""
    told = "Background: Falls are common. Methods: Patients walked on a belt. Results: Patients walked faster."
    return Reading(
        paper((SectionKind.ABSTRACT, told), (SectionKind.METHODS, text), (SectionKind.DISCUSSION, f"Again: {text}"))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Assessments took place at baseline (T0), after 6 weeks (T1) and 6 months (T2).", "6 months"),
        ("Outcomes were assessed at baseline, 3, 6 and 12 months.", "12 months"),
        ("The intervention consisted of ten weekly sessions of one hour.", "ten weeks"),
        ("Ten sessions were given over two weeks.", "two weeks"),
        ("Patients were recruited over an 18-month period.", "18 months"),
        ("The survey was open for six weeks.", "six weeks"),
        ("Participants kept a diary for two weeks.", "two weeks"),
        ("The programme, which lasts 16 weeks, was offered to all.", "16 weeks"),
        ("Dance took place on Mondays and Thursdays for 12 weeks.", "12 weeks"),
        ("Visits took place every three months for up to 18 months.", "18 months"),
        ("Feedback was mailed to each physician over 24 months.", "24 months"),
        ("Cases diagnosed from 1993 to 2012 were taken from the registry.", "1993 to 2012"),
    ],
)
def test_methods_tell_how_long_where_the_abstract_does_not(text: str, expected: str):
    reading = in_methods(text)
    found = duration(reading, None, species(reading))
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Feedback was mailed to each physician over 24 months.", None),
        ("Patients were given tablets for 10 days.", None),
        ("Patients were given tablets for 10 days. After ten days all were well.", "10 days"),
        ("Patients were given tablets over a study period of 10 days.", "10 days"),
    ],
)
def test_a_length_that_the_body_tells_once_is_believed_where_it_is_told_outright(text: str, expected: str | None):
    abstract_ = "Background: Falls are common. Methods: Patients walked on a belt. Results: Patients walked faster."
    reading = Reading(paper((SectionKind.ABSTRACT, abstract_), (SectionKind.METHODS, text)))
    found = duration(reading, None, species(reading))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A five-year-old program was examined.",
        "It works best between 19 and 36 months post discharge.",
        "How often they fell in the past 6 months was asked.",
        "A washout of 4 weeks separated the periods.",
        "Cases were found at health posts, where treatment was given for three days.",
        "A lead-in of two weeks preceded the treatment.",
        "Patients were on stable medication for 4 weeks before entry.",
    ],
)
def test_how_old_a_programme_is_and_when_people_could_join_is_no_duration(text: str):
    assert duration(in_methods(text)) is None


def in_a_dish(text: str) -> Known[str] | None:
    told = Reading(
        paper(
            (SectionKind.ABSTRACT, f"Methods: Cultured cells and cell lines were grown. {text} Results: Cells grew."),
            title="Growth of cultured cells",
        )
    )
    return duration(told, species=species(told))


def test_samples_last_as_long_as_they_were_watched():
    found = in_a_dish("Leakage of all samples was evaluated after one week and three months.")
    assert found is not None
    assert found.value == "three months"
    assert (watched := in_a_dish("Volatile compounds were monitored for seven days.")) is not None
    assert watched.value == "seven days"


@pytest.mark.parametrize("text", ["Cells were grown for 5 days.", "Proteins were measured at day 3 and day 7."])
def test_days_of_culture_are_steps_of_the_work(text: str):
    assert in_a_dish(text) is None


def test_hours_after_which_people_left_are_no_duration():
    assert duration(methods("Reasons that delayed discharge by 48 h after surgery were noted.")) is None


def test_what_was_provided_lasted_as_long_as_it_was():
    found = duration(methods("Stimulation was provided to patients for five consecutive days."))
    assert found is not None
    assert found.value == "five days"


@pytest.mark.parametrize(
    "text",
    [
        "Their average age was 81.9 years at first and 84.4 years when assessed again.",
        "Patients between the age groups of 18 and 75 years were included.",
        "Children aged between 12 years 2 months to 15 years 7 months were compared.",
    ],
)
def test_a_span_as_long_as_a_life_is_an_age(text: str):
    assert duration(methods(text)) is None


def test_what_was_done_to_one_person_a_few_days_later_is_no_follow_up():
    told = methods("A man of 60 came with cough. The drug was begun again 2 days later.")
    known = Known[StudyDesign](value=StudyDesign.CASE_REPORT, evidence=(told.sentences[0].evidence,))
    assert duration(told, known) is None


def test_a_mean_counts_and_the_least_beside_it_does_not():
    found = duration(methods("The mean duration of follow-up was 44 months (minimum duration of 36 months)."))
    assert found is not None
    assert found.value == "44 months"


@pytest.mark.parametrize(
    "text",
    [
        "The mean disease duration was 8 years in both groups.",
        "Sleep duration was 2 days shorter in patients with pain.",
        "The embargo period is 12 months.",
        "Licences have a validity period of 2 years.",
        "Data will be kept for a period of 10 years.",
        "Rats were acclimatised for a period of 1 week.",
        "Interviewers received a 3-day training course.",
        "Patients had taken the medication for 3 months.",
        "Participants had received treatment for 6 months on average at enrolment.",
        "The operation has been performed in many hospitals and the device has been used for 20 years.",
        "The mean response duration within the follow-up period for the ten responders was 25 weeks.",
        "The time horizon of the model, with its treatment period of 20 years, was long.",
        "The mean length of nursing home stay was 21 days in the treatment period.",
        "Ventilation lasted for 19 days in treated patients.",
        "The infectious period was 5 days in treated patients.",
        "Therapists had three days of training.",
        "A nurse trained patients over two days.",
        "Injections were given to patients for five consecutive days every 8 weeks.",
        "Patients gave ratings of their treatment for 28 days (baseline).",
        "The illness needs six months of treatment as it is stubborn.",
        "We used an economic model of the treatment of adults over ten years.",
        "In an earlier study, treatment lasted for 6 months.",
        "Each questionnaire was open for ten days.",
        "Fifty-eight patients (on dialysis for 4.1 years) were treated.",
        "Health was worse in those unemployed for over 12 months.",
        "Biopsies were given by patients who had had no treatment for 4 weeks.",
        "Patients walked. Group C: patients received the drug for 12 days.",
        "Drugs for pain were recorded for 24 months preceding the visit of patients.",
        "Long-term outcomes are collected for 10 years through linkage.",
        "Follow-up of children started at 1 year of age.",
        "The third and the fourth group took the drug as well (100 mg for 12 days).",
    ],
)
def test_what_lasted_so_long_was_not_the_study(text: str):
    assert duration(methods(text)) is None


@pytest.mark.parametrize("text", ["The follow-up duration was 5 years.", "The mean duration was 8 weeks."])
def test_a_bare_duration_and_that_of_the_follow_up_are_the_study_s(text: str):
    assert duration(methods(text)) is not None


def in_an_abstract(text: str, title: str = "Walking practice") -> Known[str] | None:
    return duration(Reading(paper((SectionKind.ABSTRACT, f"Methods: {text}"), title=title)), None, OF_PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        "Levels were higher in 9-day-old adults and increased through 9-day-old adults.",
        "Sensors were compared after two to three weeks at the station.",
        "Ankles were assessed at a mean time (range, 18 months to 13 years).",
        "Drugs were given for two sessions followed by one-week rest, and scores were measured.",
        "Signals decrease after 5 days from symptom onset.",
        "Two patients developed a fistula, seen at 2 weeks after operation and 3 weeks after operation.",
        "Their mean age was 22 years when seen first and 39.1 years at the time of the scan.",
        "Infants' babbling at 6 months was compared with their words at 12 months.",
    ],
)
def test_a_point_of_time_is_not_the_study_s_where_it_is_an_age_or_of_a_few(text: str):
    assert in_an_abstract(text) is None


def test_the_mean_follow_up_comes_before_the_least_and_the_longest_before_visits_on_the_way():
    least = in_an_abstract("All completed a minimum 2-year follow-up. The mean follow-up was 2.3 years.")
    visits = in_an_abstract("Pain improved at the 18-month follow-up. It was worse at the 60-month follow-up.")
    assert least is not None
    assert visits is not None
    assert (least.value, visits.value) == ("2.3 years", "60 months")


@pytest.mark.parametrize(
    "text",
    [
        "Follow-up after 3 months was of no concern and is not considered here.",
        "The device sent for 85% of the time, representing 24.0 days of follow-up.",
    ],
)
def test_a_follow_up_that_is_not_considered_or_is_an_amount_does_not_count(text: str):
    assert duration(methods(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Additional samples were collected from October 2009 to March 2010.",
        "Twelve sites commenced recruitment between January 2011 and January 2012.",
        "We included adults who were well at baseline (1993-1998).",
        "Models of the patients held birth cohort (1950-1959) as a stratification factor.",
        "Negative controls were samples of animals that died between 1994 and 2001.",
        "People who were admitted between 1972 and the end of 1982 were excluded.",
        "Plants were observed from 1994-2000 and again from 2007-2012.",
    ],
)
def test_a_period_beside_the_study_or_one_of_two_is_not_its_length(text: str):
    assert duration(methods(text)) is None


def test_of_two_periods_that_meet_the_first_counts():
    found = duration(methods("Patients were taken from one registry (1996-2016) and another (2004-2015)."))
    assert found is not None
    assert found.value == "1996 to 2016"


def test_years_after_an_operation_at_which_an_illness_came_up_are_no_follow_up():
    told = methods("The man presented with an inflamed eye 18 years after surgery.")
    known = Known[StudyDesign](value=StudyDesign.CASE_REPORT, evidence=(told.sentences[0].evidence,))
    assert duration(told, known) is None


def test_the_last_of_a_list_of_points_counts_where_a_shorter_list_follows():
    found = duration(methods("Serum was taken at baseline, 3, 6 and 12 month, while calcium at baseline and 3 months."))
    assert found is not None
    assert found.value == "12 months"


def test_a_point_of_time_gives_way_where_the_title_tells_another_length():
    text = "Scores improved by 1 month after surgery through 1 year."
    assert in_an_abstract(text, "Five-year outcomes of a trial of valves") is None
    assert (found := in_an_abstract(text, "One-year outcomes of a trial of valves")) is not None
    assert found.value == "1 year"


def test_a_few_days_that_no_event_begins_are_a_step_of_the_work():
    assert in_an_abstract("The accuracy of the scores improved by day 3.") is None
    assert in_an_abstract("Embryos on days 2 and 3 were compared between treatment and control groups.") is None
    assert in_an_abstract("Pain was measured at 3 days after surgery.") is not None


def test_a_mean_of_something_else_at_a_visit_is_no_mean_follow_up():
    found = in_an_abstract("They were seen at the 12-month follow-up. The mean loss at 6-month follow-up was 2 mm.")
    assert found is not None
    assert found.value == "12 months"


def test_twelve_weeks_agree_with_a_title_of_three_months():
    assert in_an_abstract("Visits at week 12 included scores.", "A new drug: 3-month results") is not None


def test_a_length_that_the_title_tells_too_is_the_study_s():
    told = "Patients with two defects each were looked at. The two treatments did alike after five years."
    found = in_an_abstract(told, "Surgery of roots: five-year results")
    assert found is not None
    assert found.value == "five years"
    assert in_an_abstract(told, "Surgery of roots") is None


def test_what_a_background_tells_of_others_is_no_duration():
    told = "Background: Lockdowns kept schools closed; they offered lessons at home for seven weeks. Methods: We wrote."
    assert duration(Reading(paper((SectionKind.ABSTRACT, told))), None, OF_PEOPLE) is None


def test_a_few_days_count_only_where_nothing_longer_is_told():
    days = "Patients were given tests for five days."
    found = in_an_abstract(f"{days} They were followed for two years.")
    assert found is not None
    assert found.value == "two years"
    assert (found := in_an_abstract(days)) is not None
    assert found.value == "five days"


@pytest.mark.parametrize(
    "text", ["Grip was measured at 44 years.", "We read data that others collected over 12 weeks."]
)
def test_an_age_in_years_and_what_others_collected_are_no_duration(text: str):
    assert in_an_abstract(text) is None


def test_the_only_length_of_the_methods_is_the_studys_where_nothing_says_what_lasted_so_long():
    found = duration(methods("Animals with wounds were housed again for 12 weeks in the same room."))
    assert found is not None
    assert found.value == "12 weeks"


@pytest.mark.parametrize(
    "text",
    [
        "Measurements of patients were taken 2 weeks apart.",
        "Patients came 16 months after discharge, and some 3 years ago.",
        "One group of patients trained 2 weeks post injury.",
    ],
)
def test_an_only_length_of_something_else_is_none(text: str):
    assert duration(methods(text)) is None


def test_of_points_in_a_row_with_their_names_the_last_is_the_follow_up():
    found = duration(methods("Patients were followed-up at 2 days (T1), 2 months (T2), and 30 months (T4) afterwards."))
    assert found is not None
    assert found.value == "30 months"
