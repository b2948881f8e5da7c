from pathlib import Path

from tests.command_line import CommandLine
from tests.loopback.faults import Faults
from tests.loopback.openai_server import LoopbackServer


def test_a_model_is_measured_apart_from_the_queue_and_a_second_time_for_nothing(
    layline: CommandLine, samples: Path
) -> None:
    with LoopbackServer() as server:
        model = {"OPENAI_BASE_URL": server.url, "LAYLINE_MODEL": "scripted-loopback"}
        first = layline("eval", samples, "--json", **model)
        calls = server.stats["requests"]
        second = layline("eval", samples, "--json", **model)
        assert server.stats["requests"] == calls
    assert first.code == 0, first.err
    totals = first.json["totals"]
    assert (totals["papers"], totals["drafted"]) == (2, 2)
    assert totals["quotes"] > 10
    assert totals["quotes_found"] == 1.0
    assert totals["calls"] == calls
    assert second.json["papers"] == first.json["papers"]
    assert layline("queue", "--all", "--json").json["papers"] == []


def test_quotes_that_are_not_in_the_paper_are_counted(layline: CommandLine, samples: Path) -> None:
    with LoopbackServer(faults=Faults({"invented_quote": 1.0})) as server:
        model = {"OPENAI_BASE_URL": server.url, "LAYLINE_MODEL": "scripted-loopback", "LAYLINE_RECIPE": "one-step"}
        done = layline("eval", samples, "--json", **model)
    assert done.json["totals"]["quotes_found"] < 1.0
    assert done.json["totals"]["clean_at_first"] == 0
    assert done.json["totals"]["by_check"]["quote_not_in_source"] >= 1


def test_without_a_model_there_is_nothing_to_measure(layline: CommandLine, samples: Path) -> None:
    done = layline("eval", samples, "--json")
    assert (done.code, done.json["error"]["kind"]) == (3, "no_model")
