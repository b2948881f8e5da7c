"""Which sentences stand in each part of an extracted page, and which must not."""

import pytest

from pipeline.draft.offline import draft_offline
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role, role_of_heading
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.harms import harms
from pipeline.draft.statements.implications import implications
from pipeline.draft.statements.key_findings import key_findings
from pipeline.draft.statements.key_messages import key_messages
from pipeline.draft.statements.limitations import limitations
from pipeline.draft.statements.naming_the_animal import naming_the_animal
from pipeline.draft.statements.research_summary import research_summary
from pipeline.draft.statements.simple_explanation import simple_explanation
from pipeline.models.missing import MissingReason
from pipeline.models.paper import ArticleType, Basis, Metadata, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.study import StudyDesign
from tests.draft.papers import abstract, paper


def told(sentences: list[Sentence]) -> list[str]:
    return [sentence.text for sentence in sentences]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Study design and methods", Role.METHODS),
        ("Research Design and Methods", Role.METHODS),
        ("Patients/Methods", Role.METHODS),
        ("Main Outcomes and Measures", Role.METHODS),
        ("Aims/Objectives", Role.AIM),
        ("Research question", Role.AIM),
        ("Principal findings", Role.RESULTS),
        ("Relevance to clinical practice", Role.CONCLUSION),
        ("Trial registration number", Role.ASIDE),
        ("Areas covered", None),
        ("Abstract", None),
        ("", None),
    ],
)
def test_any_heading_of_an_abstract_tells_its_part_if_it_has_a_telling_word(heading: str, role: Role | None):
    assert role_of_heading(heading) is role


def headed(*parts: tuple[str, str]) -> Reading:
    builder = PaperBuilder()
    for heading, text in parts:
        builder.heading(heading, SectionKind.ABSTRACT)
        builder.paragraph(text)
    return Reading(builder.build(Metadata(title="Walking"), basis=Basis.FULL_TEXT, parser="test", parser_version="1"))


def test_a_heading_that_tells_nothing_leaves_it_to_the_words():
    reading = headed(
        ("Introduction", "Walking is hard after an injury."),
        ("Areas covered", "Articles were searched in two databases. Speed was significantly higher after training."),
        ("Conclusion", "Training may help people to walk."),
    )
    assert [sentence.role for sentence in reading.sentences] == [
        Role.BACKGROUND,
        Role.METHODS,
        Role.RESULTS,
        Role.CONCLUSION,
    ]


def test_methods_and_findings_under_one_heading_are_parted_where_the_findings_begin():
    reading = headed(
        ("Background", "Walking is hard after an injury."),
        (
            "Methods and Findings",
            "We searched two databases. Nine studies were included. Care is fragmented everywhere.",
        ),
        ("Conclusions", "Care should be joined up."),
    )
    assert [sentence.role for sentence in reading.sentences][1:4] == [Role.METHODS, Role.RESULTS, Role.RESULTS]


def test_findings_come_before_who_took_part():
    reading = Reading(
        abstract(
            "Methods: Adults walked. Results: A total of 155 patients with a stroke were enrolled. The mean age"
            " was 71 years. Walking speed was higher after training. Falls were fewer in the training group."
        )
    )
    assert told(key_findings(reading)) == [
        "Walking speed was higher after training.",
        "Falls were fewer in the training group.",
    ]


@pytest.mark.parametrize(
    "result",
    [
        "Walking speed rose more in the trained group than in the others (P<0.001).",
        "Speed rose by 0.12 m/s (95% CI 0.05 to 0.19; p<0.0001) in trained people.",
        "Falls, told by diary, were had by 69.8% (n=37/53) at home, 82.5% (n=47/57) in the gym, and 73.3% (n=33/45).",
        "Cardiac index was higher with training (320.7±37.5 vs. 283.0±83.9 mL/min−1/m−2 (P=0.009)).",
    ],
)
def test_a_result_with_its_numbers_in_brackets_is_a_whole_sentence(result: str):
    reading = headed(("Results", f"{result} Pain did not change between the two visits."))
    assert told(key_findings(reading))[0] == result


