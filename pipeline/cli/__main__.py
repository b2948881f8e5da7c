"""Lets `python -m pipeline.cli` stand for the command `layline`."""

from pipeline.cli.main import main

if __name__ == "__main__":  # worker processes load this module under another name
    main()
