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


HTML = b"<!DOCTYPE html><html><body>Bad gateway</body></html>"


def _sent(layline: CommandLine, papers: Path, server: LoopbackServer, **more: str) -> dict[str, str]:
    model = one_call_a_paper(server.url, LAYLINE_RETRY_FOR="0.1", **PRICE, **more)
    assert layline("batch", "submit", papers, "--json", **model).code == 0
    return model


def _spent(layline: CommandLine) -> float:
    cost: float = layline("costs", "--json").json["totals"]["cost"]
    return cost


@pytest.mark.parametrize("lost", ["batch-1", "file-2"])
def test_a_batch_that_the_server_no_longer_has_is_ended_and_said_and_its_papers_are_free(
    layline: CommandLine, papers: Path, lost: str
) -> None:
    with LoopbackServer() as server:
        model = _sent(layline, papers, server)
        server.server.desk.missing = {lost}
        done = layline("batch", "collect", "--json", **model)
        (batch,) = done.json["batches"]
        assert (done.code, batch["ended"], batch["requests"]) == (1, True, {"unanswered": PAPERS})
        assert f"404: it has no {lost.partition('-')[0]} {lost}" in batch["trouble"]
        assert layline("batch", "status", "--json", **model).json["batches"] == []
        assert _statuses(layline("run", "--json", **model)) == {"in_review"}


