"""What scripts do to a command: readers that leave early, Ctrl-C at any time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.made import JATS

_INTERRUPTED_WHILE_LOADING = """
import sys
class Ctrl_C:
    def find_spec(self, name, *rest):
        if name == "pipeline.cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Ctrl_C())
from pipeline.cli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "words", [("queue",), ("queue", "--json"), ("show", "10.5555/layline.sample.0001"), ("checks",)]
)
def test_a_reader_who_has_seen_enough_ends_the_answer_well(layline: CommandLine, words: tuple[str, ...]) -> None:
    layline("run", JATS)
    code, err = _read_by_nobody(layline, *words, closed="stdout")
    assert (code, err) == (0, "")


def test_a_run_whose_progress_nobody_reads_any_more_goes_on_to_its_end(layline: CommandLine) -> None:
    code, out = _read_by_nobody(layline, "run", JATS, closed="stderr")
    assert code == 0
    assert "1 paper: 1 in review" in out


def test_a_quiet_run_tells_its_answer_and_its_errors_alone(layline: CommandLine) -> None:
    done = layline("--quiet", "run", JATS)
    assert (done.code, done.err) == (0, "")
    assert "1 paper: 1 in review" in done.out
    assert "there is no file or folder" in layline("-q", "run", "nowhere.pdf").err


def test_ctrl_c_before_anything_began_tells_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_WHILE_LOADING], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "")


def _read_by_nobody(layline: CommandLine, *words: str | Path, closed: str) -> tuple[int, str]:
    """Run a command that writes `closed` into a pipe without a reader; its code and what the other stream said."""
    reading, writing = os.pipe()
    os.close(reading)
    out_to, err_to = (writing if name == closed else subprocess.PIPE for name in ("stdout", "stderr"))
    with subprocess.Popen(
        layline.command(*words), env=layline.environment, text=True, stdout=out_to, stderr=err_to
    ) as process:
        os.close(writing)
        out, err = process.communicate(timeout=120)
    return process.returncode, out or err or ""
