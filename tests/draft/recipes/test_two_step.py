import json
from collections.abc import Callable

import pytest

from pipeline.draft.asking.outcome import Outcome
from pipeline.errors import DraftError
from pipeline.models.claim import Match
from pipeline.models.paper import Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.summary import claims
from tests.draft.conftest import RESULTS, Desk, trial
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer, Reply
from tests.loopback.script import completion

Serve = Callable[..., LoopbackServer]
DeskAt = Callable[..., Desk]


def report(chapters: int, words: int = 120) -> Paper:
    builder = PaperBuilder()
    builder.heading("Summary", SectionKind.ABSTRACT)
    builder.paragraph(RESULTS[0], page=1)
    for number in range(chapters):
        builder.heading(f"Chapter {number}", SectionKind.RESULTS if number % 2 else SectionKind.OTHER)
        for paragraph in range(6):
            builder.paragraph(
                f"In chapter {number} the people of group {paragraph} walked further. "
                + "More was said there. " * words,
                page=number + 2,
            )
    return builder.build(Metadata(title="A long report"), basis=Basis.FULL_TEXT, parser="test", parser_version="1")


async def test_two_steps_are_two_calls_that_begin_with_the_same_text(serve: Serve, desk_at: DeskAt):
    server = serve()
    result = await desk_at(server.url, recipe="two-step").draft(trial())
    facts, writing = (body["messages"] for body in server.server.bodies)
    assert facts[0] == writing[0]
    fenced = facts[1]["content"].partition("\n\nCollect what")[0]
    assert writing[1]["content"].startswith(fenced)
    assert RESULTS[0] in fenced
    assert (result.provenance.prompt_name, len(result.provenance.requests)) == ("write", 2)


async def test_statements_of_the_second_step_carry_the_quotes_of_the_claims_they_rest_on(serve: Serve, desk_at: DeskAt):
    result = await desk_at(serve().url, recipe="two-step").draft(trial())
    evidence = [found for _, claim in claims(result.summary) for found in claim.evidence]
    assert evidence
    assert all(found.match is Match.EXACT for found in evidence)


async def test_a_statement_that_rests_on_a_claim_that_does_not_exist_has_no_proof_and_is_told(
    serve: Serve, desk_at: DeskAt
):
    server = serve()
    desk = desk_at(server.url, recipe="two-step")
    await desk.draft(trial())
    facts, writing = desk.replies.values()
    wrong = writing.replace(b'\\"c1\\"', b'\\"c99\\"')
    again = desk_at(serve(play=[Reply(200, facts), Reply(200, wrong)]).url, recipe="two-step")
    result = await again.draft(trial())
    assert any("'c99'" in note for note in result.provenance.notes)
    assert any(claim.unproved for _, claim in claims(result.summary))


async def test_the_same_calls_are_not_made_again(serve: Serve, desk_at: DeskAt):
    server = serve()
    first = desk_at(server.url, recipe="two-step")
    one = await first.draft(trial())
    two = await desk_at(server.url, recipe="two-step", replies=first.replies).draft(trial())
    assert server.stats["requests"] == 2
    assert one == two


async def test_a_reply_of_the_wrong_shape_keeps_what_was_sound_and_asks_for_the_rest(serve: Serve, desk_at: DeskAt):
    server = serve()
    desk = desk_at(server.url, attempts=3)
    good = await desk.draft(trial())
    spoiled = good.reply.model_dump(mode="json") | {"limitations": [{"text": {"limitation": "Small."}, "quotes": []}]}
    play = [Reply(200, json.dumps(completion(json.dumps(spoiled))).encode())]
    other = serve(play=play)
    again = desk_at(other.url, attempts=3)
    result = await again.draft(trial())
    assert again.outcomes == [Outcome.WRONG_SHAPE, Outcome.COMPLETE]
    assert list(other.server.last_body["response_format"]["json_schema"]["schema"]["properties"]) == ["limitations"]
    assert "limitations.0.text" in other.server.last_body["messages"][-1]["content"]
    assert result.summary.key_messages == good.summary.key_messages
    assert result.summary.limitations


async def test_fields_that_nobody_asked_for_are_left_out_without_another_call(serve: Serve, desk_at: DeskAt):
    desk = desk_at(serve().url)
    good = (await desk.draft(trial())).reply.model_dump(mode="json") | {"confidence": 0.9}
    play = [Reply(200, json.dumps(completion(json.dumps(good))).encode())]
    again = desk_at(serve(play=play).url)
    result = await again.draft(trial())
    assert len(again.calls) == 1
    assert "left out" in result.provenance.notes[0]


async def test_a_long_report_is_read_in_parts_and_every_chapter_is_read_or_named(serve: Serve, desk_at: DeskAt):
    server = serve()
    desk = desk_at(server.url, recipe="two-step", context_tokens=32_000, parts_at_most=200)
    paper = report(80)
    result = await desk.draft(paper)
    parts = len(desk.calls) - 1
    assert parts > 5
    assert f"read in {parts} parts" in result.provenance.notes[0]
    for size in desk.gate.sizes:
        assert size.input_tokens + size.output_tokens_at_most <= 32_000
    assert not any("Left out" in note for note in result.provenance.notes)


async def test_what_does_not_fit_into_the_parts_allowed_is_named_on_the_draft(serve: Serve, desk_at: DeskAt):
    desk = desk_at(serve().url, recipe="two-step", context_tokens=32_000, parts_at_most=4)
    result = await desk.draft(report(80))
    left_out = next(note for note in result.provenance.notes if note.startswith("Left out of the reading"))
    assert "Chapter 78" in left_out
    assert "Summary" not in left_out
    assert len(desk.calls) == 5


async def test_a_paper_too_long_for_one_step_is_read_in_parts_too(serve: Serve, desk_at: DeskAt):
    desk = desk_at(serve().url, recipe="one-step", context_tokens=32_000)
    result = await desk.draft(report(30))
    assert result.provenance.prompt_name == "write"
    assert "parts" in result.provenance.notes[0]


async def test_a_refusal_of_one_part_is_the_outcome_of_the_paper(serve: Serve, desk_at: DeskAt):
    faults = Faults({"refusal": 1.0})
    with pytest.raises(DraftError) as caught:
        await desk_at(serve(faults=faults).url, recipe="two-step").draft(trial())
    assert caught.value.kind == "refused"