def test_a_look_at_a_lost_batch_says_so_and_ends_nothing(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = _sent(layline, papers, server)
        server.server.desk.missing = {"batch-1"}
        for _ in range(2):
            looked = layline("batch", "status", "--json", **model)
            assert (looked.code, len(looked.json["batches"])) == (1, 1)
            assert "layline batch collect" in looked.json["batches"][0]["trouble"]


def test_the_same_server_written_with_a_slash_at_its_end_is_the_same(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = _sent(layline, papers, server)
        done = layline("batch", "collect", "--json", **model | {"OPENAI_BASE_URL": f"{server.url}/"})
    assert _statuses(done) == {"in_review"}


def test_one_lost_batch_keeps_no_other_one_back(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url)
        first, second, *_ = sorted(papers.iterdir())
        layline("batch", "submit", first, "--json", **model)
        layline("batch", "submit", second, "--json", **model)
        server.server.desk.missing = {"batch-1"}
        done = layline("batch", "collect", "--json", **model)
    assert [batch["requests"] for batch in done.json["batches"]] == [{"unanswered": 1}, {"answered": 1}]
    assert done.json["totals"]["by_status"] == {"parsed": 1, "in_review": 1}


def test_a_batch_at_another_server_is_named_with_both_and_waits_until_it_is_dropped(
    layline: CommandLine, papers: Path
) -> None:
    with LoopbackServer() as server, LoopbackServer() as other:
        _sent(layline, papers, server)
        elsewhere = one_call_a_paper(other.url)
        done = layline("batch", "collect", "--json", **elsewhere)
        (batch,) = done.json["batches"]
        assert (done.code, batch["ended"]) == (1, False)
        assert server.url in batch["trouble"]
        assert other.url in batch["trouble"]
        assert f"--drop {batch['id']}" in batch["trouble"]
        assert "wait for a batch" in layline("run", "--json", **elsewhere).err
        dropped = layline("batch", "collect", "--drop", batch["id"], "--json", **elsewhere)
        assert dropped.json["batches"][0]["requests"] == {"unanswered": PAPERS}
        assert _statuses(layline("run", "--json", **elsewhere)) == {"in_review"}


def test_only_a_batch_that_is_open_can_be_dropped(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = _sent(layline, papers, server)
        done = layline("batch", "collect", "--drop", "batch-9", "--json", **model)
    assert (done.code, done.json["error"]["kind"]) == (2, "unknown_id")
    assert "batch-1" in done.json["error"]["remedy"]


def test_a_paper_that_waits_for_a_batch_is_not_promised_to_the_next_run(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        _sent(layline, papers, server)
    paper = layline("queue", "--all", "--json").json["papers"][0]["id"]
    done = layline("retry", paper, "--json")
    assert (done.code, done.json["error"]["kind"]) == (1, "in_batch")
    assert "layline batch collect" in done.json["error"]["remedy"]


@pytest.mark.parametrize("spoiled", ["a page", "cut"])
def test_an_output_file_that_holds_less_than_the_server_counts_is_fetched_again_and_nothing_is_bought_twice(
    layline: CommandLine, papers: Path, spoiled: str
) -> None:
    with LoopbackServer() as server:
        model, desk = _sent(layline, papers, server), server.server.desk
        layline("batch", "status", "--json", **model)  # looking brings the batch to its end
        whole = desk.files["file-2"]
        desk.spoiled = {"file-2": HTML if spoiled == "a page" else whole[: len(whole) * 2 // 3]}
        short = layline("batch", "collect", "--json", **model)
        (batch,) = short.json["batches"]
        assert (short.code, batch["ended"]) == (1, False)
        assert f"the server counts {PAPERS} answers" in batch["trouble"]
        layline("batch", "submit", "--json", **model)
        desk.spoiled = {}
        assert layline("batch", "collect", "--json", **model).json["batches"][0]["ended"]
        assert server.stats["completed"] == PAPERS
    assert {row["status"] for row in layline("queue", "--all", "--json").json["papers"]} == {"in_review"}
    assert _spent(layline) == pytest.approx(PAPERS * A_CALL)


def test_rows_that_come_twice_count_once_and_an_answer_wins_over_an_error(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model, desk = _sent(layline, papers, server), server.server.desk
        layline("batch", "status", "--json", **model)
        rows = [json.loads(line) for line in desk.files["file-2"].splitlines()]
        failed = [row | {"response": {"status_code": 500, "body": {"error": {"message": "oops"}}}} for row in rows]
        lines = [json.dumps(row).encode() for row in (*failed, *rows, *rows, *failed)]
        desk.files["file-2"] = b"\n".join(lines)
        done = layline("batch", "collect", "--json", **model)
    assert done.json["batches"][0]["requests"] == {"answered": PAPERS}
    assert _spent(layline) == pytest.approx(PAPERS * A_CALL)


def test_a_batch_is_priced_by_its_own_model_whatever_is_set_by_now(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = _sent(layline, papers, server)
        prices = '{"scripted-loopback": {"input": 10, "output": 30}, "other": {"input": 1000, "output": 3000}}'
        layline("batch", "collect", "--json", **model | {"LAYLINE_MODEL": "other", "LAYLINE_PRICES": prices})
    (row,) = layline("costs", "--by", "model", "--json").json["rows"]
    assert (row["model"], row["cost"]) == ("scripted-loopback", pytest.approx(PAPERS * A_CALL))


@pytest.mark.parametrize("where", ["files", "batches"])
def test_a_page_in_place_of_the_batch_api_is_told_in_words_and_the_batch_goes_out_later(
    layline: CommandLine, papers: Path, where: str
) -> None:
    with LoopbackServer() as server:
        model, desk = one_call_a_paper(server.url), server.server.desk
        desk.spoiled = {where: HTML}
        done = layline("batch", "submit", papers, "--json", **model)
        assert (done.code, done.json["error"]["kind"]) == (1, "unreadable_answer")
        assert "Bad gateway" in done.json["error"]["message"]
        desk.spoiled = {}
        layline("batch", "submit", papers, "--json", **model)
        assert len(desk.batches) == 1
        assert _statuses(layline("batch", "collect", "--json", **model)) == {"in_review"}


def test_a_page_in_place_of_a_batch_leaves_it_under_way(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = _sent(layline, papers, server)
        server.server.desk.spoiled = {"batch-1": HTML}
        for command in ("status", "collect"):
            (batch,) = layline("batch", command, "--json", **model).json["batches"]
            assert "no record of a batch" in batch["trouble"]
        server.server.desk.spoiled = {}
        assert _statuses(layline("batch", "collect", "--json", **model)) == {"in_review"}


def test_how_many_requests_and_batches_there_are_is_said_in_words(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url)
        first = layline("batch", "submit", next(iter(sorted(papers.iterdir()))), **model)
        assert "1 new request; 1 batch under way" in first.out
        assert "0 new requests; 1 batch under way" in layline("batch", "submit", **model).out


def test_all_that_a_judge_is_to_be_asked_about_a_draft_goes_into_one_batch_of_its_own_model(
    layline: CommandLine, papers: Path
) -> None:
    with LoopbackServer() as server:
        prices = '{"scripted-loopback": {"input": 10, "output": 30}, "j": {"input": 1, "output": 3}}'
        model = one_call_a_paper(server.url, LAYLINE_JUDGE_MODEL="j", LAYLINE_PRICES=prices)
        layline("batch", "submit", papers, "--limit", "1", "--json", **model)
        assert layline("batch", "collect", "--json", **model).json["papers_to_submit"] == 1
        assert layline("batch", "submit", "--json", **model).json["requests"] > 5
        assert _statuses(layline("batch", "collect", "--json", **model)) == {"in_review"}
    assert {row["model"] for row in layline("costs", "--by", "model", "--json").json["rows"]} == {
        "scripted-loopback",
        "j",
    }


def test_a_judge_with_a_server_of_its_own_is_not_asked_by_a_batch_at_the_writers(
    layline: CommandLine, papers: Path
) -> None:
    with LoopbackServer() as server, LoopbackServer() as judges:
        model = one_call_a_paper(server.url, LAYLINE_JUDGE_MODEL="j", LAYLINE_JUDGE_BASE_URL=judges.url)
        layline("batch", "submit", papers, "--limit", "1", "--json", **model)
        assert _statuses(layline("batch", "collect", "--json", **model)) == {"in_review"}
        assert judges.stats["completed"] > 5
