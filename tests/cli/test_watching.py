"""Saved searches through the real command."""

import subprocess
import time
from collections.abc import Iterator

import pytest

from tests.command_line import CommandLine
from tests.loopback.scholarly_server import Article, ScholarlyServer

WATCH = """
[[watch]]
name = "sci"
source = "europepmc"
query = "standing"
daily_limit = 10
categories = ["Watched"]
"""


@pytest.fixture
def server(layline: CommandLine) -> Iterator[ScholarlyServer]:
    """A server that knows six papers, and a workspace with one saved search over them."""
    text = "We randomised 48 adults to standing or stretching for 12 weeks. It was small, which limits what it says."
    articles = [
        Article(f"10.5555/watch.{n}", f"Standing trial number {n} in people with injuries", abstract=text)
        for n in range(6)
    ]
    with ScholarlyServer(articles) as running:
        (layline.workspace / "layline.toml").write_text(running.settings + WATCH)
        yield running


def test_the_second_watch_takes_nothing_new(layline: CommandLine, server: ScholarlyServer) -> None:
    first = layline("watch", "--json")
    assert len(first.json["watches"][0]["new"]) == 6, first.err
    shown = layline("show", "10.5555/watch.1", "--json").json
    assert "Watched" in shown["summary"]["categories"]
    second = layline("watch", "--json").json["watches"][0]
    assert (second["new"], second["known"]) == ([], 6)
    assert len(layline("queue", "--all", "--json").json["papers"]) == 6


def test_a_dry_run_keeps_nothing(layline: CommandLine, server: ScholarlyServer) -> None:
    assert len(layline("watch", "--dry-run", "--json").json["watches"][0]["new"]) == 6
    assert layline("queue", "--all", "--json").json["papers"] == []


def test_the_daily_limit_leaves_the_rest_for_another_day(layline: CommandLine, server: ScholarlyServer) -> None:
    settings = layline.workspace / "layline.toml"
    settings.write_text(settings.read_text().replace("daily_limit = 10", "daily_limit = 4"))
    report = layline("watch", "--no-run", "--json").json["watches"][0]
    assert (len(report["new"]), report["left"]) == (4, 2)
    assert layline("watch", "--no-run", "--json").json["watches"][0]["new"] == []


def test_killed_in_between_each_paper_is_taken_once(layline: CommandLine, server: ScholarlyServer) -> None:
    server.latency = 0.05
    for delay in (0.9, 1.3, 1.8):
        running = subprocess.Popen(
            layline.command("watch"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=layline.environment
        )
        time.sleep(delay)
        running.kill()
        running.wait()
    server.latency = 0.0
    layline("watch")
    papers = layline("queue", "--all", "--json").json["papers"]
    assert sorted(paper["id"] for paper in papers) == [f"10.5555/watch.{n}" for n in range(6)]
    assert all(paper["status"] in ("in_review", "blocked") for paper in papers)


def test_a_watch_that_meets_another_one_leaves_and_says_so(layline: CommandLine, server: ScholarlyServer) -> None:
    server.latency = 1.0
    first = subprocess.Popen(
        layline.command("watch", "--no-run"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=layline.environment,
    )  # fmt: skip
    while not server.asked:  # it holds the watch by then
        time.sleep(0.05)
    second = layline("watch", "--no-run", "--json")
    first.wait()
    assert second.json["error"]["kind"] == "already_watching" if second.code else second.json["watches"][0]["new"] == []


def test_a_watch_without_saved_searches_says_how_to_make_one(layline: CommandLine) -> None:
    (layline.workspace / "layline.toml").write_text('contact = "editor@example.org"\n')
    done = layline("watch")
    assert done.code == 2
    assert "[[watch]]" in done.err
