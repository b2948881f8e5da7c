"""Drafting by the Batch API against a loopback server: submitted, killed, collected; errors and expiry asked again."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from evals.bench.papers import write_papers
from tests.command_line import CommandLine, one_call_a_paper
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer

PAPERS = 12
PRICE = {"LAYLINE_PRICES": '{"scripted-loopback": {"input": 10, "output": 30}}'}
A_CALL = (1000 * 10 + 500 * 30) / 1e6 / 2
"""Half of what the loopback server's count of one reply costs."""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write_papers(tmp_path / "papers", PAPERS)
    return tmp_path / "papers"


def _statuses(done: Any) -> set[str]:
    return {paper["status"] for paper in done.json["papers"]}


def test_a_batch_is_submitted_looked_at_and_collected_at_half_the_price(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        server.server.desk.looks = 2
        model = one_call_a_paper(server.url, **PRICE)
        sent = layline("batch", "submit", papers, "--json", **model)
        assert (sent.code, sent.json["requests"], len(sent.json["batches"])) == (0, PAPERS, 1)
        assert _statuses(sent) == {"parsed"}
        again = layline("batch", "submit", papers, "--json", **model)
        assert again.json["requests"] == 0
        looked = layline("batch", "status", "--json", **model).json["batches"][0]
        assert (looked["status"], looked["total"]) == ("in_progress", PAPERS)
        early = layline("batch", "collect", "--json", **model)
        assert not early.json["batches"][0]["ended"]
        late = layline("batch", "collect", "--json", **model)
        assert late.json["batches"][0]["requests"] == {"answered": PAPERS}
        assert _statuses(late) == {"in_review"}
        assert server.stats["completed"] == PAPERS
        after = layline("run", papers, "--json", **model)
        assert server.stats["completed"] == PAPERS
    assert _statuses(after) == {"in_review"}
    totals = layline("costs", "--json").json["totals"]
    assert (totals["calls"], totals["cost"]) == (PAPERS, pytest.approx(PAPERS * A_CALL))


def test_the_lines_are_what_the_api_asks_for(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        layline("batch", "submit", papers, "--json", **one_call_a_paper(server.url))
        (data,) = server.server.desk.files.values()
    lines = [json.loads(line) for line in data.splitlines()]
    assert {line["url"] for line in lines} == {"/v1/chat/completions"}
    assert {line["method"] for line in lines} == {"POST"}
    assert len({line["custom_id"] for line in lines}) == PAPERS
    assert all(len(line["custom_id"]) <= 64 for line in lines)
    assert all(line["body"]["response_format"]["type"] == "json_schema" for line in lines)


def test_two_steps_take_two_rounds(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = {"OPENAI_BASE_URL": server.url, "LAYLINE_MODEL": "scripted-loopback"}
        layline("batch", "submit", papers, "--json", **model)
        first = layline("batch", "collect", "--json", **model)
        assert (_statuses(first), first.json["papers_to_submit"]) == ({"parsed"}, PAPERS)
        layline("batch", "submit", "--json", **model)
        second = layline("batch", "collect", "--json", **model)
        assert server.stats["completed"] == 2 * PAPERS
    assert _statuses(second) == {"in_review"}


def test_rows_that_failed_or_expired_are_asked_again_and_nothing_twice(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer(faults=Faults({"500": 0.4}, seed=3)) as server:
        model = one_call_a_paper(server.url)
        desk = server.server.desk
        desk.ends, desk.expires_after = "expired", 8
        layline("batch", "submit", papers, "--json", **model)
        first = layline("batch", "collect", "--json", **model)
        counts = first.json["batches"][0]["requests"]
        assert counts["unanswered"] == PAPERS - 8
        assert counts["failed"] >= 1
        assert counts["answered"] >= 1
        desk.ends = "completed"
        server.server.faults = Faults()
        asked = layline("batch", "submit", "--json", **model)
        assert asked.json["requests"] == PAPERS - counts["answered"]
        layline("batch", "collect", "--json", **model)
        assert server.stats["completed"] == PAPERS
    assert {row["status"] for row in layline("queue", "--all", "--json").json["papers"]} == {"in_review"}


def test_a_request_that_the_server_refuses_for_good_fails_its_paper_by_name(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer(faults=Faults({"401": 1.0})) as server:
        model = one_call_a_paper(server.url)
        layline("batch", "submit", papers, "--limit", "1", "--json", **model)
        layline("batch", "collect", "--json", **model)
    (paper,) = (p for p in layline("queue", "--all", "--json").json["papers"] if p["status"] == "failed")
    assert paper["error"]["kind"] == "not_authorised"
    assert "401" in paper["error"]["message"]


def test_a_crash_between_the_server_and_the_record_makes_no_second_batch(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url)
        server.server.desk.forget_the_reply = True
        first = layline("batch", "submit", papers, "--json", **model)
        assert first.code != 0
        assert len(server.server.desk.batches) == 1
        # The server refused in words, so the batch was given up on our side; a crash leaves it as uploaded.
        _as_after_a_crash(layline)
        second = layline("batch", "submit", papers, "--json", **model)
        assert second.code == 0
        assert len(server.server.desk.batches) == 1
        layline("batch", "collect", "--json", **model)
        assert server.stats["completed"] == PAPERS
    assert {row["status"] for row in layline("queue", "--all", "--json").json["papers"]} == {"in_review"}


def _as_after_a_crash(layline: CommandLine) -> None:
    import sqlite3

    (path,) = (layline.workspace / "data" / ".layline").glob("*.db")
    with sqlite3.connect(path) as database:
        database.execute("UPDATE batches SET state = 'uploaded', remote = NULL")
        database.execute("UPDATE batch_requests SET state = 'waiting'")
    database.close()


def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_paid_twice(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url)
        for command in (("batch", "submit", str(papers)), ("batch", "collect")):
            for wait in (0.7, 1.1, 1.5):
                process = subprocess.Popen(
                    layline.command(*command),
                    env=layline.environment | model,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                time.sleep(wait)
                process.send_signal(signal.SIGKILL)
                process.wait()
            layline(*command, "--json", **model)
        done = layline("batch", "collect", "--json", **model)
        assert done.code == 0
        assert server.stats["completed"] == PAPERS
        assert {row["status"] for row in layline("queue", "--all", "--json").json["papers"]} == {"in_review"}


def test_who_dies_between_taking_replies_in_and_drafting_leaves_the_drafts_to_the_next_collect(
    layline: CommandLine, papers: Path
) -> None:
    program = """
import sys
from pipeline.cli.main import main
from pipeline.run.batch import commands

def dies(*_words):
    raise SystemExit(9)

commands.run = dies
main()
"""
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url)
        layline("batch", "submit", papers, "--json", **model)
        words = ["--workspace", str(layline.workspace), "batch", "collect"]
        environment = layline.environment | model
        assert subprocess.run([sys.executable, "-c", program, *words], env=environment, check=False).returncode == 9
        done = layline("batch", "collect", "--json", **model)
        assert _statuses(done) == {"in_review"}
        assert len(done.json["papers"]) == PAPERS
        assert layline("batch", "collect", "--json", **model).json["papers"] == []
        assert server.stats["completed"] == PAPERS


def test_a_run_leaves_papers_alone_whose_replies_are_paid_for_in_a_batch(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url)
        layline("batch", "submit", papers, "--json", **model)
        done = layline("run", "--json", **model)
        assert server.stats["completed"] == 0
    assert "wait for a batch" in done.err


@pytest.mark.parametrize("command", [("submit", "papers"), ("status",), ("collect",)])
def test_a_server_that_is_not_there_is_named_at_once(layline: CommandLine, command: tuple[str, ...]) -> None:
    done = layline("batch", *command, "--json", **one_call_a_paper("http://127.0.0.1:9/v1"))
    assert (done.code, done.json["error"]["kind"]) == (3, "model_unreachable")


def test_a_budget_limits_what_is_sent(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url, **PRICE, LAYLINE_MAX_OUTPUT_TOKENS="600")
        sent = layline("batch", "submit", papers, "--budget", "0.2", "--json", **model)
        assert 0 < sent.json["requests"] < PAPERS
        assert sent.json["left_out_by_budget"] == PAPERS - sent.json["requests"]
