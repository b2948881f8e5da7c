"""A model that fails in every way, over real HTTP: each paper ends drafted, blocked or failed with a reason."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evals.bench.papers import write_papers
from tests.command_line import CommandLine, one_call_a_paper
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer

PAPERS = 150
FAULTS = dict.fromkeys(("429", "500", "drop", "cut", "refusal", "object"), 0.05)


def _run(layline: CommandLine, server: LoopbackServer, papers: Path) -> Any:
    return layline(
        "run",
        papers,
        "--concurrency",
        "32",
        "--json",
        **one_call_a_paper(server.url),
    )


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write_papers(tmp_path / "papers", PAPERS)
    return tmp_path / "papers"


def test_every_paper_ends_drafted_blocked_or_failed_with_its_reason(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer(faults=Faults(FAULTS, seed=7)) as server:
        done = _run(layline, server, papers)
    found = Counter((paper["status"], (paper["error"] or {}).get("kind")) for paper in done.json["papers"])
    assert done.code == 1
    assert set(found) == {
        ("in_review", None), ("blocked", None), ("failed", "refused"), ("failed", "cut_off")
    }  # fmt: skip
    assert sum(found.values()) == PAPERS
    assert found["in_review", None] > PAPERS * 0.7
    for paper in done.json["papers"]:
        assert (paper["status"] == "blocked") == (paper["findings"]["block"] > 0)
        if paper["error"]:
            assert paper["error"]["who"] == "person"
            assert paper["error"]["remedy"]


def test_a_draft_with_object_object_can_be_neither_waived_nor_approved_nor_exported(
    layline: CommandLine, papers: Path, tmp_path: Path
) -> None:
    with LoopbackServer(faults=Faults({"object": 1.0})) as server:
        done = layline(
            *("run", papers, "--limit", "1", "--json"),
            **one_call_a_paper(server.url),
        )
    paper = done.json["papers"][0]
    assert paper["status"] == "blocked"
    finding = next(f for f in layline("show", paper["id"], "--json").json["findings"] if f["check"] == "object_object")
    assert finding["place"].startswith("/limitations/")
    waived = layline("waive", paper["id"], finding["key"], "--as", "Ada", "--reason", "looks fine", "--json")
    assert (waived.code, waived.json["error"]["kind"]) == (1, "not_waivable")
    approved = layline("approve", paper["id"], "--as", "Ada", "--json")
    assert (approved.code, approved.json["error"]["kind"]) == (1, "blocked")
    exported = layline("export", paper["id"], "--out", tmp_path / "out", "--json")
    assert exported.code == 1
    assert {"object_object", "not_approved"} <= {reason["kind"] for reason in exported.json["refused"][0]["reasons"]}
    assert not (tmp_path / "out").exists()


def test_a_paper_that_failed_for_now_is_drafted_by_the_next_run(layline: CommandLine, papers: Path) -> None:
    hurry = {"LAYLINE_RETRY_FOR": "0"}
    with LoopbackServer(faults=Faults({"500": 1.0})) as server:
        first = layline(
            *("run", papers, "--limit", "1", "--json"),
            **one_call_a_paper(server.url, **hurry)
        )  # fmt: skip
    assert first.json["papers"][0]["error"]["who"] == "pipeline"
    with LoopbackServer() as server:
        second = layline(
            "run",
            "--json",
            **one_call_a_paper(server.url),
        )
    assert [paper["status"] for paper in second.json["papers"]] == ["in_review"]


def test_a_wrong_key_stops_the_run_instead_of_failing_every_paper(layline: CommandLine, papers: Path) -> None:
    with LoopbackServer(faults=Faults({"401": 1.0})) as server:
        done = _run(layline, server, papers)
    assert done.code == 3
    assert done.json["error"]["kind"] == "not_authorised"
    assert "run the same command again" in done.json["error"]["remedy"]
    counts = layline("queue", "--all", "--json").json["by_status"]
    assert counts.get("failed", 0) < PAPERS * 0.3


def test_a_server_that_is_not_there_is_named_at_once(layline: CommandLine, papers: Path) -> None:
    done = layline(
        *("run", papers, "--json"), OPENAI_BASE_URL="http://127.0.0.1:9/v1", LAYLINE_MODEL="scripted-loopback"
    )
    assert done.code == 3
    assert done.json["error"]["kind"] == "model_unreachable"


def test_half_a_configuration_is_an_error_and_none_is_the_offline_drafter_told_so(
    layline: CommandLine, samples: Path
) -> None:
    half = layline("run", samples, "--json", OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    assert (half.code, half.json["error"]["kind"]) == (3, "no_model")
    without = layline("run", samples, "--json")
    assert without.code == 0
    assert without.json["totals"]["drafter"] == "offline"
    assert "drafting offline" in without.err
    shown = layline("show", without.json["papers"][0]["id"])
    assert "taken from the paper by rules" in shown.out
