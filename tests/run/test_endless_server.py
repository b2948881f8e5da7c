"""A model's server that never comes to an end costs a paper its time and no memory, and `doctor` comes to its own."""

import time
from pathlib import Path

import pytest

from evals.bench.papers import write_papers
from tests.command_line import CommandLine, one_call_a_paper
from tests.loopback.endless_server import EndlessServer

_SOON = {"LAYLINE_REQUEST_TIMEOUT": "1", "LAYLINE_RETRY_FOR": "0"}


@pytest.mark.parametrize(
    ("size", "wait", "said"), [(1, 0.2, "had not answered to the end after 1 s"), (4_000_000, 0.0, "more than 64 MB")]
)
def test_an_answer_without_an_end_is_given_up_in_time(
    layline: CommandLine, tmp_path: Path, size: int, wait: float, said: str
) -> None:
    write_papers(tmp_path / "papers", 1)
    # The time of one attempt is no bound on memory: what comes fast is stopped by its length.
    soon = _SOON | ({"LAYLINE_REQUEST_TIMEOUT": "60"} if wait == 0 else {})
    with EndlessServer(size=size, wait=wait) as server:
        started = time.monotonic()
        done = layline("run", tmp_path / "papers", "--json", **one_call_a_paper(server.url), **soon)
        assert time.monotonic() - started < 30
    (paper,) = done.json["papers"]
    assert said in paper["error"]["message"]
    assert (paper["error"]["kind"], paper["error"]["who"]) in {("timeout", "pipeline"), ("transport", "pipeline")}


def test_a_list_of_models_without_an_end_keeps_neither_a_run_nor_doctor(layline: CommandLine, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 1)
    with EndlessServer(lists_models=False) as server:
        started = time.monotonic()
        done = layline("run", tmp_path / "papers", "--json", **one_call_a_paper(server.url), **_SOON)
        assert done.json["papers"][0]["error"]["kind"] == "timeout"
        told = layline("doctor", "--json", **one_call_a_paper(server.url))
        assert time.monotonic() - started < 60
    (symptom,) = (each for each in told.json["symptoms"] if each["what"] == "model server")
    assert symptom["health"] == "bad"
    assert "to the end" in symptom["found"]
