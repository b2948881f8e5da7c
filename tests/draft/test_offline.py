from functools import partial
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.draft.offline import draft_offline
from pipeline.errors import DraftError, LaylineError
from pipeline.models.claim import Match
from pipeline.models.missing import MissingReason
from pipeline.models.paper import ArticleType, Basis, Paper, SectionKind
from pipeline.models.summary import DrafterKind, Summary, claims
from pipeline.parse.jats.reader import parse_jats
from tests import made
from tests.draft.papers import abstract, paper
from tests.growth import grows_within

ABSTRACT = """\
Background: Walking is hard after spinal cord injury (SCI). This study aimed to test practice on a treadmill. \
Methods: Forty people with SCI were randomly assigned to a 12-week training programme or usual care. \
Results: People in the training group walked 20 metres further than the control group. \
There was no difference in spasticity between the two groups. \
Conclusions: Practice on a treadmill may help people with SCI to walk further. \
The benefit was small and more research is needed."""
DISCUSSION = """\
The study has several limitations. First, the sample was small and came from one hospital. \
Second, the assessors knew who had trained. Clinicians may consider practice on a treadmill [12] as an option. \
Future studies should include more women."""
FULL = paper(
    (SectionKind.ABSTRACT, ABSTRACT),
    (SectionKind.INTRODUCTION, "Smith et al found that all people with SCI walked 90% further after practice."),
    (SectionKind.METHODS, "All participants gave written informed consent. Participants trained three times a week."),
    (SectionKind.RESULTS, "No serious adverse events were reported in either group. Figure 1 shows the distances."),
    (SectionKind.DISCUSSION, DISCUSSION),
    (SectionKind.FUNDING, "This study was supported by the Walking Fund, which found that 100% of people are helped."),
)


def texts(summary: Summary, field: str) -> list[str]:
    return [claim.text for claim in getattr(summary, field)]


def test_every_claim_is_a_sentence_of_the_paper_and_its_own_evidence():
    for _, claim in claims(draft_offline(FULL)):
        [found] = claim.evidence
        assert found.match is Match.EXACT
        assert FULL.text[found.start : found.end] == found.quote


def test_the_page_says_that_it_was_extracted():
    summary = draft_offline(FULL)
    assert summary.drafted_by.kind is DrafterKind.OFFLINE
    assert summary.drafted_by.model is None
    assert summary.plain_title == FULL.metadata.title


def test_each_part_is_filled_from_its_place():
    summary = draft_offline(FULL)
    assert texts(summary, "key_messages")[0] == "Practice on a treadmill may help people with SCI to walk further."
    assert (
        texts(summary, "key_findings")[0]
        == "People in the training group walked 20 metres further than the control group."
    )
    assert texts(summary, "simple_explanation")[0] == "Walking is hard after spinal cord injury (SCI)."
    assert texts(summary, "limitations")[0] == "First, the sample was small and came from one hospital."
    assert texts(summary, "harms") == ["No serious adverse events were reported in either group."]
    assert [c.text for c in summary.practical_implications.future_research] == [
        "The benefit was small and more research is needed.",
        "Future studies should include more women.",
    ]


def test_a_glued_label_and_a_citation_are_left_out_of_the_text_and_stay_in_the_quote():
    [claim] = draft_offline(FULL).practical_implications.clinical_practice
    assert claim.text == "Clinicians may consider practice on a treadmill as an option."
    assert "[12]" in claim.evidence[0].quote
    explained = draft_offline(FULL).simple_explanation[0]
    assert explained.evidence[0].quote.startswith("Background: ")


def test_nothing_of_others_and_nothing_of_the_funding_is_a_finding():
    said = " ".join(claim.text for _, claim in claims(draft_offline(FULL)))
    assert "Smith" not in said
    assert "100%" not in said
    assert "Figure" not in said


def test_facts_carry_their_evidence():
    study = draft_offline(FULL).study
    assert study.design is not None
    assert study.design.value.value == "rct"
    assert study.duration is not None
    assert study.duration.value == "12 weeks"
    assert [(s.n, s.role.value) for s in study.samples] == [(40, "randomised")]


