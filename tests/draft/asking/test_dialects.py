"""How it is found out, and remembered, in which dialect a server takes its questions."""

import asyncio
from collections.abc import Callable

import pytest

from pipeline.draft.asking.speech import ReplyFormat, Speech
from pipeline.errors import DraftError
from tests.draft.conftest import Desk, MemoryDialects, trial
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer, Reply, Tally

Serve = Callable[..., LoopbackServer]
DeskAt = Callable[..., Desk]
Answered = tuple[Tally, str | None, Reply | None]
SILENT = Reply(500, b'{"error": {"message": "Internal Server Error"}}')


class RefusesInSilence:
    """Answers 500 to every strict schema, without a word about the reason."""

    def __init__(self, server: LoopbackServer) -> None:
        self._answer = server.server.answer
        server.server.answer = self.answer  # type: ignore[method-assign]

    def answer(self, body: bytes) -> Answered:
        tally, fault, reply = self._answer(body)
        return tally, fault, SILENT if b'"json_schema"' in body else reply


async def test_a_server_that_answers_500_to_a_schema_is_asked_more_simply_and_that_is_remembered(
    serve: Serve, desk_at: DeskAt
):
    server, dialects = serve(), MemoryDialects()
    RefusesInSilence(server)
    desk = desk_at(server.url, dialects=dialects)
    result = await desk.draft(trial())
    assert result.provenance.notes[0].startswith("The server takes a schema only beside `json_object`")
    assert list(dialects.values()) == [Speech(format=ReplyFormat.JSON_OBJECT_SCHEMA, limit="max_tokens")]
    again = desk_at(server.url, dialects=dialects)
    await again.draft(trial("Another"))
    assert again.outcomes == ["complete"]


async def test_beside_json_object_the_limit_has_the_name_that_llama_cpp_python_obeys(serve: Serve, desk_at: DeskAt):
    server = serve(format="json_object_schema")
    await desk_at(server.url).draft(trial())
    assert server.server.last_body["max_tokens"] > 0
    assert "max_completion_tokens" not in server.server.last_body


async def test_a_server_that_was_only_ill_is_not_spoken_to_more_simply(serve: Serve, desk_at: DeskAt):
    dialects = MemoryDialects()
    desk = desk_at(serve(play=[SILENT, SILENT, SILENT]).url, dialects=dialects)
    result = await desk.draft(trial())
    assert result.provenance.notes == ()
    assert list(dialects.values()) == [Speech()]


async def test_a_server_that_fails_whatever_it_is_asked_is_given_up_as_before(serve: Serve, desk_at: DeskAt):
    desk = desk_at(serve(faults=Faults({"500": 1.0})).url, retry_for=0.3)
    with pytest.raises(DraftError) as caught:
        await desk.draft(trial())
    assert caught.value.kind == "transport"
    assert caught.value.transient


async def test_the_responses_api_is_asked_and_read_and_told_not_to_store(serve: Serve, desk_at: DeskAt):
    server = serve()
    result = await desk_at(server.url, api="responses", reasoning_effort="low", extra_body={"x": 1}).draft(trial())
    body = server.server.last_body
    assert (body["store"], body["reasoning"], body["x"]) == (False, {"effort": "low"}, 1)
    assert body["text"]["format"]["type"] == "json_schema"
    assert body["text"]["format"]["strict"] is True
    assert result.summary.key_messages
    assert result.provenance.usage is not None
    assert result.provenance.usage.prompt_tokens == 1000


async def test_many_papers_at_once_find_out_that_a_schema_is_refused_in_silence(serve: Serve, desk_at: DeskAt):
    server = serve(delay=0.01)
    RefusesInSilence(server)
    desk = desk_at(server.url)
    results = await asyncio.gather(*(desk.draft(trial(f"Paper {number}")) for number in range(24)))
    assert all("beside `json_object`" in result.provenance.notes[0] for result in results)
