"""Reads BibTeX."""

import logging
from collections.abc import Iterator
from typing import Final

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry as BibEntry

from pipeline.fetch.lists.entry import Entry

_FIELDS: Final = ("doi", "pmcid", "eprint", "arxivid", "url", "howpublished")


def read_bib(text: str) -> Iterator[Entry]:
    """The entries of a BibTeX file; one that cannot be read is an entry without an identifier."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would log is told as a problem
    library = parse_string(text, append_middleware=[])
    found = [(entry.start_line, _entry(entry)) for entry in library.entries]
    found += [
        (block.start_line, Entry((block.start_line or 0) + 1, f"an entry that is no BibTeX ({_start(block.raw)})", ()))
        for block in library.failed_blocks
    ]
    yield from (entry for _, entry in sorted(found, key=lambda pair: pair[0] or 0))


def _entry(entry: BibEntry) -> Entry:
    values = {name.lower(): str(field.value).strip() for name, field in entry.fields_dict.items()}
    candidates = tuple(values[name] for name in _FIELDS if values.get(name))
    pmids = tuple(values[name] for name in ("pmid",) if values.get(name))
    shown = values.get("title") or entry.key
    return Entry((entry.start_line or 0) + 1, f"{entry.key}: {shown}"[:100], candidates, pmids)


def _start(raw: str | None) -> str:
    return " ".join((raw or "").split())[:60]