def test_what_is_not_found_is_typed_with_the_sections_that_were_searched():
    missing = {entry.field: entry for entry in draft_offline(FULL).missing}
    assert missing["/study/registration"].reason is MissingReason.NOT_IN_SOURCE
    assert missing["/study/follow_up"].reason is MissingReason.EXTRACTION_FAILED
    assert missing["/study/follow_up"].searched == ("Abstract", "Methods", "Results")


def test_an_abstract_alone_says_so_for_all_that_is_missing():
    summary = draft_offline(abstract("Methods: We walked with twelve people.", basis=Basis.ABSTRACT_ONLY))
    assert {entry.reason for entry in summary.missing} == {MissingReason.ABSTRACT_ONLY}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("Patients had a central cord syndrome.", MissingReason.EXTRACTION_FAILED),
        ("Patients had a stroke.", MissingReason.NOT_APPLICABLE),
    ],
)
def test_the_level_of_an_injury_applies_wherever_a_cord_was_hurt(told: str, why: MissingReason):
    summary = draft_offline(abstract(f"Methods: {told}", title="Walking again"))
    reasons = {entry.field: entry.reason for entry in summary.missing}
    assert reasons["/study/injury_levels"] is why


def test_a_protocol_has_no_findings_and_they_do_not_apply():
    summary = draft_offline(
        abstract("Methods: Patients will be randomised. Results: Results were good.", kind=ArticleType.PROTOCOL)
    )
    assert summary.key_findings == ()
    reasons = {entry.field: entry.reason for entry in summary.missing}
    assert reasons["/key_findings"] is MissingReason.NOT_APPLICABLE


def test_a_lay_summary_by_professionals_is_the_simple_explanation():
    lay = "Walking again is a hope of many people with an injured spine."
    summary = draft_offline(
        paper((SectionKind.ABSTRACT, "We walked and found it good."), (SectionKind.LAY_SUMMARY, lay))
    )
    assert texts(summary, "simple_explanation") == [lay]


def test_the_sites_own_categories_are_kept_to():
    assert draft_offline(FULL, allowed_categories=["Mobility and Walking"]).categories == ("Mobility and Walking",)
    assert draft_offline(FULL, allowed_categories=["Cooking"]).categories == ()


@pytest.mark.parametrize("title", [None, "", "  \n "])
def test_a_paper_without_a_title_is_refused_by_name(title: str | None):
    with pytest.raises(DraftError) as caught:
        draft_offline(paper((SectionKind.ABSTRACT, "We walked far and found it good."), title=title))
    assert (caught.value.kind, bool(caught.value.remedy)) == ("no_title", True)


@pytest.mark.parametrize("text", ["", "Short.", "no sentence at all", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16."])
def test_a_paper_with_nothing_to_draft_from_is_refused_by_name(text: str):
    with pytest.raises(DraftError) as caught:
        draft_offline(paper((SectionKind.OTHER, text)))
    assert caught.value.kind == "too_little_text"


SPOILED = "The people walked {{further}} [object Object] than they had before the training began."


def test_a_sentence_that_is_spoiled_is_not_chosen():
    spoiled = paper(
        (SectionKind.ABSTRACT, f"We walked with many people in the park. {SPOILED} It was good for all of them.")
    )
    assert all("object" not in claim.text for _, claim in claims(draft_offline(spoiled)))


KINDS = st.sampled_from([kind for kind in SectionKind if kind is not SectionKind.DATA_AVAILABILITY])
PHRASES = """Results: Methods: we patients 40 were randomly assigned ( ) [12] AIS A NCT01236976 the study limitation .
et al. 12-week training spinal cord injury Conclusion however p < 0.05 % mice follow-up of 6 months"""
WORDS = st.sampled_from([*PHRASES.split(), "\ud83d", "\x00", "\ufb01", "\u2013", "\n", ""])


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(KINDS, st.lists(WORDS, max_size=40).map(" ".join)), max_size=6), st.sampled_from(Basis))
def test_no_paper_with_a_title_makes_it_raise_anything_else(sections: list[tuple[SectionKind, str]], basis: Basis):
    assert kind_of_failure(paper(*sections, basis=basis)) in (None, "too_little_text")