@pytest.mark.parametrize(
    "rest",
    [
        "1467.46 ± 20.74 and 1147.75 ± 11.15, respectively.",
        "The speed rose in the <sub>trained</sub> group.",
        "Published by the Society under the terms of a Creative Commons licence, which permits unrestricted use.",
        "The publisher permits non-commercial use and distribution of this work where it is cited.",
        "The speed rose, and all data are at https://data.example.org for everybody.",
    ],
)
def test_rows_of_numbers_markup_licences_and_addresses_are_none(rest: str):
    text = f"Walking was easier after training. {rest} Pain did not change at all."
    assert told(key_findings(headed(("Results", text)))) == [
        "Walking was easier after training.",
        "Pain did not change at all.",
    ]


def test_what_a_device_permits_is_no_licence():
    finding = "The device permits independent use of both hands for up to ten minutes."
    assert told(key_findings(headed(("Results", finding)))) == [finding]


def test_what_is_left_of_a_sentence_behind_a_picture_is_no_sentence():
    reading = Reading(paper((SectionKind.RESULTS, "almost complete changeover by day 20 was significant.")))
    assert not reading.sentences[0].usable
    labelled = headed(("Abstract", "Results: we found that people walked much faster by 12%."))
    assert labelled.sentences[0].usable


@pytest.mark.parametrize("name", ["rTMS", "tDCS", "iPSC-derived cells", "mTOR", "p75NTR"])
def test_a_sentence_may_begin_with_a_name_that_has_a_small_letter(name: str):
    finding = f"{name} lowered the score by two points more than the sham did."
    assert told(key_findings(headed(("Results", finding)))) == [finding]


@pytest.mark.parametrize(
    "rest", ["aBiodex makes the chair that was used in both groups.", "mDC: a cell of the blood is."]
)
def test_a_footnote_and_an_abbreviation_are_no_sentences(rest: str):
    assert not Reading(paper((SectionKind.RESULTS, rest))).sentences[0].usable


def test_what_was_only_looked_at_is_no_finding_and_what_was_supposed_no_message():
    text = (
        "We also determined the effect of training on sleep. Finally, we examined effects on pain in all groups."
        " Training had an effect on speed, which rose by 12%. We measured pain and found no difference between groups."
    )
    assert told(key_findings(Reading(paper((SectionKind.RESULTS, text))))) == [
        "Training had an effect on speed, which rose by 12%.",
        "We measured pain and found no difference between groups.",
    ]
    said = "We therefore hypothesized that speed rises. Training helps some of the people. Most of the people liked it."
    text = f"Background: Walking is hard. Conclusions: {said}"
    assert told(key_messages(Reading(paper((SectionKind.ABSTRACT, text))))) == [
        "Training helps some of the people.",
        "Most of the people liked it.",
    ]


def test_who_took_part_is_told_where_there_is_little_else():
    reading = Reading(abstract("Methods: Adults walked. Results: A total of 155 patients with a stroke were enrolled."))
    assert told(key_findings(reading)) == ["A total of 155 patients with a stroke were enrolled."]


PLAN = abstract(
    "Background: Walking is hard after an injury. This study aims to test a treadmill in adults. Methods: We will"
    " recruit 60 adults from two hospitals. Conclusions: Support for our hypotheses will indicate that it is superior.",
    kind=ArticleType.PROTOCOL,
)


def test_a_plan_tells_what_it_is_for_and_never_what_it_hopes():
    messages = told(key_messages(Reading(PLAN)))
    assert messages == [
        "This study aims to test a treadmill in adults.",
        "We will recruit 60 adults from two hospitals.",
    ]
    assert not any("superior" in text for text in told(research_summary(Reading(PLAN))))


