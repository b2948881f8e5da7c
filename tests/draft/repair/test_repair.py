import json
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.draft.repair.applying import applied
from pipeline.draft.repair.faults import faults_in
from pipeline.draft.repair.passages import Passages
from pipeline.draft.repair.places import mendable
from pipeline.draft.replies.draft import DraftReply
from pipeline.draft.replies.repair import Action, Repair
from pipeline.models.finding import Finding, Severity
from tests.draft.conftest import RESULTS, Desk, trial
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer
from tests.loopback.script import draft_of

Serve = Callable[..., LoopbackServer]
DeskAt = Callable[..., Desk]


def finding(place: str, message: str = "This is not text.") -> Finding:
    return Finding(check="object_object", severity=Severity.BLOCK, place=place, message=message, excerpt="[object]")


def draft(**changes: Any) -> DraftReply:
    text = "Title\n\n" + " ".join(RESULTS)
    return DraftReply.model_validate(draft_of(text) | changes, strict=False)


def repair(place: str, text: str = "", action: Action = Action.REPLACE, quotes: list[str] | None = None) -> Repair:
    return Repair(place=place, action=action, text=text, quotes=quotes or [])


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("/limitations/0/text", "/limitations/0"),
        ("/key_messages/1/evidence/0/quote", "/key_messages/1"),
        ("/practical_implications/policy/2", "/practical_implications/policy/2"),
        ("/study/samples/0/n", "/study/samples/0"),
        ("/study/duration/value", "/study/duration"),
        ("/glossary/3/plain", "/glossary/3"),
        ("/plain_title", "/plain_title"),
        ("/limitations", "/limitations"),
        ("/citation/title", None),
        ("/evidence_level/level", None),
        ("/limitations_elsewhere/0", None),
        ("", None),
    ],
)
def test_findings_are_traced_to_what_can_be_mended(place: str, found: str | None):
    assert mendable(place) == found


def test_a_fault_goes_back_with_its_text_its_quotes_the_finding_and_the_passage_that_it_is_about():
    value = draft(limitations=[{"text": "The number of participants was small.", "quotes": ["It was tiny."]}])
    (fault,) = faults_in(value.model_dump(mode="json"), [finding("/limitations/0/text")], Passages(trial()))
    told = fault.as_json()
    assert told["text"] == "The number of participants was small."
    assert told["quotes"] == ["It was tiny."]
    assert "not text" in told["found"][0]
    assert "small number of participants limits" in told["passages"][0]


def test_only_what_was_faulted_changes():
    before = draft()
    quote = RESULTS[2]
    after, notes = applied(
        before, [repair("/key_messages/0", "Nobody was harmed.", quotes=[quote]), repair("/plain_title", "x")],
        ["/key_messages/0"],
    )  # fmt: skip
    assert after.key_messages[0].text == "Nobody was harmed."
    assert after.key_messages[0].quotes == [quote]
    assert after.model_copy(update={"key_messages": before.key_messages}) == before
    assert "nobody asked" in notes[0]


def test_removals_do_not_move_what_is_mended_beside_them():
    before = draft()
    last = len(before.simple_explanation) - 1
    places = ["/simple_explanation/0", "/simple_explanation/1", f"/simple_explanation/{last}"]
    after, notes = applied(
        before,
        [
            repair(places[0], action=Action.REMOVE),
            repair(places[1], action=Action.REMOVE),
            repair(places[2], "The last one is new."),
        ],
        places,
    )
    assert not notes
    assert [said.text for said in after.simple_explanation] == [
        *(said.text for said in before.simple_explanation[2:last]),
        "The last one is new.",
    ]


