"""`layline --help` against the bare import of the libraries that it is made with."""

import statistics
import sys
from pathlib import Path
from typing import Final

from evals.bench.process import layline, measured

ROUNDS: Final = 7
WANTED: Final = 2.0


def main() -> None:
    """Print the ratio of the medians; the two take turns, so that a drifting machine harms neither."""
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(layline(Path(), "--help").seconds)
        bare.append(measured(sys.executable, "-c", "import typer, rich").seconds)
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"layline --help / import typer, rich: {ratio:.2f} (wanted: at most {WANTED})")


if __name__ == "__main__":
    main()
