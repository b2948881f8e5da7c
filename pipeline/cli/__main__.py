"""Lets `python -m pipeline.cli` stand for the command `layline`, and is where both begin.

Worker processes load this module under another name: what only the command needs is imported when it begins.
"""


def main() -> None:
    """Run the command line."""
    from pipeline.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