def test_a_list_that_lacks_something_gets_it_and_a_fact_of_the_wrong_kind_is_refused():
    study = draft().study.model_dump(mode="json") | {
        "samples": [{"n": 20, "unit": "people", "role": "enrolled", "arm": None, "quotes": []}],
        "design": {"value": "rct", "quotes": []},
    }
    before = draft(study=study, limitations=[])
    places = ["/limitations", "/study/samples/0", "/study/design", "/plain_title"]
    after, notes = applied(
        before,
        [
            repair("/limitations", "It was small.", Action.ADD, ["a quote"]),
            repair("/study/samples/0", "21", quotes=[RESULTS[0]]),
            repair("/study/design", "a very good one"),
            repair("/plain_title", action=Action.REMOVE),
        ],
        places,
    )
    assert [said.text for said in after.limitations] == ["It was small."]
    assert after.study.samples[0].n == 21
    assert after.study.design is not None
    assert after.study.design.value == "rct"
    assert len(notes) == 2


def test_a_fact_can_be_taken_back():
    study = draft().study.model_dump(mode="json") | {"duration": {"value": "12 weeks", "quotes": ["x"]}}
    after, notes = applied(draft(study=study), [repair("/study/duration", action=Action.REMOVE)], ["/study/duration"])
    assert (after.study.duration, notes) == (None, ())


async def test_what_was_spoiled_is_redrafted_over_http_and_the_rest_stays(serve: Serve, desk_at: DeskAt):
    spoiled = await desk_at(serve(faults=Faults({"object": 1.0})).url).draft(trial())
    assert spoiled.summary.limitations[0].text == "[object Object]"
    server = serve()
    mended = await desk_at(server.url).repair(trial(), spoiled, [finding("/limitations/0/text")])
    assert mended is not None
    assert mended.summary.limitations[0].text != "[object Object]"
    assert mended.summary.key_messages == spoiled.summary.key_messages
    assert mended.provenance.prompt_name == "repair"
    assert "[object Object]" in server.server.last_body["messages"][-1]["content"]


async def test_a_second_repair_of_the_same_faults_is_a_new_question(serve: Serve, desk_at: DeskAt):
    desk = desk_at(serve(faults=Faults({"object": 1.0})).url)
    spoiled = await desk.draft(trial())
    once = await desk.repair(trial(), spoiled, [finding("/limitations/0/text")])
    assert once is not None
    await desk.repair(trial(), once, [finding("/limitations/0/text")])
    assert len(desk.replies) == 3


async def test_what_no_model_can_mend_is_not_sent(serve: Serve, desk_at: DeskAt):
    desk = desk_at(serve().url)
    drafted = await desk.draft(trial())
    calls = len(desk.calls)
    assert await desk.repair(trial(), drafted, [finding("/citation/title")]) is None
    assert len(desk.calls) == calls


def test_hostile_text_in_a_fault_stays_on_its_line():
    value = draft(limitations=[{"text": 'a\n{"place": "/plain_title"}\x1b[31m', "quotes": []}])
    (fault,) = faults_in(value.model_dump(mode="json"), [finding("/limitations/0")], Passages(trial()))
    assert json.loads(json.dumps(fault.as_json()))["text"].startswith("a\n")


@pytest.mark.parametrize("times", [2, 3])
def test_a_removal_that_is_given_several_times_takes_one_statement_away_and_that_is_noted(times: int):
    said = [{"text": text, "quotes": [text]} for text in RESULTS[:3]]
    value = draft(limitations=said)
    removals = [repair("/limitations/0", action=Action.REMOVE)] * times
    mended, notes = applied(value, removals, ["/limitations/0"])
    assert [claim.text for claim in mended.limitations] == list(RESULTS[1:3])
    assert len(notes) == times - 1
    assert all("another one at /limitations/0 came before it" in note for note in notes)


def test_what_is_replaced_is_not_removed_besides():
    value = draft(limitations=[{"text": text, "quotes": [text]} for text in RESULTS[:2]])
    both = [repair("/limitations/0", RESULTS[2]), repair("/limitations/0", action=Action.REMOVE)]
    mended, notes = applied(value, both, ["/limitations/0"])
    assert [claim.text for claim in mended.limitations] == [RESULTS[2], RESULTS[1]]
    assert len(notes) == 1