def test_what_tells_of_the_future_alone_is_a_plan_whatever_its_type():
    plan = (
        "Objective: This paper describes a randomized trial that will examine a treadmill. Methods: Sixty patients"
        " will be randomly assigned to two groups. Patients will be seen for a year."
        " Conclusions: Walking on a treadmill will be shown to help all people with an injury."
    )
    summary = draft_offline(paper((SectionKind.ABSTRACT, plan)))
    assert summary.study.design is not None
    assert summary.study.design.value is StudyDesign.PROTOCOL
    assert not any("shown to help" in claim.text for claim in (*summary.key_messages, *summary.research_summary))
    why = {missing.field: missing.reason for missing in summary.missing}
    assert why["/key_findings"] is MissingReason.NOT_APPLICABLE


def test_who_paid_is_no_message():
    text = "METHODS: Adults walked. RESULTS: They walked faster. CONCLUSIONS: Walking helps the people who walk."
    reading = Reading(paper((SectionKind.ABSTRACT, f"{text} SPONSORSHIP: Paid for by the Example Fund of Norway.")))
    assert told(key_messages(reading)) == ["Walking helps the people who walk."]
    assert reading.sentences[-1].role is Role.ASIDE


def test_what_is_said_for_or_against_a_study_is_no_message_of_it():
    judged = "A strength of our trial is that assessors were blinded. Only men took part in it."
    helped = "Arm cycling helped people who were tired in the evening."
    reading = Reading(paper((SectionKind.DISCUSSION, f"{judged} {helped}")))
    assert told(key_messages(reading)) == [helped]


def test_an_abstract_without_labels_has_results_where_people_could_do_or_rose_by_something():
    text = (
        "Stimulation moves legs in animals. Four men were included and had an array. With it, all four"
        " could flex the hip. Blood pressure rose by 18 points in two of them. These observations need to be confirmed."
    )
    assert told(key_findings(Reading(paper((SectionKind.ABSTRACT, text))))) == [
        "With it, all four could flex the hip.",
        "Blood pressure rose by 18 points in two of them.",
    ]


def test_a_sum_of_money_is_no_formula():
    finding = "The new way cost US$18,400 less per person than the old way."
    assert told(key_findings(headed(("Results", finding)))) == [finding]
    for formula in ("The length was 3.1$4$2 in all of the frogs.", "The value of $x$ was higher than before."):
        assert not Reading(paper((SectionKind.RESULTS, formula))).sentences[0].usable


def test_a_place_without_a_verb_is_no_method():
    text = "SETTING: Homes in the south of Norway. METHODS: Ten adults walked at home. RESULTS: They walked faster."
    assert "Homes in the south of Norway." not in told(research_summary(Reading(abstract(text))))
    assert "Homes in the south of Norway." not in told(simple_explanation(Reading(abstract(text))))


def test_a_plan_implies_nothing_yet():
    said = implications(Reading(PLAN))
    assert not any(dict(said).values())


def test_the_research_summary_goes_from_question_to_meaning():
    reading = Reading(
        paper(
            (
                SectionKind.ABSTRACT,
                (
                    "Methods: Adults trained daily at home. Results: Speed was higher after training."
                    " Conclusions: Training may help adults to walk."
                ),
            ),
            (SectionKind.INTRODUCTION, "The aim of this study was to test training at home."),
        )
    )
    assert told(research_summary(reading)) == [
        "The aim of this study was to test training at home.",
        "Adults trained daily at home.",
        "Speed was higher after training.",
        "Training may help adults to walk.",
    ]


