import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from pipeline.models.ids import Sha256
from tests import made

ONE, OTHER = Sha256.of(b"one"), Sha256.of(b"other")
_TYPIST = """
import sys, time
from pathlib import Path
from pipeline.config import Workspace
from pipeline.models.ids import PaperId, Sha256
from pipeline.store.store import Store

store = Store(Workspace(Path(sys.argv[1])))
store.unsaved.keep(PaperId(sys.argv[2]), "Ada", "/harms/0", Sha256.of(b"one"), "half a sent")
print("kept", flush=True)
time.sleep(60)
"""


def test_what_a_person_saw_is_theirs_alone_and_of_exactly_that_form(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper = made.received(opened, b"<article/>")
        opened.seen.mark(paper, "Ada", [("/harms/0", ONE), ("/harms/1", ONE)])
        opened.seen.mark(paper, "ADA", [("/harms/0", ONE), ("/harms/0", OTHER)])
        opened.seen.mark(paper, "Ben", [])
        assert opened.seen.by(paper, "ada ") == {("/harms/0", ONE), ("/harms/1", ONE), ("/harms/0", OTHER)}
        assert opened.seen.by(paper, "Ben") == frozenset()


def test_an_edit_is_kept_by_person_and_place_and_its_last_form_counts(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper = made.received(opened, b"<article/>")
        for text in ("a", "ab", "ab\udc80"):
            opened.unsaved.keep(paper, "Ada", "/harms/0", ONE, text)
        opened.unsaved.keep(paper, "Ben", "/harms/0", OTHER, "b")
        mine = opened.unsaved.find(paper, "ada", "/harms/0")
        assert mine is not None
        assert (mine.text, mine.content_hash) == ("ab\\udc80", ONE)
        opened.unsaved.drop(paper, "Ada", "/harms/0")
        assert opened.unsaved.all(paper, "Ada") == ()
        assert [edit.text for edit in opened.unsaved.all(paper, "Ben")] == ["b"]


def test_a_long_text_is_kept_at_each_pause_in_typing_without_the_person_noticing(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper, text, took = made.received(opened, b"<article/>"), "word " * 4_000, []
        for number in range(40):
            began = time.perf_counter()
            opened.unsaved.keep(paper, "Ada", "/harms/0", ONE, text[: -number - 1])
            took.append(time.perf_counter() - began)
        assert sorted(took)[20] < 0.05  # two thousandths on a quiet machine; a person notices a tenth


def test_what_was_typed_outlives_a_process_that_is_killed(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper = made.received(opened, b"<article/>")
    typist = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, str(tmp_path), paper], stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert typist.stdout is not None
    assert typist.stdout.readline() == "kept\n"
    os.kill(typist.pid, signal.SIGKILL)
    typist.communicate()
    with made.store(tmp_path) as opened:
        assert [edit.text for edit in opened.unsaved.all(paper, "Ada")] == ["half a sent"]
