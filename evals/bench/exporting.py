"""Time and memory of a full site, of one more page, and of a bare Jinja2 loop: `python -m evals.bench.exporting [N]`.

N summaries (2,000 unless said otherwise) are approved in a store of their own; their texts differ from paper to paper
as far as those of real papers would (glossaries and what the offline drafter says in its own words are shared). What
was checked at their approval is remembered, as it is for whoever runs, approves and exports. `anew` is the first
export after an update of Layline, or with `--verify-anew`: every check runs.

The baseline is the loop that anybody would write: for each approved paper read its stored JSON from the database,
`json.loads`, render the same page with the same templates, write the file. The models that the templates are fed from
were made before and cost it nothing; it verifies nothing, checks nothing, and makes no lists, no search, no feeds.
`render alone` is the same without reading and writing. Times are of the processor, of one process; the baseline runs
before and after the export, and the mean counts.
"""

import argparse
import gc
import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from evals.samples.differing import differing
from pipeline.config import Settings, Workspace
from pipeline.export.contract import PublishedPage
from pipeline.export.site.frame import Frame
from pipeline.export.site.paper_page import paper_page
from pipeline.models.ids import PaperId
from pipeline.publish.gate import Gate
from pipeline.publish.verified import Verified, verified
from pipeline.store.store import Store
from tests import made

WANTED_SECONDS: Final = 60.0
"""For 10,000 summaries, on one core."""
WANTED_ONE_MORE: Final = 2.0
WANTED_MB: Final = 500
WANTED_RATIO: Final = 3.0
_BARE: Final = 500
"""Pages of the baseline, which are scaled to N."""
_LONG: Final = 100
"""Papers of a real length."""


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 where any is worse than is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2_000)
    count = parser.parse_args(arguments or []).count
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), count)


def _measure(folder: Path, count: int) -> int:
    settings, workspace, out = Settings(site_url="https://layline.example"), Workspace(folder / "w"), folder / "site"
    with Store(workspace) as store:
        for number in range(count):
            _approved(store, number)
        bare = _Bare(store, settings, workspace, folder / "bare")
        gc.collect()
        gate, before = Gate(store, settings, workspace), bare.measure()
        whole = _seconds(lambda: gate.export_site((), out))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        again = _seconds(lambda: gate.export_site((), out))
        one = _approved(store, count)
        one_more = _seconds(lambda: gate.export_site((one,), out))
        after = bare.measure()
        anew = _anew(store, settings) * count
    render, loop = ((one + other) / 2 * count for one, other in zip(before, after, strict=True))
    figures = {
        "summaries": count,
        "full site s": whole,
        "again, nothing changed s": again,
        "one more page s": one_more,
        "peak MB": peak,
        "bare loop s": loop,
        "render alone s": render,
        "ratio": whole / loop,
        "ratio to render alone": whole / render,
        "every check anew, more s": anew,
        "ms a page, papers of 60,000 characters": _long(folder / "long", settings) * 1_000,
    }
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}))
    scaled = whole * 10_000 / count
    print(f"10,000 pages: {scaled:.0f} s (wanted: at most {WANTED_SECONDS:g}), ratio at most {WANTED_RATIO:g}")
    slow = scaled > WANTED_SECONDS or one_more > WANTED_ONE_MORE or whole / loop > WANTED_RATIO
    return int(slow or peak > WANTED_MB)


class _Bare:
    """The loop that anybody would write, over some of the pages."""

    def __init__(self, store: Store, settings: Settings, workspace: Workspace, out: Path) -> None:
        self._frame = Frame(settings.site_title, settings.site_url, None)
        self._pages = [_page(store, settings, row.id) for row in store.papers.all()[:_BARE]]
        self._database, self._out = workspace.database, out

    def measure(self) -> tuple[float, float]:
        """Seconds a page: of rendering alone, and of the whole loop."""
        self._out.mkdir(exist_ok=True)
        render = _seconds(lambda: [paper_page(page, self._frame) for page in self._pages])
        return render / len(self._pages), _seconds(self._loop) / len(self._pages)

    def _loop(self) -> None:
        query = "SELECT summary FROM drafts JOIN papers ON papers.id = paper_id WHERE doi = ?"
        with sqlite3.connect(self._database) as connection:
            for page in self._pages:
                (text,) = connection.execute(query, (page.id,)).fetchone()
                json.loads(text)
                (self._out / f"{page.name}.html").write_bytes(paper_page(page, self._frame).data)


def _approved(store: Store, number: int, *, long: bool = False) -> PaperId:
    return made.approved_as(store, number, *differing(number, long=long))


def _anew(store: Store, settings: Settings) -> float:
    """Seconds a page for running every check."""
    dossiers = list(store.dossiers.each(store.papers.all()[:_LONG]))
    remembered = _seconds(lambda: [verified(store, settings, dossier) for dossier in dossiers])
    return (_seconds(lambda: [verified(store, settings, each, anew=True) for each in dossiers]) - remembered) / _LONG


def _long(folder: Path, settings: Settings) -> float:
    """Seconds a page of a site of papers of a real length."""
    workspace = Workspace(folder)
    with Store(workspace) as store:
        for number in range(_LONG):
            _approved(store, number, long=True)
        return _seconds(lambda: Gate(store, settings, workspace).export_site((), folder / "site")) / _LONG


def _page(store: Store, settings: Settings, paper_id: str) -> PublishedPage:
    found = verified(store, settings, store.dossiers.of(store.papers.find(paper_id)))
    if not isinstance(found, Verified):
        raise TypeError(found)
    return found.page


def _seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
