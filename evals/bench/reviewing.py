"""The reviewer's app on 10,000 papers: how soon it stands, how fast it moves and filters, what memory it takes.

Times are taken on a terminal, from the key to the last byte that it made the app draw. The baselines, in the same run:
the bare import of the libraries that the app is made with, and the least app that Textual can make.
"""

import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final

from evals.bench.papers import SAMPLE
from evals.bench.process import layline, measured
from evals.bench.terminal import Program, on_a_terminal

PAPERS: Final = 10_000
ROUNDS: Final = 5
KEYS: Final = 25
WANTED_OPEN: Final = 1.0
WANTED_MOVE: Final = 0.050
WANTED_FILTER: Final = 0.100
WANTED_MB: Final = 250
_LIBRARIES: Final = "import textual.app, textual.widgets, sqlalchemy, pydantic_settings, typer"


def main(papers: int = PAPERS) -> None:
    """Print every figure with its baseline."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        fill(workspace, papers)
        _opening(workspace, papers)
        with on_a_terminal([sys.executable, "-m", "evals.bench.bare_app"]) as bare:
            bare.until(b"ready")
            bare.settle()
            bare_move = _median(bare, b"j", KEYS)
            bare.press(b"/")
            bare_type = _median(bare, b"a", 10)
        with on_a_terminal(_review(workspace)) as ours:
            ours.until(f"{papers:,}".encode())
            ours.settle()
            ours.press(b"/")
            typed = [ours.press(letter.encode()) for letter in "standing 7"]
            ours.press(b"\r")
            _print("filtering the queue, a letter", statistics.median(typed), bare_type, WANTED_FILTER, "a bare field")
            ours.press(b"\r")
            ours.until(b"seen")
            ours.settle()
            _print("moving to a statement", _median(ours, b"j", KEYS), bare_move, WANTED_MOVE, "a bare list")
            print(f"peak memory: {ours.peak_mb():.0f} MB (wanted: at most {WANTED_MB})")


def fill(workspace: Path, papers: int) -> None:
    """A workspace with so many drafts: one is made, and its rows are copied under other ids and titles."""
    layline(workspace, "run", str(SAMPLE), "--drafter", "offline")
    with sqlite3.connect(workspace / "data" / ".layline" / "layline.db") as database:
        for table, names in (("papers", ("id", "position", "doi", "title", "title_key")), ("drafts", ("paper_id",))):
            known = [
                row[1] for row in database.execute(f"PRAGMA table_info({table})") if (table, row[1]) != ("drafts", "id")
            ]
            values = ", ".join(_VALUES.get(name, name) if name in names else name for name in known)
            database.execute(
                f"{_NUMBERS} INSERT INTO {table} ({', '.join(known)}) SELECT {values} FROM {table}, n", (papers - 1,)
            )


_NUMBERS: Final = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
_ID: Final = "printf('p%012x', i)"
_VALUES: Final = {
    "id": _ID,
    "paper_id": _ID,
    "position": "position + i",
    "doi": "printf('10.5555/layline.bench.%05d', i)",
    "title": "printf('%s, study %d', title, i)",
    "title_key": "printf('%s study %d', title_key, i)",
}


def _opening(workspace: Path, papers: int) -> None:
    ours, bare = [], []
    for _ in range(ROUNDS):
        bare.append(measured(sys.executable, "-c", _LIBRARIES).seconds)
        with on_a_terminal(_review(workspace)) as program:
            ours.append(program.until(f"{papers:,}".encode()))
    _print(
        "opening the queue", statistics.median(ours), statistics.median(bare), WANTED_OPEN, "importing its libraries"
    )


def _review(workspace: Path) -> list[str]:
    return [sys.executable, "-m", "pipeline.cli", "--workspace", str(workspace), "review", "--as", "Ada"]


def _median(program: Program, key: bytes, times: int) -> float:
    return statistics.median(program.press(key) for _ in range(times))


def _print(what: str, ours: float, bare: float, wanted: float, against: str) -> None:
    print(f"{what}: {ours * 1000:.0f} ms (wanted: at most {wanted * 1000:.0f}); {ours / bare:.2f} times {against}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAPERS)
