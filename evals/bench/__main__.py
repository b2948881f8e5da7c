"""Every benchmark, one after the other: `uv run python -m evals.bench`."""

from evals.bench import drafting, parsing, queued, startup


def main() -> None:
    """Print every figure."""
    for name, bench in (("startup", startup), ("drafting", drafting), ("parsing", parsing), ("queued", queued)):
        print(f"== {name}")
        bench.main()


if __name__ == "__main__":
    main()
