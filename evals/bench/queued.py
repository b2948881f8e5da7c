"""Peak memory of a run over 10,000 queued papers: what is in memory are ids, not papers."""

import sys
import tempfile
from pathlib import Path
from typing import Final

from evals.bench.papers import write_papers
from evals.bench.process import layline
from evals.bench.server import loopback_model

COUNT: Final = 10_000
WANTED_MB: Final = 400


def main(count: int = COUNT) -> None:
    """Print the peak memory of the largest process of the run."""
    with tempfile.TemporaryDirectory() as folder, loopback_model("--delay", "0.01") as model:
        papers, workspace = Path(folder) / "papers", Path(folder) / "workspace"
        workspace.mkdir()
        write_papers(papers, count)
        took = layline(
            *(workspace, "run", str(papers), "--concurrency", "32"),
            OPENAI_BASE_URL=model.url,
            LAYLINE_MODEL=model.name,
        )
    last = took.out.strip().splitlines()[0] if took.out.strip() else took.err[-500:]
    print(f"{last} in {took.seconds:.0f} s; peak {took.peak_mb:.0f} MB (wanted: at most {WANTED_MB})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
