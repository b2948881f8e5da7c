"""Time and memory of a full site, of one more page, and of a bare Jinja2 loop: `python -m evals.bench.exporting [N]`.

N summaries (2,000 unless said otherwise) are approved in a store of their own; they are the project's sample under
different identifiers, and so share most of their text, which the site's last look sees once. The gate verifies every
one of them anew. The baseline renders the same pages with the same templates, and neither verifies nor checks nor
writes. Times are of the processor, of one process.
"""

import argparse
import gc
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pipeline.config import Settings, Workspace
from pipeline.export.contract import PublishedPage
from pipeline.export.site.frame import Frame
from pipeline.export.site.paper_page import paper_page
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
            made.approved(store, number)
        gc.collect()
        gate = Gate(store, settings, workspace)
        whole = _seconds(lambda: gate.export_site((), out))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        again = _seconds(lambda: gate.export_site((), out))
        one = made.approved(store, count)
        one_more = _seconds(lambda: gate.export_site((one,), out))
        pages = [_page(store, settings, row.id) for row in store.papers.all()[:_BARE]]
    frame = Frame(settings.site_title, settings.site_url, None)
    bare = _seconds(lambda: [paper_page(page, frame) for page in pages]) / len(pages) * count
    figures = {
        "summaries": count,
        "full site s": round(whole, 2),
        "again, nothing changed s": round(again, 2),
        "one more page s": round(one_more, 2),
        "peak MB": round(peak),
        "bare loop s": round(bare, 2),
        "ratio": round(whole / bare, 1),
    }
    print(json.dumps(figures))
    scaled = whole * 10_000 / count
    print(f"10,000 pages: {scaled:.0f} s (wanted: at most {WANTED_SECONDS:g}), ratio at most {WANTED_RATIO:g}")
    slow = scaled > WANTED_SECONDS or one_more > WANTED_ONE_MORE or whole / bare > WANTED_RATIO
    return int(slow or peak > WANTED_MB)


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
