"""The commands of the tests are the command of a shell: started warm or cold, they say and do the same."""

import os
import pickle
import select
import subprocess
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Finished
from tests.warm import warm, worker_command


def _told(done: Finished) -> tuple[int, str, str]:
    return done.code, done.out, done.err


@pytest.mark.parametrize(
    "words",
    [["--version"], ["no-such-command"], ["explain", "advice"], ["queue", "--json"], ["show", "10.5555/none"], []],
)
def test_warm_and_cold_commands_say_the_same(layline: CommandLine, words: list[str]) -> None:
    assert _told(layline(*words)) == _told(layline.cold(*words))


def test_a_warm_run_drafts_what_a_cold_run_drafts(layline: CommandLine, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = CommandLine(tmp_path / "other")
    assert [run("run", samples, "--json").code for run in (layline, other.cold)] == [0, 0]
    drafts = [[(paper["title"], paper["status"]) for paper in each("queue", "--json").json["papers"]]
              for each in (layline, other)]  # fmt: skip
    assert drafts[0] == drafts[1]
    assert drafts[0]


def test_a_warm_command_reads_what_it_is_given_and_knows_only_its_own_environment(
    layline: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAYLINE_RECIPE", "no-such-recipe")
    assert layline("resolve", "-", stdin="this is no identifier\n").code != 0
    assert (
        layline("doctor", "--json", LAYLINE_RECIPE="one-step").out
        == layline.cold("doctor", "--json", LAYLINE_RECIPE="one-step").out
    )


def test_a_worker_dies_with_the_process_that_stands_for_it() -> None:
    stands = subprocess.Popen(worker_command(warm().address), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert stands.stdin is not None
    assert stands.stdout is not None
    assert stands.stdout.readline() == b"READY\n"
    stands.stdin.write(pickle.dumps(("run", os.getpid, ())))
    stands.stdin.flush()
    _, length = stands.stdout.readline().split()
    worker = os.pidfd_open(pickle.loads(stands.stdout.read(int(length))))
    stands.kill()
    stands.wait()
    assert select.select([worker], [], [], 10)[0] == [worker]
    for each in (stands.stdin, stands.stdout):
        each.close()