def test_lay_text_is_told_to_its_end():
    lay = (
        "Hearts pump blood through the body. Vessels bring it to every cell. Cells need air and food. Some cells"
        " move far. Now, Adams and Brown have looked at young fish. They found that one protein guides the"
        " cells. Without it the cells get lost. Others had thought of another protein. This may help to treat hearts"
        " one day."
    )
    reading = Reading(paper((SectionKind.ABSTRACT, "We looked at fish and at hearts."), (SectionKind.LAY_SUMMARY, lay)))
    chosen = told(simple_explanation(reading))
    assert "Now, Adams and Brown have looked at young fish." in chosen
    assert chosen[0] == "Hearts pump blood through the body."
    assert chosen[-1] == "This may help to treat hearts one day."


@pytest.mark.parametrize(
    "text",
    [
        "However, a limitation of the study was its short follow-up time.",
        "The small sample limits how far the results can be generalised.",
        "All treatments were delivered by one physical therapist.",
        "Participants were self-selected and may not reflect all patients.",
        "The main limitation is that we did not measure grip strength after the walk.",
    ],
)
def test_what_is_held_against_a_study_is_a_limitation(text: str):
    assert told(limitations(Reading(paper((SectionKind.LIMITATIONS, text))))) == [text]


def test_limits_of_a_study_that_led_to_this_one_are_not_its_own():
    led = "The training was tested in a single-centre study and helped people to work."
    assert told(limitations(Reading(paper((SectionKind.OTHER, led))))) == []
    own = "We tested the training in a single-centre study of few people."
    assert told(limitations(Reading(paper((SectionKind.OTHER, own))))) == [own]


def test_a_study_that_calls_itself_limited_names_a_limitation():
    text = "The present study is geographically limited to a single region."
    assert told(limitations(Reading(paper((SectionKind.DISCUSSION, text))))) == [text]


def test_limits_that_are_looked_back_on_are_told():
    limit = "There is still a need for a way to follow more than one nerve at once."
    discussion = (
        f"Nerves were seen to grow for weeks. {limit}\n\nEven with such limitations, we think that the tool helps."
    )
    assert told(limitations(Reading(paper((SectionKind.DISCUSSION, discussion))))) == [limit]


def test_limits_in_a_list_are_told():
    items = ("We compared only young patients.", "We did not measure stress.")
    discussion = "The limitations of our study were that:\n" + "\n".join(items) + "\nPatients liked the drug."
    chosen = told(limitations(Reading(paper((SectionKind.DISCUSSION, discussion)))))
    assert all(item in chosen for item in items)
    assert "Patients liked the drug." not in chosen


def test_what_could_be_the_main_limit_is_told():
    text = "It should be noted that the main limitation of this study could be the early end."
    assert told(limitations(Reading(paper((SectionKind.DISCUSSION, text))))) == [text]


def test_the_animal_is_named_from_what_the_authors_did_though_no_label_says_that_they_did_it():
    text = "Many cells sense food. Here we report which genes are read in the nerves of hungry mice. They help to eat."
    reading = Reading(paper((SectionKind.ABSTRACT, text), title="Genes of hunger"))
    assert any("mice" in message for message in told(naming_the_animal(reading, key_messages(reading))))


def test_limits_that_only_the_abstract_tells_are_told():
    limit = (
        "This was a reanalysis of a trial; thus, a limitation of the study is the assumption that one dose protects."
    )
    assert told(limitations(Reading(abstract(f"Results: Fewer people fell ill. {limit}")))) == [limit]


def test_findings_that_may_be_limited_name_a_limit():
    limit = "The significance of our findings may be limited by the lack of scans."
    assert told(limitations(Reading(paper((SectionKind.DISCUSSION, limit))))) == [limit]


def test_limits_that_only_the_methods_tell_are_told_where_there_are_no_others():
    small = "This test was chosen because of the small sample size of the groups."
    methods = (SectionKind.METHODS, small)
    assert told(limitations(Reading(paper(methods)))) == [small]
    other = "One limitation is that we could not blind the therapists."
    assert told(limitations(Reading(paper(methods, (SectionKind.DISCUSSION, other))))) == [other]


