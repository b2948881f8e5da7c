"""The papers that quotes are cut from, each with the index that locates quotes in it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document
from pipeline.text.quotes import QuoteIndex

SHARED: Final = Path(__file__).parents[2].parent / "shared" / "data"
_FOLDERS: Final = {
    "jats": (("papers/jats", "*.xml"), ("papers/pairs", "*.xml"), ("plain/infolossqa", "*.xml")),
    "pdf": (("papers/pairs", "*.pdf"),),
}
_DASH: Final = re.compile(r"\s*[-\u2010-\u2015\u2212\u00ad]\s*")
_OPERATOR: Final = re.compile(r"\s*([=<>\u2264\u2265\u00b1])\s*")
_SHORTEST: Final = 5_000
"""Characters that a paper must have to be worth cutting from; notices have fewer."""


def plain(text: str) -> str:
    """A text without its case, the form of its dashes, and that of the white space between words and operators."""
    return " ".join(_OPERATOR.sub(r"\1", _DASH.sub("-", text.casefold())).split())


@dataclass(frozen=True)
class Quotable:
    """A paper, the index that locates quotes in it, and the half that it is in."""

    name: str
    form: str
    paper: Paper = field(repr=False)
    path: Path = field(repr=False)

    @property
    def half(self) -> str:
        """`odd` is held out, by the SHA-256 of the file's stem, as for every measure of this project."""
        return "odd" if int(hashlib.sha256(self.path.stem.encode()).hexdigest(), 16) % 2 else "even"

    @property
    def text(self) -> str:
        """What offsets refer to."""
        return self.paper.text

    @cached_property
    def markers(self) -> tuple[tuple[int, int], ...]:
        """Where the parser found citation markers."""
        return tuple((c.start, c.end) for s in self.paper.sections for p in s.paragraphs for c in p.citations)

    @cached_property
    def index(self) -> QuoteIndex:
        """Made once, when the first quote is looked for."""
        return QuoteIndex(self.text, self.markers)

    @cached_property
    def plain_text(self) -> str:
        """The text in which an altered quote must not stand by chance: as it is, but for case and white space."""
        return plain(self.text)


def quotables(forms: tuple[str, ...] = ("jats", "pdf"), *, every: int = 1) -> Iterator[Quotable]:
    """The real papers in the given forms, one stem once a form; `every` takes a sample of the files."""
    for form in forms:
        media = MediaType.PDF if form == "pdf" else MediaType.JATS
        files = {f.stem: f for folder, pattern in _FOLDERS[form] for f in sorted((SHARED / folder).glob(pattern))}
        for file in [files[stem] for stem in sorted(files)][::every]:
            paper = parse_document(file.read_bytes(), media, file.name)
            if len(paper.text) >= _SHORTEST:
                yield Quotable(file.stem, form, paper, file)
