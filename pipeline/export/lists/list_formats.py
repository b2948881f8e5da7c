"""The forms of the published list, by the name that people use for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.export.lists.bibtex_list import render_bibtex
from pipeline.export.lists.csv_list import render_csv
from pipeline.export.lists.listed import Listed
from pipeline.export.lists.ris_list import render_ris


@dataclass(frozen=True)
class ListFormat:
    """A form of the list: its file, the media type it is checked as, and how it is rendered."""

    name: str
    file: str
    media_type: str
    render: Callable[[Sequence[Listed]], bytes]


LIST_FORMATS: Final = {
    "csv": ListFormat("csv", "published.csv", "text/csv", render_csv),
    "ris": ListFormat("ris", "published.ris", "text/plain", render_ris),
    "bibtex": ListFormat("bibtex", "published.bib", "text/plain", render_bibtex),
}