def test_the_animal_is_named_from_the_last_sentence_that_does_where_an_abstract_has_no_labels():
    text = (
        "In rats, grafts mend nerves that were cut a week ago. Old injuries are more common in clinics. "
        "Rats with grafts four months after a complete injury showed steady progress in walking. "
        "Grafting is thus feasible, and it may help people with old injuries to walk."
    )
    reading = Reading(paper((SectionKind.ABSTRACT, text), title="Grafts for old injuries of the cord"))
    named = told(naming_the_animal(reading, key_messages(reading)))
    assert "Rats with grafts four months after a complete injury showed steady progress in walking." in named


def test_the_key_messages_of_a_study_in_animals_name_the_animal():
    text = (
        "Background: Mice are often studied. Methods: Adult rats ran in a wheel daily. Results: Nerves grew faster."
        " Conclusions: Training helps nerves to grow. Running may be good for the spinal cord."
    )
    reading = Reading(paper((SectionKind.ABSTRACT, text), title="Running and nerves"))
    assert told(naming_the_animal(reading, key_messages(reading))) == [
        "Adult rats ran in a wheel daily.",
        "Training helps nerves to grow.",
        "Running may be good for the spinal cord.",
    ]
    vague = text.replace("Adult rats ran", "The animals ran")
    told_later = Reading(
        paper((SectionKind.ABSTRACT, vague), (SectionKind.METHODS, "Adult frogs were kept at home."), title="Nerves")
    )
    assert "Adult frogs were kept at home." in told(naming_the_animal(told_later, key_messages(told_later)))
    titled = Reading(paper((SectionKind.ABSTRACT, text), title="Running and nerves in rats"))
    assert naming_the_animal(titled, chosen := key_messages(titled)) == chosen


def test_a_study_in_animals_is_not_told_by_trials_in_people():
    text = (
        "Background: Pressure rises in the cord after an injury. In patients, a trial of a patch (222 participants)"
        " is under way. Methods: Fourteen pigs were injured and given a patch or none. Results: Pressure was lower"
        " in pigs with a patch."
    )
    page = draft_offline(abstract(text, title="A patch for the injured cord of pigs"))
    shown = [claim.text for claim in (*page.simple_explanation, *page.research_summary, *page.key_messages)]
    assert "Pressure rises in the cord after an injury." in shown
    assert not any("222" in each for each in shown)


def test_an_opinion_on_trials_in_people_keeps_what_it_says_of_them():
    text = "Background: Cells are sold to patients. Conclusions: Patients should wait until a trial has been done."
    page = draft_offline(abstract(text, title="Cells for sale: a letter", kind=ArticleType.COMMENTARY))
    assert "Patients should wait until a trial has been done." in [claim.text for claim in page.research_summary]


@pytest.mark.parametrize(
    "text",
    [
        "The strengths of this study lie in its rigorous approach to the data.",
        "To our knowledge this is the first study of walking in small dogs.",
        "Selection bias was excluded by drawing lots in front of everybody.",
        "We recruit from many places, which would allow us to reduce bias of all kinds.",
        "The sample size was based on an expectation to recruit a third of the patients.",
        "Finally, some limitations of our study must be mentioned.",
        "This study should be judged by its strengths and limitations.",
    ],
)
def test_praise_and_announcements_are_no_limitations(text: str):
    other = "The sample was small and came from one hospital."
    chosen = told(limitations(Reading(paper((SectionKind.LIMITATIONS, f"{text} {other}")))))
    assert chosen == [other]


