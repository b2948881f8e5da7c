"""The list as CSV (RFC 4180), with a header; no cell of it can be run as a formula."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from pipeline.export.lists.listed import Listed, one_line

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula. Source: OWASP, "CSV Injection"."""


def render_csv(papers: Iterable[Listed]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads another encoding; several values are joined by `; `."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(_HEADER)
    writer.writerows([_cell(text) for text in _row(paper)] for paper in papers)
    return out.getvalue().encode("utf-8-sig")


_HEADER: Final = (
    "id", "plain_title", "title", "authors", "journal", "year", "published", "doi", "categories",
    "evidence_level", "approved_at", "content_hash",
)  # fmt: skip


def _row(paper: Listed) -> tuple[str, ...]:
    entry = paper.entry
    level = "" if entry.evidence_level is None else str(entry.evidence_level)
    return (
        entry.id, entry.plain_title, entry.title, "; ".join(paper.authors), entry.journal or "", entry.year or "",
        entry.published or "", entry.doi or "", "; ".join(entry.categories), level, entry.approved_at,
        entry.content_hash,
    )  # fmt: skip


def _cell(text: str) -> str:
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
