"""Reads CSV: the columns named doi, pmid, pmcid, url or id; without such a heading, every cell."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.fetch.identifiers import read_identifier
from pipeline.fetch.lists.entry import Entry

_COLUMNS: Final = ("doi", "pmcid", "pmid", "arxiv", "arxiv id", "url", "link", "id", "identifier")
_SAMPLE: Final = 8_192


def read_csv(text: str) -> Iterator[Entry]:
    """The entries of a CSV file; its delimiter is found out."""
    rows = csv.reader(io.StringIO(text, newline=""), _dialect(text))
    heading: dict[str, int] | None = None
    for number, row in enumerate(_safely(rows)):
        cells = [cell.strip() for cell in row]
        if number == 0 and (heading := _heading(cells)):
            continue
        if any(cells):
            yield _entry(rows.line_num, cells, heading)


def _safely(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Rows until one that no CSV reader takes (a field of more than 128 kB)."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield [f"a row that is no CSV ({error})"]


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text[:_SAMPLE], delimiters=",;\t|")
    except csv.Error:
        return csv.excel


def _heading(cells: Sequence[str]) -> dict[str, int] | None:
    names: dict[str, int] = {
        cell.strip("\ufeff \"'").lower().replace("_", " "): index for index, cell in enumerate(cells)
    }
    known: dict[str, int] = {name: names[name] for name in _COLUMNS if name in names}
    return known if known and not any(read_identifier(cell) for cell in cells) else None


def _entry(line: int, cells: list[str], heading: dict[str, int] | None) -> Entry:
    shown = ", ".join(cell for cell in cells if cell)[:100]
    if heading is None:
        return Entry(line, shown, tuple(cells))
    found = {name: cells[index] for name, index in heading.items() if index < len(cells) and cells[index]}
    pmids = tuple(found[name] for name in ("pmid",) if name in found)
    return Entry(line, shown, tuple(found.values()), pmids)
