"""Sections, paragraphs, formulas, captions and tables of a TEI document, in the order in which GROBID writes them."""

from typing import Any, Final

from pipeline.models.paper import ParseWarning, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.parse.characters import Cleaner
from pipeline.parse.grobid.outline import Outline, number_of
from pipeline.parse.grobid.tree import page_of
from pipeline.parse.headings import is_references
from pipeline.parse.jats.inline import plain_text, running_text
from pipeline.parse.jats.tables import grid_of

_SILENT: Final = frozenset({"head", "label", "listBibl", "graphic", "listOrg", "listAnnotation"})
_BLOCKS: Final = frozenset({"p", "formula", "figure", "note", "list", "item", "div", "ab"})
_LONGEST_HEADING: Final = 200
"""What GROBID takes for a heading beyond this length is a statement that it did not part from its heading."""


class Body:
    """Writes blocks into a builder; `blocks` counts them."""

    def __init__(self, builder: PaperBuilder, cleaner: Cleaner) -> None:
        self._builder = builder
        self._cleaner = cleaner
        self._outline = Outline()
        self._lost_tables = 0
        self._unplaced = 0
        self.blocks = 0

    def abstract(self, element: Any) -> None:
        """The abstract, which GROBID writes in divisions, in paragraphs, or as bare text."""
        self._builder.heading("Abstract", SectionKind.ABSTRACT, 1)
        for child in element.iter("div"):
            self._subheading(child, SectionKind.ABSTRACT)
            self._blocks(each for each in child if each.tag != "div")
        self._blocks(child for child in element if child.tag != "div")
        if not len(element):
            self._paragraph(element)

    def _subheading(self, division: Any, kind: SectionKind) -> None:
        text = plain_text(division.find("head"), self._cleaner)
        if text and text.casefold().strip(" .:") != "abstract":
            self._builder.heading(text, kind, 2)

    def sections(self, parent: Any, back_type: str = "") -> None:
        """The divisions of the body or of a part of the back matter, and the blocks between them."""
        opened = False
        for child in parent:
            if child.tag == "div":
                self.section(child, back_type)
                opened = False
            elif child.tag in _BLOCKS:
                if not opened:
                    self._builder.heading("", self._outline.place("", "", back_type).kind, 1)
                    opened = True
                self._block(child)

    def section(self, division: Any, back_type: str = "") -> None:
        """One division, with those in it; `back_type` is GROBID's name for the part of the back matter."""
        back_type = str(division.get("type") or back_type)
        head = division.find("head")
        heading = plain_text(head, self._cleaner)
        if is_references(heading) or back_type == "references":
            return
        if not heading and division.find("div") is not None:
            self.sections(division, back_type)
            return
        self._open(heading, number_of(head), back_type, page_of(division))
        for child in division:
            if child.tag == "div":
                self.section(child, back_type)
            else:
                self._block(child)

    def _open(self, heading: str, number: str, back_type: str, page: int | None) -> None:
        level, kind = self._outline.place(heading, number, back_type)
        if len(heading) > _LONGEST_HEADING:
            self._builder.heading("", kind, level)
            self._builder.paragraph(heading, page)
            self.blocks += 1
        else:
            self._builder.heading(" ".join(filter(None, (number, heading))), kind, level)

    def _blocks(self, elements: Any) -> None:
        for element in elements:
            self._block(element)

    def _block(self, element: Any) -> None:
        match element.tag:
            case "figure" if element.get("type") == "table" or element.find("table") is not None:
                self._table(element)
            case "figure":
                self._write(*_caption(element, self._cleaner), page_of(element))
            case "list":
                self._blocks(element)
            case tag if isinstance(tag, str) and tag not in _SILENT:
                self._paragraph(element)

    def _paragraph(self, element: Any) -> None:
        text, citations = running_text(element, self._cleaner)
        page = page_of(element)
        self._unplaced += bool(text and page is None)
        self._builder.paragraph(text, page, citations)
        self.blocks += bool(text)

    def _write(self, label: str, caption: str, page: int | None) -> None:
        text = " ".join(filter(None, (label, caption)))
        self._builder.paragraph(text, page)
        self.blocks += bool(text)

    def _table(self, figure: Any) -> None:
        label, caption = _caption(figure, self._cleaner)
        notes = tuple(filter(None, (plain_text(note, self._cleaner) for note in figure.iterchildren("note"))))
        table = figure.find("table")
        header, rows = grid_of(table, self._cleaner) if table is not None else ((), ())
        if not header and not rows:
            self._lost_tables += 1
            self._write(label, caption, page_of(figure))
            for note in notes:
                self._write("", note, page_of(figure))
            return
        page = page_of(figure)
        self._builder.table(rows, header=header, label=label, caption=caption, footnotes=notes, page=page)
        self.blocks += 1

    def warnings(self) -> list[ParseWarning]:
        """What GROBID could not give."""
        found = []
        if self._lost_tables:
            message = f"GROBID found {self._lost_tables} tables whose cells it could not read"
            found.append(ParseWarning(kind="tables_without_cells", message=message))
        if self._unplaced:
            message = f"{self._unplaced} of {self.blocks} paragraphs came without the page that they stand on"
            found.append(ParseWarning(kind="pages_unknown", message=message))
        return found


def _caption(figure: Any, cleaner: Cleaner) -> tuple[str, str]:
    """Label and caption: GROBID writes the label as heading (`Table 1 .`), often with the words of the caption."""
    head = plain_text(figure.find("head"), cleaner)
    described = plain_text(figure.find("figDesc"), cleaner)
    label = head.rstrip(" .:|")
    if _folded(described).startswith(_folded(label)):
        return "", described
    return label, described


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text[:400])).casefold()
