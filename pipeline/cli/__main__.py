"""Lets `python -m pipeline.cli` stand for the command `layline`, and is where both begin.

Worker processes load this module under another name: what only the command needs is imported when it begins.
"""


def main() -> None:
    """Run the command line."""
    try:
        from pipeline.cli.main import main as run
    except KeyboardInterrupt:  # Ctrl-C before anything began is no fault to be told with a traceback
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
