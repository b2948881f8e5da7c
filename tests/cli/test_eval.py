from pathlib import Path

import pytest

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


def test_another_prompt_or_temperature_is_measured_anew(layline: CommandLine, samples: Path) -> None:
    prompts = layline.workspace / "prompts"
    with LoopbackServer() as server:
        model = {"OPENAI_BASE_URL": server.url, "LAYLINE_MODEL": "scripted-loopback", "LAYLINE_RECIPE": "one-step"}
        kept = {layline("eval", samples, "--json", **model).json["kept_in"]}
        calls = server.stats["requests"]
        kept |= {layline("eval", samples, "--json", **model, LAYLINE_TEMPERATURE="0.9").json["kept_in"]}
        assert server.stats["requests"] == 2 * calls
        prompts.mkdir()
        shipped = (Path(__file__).parents[2] / "prompts" / "draft.md").read_text(encoding="utf-8")
        (prompts / "draft.md").write_text(shipped.rstrip() + "\n\nWrite in short sentences.\n", encoding="utf-8")
        kept |= {layline("eval", samples, "--json", **model).json["kept_in"]}
        assert server.stats["requests"] == 3 * calls
    assert len(kept) == 3


def test_the_sums_are_those_of_the_papers_that_were_named(layline: CommandLine, samples: Path) -> None:
    price = {"LAYLINE_PRICES": '{"scripted-loopback": {"input": 10, "output": 30}}'}
    one, other = sorted(samples.glob("*.xml"))[:1] + sorted(samples.glob("*.pdf"))[:1]
    with LoopbackServer() as server:
        model = {"OPENAI_BASE_URL": server.url, "LAYLINE_MODEL": "scripted-loopback", **price}
        layline("eval", one, "--json", **model)
        totals = layline("eval", other, "--json", **model).json["totals"]
    assert totals["papers"] == 1
    assert totals["cost"] == pytest.approx(totals["calls"] * 0.025)


def test_a_budget_that_is_reached_has_its_own_exit_code(layline: CommandLine, samples: Path) -> None:
    price = {"LAYLINE_PRICES": '{"scripted-loopback": {"input": 10, "output": 30}}'}
    with LoopbackServer() as server:
        model = {"OPENAI_BASE_URL": server.url, "LAYLINE_MODEL": "scripted-loopback", **price}
        done = layline("eval", samples, "--budget", "0.0001", "--json", **model)
    assert (done.code, done.json["error"]["kind"]) == (4, "budget")