@pytest.mark.parametrize(
    "text",
    [
        "No serious adverse events were reported in either group.",
        "Twelve patients had mild side effects of the drug.",
        "The training was well tolerated by all of the adults.",
        "Complications occurred in 24% of the treated patients.",
    ],
)
def test_harms_that_happened_or_did_not_are_told(text: str):
    assert told(harms(Reading(paper((SectionKind.RESULTS, text))))) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Adverse events will be recorded at each of the visits.",
        "Side effects of drugs were not included in the instrument.",
        "People weigh side effects against what they hope for.",
        "Adverse events were defined by the committee in advance.",
    ],
)
def test_harms_that_are_only_spoken_of_are_not(text: str):
    assert told(harms(Reading(paper((SectionKind.RESULTS, text))))) == []


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("Clinicians should consider training at home for adults with weak legs.", "clinical_practice"),
        ("Training at home can be used as a supportive therapy for weak legs.", "clinical_practice"),
        ("An assessment before the operation might be beneficial for old patients.", "clinical_practice"),
        ("These results should be useful in planning the treatment of single patients.", "clinical_practice"),
        ("The drug should not be used for this kind of pain outside of trials.", "clinical_practice"),
        ("Urologists should ask women about leakage, not only about infections.", "clinical_practice"),
        ("Surgeons need not rush old people to theatre at night.", "clinical_practice"),
        ("The second dose remains a reasonable choice for people with low risk.", "clinical_practice"),
        ("The authors advise against offering goggles on the strength of these data.", "clinical_practice"),
        ("Help with work ought to begin in the weeks before discharge.", "clinical_practice"),
        ("Funders should support trials that last longer than three months.", "policy"),
        ("A randomised trial with an active control is warranted.", "future_research"),
        ("These findings in four men need confirmation in a larger group.", "future_research"),
        ("This could inform policy on home training in rural areas.", "policy"),
        ("Health systems should pay for training at home in rural areas.", "policy"),
        ("Future studies should include more women with weak legs.", "future_research"),
        ("People with spinal cord injury may benefit from training at home.", "people_living_with_sci"),
    ],
)
def test_each_audience_has_what_is_said_to_it(text: str, audience: str):
    said = dict(implications(Reading(paper((SectionKind.DISCUSSION, text)))))
    assert [claim.text for claim in said[audience]] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Additional work in our laboratory has demonstrated that legs grow stronger.",
        "A potential explanation may be hospital policies on how beds are used.",
        "The therapist can easily see the pulse of each of the patients.",
        "The short follow-up of the patients might also be considered a limitation of our report.",
        "A link of pain with poor sleep of patients has been proposed and should be considered a confounder.",
        "The number of hospital stays, which may be considered an indicator of relapse, was low in patients.",
        "These molecules can be incorporated into cells or be used as sensors of light.",
        "Higher failure in patients may have been due to food, as is likely in routine clinical practice.",
        "Recent guidelines of a society recommend water but name no dose for the patients.",
        "This is at odds with the key role of therapists recommended by both evidence and policy.",
        "All groups learned where the platform was, as was seen in subsequent trials.",
        "Our training could not detect any clinically relevant improvements in strength.",
    ],
)
def test_the_past_and_explanations_imply_nothing(text: str):
    said = dict(implications(Reading(paper((SectionKind.DISCUSSION, text)))))
    assert not any(said.values())


def test_what_is_cited_was_known_before_and_is_no_implication():
    text = "Balance training is a procedure that can be used for the treatment of vertigo [14]."
    builder = PaperBuilder()
    builder.heading("Discussion", SectionKind.DISCUSSION)
    at = text.index("[14]")
    builder.paragraph(text, citations=((at, at + 4),))
    built = builder.build(Metadata(title="Walking"), basis=Basis.FULL_TEXT, parser="test", parser_version="1")
    assert not any(dict(implications(Reading(built))).values())


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (
            "Speed was higher after training (p = .049) in adults.",
            "Speed was higher after training (p = .049) in adults.",
        ),
        ("Speed was higher after training (S2 Table) in adults.", "Speed was higher after training in adults."),
    ],
)
def test_numbers_keep_their_space_and_pointers_go(printed: str, shown: str):
    [sentence, *_] = Reading(paper((SectionKind.RESULTS, printed))).within(SectionKind.RESULTS)
    assert sentence.text == shown
