"""What failed for a setting is taken up by the next run once that setting is another, and not before."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals.bench.papers import write_papers
from tests.command_line import CommandLine, Finished, one_call_a_paper
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer, Reply


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write_papers(tmp_path / "papers", 2)
    return tmp_path / "papers"


def _refusing(said: str, when: Callable[[dict[str, Any]], bool]) -> LoopbackServer:
    """A server that answers 400 with these words to requests of this kind."""
    server = LoopbackServer()
    refused = Reply(400, json.dumps({"error": {"message": said, "code": None}}).encode())
    server.server._refusal = lambda asked: refused if when(asked) else None  # type: ignore[method-assign]
    return server


def _statuses(done: Finished) -> set[str]:
    return {paper["status"] for paper in done.json["papers"]}


def _kinds(done: Finished) -> set[str]:
    return {paper["error"]["kind"] for paper in done.json["papers"]}


def test_a_refused_temperature_is_asked_again_once_it_is_another(layline: CommandLine, papers: Path) -> None:
    said = "Unsupported value: 'temperature' does not support 0.2 with this model."
    with _refusing(said, lambda asked: "temperature" in asked) as server:
        model = one_call_a_paper(server.url)
        failed = layline("run", papers, "--json", **model, LAYLINE_TEMPERATURE="0.2")
        assert _kinds(failed) == {"request_refused"}
        asked = server.stats["requests"]
        again = layline("run", papers, "--json", **model, LAYLINE_TEMPERATURE="0.2")
        assert (_kinds(again), server.stats["requests"]) == ({"request_refused"}, asked)
        assert _statuses(layline("run", papers, "--json", **model)) == {"in_review"}


def test_a_limit_of_output_that_is_too_large_names_the_setting_and_is_mended_by_it(
    layline: CommandLine, papers: Path
) -> None:
    said = "'max_tokens' or 'max_completion_tokens' is too large: 16000. This model's maximum context length is 8192."
    with _refusing(said, lambda asked: asked["max_completion_tokens"] > 4096) as server:
        model = one_call_a_paper(server.url)
        failed = layline("run", papers, "--json", **model)
        assert _kinds(failed) == {"output_too_long"}
        assert all("max_output_tokens" in paper["error"]["remedy"] for paper in failed.json["papers"])
        assert _statuses(layline("run", papers, "--json", **model, LAYLINE_MAX_OUTPUT_TOKENS="4000")) == {"in_review"}


def test_what_was_cut_off_is_asked_again_with_more_room(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer(faults=Faults({"cut": 1.0})) as server:
        model = one_call_a_paper(server.url)
        failed = layline("run", papers, "--json", **model)
        assert _kinds(failed) == {"cut_off"}
        ids = [paper["id"] for paper in failed.json["papers"]]
        assert all(f"layline retry {paper['id']}" in paper["error"]["remedy"] for paper in failed.json["papers"])
        assert "way" not in failed.json["papers"][0]["error"]
        server.server.faults = Faults()
        assert _statuses(layline("run", papers, "--json", **model)) == {"failed"}  # as before, from disk
        assert _statuses(layline("run", papers, "--json", **model, LAYLINE_MAX_OUTPUT_TOKENS="32000")) == {"in_review"}
        retried = layline("retry", *ids, "--json")
        assert [paper["id"] for paper in retried.json["papers"]] == ids
        asked = server.stats["requests"]
        layline("run", "--json", **model)
        assert server.stats["requests"] == asked + len(ids)


def test_what_a_model_refused_is_drafted_offline_where_that_is_asked_for(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer(faults=Faults({"refusal": 1.0})) as server:
        failed = layline("run", papers, "--json", **one_call_a_paper(server.url))
    assert _kinds(failed) == {"refused"}
    assert _statuses(layline("run", papers, "--drafter", "offline", "--json")) == {"in_review"}
