"""A sentence that points back is told behind what it points to, or not at all."""

import pytest

from pipeline.draft.offline import draft_offline
from pipeline.draft.reading.pointing_back import points_back, points_to_nothing_named
from pipeline.draft.reading.reading import Reading
from pipeline.draft.statements.implications import implications
from pipeline.draft.statements.limitations import limitations
from pipeline.draft.statements.picking import own
from pipeline.draft.statements.telling import claims
from pipeline.models.paper import Basis, Metadata, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from tests.draft.papers import paper


@pytest.mark.parametrize(
    "text",
    [
        "This could be due to the small number of people in each group.",
        "However, this suggests that longer courses are worth a trial.",
        "These were seen in nine of the twelve animals.",
        "They may be used alone or beside surgery.",
        "It demonstrates that even solitary species can be taught.",
        "The latter was found in most of the samples.",
        "In turn, walking speed rose in the second half of the training.",
        "That would have needed a larger sample.",
        "In the second analysis (10,000 simulated patients), it was cheaper in most runs.",
        "Of these, nine could walk with a stick.",
        "Of the aforementioned patients, two came back.",
        "So that in the first group people got better.",
        "Major bleeding was seen in 6 (2.3%) and 13 (4.9%) patients, respectively.",
    ],
)
def test_a_pronoun_points_back(text: str):
    assert points_back(text)
    assert points_to_nothing_named(text)


@pytest.mark.parametrize(
    "text",
    [
        "These foci are made anew after the signal of the receptor.",
        "This method was used because of the small sample size.",
        "Their pain fell by two points on the scale.",
        "These increased levels came down again.",
        "Such gradients can account for the twinning of embryos.",
    ],
)
def test_a_pointing_word_before_a_thing_points_back_to_something_named(text: str):
    assert points_back(text)
    assert not points_to_nothing_named(text)


@pytest.mark.parametrize(
    "text",
    [
        "This study was small.",
        "This was a randomised, double-blind trial in two centres.",
        "This is one of the first studies of robots at home.",
        "This is the first time that both were compared.",
        "These results suggest that training helps some people to walk.",
        "These results in people suggest that training helps.",
        "These preliminary clinical findings need a larger trial.",
        "Those who defaulted were older.",
        "Such a programme needs more therapists.",
        "This treatment may help people with an incomplete injury.",
        "Hence, these data show that sleep matters.",
        "It is possible that people who trained were fitter before.",
        "It remains unclear whether the effect lasts.",
        "It was not feasible to blind the therapists.",
        "In this setting, it is possible that people were fitter before.",
        "Of these patients with a high injury, nine could walk.",
        "Speed rose by 6% in the first group and by 7% in the second, respectively.",
        "Thisbe is a genus of butterflies that was not studied.",
    ],
)
def test_what_speaks_of_the_study_or_of_nothing_before_stands_alone(text: str):
    assert not points_back(text)


def reading(discussion: str) -> Reading:
    return Reading(paper((SectionKind.DISCUSSION, discussion)))


UNCHANGED = "Blood pressure did not change in either group."
COULD_BE = "This could be due to limitations of the cuff that we used at home."


def test_it_is_told_with_the_sentence_before_it_and_both_prove_it():
    whole = reading(f"Speed rose in both groups. {UNCHANGED} {COULD_BE}")
    (told,) = claims(whole, limitations(whole))
    assert told.text == f"{UNCHANGED} {COULD_BE}"
    assert [proof.quote for proof in told.evidence] == [UNCHANGED, COULD_BE]
    for proof in told.evidence:
        assert whole.paper.text[proof.start : proof.end] == proof.quote


def test_behind_the_sentence_before_it_it_stands_by_itself():
    whole = reading(f"{UNCHANGED} {COULD_BE}")
    assert [told.text for told in claims(whole, whole.sentences)] == [UNCHANGED, COULD_BE]


@pytest.mark.parametrize(
    "before",
    [
        "Smith et al reported that blood pressure fell at home.",
        "They were seen twice.",
        "Figure 2 shows the blood pressure.",
    ],
)
def test_where_what_it_points_to_cannot_be_told_it_is_left_out(before: str):
    whole = reading(f"We measured few people. {before} {COULD_BE}")
    few, _, could_be = whole.sentences
    assert [told.text for told in claims(whole, [few, could_be])] == [few.text]


def test_where_nothing_else_would_stay_it_stays():
    whole = reading(f"Smith et al reported that blood pressure fell at home. {COULD_BE}")
    assert [told.text for told in claims(whole, whole.sentences[1:])] == [COULD_BE]


def test_a_sentence_that_is_told_elsewhere_is_not_told_twice():
    whole = reading(f"{UNCHANGED} {COULD_BE} Speed rose in both groups of people.")
    unchanged, could_be, speed = whole.sentences
    assert [told.text for told in claims(whole, [unchanged, speed, could_be])] == [unchanged.text, speed.text]


def test_an_implication_says_what_may_be_used():
    drugs = "Dopamine agonists shrink such tumours and bring vision back in most patients."
    may = "They may be used as treatment alone or beside surgery."
    (told,) = implications(reading(f"{drugs} {may}")).clinical_practice
    assert told.text == f"{drugs} {may}"


@pytest.mark.parametrize(
    "text",
    [
        "We shall now make recommendations about areas that need attention.",
        "The scales are described above and were used in both groups.",
        "The groups were chosen as described elsewhere.",
        "More is said of this in the next section of the paper.",
    ],
)
def test_what_leads_to_another_place_of_the_paper_is_not_told(text: str):
    assert [each.text for each in own(reading(f"{UNCHANGED} {text}").sentences)] == [UNCHANGED]


def test_an_age_or_a_level_above_another_leads_nowhere():
    text = "Patients were injured above the tenth thoracic level."
    assert [each.text for each in own(reading(text).sentences)] == [text]


def test_in_a_report_without_headings_nothing_is_told_twice():
    builder = PaperBuilder()
    fell, back = "Fatigue fell by 1.1 points after eight weeks.", "It came back within a month of the last session."
    builder.paragraph(f"We studied arm cycling in 24 adults. {fell} {back} A larger trial is needed.")
    title = Metadata(title="Arm cycling after spinal cord injury")
    told = draft_offline(builder.build(title, basis=Basis.FULL_TEXT, parser="test", parser_version="1"))
    assert [claim.text for claim in told.key_findings] == [fell, back]
