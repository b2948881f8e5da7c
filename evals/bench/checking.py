"""Time of every check on one summary beside a paper of some 60,000 characters: `python -m evals.bench.checking`.

The papers are the real ones beside the project that are about as long, each with its offline draft and, where a model
wrote about it, with that; where they are missing, longer makes of the project's sample. The baseline is pydantic
(in Rust), which only reads the same paper and summary from JSON. Times are of the processor: what others do on the
machine meanwhile is left out. Told are the first check beside a paper, for which the paper is made ready, as for an
editor who opens a draft; and the next, as it is after each change of a statement.
"""

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from evals.bench.papers import write_papers
from evals.faults.good import good_summaries
from evals.faults.papers import DATA, Half, articles
from pipeline.checks.paper_view import PaperView
from pipeline.checks.runner.summaries import check_against
from pipeline.draft.offline import draft_offline
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.models.summary import Summary
from pipeline.parse.document import parse_document

LENGTH: Final = 60_000
"""Characters of the paper for which the times are wanted."""
WANTED_MEDIAN_MS: Final = 25.0
WANTED_P99_MS: Final = 60.0
ROUNDS: Final = 10
_ABOUT: Final = range(LENGTH * 3 // 4, LENGTH * 3 // 2)
_MOST: Final = 30
_MADE: Final = 20
_PARAGRAPHS: Final = 135
"""With so many more of 0.4 kB, the sample is about as long as is wanted."""

_Given = TypeVar("_Given")
Pair = tuple[Paper, Summary]


def main() -> int:
    """Print the figures; 1 where the checks took longer than is wanted."""
    real = DATA.is_dir()
    pairs = list(_real() if real else _made())
    gc.collect()
    gc.freeze()  # an editor has one paper open: the others are not to be walked through in the midst of a check
    checks = sorted(_milliseconds(pairs, _checked))
    again = sorted(_milliseconds([(PaperView(paper), summary) for paper, summary in pairs], _checked_again))
    reading = sorted(_milliseconds([_as_json(pair) for pair in pairs], _read))
    median, p99 = statistics.median(checks), checks[int(len(checks) * 0.99)]
    figures = {
        "papers": len({id(paper) for paper, _ in pairs}),
        "real papers": real,
        "summaries": len(pairs),
        "characters, median": round(statistics.median(len(paper.text) for paper, _ in pairs)),
        "median ms": round(median, 1),
        "99th percentile ms": round(p99, 1),
        "again, median ms": round(statistics.median(again), 1),
        "again, 99th percentile ms": round(again[int(len(again) * 0.99)], 1),
        "pydantic alone, median ms": round(statistics.median(reading), 2),
        "ratio": round(median / statistics.median(reading), 1),
    }
    print(json.dumps(figures))
    print(f"all checks: {median:.1f} ms, p99 {p99:.1f} ms (wanted: at most {WANTED_MEDIAN_MS:g} and {WANTED_P99_MS:g})")
    return int(median > WANTED_MEDIAN_MS or p99 > WANTED_P99_MS)


def _real() -> Iterator[Pair]:
    found = 0
    for article in articles(Half.BOTH):
        if len(article.paper.text) in _ABOUT and found < _MOST:
            for good in good_summaries(article):
                found += 1
                yield article.paper, good.summary


def _made() -> Iterator[Pair]:
    with tempfile.TemporaryDirectory() as folder:
        write_papers(Path(folder), _MADE, paragraphs=_PARAGRAPHS)
        for file in sorted(Path(folder).iterdir()):
            paper = parse_document(file.read_bytes(), MediaType.JATS, file.name)
            yield paper, draft_offline(paper)


def _milliseconds(pairs: Iterable[_Given], run: Callable[[_Given], object]) -> Iterator[float]:
    """One time for each pair in each round; the pairs take turns, so that none finds what it left behind."""
    for pair in [*pairs] * ROUNDS:
        started = time.process_time()
        run(pair)
        yield (time.process_time() - started) * 1_000


def _checked(pair: Pair) -> object:
    paper, summary = pair
    return check_against(summary, PaperView(paper))


def _checked_again(pair: tuple[PaperView, Summary]) -> object:
    view, summary = pair
    return check_against(summary, view)


def _as_json(pair: Pair) -> tuple[str, str]:
    paper, summary = pair
    return paper.model_dump_json(), summary.model_dump_json()


def _read(pair: tuple[str, str]) -> object:
    paper, summary = pair
    return Paper.model_validate_json(paper), Summary.model_validate_json(summary)


if __name__ == "__main__":
    sys.exit(main())
