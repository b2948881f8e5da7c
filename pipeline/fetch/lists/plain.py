"""Reads plain lists: an identifier, an address, a file or a folder a line; `#` begins a comment."""

from collections.abc import Iterator

from pipeline.fetch.lists.entry import Entry


def read_plain(text: str) -> Iterator[Entry]:
    """The entries of a plain list."""
    for number, line in enumerate(text.splitlines(), start=1):
        name = line.strip()
        if name and not name.startswith("#"):
            yield Entry(number, name, (name, name.partition(" #")[0].strip()))
