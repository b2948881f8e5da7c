"""Every benchmark, one after the other: `uv run python -m evals.bench`."""

from evals.bench import checking, drafting, exporting, fetching, linting, parsing, queued, reviewing, startup


def main() -> None:
    """Print every figure."""
    for bench in (startup, drafting, parsing, queued, fetching, linting, checking, reviewing, exporting):
        print(f"== {bench.__name__.rpartition('.')[2]}")
        bench.main()


if __name__ == "__main__":
    main()
