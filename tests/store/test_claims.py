import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from pipeline.config import Workspace
from pipeline.errors import ParseError, Who
from pipeline.models.status import Stage, StageError, StageState
from pipeline.store.store import Store
from tests import made

CLAIM_AND_HANG = """
import sys, time
from pathlib import Path
from pipeline.config import Workspace
from pipeline.models.status import Stage
from pipeline.store.store import Store
store = Store(Workspace(Path(sys.argv[1])))
claimed = store.stages.claim(Stage.PARSE, [row.id for row in store.papers.all()], 10)
print(len(claimed), flush=True)
time.sleep(60)
"""


def test_a_claimed_paper_is_not_given_to_a_second_process(tmp_path: Path) -> None:
    with made.store(tmp_path) as one, made.store(tmp_path) as other:
        paper_id = made.received(one, b"<article/>")
        assert one.stages.claim(Stage.PARSE, [paper_id], 1) == [paper_id]
        assert other.stages.claim(Stage.PARSE, [paper_id], 1) == []


def test_the_papers_of_a_killed_process_can_be_claimed_at_once(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        paper_id = made.received(store, b"<article/>")
        worker = subprocess.Popen(
            [sys.executable, "-c", CLAIM_AND_HANG, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout is not None
        assert worker.stdout.readline().strip() == "1"
        assert store.stages.claim(Stage.PARSE, [paper_id], 1) == []
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        worker.stdout.close()
        assert store.stages.claim(Stage.PARSE, [paper_id], 1) == [paper_id]


def test_a_lease_that_is_over_can_be_taken_and_one_that_is_renewed_cannot(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with Store(workspace, lease_seconds=0.05) as slow, Store(workspace) as other:
        paper_id = made.received(slow, b"<article/>")
        slow.stages.claim(Stage.PARSE, [paper_id], 1)
        slow.stages.renew()
        assert other.stages.claim(Stage.PARSE, [paper_id], 1) == []
        time.sleep(0.1)
        assert other.stages.claim(Stage.PARSE, [paper_id], 1) == [paper_id]


def test_what_was_claimed_and_not_finished_is_given_back_at_the_end(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        paper_id = made.received(store, b"<article/>")
        store.stages.claim(Stage.PARSE, [paper_id], 1)
        store.stages.release_all()
        assert [stage.state for stage in store.stages.unfinished([paper_id])] == [StageState.READY]


def test_only_transient_failures_are_taken_up_again_by_themselves(tmp_path: Path) -> None:
    with made.store(tmp_path) as store:
        for_good, for_now = made.received(store, b"one"), made.received(store, b"two")
        store.stages.fail(for_good, StageError.of(Stage.PARSE, ParseError("it is damaged", kind="damaged")))
        store.stages.fail(for_now, StageError.of(Stage.PARSE, ParseError("disk busy", who=Who.PIPELINE)))
        assert store.stages.reopen_failed([for_good, for_now], ()) == [for_now]
        assert store.papers.get(for_good).error is not None
        assert store.papers.get(for_now).error is None