def kind_of_failure(made: Paper) -> str | None:
    try:
        draft_offline(made)
    except LaylineError as error:
        return error.kind
    return None


HOSTILE = (
    *(
        "(",
        "[",
        "(see Fig ",
        "1",
        "1,",
        "a",
        "A. ",
        "n = ",
        "et al. (",
        "twenty ",
        "further ",
        "AIS A, ",
        "small ",
        "(A",
    ),
    *("the ", "the study was a ", "In 12 patients ", "systematic ", "randomised, ", "limited caution ", "no "),
    *(
        "weeks for 12 ",
        "Our study has several limitations. ",
        "Our limitations were many, and we did not measure them. ",
    ),
    *("48 (", "48 patients ", "(n = 48) ", "patients (n = 48) and ", "week 1, 2, ", "x-y-", "12 weeks of "),
    *("randomised to standing or ", "from January 2009 to ", "in Iran and ", "primary outcome was ", "was higher in "),
)


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("kind", [SectionKind.ABSTRACT, SectionKind.METHODS, SectionKind.DISCUSSION])
def test_a_long_run_of_one_thing_takes_time_that_grows_no_faster_than_its_length(unit: str, kind: SectionKind):
    seconds = partial(seconds_to_draft, unit, kind)
    assert seconds(100_000) < 1.5 or grows_within(8, seconds, 25_000, 100_000)  # four times the text; its square is 16


def seconds_to_draft(unit: str, kind: SectionKind, characters: int) -> float:
    """Of this process; how fast the machine is does not matter where twice the text takes twice as long."""
    hostile = paper((kind, unit * (characters // len(unit))), (SectionKind.ABSTRACT, "We walked far and it was good."))
    started = process_time()
    draft_offline(hostile)
    return process_time() - started


def real_papers(shared_data: Path) -> list[Paper]:
    files = sorted((shared_data / "papers" / "jats").glob("*.xml"))[::4]
    return [parse_jats(file.read_bytes(), file.name) for file in files]


def test_real_papers_are_drafted_with_exact_quotes_of_their_own(shared_data: Path):
    papers = [real for real in real_papers(shared_data) if not real.metadata.article_type.is_notice]
    assert len(papers) > 10
    for real in papers:
        summary = draft_offline(real)
        assert 2 <= len(summary.key_messages) <= 3
        for _, claim in claims(summary):
            assert all(real.text[e.start : e.end] == e.quote for e in claim.evidence)


def test_a_sentence_that_tells_clinicians_what_they_may_do_is_for_clinical_practice():
    implications = made.summary().practical_implications
    assert [claim.text[:18] for claim in implications.clinical_practice] == ["Clinicians may con"]
    assert implications.people_living_with_sci == ()


def test_a_range_of_injury_levels_names_both_ends():
    assert [known.value for known in made.summary().study.injury_levels] == ["cervical", "thoracic"]


def test_a_main_outcome_that_did_not_differ_is_a_key_message():
    text = (
        "Methods: Adults were randomised to train or to wait. The primary outcome was walking speed."
        " Results: There was no significant difference in walking speed between groups. Sleep was better with training."
        " Conclusions: Training was well received by all adults. Training may be useful at home."
    )
    messages = [claim.text for claim in draft_offline(paper((SectionKind.ABSTRACT, text))).key_messages]
    assert messages == [
        "There was no significant difference in walking speed between groups.",
        "Training was well received by all adults.",
        "Training may be useful at home.",
    ]
    told = text.replace("may be useful at home", "did not help people to walk faster")
    messages = [claim.text for claim in draft_offline(paper((SectionKind.ABSTRACT, told))).key_messages]
    assert messages[0] == "Training was well received by all adults."
