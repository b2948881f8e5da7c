"""Money: no run passes its budget, and a stopped one goes on without paying twice."""

import asyncio
from pathlib import Path

import pytest

from evals.bench.papers import write_papers
from pipeline.run.budget import Budget, BudgetError
from tests.command_line import CommandLine, one_call_a_paper
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer

PAPERS = 40
PRICE = {"LAYLINE_PRICES": '{"scripted-loopback": {"input": 10, "output": 30}}', "LAYLINE_MAX_OUTPUT_TOKENS": "600"}
A_CALL = (1000 * 10 + 500 * 30) / 1e6
"""What the loopback server's count of one reply costs."""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write_papers(tmp_path / "papers", PAPERS)
    return tmp_path / "papers"


def test_a_run_stops_before_its_budget_and_a_larger_one_goes_on_without_paying_again(
    layline: CommandLine, papers: Path
) -> None:
    faults = Faults({"429": 0.1, "500": 0.1, "drop": 0.1}, seed=5)
    with LoopbackServer(faults=faults, delay=0.02) as server:
        model = one_call_a_paper(server.url, **PRICE)
        first = layline("run", papers, "--budget", "0.6", "--concurrency", "8", "--json", **model)
        paid = server.stats["completed"]
        second = layline("run", "--budget", "90", "--concurrency", "8", "--json", **model)
        all_paid = server.stats["completed"]
    assert first.code == 4
    assert first.json["totals"]["stopped"] == "budget"
    assert 5 < paid < PAPERS
    assert paid * A_CALL <= 0.6
    assert first.json["totals"]["cost"] == pytest.approx(paid * A_CALL)
    assert second.code == 0
    assert all_paid == PAPERS
    assert {paper["status"] for paper in second.json["papers"]} <= {"in_review", "blocked"}
    assert layline("costs", "--json").json["totals"]["cost"] == pytest.approx(PAPERS * A_CALL)


def test_a_stopped_run_says_what_to_do(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        done = layline("run", papers, "--budget", "0.0001", **one_call_a_paper(server.url, **PRICE))
        assert server.stats["requests"] == 0
    assert done.code == 4
    assert "budget" in done.out
    assert "larger --budget" in done.out


def test_a_budget_of_nothing_makes_no_call(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url, **PRICE)
        run = layline("run", papers, "--limit", "2", "--budget", "0", "--json", **model)
        batch = layline("batch", "submit", papers, "--limit", "2", "--budget", "0", "--json", **model)
        assert server.stats["requests"] == 0
        assert server.server.desk.batches == {}
    assert (run.code, run.json["totals"]["stopped"]) == (4, "budget")
    assert (batch.json["requests"], batch.json["left_out_by_budget"]) == (0, 2)


def test_a_budget_without_a_price_is_refused_before_any_call(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer() as server:
        done = layline("run", papers, "--budget", "5", "--json", **one_call_a_paper(server.url))
        assert server.stats["requests"] == 0
    assert (done.code, done.json["error"]["kind"]) == (3, "no_price")
    assert "[prices" in done.json["error"]["remedy"]


async def test_a_call_waits_while_those_in_flight_may_turn_out_cheaper() -> None:
    budget = Budget(1.0)
    first = await budget.book(0.8)
    waiting = asyncio.create_task(budget.book(0.8))
    await asyncio.sleep(0)
    assert not waiting.done()
    budget.settle(first, 0.1)
    assert await waiting == 0.8


async def test_a_call_is_refused_when_what_is_spent_leaves_no_room_for_it() -> None:
    budget = Budget(1.0)
    budget.settle(await budget.book(0.9), 0.5)
    with pytest.raises(BudgetError, match="next call could cost 0.6"):
        await budget.book(0.6)


async def test_a_call_that_was_never_settled_counts_at_its_ceiling() -> None:
    budget = Budget(1.0)
    booked = await budget.book(0.7)
    budget.settle(booked, booked)
    assert budget.spent == 0.7


async def test_without_a_limit_nothing_is_refused() -> None:
    budget = Budget(None)
    budget.settle(await budget.book(1e9), 1e9)
    assert await budget.book(1e9) == 0.0


def test_an_empty_account_that_is_told_with_status_200_stops_the_run(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer(faults=Faults({"no_credit_in_200": 1.0})) as server:
        model = one_call_a_paper(server.url, LAYLINE_CONCURRENCY="1", **PRICE)
        done = layline("run", papers, "--json", **model)
        assert server.stats["requests"] == 3
    assert (done.code, done.json["error"]["kind"]) == (3, "insufficient_quota")
    assert layline("costs", "--json").json["totals"]["unpriced"] == 0


def test_a_dry_run_says_what_its_figure_leaves_out(layline: CommandLine, papers: Path) -> None:
    model = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "LAYLINE_MODEL": "scripted-loopback", **PRICE}
    said = layline("run", papers, "--limit", "1", "--dry-run", LAYLINE_JUDGE_MODEL="j", **model).out
    assert "at most" not in said
    assert "on top of that: further attempts, repairs, the judge" in said
    bare = {"LAYLINE_REPAIRS": "0", "LAYLINE_ATTEMPTS": "1"}
    told = layline("run", papers, "--limit", "1", "--dry-run", "--json", **model, **bare).json
    assert told["totals"]["on_top"] == []
    assert told["totals"]["first_draft_cost"] > 0


def test_the_line_of_a_run_tells_no_part_of_the_cost_as_the_whole(layline: CommandLine, papers: Path) -> None:
    first, second, *_ = sorted(papers.iterdir())
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url, **PRICE)
        assert f"cost {A_CALL:.4f}\n" in layline("run", first, **model).out
        server.server.faults = Faults({"no_usage": 1.0})
        said = layline("run", second, **model).out
        assert "cost unknown" in said
        layline("retry", layline("queue", "--json").json["papers"][0]["id"])
        server.server.faults = Faults({"401": 1.0})
        assert "cost" not in layline("run", **model).out
    with LoopbackServer(faults=Faults({"no_usage": 0.5}, seed=1)) as server:
        model = one_call_a_paper(server.url, **PRICE)
        some = layline("run", papers, "--limit", "12", "--json", **model).json["totals"]
    assert 0 < some["unpriced"] < some["calls"]
    assert some["cost"] == pytest.approx((some["calls"] - some["unpriced"]) * A_CALL)
