"""`python -m evals.parse`: one table for the parser and for other readers of PDF, on the pairs of shared data."""

import json
import logging
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from evals.parse import scores
from evals.parse.readers import Reader, pdfium_plain, readers
from evals.parse.truth import Truth, read_truth
from pipeline.errors import ParseError
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document

PAIRS = Path(__file__).parents[2].parent / "shared" / "data" / "papers" / "pairs"


def paragraphs(paper: Paper) -> list[str]:
    return [p.text for s in paper.sections for p in s.paragraphs]


def ours(path: Path) -> Paper:
    return parse_document(path.read_bytes(), MediaType.PDF, path.name)


def detail(truth: Truth, paper: Paper) -> dict[str, float]:
    hits, real, read = scores.headings(truth, paper)
    right, total = scores.kinds(truth, paper)
    found, cells, merged, own = scores.cells(truth, paper)
    return {
        "recall": scores.recall(truth, paper.text),
        "precision": scores.precision(truth, [paper.text]),
        "order": scores.order(truth, paper.text),
        "heading_hits": hits,
        "heading_real": real,
        "heading_read": read,
        "kind_right": right,
        "kind_total": total,
        "title": scores.title_found(truth, paper),
        "doi": float((paper.metadata.doi or "") == truth.doi),
        "licence": float(paper.metadata.licence is not None or not truth.licensed),
        "cells_found": found,
        "cells": cells,
        "merged": merged,
        "own_cells": own,
    }


def ratio(rows: list[dict[str, float]], part: str, whole: str) -> float:
    total = sum(row[whole] for row in rows)
    return sum(row[part] for row in rows) / total if total else 1.0


def mean(rows: list[dict[str, float]], name: str) -> float:
    return sum(row[name] for row in rows) / len(rows)


def summary(rows: list[dict[str, float]]) -> dict[str, float]:
    p, r = ratio(rows, "heading_hits", "heading_read"), ratio(rows, "heading_hits", "heading_real")
    return {
        "recall mean": mean(rows, "recall"),
        "recall worst": min(row["recall"] for row in rows),
        "precision mean": mean(rows, "precision"),
        "precision worst": min(row["precision"] for row in rows),
        "order mean": mean(rows, "order"),
        "headings F1": 2 * p * r / (p + r) if p + r else 0.0,
        "headings precision": p,
        "headings recall": r,
        "kinds": ratio(rows, "kind_right", "kind_total"),
        "title": mean(rows, "title"),
        "doi": mean(rows, "doi"),
        "licence": mean(rows, "licence"),
        "cells found": ratio(rows, "cells_found", "cells"),
        "cells not merged": 1 - ratio(rows, "merged", "own_cells") if sum(r["own_cells"] for r in rows) else 1.0,
    }


def timed(named: dict[str, Reader], paths: list[Path]) -> dict[str, float]:
    """Seconds for all files by reader: the best of three rounds for each file, readers taking turns on each."""
    best: dict[tuple[str, Path], float] = {}
    for _ in range(3):
        for path in paths:
            for name, reader in named.items():
                start = time.perf_counter()
                reader(path)
                took = time.perf_counter() - start
                best[name, path] = min(took, best.get((name, path), took))
    return {name: sum(best[name, path] for path in paths) for name in named}


def main() -> int:
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    if not PAIRS.is_dir():
        print(f"{PAIRS} is missing: nothing to measure on", file=sys.stderr)
        return 1
    names = [entry["id"] for entry in json.loads((PAIRS / "index.json").read_text())]
    paths = [PAIRS / f"{name}.pdf" for name in names]
    truths = [read_truth(path.with_suffix(".xml")) for path in paths]
    own = [detail(truth, ours(path)) for path, truth in zip(paths, truths, strict=True)]
    if "-v" in sys.argv:
        for name, row in zip(names, own, strict=True):
            print(f"{name[-22:]:24}" + " ".join(f"{k}={v:.3f}" if v < 1.01 else f"{k}={v:.0f}" for k, v in row.items()))
    print_table(own, truths, paths)
    print_limits()
    return 0


def print_limits() -> None:
    """Speed on JATS, and how the hostile files end."""
    articles = [path.read_bytes() for folder in (PAIRS, PAIRS.parent / "jats") for path in sorted(folder.glob("*.xml"))]
    start = time.perf_counter()
    for article in articles:
        parse_document(article, MediaType.JATS, "article.xml")
    print(f"{'JATS a second':20}{len(articles) / (time.perf_counter() - start):14.0f}")
    ends: Counter[str] = Counter()
    slowest = 0.0
    for path in sorted((PAIRS.parents[1] / "hostile" / "pdf").glob("*.pdf")):
        start = time.perf_counter()
        ends[outcome(path)] += 1
        slowest = max(slowest, time.perf_counter() - start)
    print(f"{'hostile files':20}{sum(ends.values()):14}  {dict(ends)}, the slowest in {slowest:.2f} s")
    print(f"{'peak memory, MB':20}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:14}  (of this whole run)")


def outcome(path: Path) -> str:
    """`text`, or the kind of the error."""
    try:
        return "text" if ours(path).text else "nothing"
    except ParseError as error:
        return error.kind


def print_table(own: list[dict[str, float]], truths: list[Truth], paths: list[Path]) -> None:
    others = {} if "--ours" in sys.argv else readers()
    columns = {"ours": summary(own), "ours odd": summary(own[0::2]), "ours even": summary(own[1::2])}
    plain: dict[str, dict[str, float] | None] = {
        name: plain_scores(reader, truths, paths) if reader else None for name, reader in others.items()
    }
    print(f"\n{'':20}" + "".join(f"{name:>14}" for name in [*columns, *plain]))
    for label in columns["ours"]:
        cells = [f"{column[label]:14.3f}" for column in columns.values()]
        cells += [_cell(column, label) for column in plain.values()]
        print(f"{label:20}" + "".join(cells))
    times = timed({"ours": text_of, "pypdfium2": pdfium_plain, **{n: r for n, r in others.items() if r}}, paths)
    cells = [
        f"{times['ours']:14.2f}",
        " " * 28,
        *(f"{times[n]:14.2f}" if r else f"{'-':>14}" for n, r in others.items()),
    ]
    print(f"{'seconds':20}" + "".join(cells))
    print(f"{'x pypdfium2':20}{times['ours'] / times['pypdfium2']:14.2f}")


def text_of(path: Path) -> str:
    return ours(path).text


def plain_scores(reader: Reader, truths: list[Truth], paths: list[Path]) -> dict[str, float]:
    texts = [reader(path) for path in paths]
    recalls = [scores.recall(t, x) for t, x in zip(truths, texts, strict=True)]
    precisions = [scores.precision(t, [x]) for t, x in zip(truths, texts, strict=True)]
    orders = [scores.order(t, x) for t, x in zip(truths, texts, strict=True)]
    count = len(texts)
    return {
        "recall mean": sum(recalls) / count,
        "recall worst": min(recalls),
        "precision mean": sum(precisions) / count,
        "precision worst": min(precisions),
        "order mean": sum(orders) / count,
    }


def _cell(column: dict[str, float] | None, label: str) -> str:
    if column is None:
        return f"{'not installed':>14}"
    return f"{column[label]:14.3f}" if label in column else f"{'-':>14}"


if __name__ == "__main__":
    sys.exit(main())
