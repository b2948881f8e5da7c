"""Where a paragraph of a PDF runs over the end of a page, found in the page texts of another reader."""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

import pypdfium2 as pdfium

from evals.quotes.papers import Quotable
from pipeline.models.paper import Paragraph

_WORD: Final = re.compile(r"\S+")
_RUN: Final = 4
"""Words that are looked up at once: enough to stand on one page only."""


def letters(text: str) -> str:
    """Letters and digits alone, in small letters: what no typography and no reader of PDF changes."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))


@cache
def pages(source: Quotable) -> tuple[str, ...]:
    """The page texts as pypdfium2 gives them; none for a paper that is no PDF."""
    if source.form != "pdf":
        return ()
    document = pdfium.PdfDocument(source.path)
    texts = tuple(page.get_textpage().get_text_range() for page in document)
    document.close()
    return texts


@cache
def turns(source: Quotable) -> tuple[int, ...]:
    """Offsets of words before which a paragraph runs on from one page to the next."""
    keys = [letters(page) for page in pages(source)]
    return tuple(
        turn
        for section in source.paper.sections
        for paragraph in section.paragraphs
        if (turn := _turn(source.text, paragraph, keys)) is not None
    )


def _turn(text: str, paragraph: Paragraph, keys: list[str]) -> int | None:
    words = list(_WORD.finditer(text, paragraph.start, paragraph.end))
    runs = [letters(text[words[i].start() : words[i + _RUN - 1].end()]) for i in range(len(words) - _RUN + 1)]
    for here, below in pairwise(keys):
        if not runs or runs[0] not in here or runs[-1] not in below:
            continue
        for i in range(_RUN + 1, len(runs)):
            if runs[i] in below and runs[i] not in here and runs[i - _RUN - 1] in here:
                return words[i].start()
    return None
