"""A second model judges claims by their quotes: it adds findings, which stay, and takes none away."""

from pathlib import Path

from evals.bench.papers import write_papers
from tests.command_line import CommandLine, one_call_a_paper
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer


def _run(layline: CommandLine, papers: Path, url: str) -> dict[str, object]:
    model = one_call_a_paper(url, LAYLINE_JUDGE_MODEL="scripted-loopback")
    done = layline("run", papers, "--json", **model)
    assert done.code == 0, done.err
    shown: dict[str, object] = layline("show", done.json["papers"][0]["id"], "--json").json
    return shown


def test_statements_that_their_quotes_say_get_no_finding(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer() as server:
        shown = _run(layline, tmp_path / "papers", server.url)
    assert not [f for f in shown["findings"] if f["check"].startswith("claim_")]  # type: ignore[attr-defined]
    by_prompt = layline("costs", "--by", "prompt", "--json").json["rows"]
    assert {row["prompt"]: row["calls"] for row in by_prompt}["judge"] > 5


def test_a_statement_that_no_quote_says_is_told_and_the_finding_stays(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer(faults=Faults({"other_words": 1.0}, only="Give the summary")) as server:
        shown = _run(layline, tmp_path / "papers", server.url)
    told = [f for f in shown["findings"] if f["check"] == "claim_unsupported"]  # type: ignore[attr-defined]
    assert told[0]["place"] == "/limitations/0/text"
    paper = shown["paper"]["id"]  # type: ignore[index]
    again = layline("show", paper, "--json").json["findings"]
    assert [f for f in again if f["check"] == "claim_unsupported"] == told


def test_without_a_judge_nobody_is_asked(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer() as server:
        layline("run", tmp_path / "papers", "--json", **one_call_a_paper(server.url))
        assert server.stats["requests"] == 1


def _asked(layline: CommandLine) -> dict[str, int]:
    rows = layline("costs", "--by", "prompt", "--json").json["rows"]
    return {row["prompt"]: row["calls"] for row in rows}


def test_a_judge_that_answers_nothing_usable_costs_no_draft_and_is_told_on_each_statement(
    layline: CommandLine, tmp_path: Path
) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer(faults=Faults({"not_json": 1.0}, only="The statement: ")) as server:
        shown = _run(layline, tmp_path / "papers", server.url)
    told = [f for f in shown["findings"] if f["check"] == "claim_unsupported"]  # type: ignore[attr-defined]
    assert len(told) > 5
    assert all("the judge scripted-loopback: no verdict came of it" in finding["message"] for finding in told)
    assert all("judge_model" in finding["message"] for finding in told)
    assert _asked(layline)["draft"] == 1


def test_after_a_retry_the_judge_is_asked_again_for_what_it_had_not_judged(
    layline: CommandLine, tmp_path: Path
) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer(faults=Faults({"not_json": 1.0}, only="The statement: ")) as server:
        shown = _run(layline, tmp_path / "papers", server.url)
        server.server.faults = Faults()
        layline("retry", shown["paper"]["id"])  # type: ignore[index]
        again = _run(layline, tmp_path / "papers", server.url)
    assert not [f for f in again["findings"] if f["check"] == "claim_unsupported"]  # type: ignore[attr-defined]


def test_a_judge_that_is_not_reached_leaves_the_draft_to_the_next_run_and_is_named(
    layline: CommandLine, tmp_path: Path
) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer(faults=Faults({"500": 1.0})) as sick, LoopbackServer() as server:
        model = one_call_a_paper(server.url, LAYLINE_JUDGE_MODEL="j", LAYLINE_RETRY_FOR="0.1")
        failed = layline("run", tmp_path / "papers", "--json", LAYLINE_JUDGE_BASE_URL=sick.url, **model)
        (paper,) = failed.json["papers"]
        assert "the judge j: its server answered 500" in paper["error"]["message"]
        well = layline("run", tmp_path / "papers", "--json", **model)
        assert well.code == 0
    assert _asked(layline)["draft"] == 1


def test_a_judge_whose_key_is_refused_names_its_own_settings(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 3)
    with LoopbackServer(faults=Faults({"401": 1.0})) as judges, LoopbackServer() as server:
        model = one_call_a_paper(server.url, LAYLINE_JUDGE_MODEL="j")
        own = {"LAYLINE_JUDGE_BASE_URL": judges.url, "LAYLINE_JUDGE_API_KEY": "k"}
        stopped = layline("run", tmp_path / "papers", "--json", **model, **own)
        assert stopped.code == 3
        assert "the judge j: its server answered 401" in stopped.json["error"]["message"]
        assert "LAYLINE_JUDGE_API_KEY" in stopped.json["error"]["remedy"]
        assert "OPENAI_API_KEY" not in stopped.json["error"]["remedy"]
        assert layline("run", tmp_path / "papers", "--json", **model).code == 0
    assert _asked(layline)["draft"] == 3


def test_a_judge_that_is_not_there_is_told_before_anything_is_paid_for(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer() as server:
        model = one_call_a_paper(server.url, LAYLINE_JUDGE_MODEL="j", LAYLINE_JUDGE_BASE_URL="http://127.0.0.1:9/v1")
        done = layline("run", tmp_path / "papers", "--json", **model)
        assert (done.code, done.json["error"]["kind"]) == (3, "judge_unreachable")
        assert "judge_base_url" in done.json["error"]["remedy"]
        assert server.stats["requests"] == 0
