import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from pipeline.models.ids import PaperId
from pipeline.store import holds
from pipeline.store.store import Store
from tests import made

_RACER = """
import sys
from pathlib import Path
from pipeline.config import Workspace
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from pipeline.models.ids import PaperId
from pipeline.store import holds
from pipeline.store.store import Store

folder, name, *papers = sys.argv[1:]
with Store(Workspace(Path(folder))) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for paper in papers:
        print(store.holds.take(PaperId(paper), name, 60).person, flush=True)
"""


def _paper(opened: Store) -> PaperId:
    return made.received(opened, b"<article/>")


def test_one_person_has_a_paper_and_the_next_is_told_who(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper = _paper(opened)
        assert opened.holds.holder(paper) is None
        hold = opened.holds.take(paper, "Ada", 60)
        assert hold.is_of("ada")
        assert opened.holds.take(paper, "Ben", 60) == hold
        assert opened.holds.holder(paper) == hold
        assert [row.held_by for row in opened.queue.rows()] == ["Ada"]


def test_a_person_may_take_again_what_they_hold_and_holds_it_since_the_first_time(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper = _paper(opened)
        first = opened.holds.take(paper, "Ada", 60)
        again = opened.holds.take(paper, " ADA ", 90)
        assert (again.since, again.until > first.until + 25) == (first.since, True)


def test_a_lease_that_has_ended_is_free_and_its_holder_cannot_renew_it(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper = _paper(opened)
        opened.holds.take(paper, "Ada", 0.0)
        time.sleep(0.002)
        assert opened.holds.holder(paper) is None
        assert opened.queue.rows()[0].held_by is None
        assert not opened.holds.renew(paper, "Ada", 60)
        assert opened.holds.take(paper, "Ben", 60).person == "Ben"
        assert not opened.holds.renew(paper, "Ada", 60)
        assert opened.holds.renew(paper, "Ben", 60)


def test_only_the_holder_gives_a_paper_back(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        paper = _paper(opened)
        opened.holds.take(paper, "Ada", 60)
        opened.holds.release(paper, "Ben")
        assert opened.holds.take(paper, "Ben", 60).person == "Ada"
        opened.holds.release(paper, "Ada")
        assert opened.holds.take(paper, "Ben", 60).person == "Ben"


def test_of_two_processes_that_race_for_a_paper_exactly_one_gets_it(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        opened.papers.add([made.source(bytes([number])) for number in range(20)])
        ids = [row.id for row in opened.papers.all()]
    racers = [_racer(tmp_path, ids, name) for name in ("Ada", "Ben")]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    told = [racer.communicate(timeout=30)[0].split() for racer in racers]
    assert told[0] == told[1]
    assert len(told[0]) == len(ids)
    assert set(told[0]) <= {"Ada", "Ben"}


def test_postgresql_takes_a_paper_by_the_same_one_statement() -> None:
    """There is no PostgreSQL here to run it on; that it is the same statement in its words can be seen."""
    sqlite, postgresql = (
        str(holds._taking(module.name).compile(dialect=module())) for module in (SQLiteDialect, PGDialect)
    )
    for part in (
        "ON CONFLICT (paper_id) DO UPDATE SET",
        "WHERE holds.person_key = excluded.person_key OR holds.until <=",
    ):
        assert part in sqlite
        assert part in postgresql


def _racer(folder: Path, ids: list[PaperId], name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _RACER, str(folder), name, *ids],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
