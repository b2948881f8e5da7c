from typing import Any

from pipeline.draft.grounding import summary_from_reply
from pipeline.draft.replies.draft import DraftReply
from pipeline.models.claim import Match
from pipeline.models.missing import MissingReason
from pipeline.models.study import StudyDesign
from pipeline.models.summary import Summary
from tests.draft.conftest import RESULTS, trial
from tests.loopback.script import draft_of

PAPER = trial()


def summary(**changes: Any) -> Summary:
    draft = draft_of(f"Title\n\n{PAPER.text}") | changes
    return summary_from_reply(DraftReply.model_validate(draft, strict=False), PAPER, "m")


def study(**changes: Any) -> dict[str, Any]:
    return {"study": draft_of("Title\n\n")["study"] | changes}


def test_a_quote_has_its_section_page_and_offsets():
    said = summary(harms=[{"text": "No one came to harm.", "quotes": [RESULTS[2]]}]).harms[0].evidence[0]
    assert (said.section, said.page, said.match) == ("Results", 2, Match.EXACT)
    assert PAPER.text[said.start : said.end] == RESULTS[2]


def test_a_quote_of_the_title_stands_under_the_title():
    design = summary(**study(design={"value": "rct", "quotes": ["a randomised trial"]})).study.design
    assert design is not None
    said = design.evidence[0]
    assert (said.section, said.match) == ("Title", Match.EXACT)
    assert PAPER.text[said.start : said.end] == "a randomised trial"


def test_a_quote_that_differs_in_typography_is_normalised():
    quote = RESULTS[1].replace(" ", "\u00a0").upper()
    assert summary(harms=[{"text": "x", "quotes": [quote]}]).harms[0].evidence[0].match is Match.NORMALISED


def test_a_quote_that_is_not_there_stays_and_says_so():
    invented = "The treatment cured every single participant within a week of training."
    said = summary(harms=[{"text": "x", "quotes": [invented]}]).harms[0].evidence[0]
    assert (said.quote, said.match, said.start) == (invented, Match.NOT_FOUND, None)


def test_an_empty_quote_is_not_found():
    assert summary(harms=[{"text": "x", "quotes": [" "]}]).harms[0].evidence[0].match is Match.NOT_FOUND


def test_a_statement_without_quotes_has_a_typed_reason():
    made = summary(
        harms=[{"text": "No quote.", "quotes": []}],
        what_this_does_not_mean=[{"text": "It does not mean that.", "quotes": []}],
    )
    assert made.harms[0].unproved is MissingReason.EXTRACTION_FAILED
    assert made.what_this_does_not_mean[0].unproved is MissingReason.NOT_APPLICABLE


def test_what_is_empty_is_typed_with_the_sections_that_were_searched():
    missing = {entry.field: entry for entry in summary().missing}
    assert missing["/harms"].reason is MissingReason.NOT_IN_SOURCE
    assert missing["/harms"].searched == ("Abstract", "Results", "Limitations")
    assert "/study/design" in missing
    assert "/practical_implications/policy" in missing


def test_the_level_is_computed_from_the_design():
    made = summary(**study(design={"value": "rct", "quotes": [RESULTS[1]]}))
    assert made.study.design is not None
    assert made.study.design.value is StudyDesign.RCT
    assert made.evidence_level.level == 2


def test_every_kind_of_fact_is_carried_over():
    quoted = {"quotes": [RESULTS[0]]}
    facts = study(
        species={"value": "human", **quoted},
        samples=[{"n": 20, "unit": "people", "role": "enrolled", "arm": None, **quoted}],
        countries=[{"value": "Canada", **quoted}],
        interventions=[{"value": "treadmill training", **quoted}],
        primary_outcome={"value": "walking speed", **quoted},
        results=[{"outcome": "walking speed", "direction": "higher", "numbers": ["0.2 m/s"], **quoted}],
        certainty={"value": "low", **quoted},
        duration={"value": "12 weeks", **quoted},
        ais_grades=[{"value": "C", **quoted}],
        injury_levels=[{"value": "cervical", **quoted}],
        time_since_injury={"value": "chronic", **quoted},
        registration=[{"value": "NCT00000000", **quoted}],
        funding={"value": "A fund.", **quoted},
        conflicts={"value": "None declared by the authors.", **quoted},
        follow_up={"value": "6 months", **quoted},
    )
    made = summary(**facts).study
    assert made.samples[0].n == 20
    assert all(value for name, value in made if name != "design")


def test_facts_of_the_injury_do_not_apply_to_a_paper_about_something_else():
    paper = trial().model_copy(update={"text": trial().text.replace("spinal cord injury", "broken wrist bones")})
    draft = DraftReply.model_validate(draft_of("Title\n\nx"), strict=False)
    titled = paper.model_copy(update={"metadata": paper.metadata.model_copy(update={"title": "Wrists"})})
    missing = {entry.field: entry.reason for entry in summary_from_reply(draft, titled, "m").missing}
    assert missing["/study/ais_grades"] is MissingReason.NOT_APPLICABLE
    assert missing["/study/design"] is MissingReason.NOT_IN_SOURCE
