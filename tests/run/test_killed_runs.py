"""kill -9 at random moments, then a last run: no paper lost, no completed call made again that was on disk."""

import random
import subprocess
import time
from pathlib import Path

from evals.bench.papers import write_papers
from tests.command_line import CommandLine, one_call_a_paper
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer

PAPERS = 60
KILLS = 10
FAULTS = Faults(dict.fromkeys(("429", "500", "drop", "cut", "refusal", "object"), 0.05), seed=3)


def _lost(server: LoopbackServer, layline: CommandLine) -> int:
    """Replies that the server completed and that are not on disk."""
    on_disk = len(list((layline.workspace / "data" / ".layline" / "replies").rglob("*.json")))
    return int(server.stats["completed"]) - on_disk


def test_a_run_killed_ten_times_loses_no_paper_and_repeats_only_calls_that_were_in_flight(
    layline: CommandLine, tmp_path: Path
) -> None:
    papers, chance = tmp_path / "papers", random.Random(11)
    write_papers(papers, PAPERS)
    with LoopbackServer(delay=0.15, faults=FAULTS) as server:
        model = one_call_a_paper(server.url, LAYLINE_PARSE_WORKERS="2")
        for _ in range(KILLS):
            process = subprocess.Popen(
                layline.command("run", papers, "--concurrency", "8"),
                env=layline.environment | model,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            time.sleep(chance.uniform(0.9, 2.2))
            process.kill()
            process.wait()
        time.sleep(0.5)  # what was in flight at the last kill is completed by the server, and lost
        lost_by_kills = _lost(server, layline)
        last = layline("run", papers, "--concurrency", "8", "--json", **model)
        lost_at_the_end = _lost(server, layline)
    assert len({paper["id"] for paper in last.json["papers"]}) == PAPERS
    assert {paper["status"] for paper in last.json["papers"]} <= {"in_review", "blocked", "failed"}
    kinds = {(paper["error"] or {}).get("kind") for paper in last.json["papers"]}
    assert kinds <= {None, "refused", "cut_off"}
    assert lost_at_the_end == lost_by_kills
    assert lost_by_kills <= KILLS * 8
    for paper in last.json["papers"][:5]:
        assert layline("history", paper["id"], "--json").json["sound"]


def test_two_runs_at_once_share_the_papers_and_make_no_call_twice(layline: CommandLine, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write_papers(papers, 60)
    with LoopbackServer(delay=0.1) as server:
        model = one_call_a_paper(server.url, LAYLINE_PARSE_WORKERS="2")
        other = subprocess.Popen(
            layline.command("run", papers, "--concurrency", "4"),
            env=layline.environment | model,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        mine = layline("run", papers, "--concurrency", "4", "--json", **model)
        assert other.communicate()[0]
        assert other.returncode == 0
        assert server.stats["completed"] == 60
    assert {paper["status"] for paper in mine.json["papers"]} == {"in_review"}


def test_an_interrupted_run_says_so_and_gives_its_claims_back(layline: CommandLine, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write_papers(papers, 60)
    with LoopbackServer(delay=0.5) as server:
        model = one_call_a_paper(server.url)
        process = subprocess.Popen(
            layline.command("run", papers, "--concurrency", "4"),
            env=layline.environment | model,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while server.stats["requests"] < 3:
            time.sleep(0.05)
        process.send_signal(2)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "interrupted; what was done is kept" in told
    assert "Traceback" not in told
