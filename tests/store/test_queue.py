import json
import sqlite3
import time
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from pipeline.errors import StoreError
from pipeline.models.status import Status
from pipeline.review.queue import QueueFilter, QueueOrder, arranged
from pipeline.store import database
from tests import made

MANY = 10_000


def _file(folder: Path) -> Path:
    return folder / "data" / ".layline" / "layline.db"


def _multiply(file: Path) -> None:
    """Ten thousand papers like the one that is there."""
    with sqlite3.connect(file) as raw:
        names = [name for _, name, *_ in raw.execute("PRAGMA table_info(papers)")]
        values = {"id": "printf('p%012d', n)", "position": "n + 10", "doi": "'10.5555/many.' || n"}
        chosen = ", ".join(values.get(name, name) for name in names)
        numbers = f"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {MANY})"
        raw.execute(f"{numbers} INSERT INTO papers SELECT {chosen} FROM papers, c")


def test_a_row_says_what_a_reviewer_chooses_by(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        draft = made.drafted(opened)
        (row,) = opened.queue.rows([Status.IN_REVIEW])
        assert (row.id, row.title, row.has_draft) == (draft.paper_id, made.paper().metadata.title, True)
        assert row.categories == draft.summary.categories
        assert row.since == "2026-03-01T12:00:00.000+00:00"
        assert (row.held_by, row.is_abstract_only, row.quality) == (None, False, 1.0)
        assert opened.queue.rows([Status.PUBLISHED]) == []


def test_ten_thousand_papers_are_read_ordered_and_filtered_while_a_person_blinks(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        made.drafted(opened)
        _multiply(_file(tmp_path))
        opened.queue.rows([Status.IN_REVIEW])  # SQLAlchemy builds the statement once
        took = []
        for _ in range(3):
            began = time.process_time()
            rows = opened.queue.rows([Status.IN_REVIEW, Status.BLOCKED])
            shown = arranged(rows, QueueOrder.RISK, QueueFilter("many 777"))
            took.append(time.process_time() - began)
        assert len(rows) == MANY + 1
        assert 0 < len(shown) < 100
        assert min(took) < 0.6  # 0.15 seconds where nothing else runs


def test_a_change_by_another_process_shows_in_the_version_and_looking_does_not(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        made.drafted(opened)
        before = opened.queue.version()
        opened.queue.rows()
        assert opened.queue.version() == before
        with sqlite3.connect(_file(tmp_path)) as other:
            other.execute("UPDATE papers SET status = 'blocked'")
        assert opened.queue.version() != before
        before = opened.queue.version()
        made.received(opened, b"<article/>")
        assert opened.queue.version() != before


def test_categories_and_age_are_filled_in_for_drafts_of_an_older_version(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        draft = made.drafted(opened)
    engine = create_engine(f"sqlite:///{_file(tmp_path)}")
    with engine.begin() as connection:
        for table in ("holds", "seen_statements", "unsaved_edits"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        for column in ("categories", "drafted_at"):
            connection.exec_driver_sql(f"ALTER TABLE papers DROP COLUMN {column}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
        config = Config()
        config.set_main_option("script_location", str(database._MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        found = connection.exec_driver_sql("SELECT categories, drafted_at FROM papers").one()
    engine.dispose()
    assert json.loads(found[0]) == list(draft.summary.categories)
    assert found[1] == "2026-03-01T12:00:00.000+00:00"


def test_a_database_that_goes_away_is_named(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        made.drafted(opened)
        _file(tmp_path).rename(tmp_path / "elsewhere.db")
        for use in (opened.queue.rows, opened.queue.version, lambda: made.received(opened, b"<article/>")):
            with pytest.raises(StoreError, match="is gone"):
                use()


def test_a_row_that_was_spoiled_is_told_as_such(tmp_path: Path) -> None:
    with made.store(tmp_path) as opened:
        made.drafted(opened)
        with sqlite3.connect(_file(tmp_path)) as other:
            other.execute("UPDATE papers SET categories = '{'")
        with pytest.raises(StoreError, match="cannot be read any more"):
            opened.queue.rows()
