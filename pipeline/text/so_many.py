"""Counts in messages: `1 paper`, `2 papers`."""


def so_many(number: int, noun: str) -> str:
    """A count with a noun whose plural ends with an s: `1 finding`, `1,200 findings`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
