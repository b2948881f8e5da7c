"""What the checks stop goes back to the model; every attempt is kept, and the best one stands."""

from pathlib import Path

from evals.bench.papers import write_papers
from tests.command_line import CommandLine
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer

OBJECT_ONCE = Faults({"object": 0.45}, seed=4, only="Write the page for readers")
"""Some pages are spoiled when they are written; what is asked for again comes back sound."""


def _run(layline: CommandLine, papers: Path, server: LoopbackServer, **more: str) -> list[dict[str, object]]:
    done = layline(*("run", papers, "--json"), OPENAI_BASE_URL=server.url, LAYLINE_MODEL="scripted-loopback", **more)
    assert done.code == 0, done.err
    papers_json: list[dict[str, object]] = done.json["papers"]
    return papers_json


def test_a_spoiled_statement_is_mended_and_both_drafts_are_kept(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 30)
    with LoopbackServer(faults=OBJECT_ONCE) as server:
        papers = _run(layline, tmp_path / "papers", server)
    assert {paper["status"] for paper in papers} == {"in_review"}
    shown = [layline("show", str(paper["id"]), "--json").json for paper in papers[:8]]
    mended = [page for page in shown if page["provenance"]["prompt_name"] == "repair"]
    assert mended
    for page in mended:
        assert "[object Object]" not in str(page["summary"])
        assert page["provenance"]["parent"]
        assert any("attempts" in note for note in page["provenance"]["notes"])
        assert len(page["attempts"]) >= 2
        assert page["attempts"][0]["findings"]["block"] > 0


def test_what_cannot_be_mended_stays_blocked_after_the_attempts_that_were_set(
    layline: CommandLine, tmp_path: Path
) -> None:
    write_papers(tmp_path / "papers", 3)
    with LoopbackServer(faults=Faults({"object": 1.0})) as server:
        papers = _run(layline, tmp_path / "papers", server, LAYLINE_REPAIRS="3")
        assert server.stats["requests"] == 3 * (2 + 3)
    assert {paper["status"] for paper in papers} == {"blocked"}


def test_without_repairs_a_blocked_draft_is_asked_about_once(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 3)
    with LoopbackServer(faults=Faults({"object": 1.0})) as server:
        _run(layline, tmp_path / "papers", server, LAYLINE_REPAIRS="0")
        assert server.stats["requests"] == 6


def test_a_model_that_refuses_to_mend_leaves_the_draft_as_it_is_and_says_so(
    layline: CommandLine, tmp_path: Path
) -> None:
    write_papers(tmp_path / "papers", 1)
    with LoopbackServer(faults=Faults({"object": 1.0})) as server:
        original = server.server.faults

        class FirstObjectThenRefusal(Faults):
            def content(self, paper: str, nth: int, question: str = "") -> str | None:
                return "refusal" if "A draft about this paper was checked" in question else original.content(paper, nth)

        server.server.faults = FirstObjectThenRefusal()
        papers = _run(layline, tmp_path / "papers", server)
    assert papers[0]["status"] == "blocked"
    notes = layline("show", str(papers[0]["id"]), "--json").json["provenance"]["notes"]
    assert any("without a usable reply" in note for note in notes)
