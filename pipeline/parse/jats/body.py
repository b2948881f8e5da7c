"""Sections, paragraphs, lists, captions and tables of an article, in reading order."""

from typing import Any, Final

from pipeline.models.paper import ParseWarning, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.parse.characters import Cleaner
from pipeline.parse.headings import cued_kind, is_references, kind_under
from pipeline.parse.jats.inline import Inline, plain_text
from pipeline.parse.jats.tables import grid_of

_FLOATS: Final = frozenset(
    {"fig", "fig-group", "table-wrap", "table-wrap-group", "supplementary-material", "media", "chem-struct-wrap"}
)
_BREAKING: Final = frozenset(
    {"list", "def-list", "disp-quote", "verse-group", "boxed-text", "speech", "statement", "preformat", "code"}
)
_SILENT: Final = frozenset(
    {
        "title",
        "label",
        "ref-list",
        "object-id",
        "sec-meta",
        "x",
        "alt-text",
        "long-desc",
        "graphic",
        "subtitle",
        "abbrev",
        "index",
    }
)
_SEC_TYPES: Final = {
    "intro": SectionKind.INTRODUCTION,
    "materials": SectionKind.METHODS,
    "subjects": SectionKind.METHODS,
    "coi-statement": SectionKind.CONFLICTS,
    "conflict": SectionKind.CONFLICTS,
    "supplementary-material": SectionKind.OTHER,
}
_NOTES: Final = {
    "conflict": SectionKind.CONFLICTS,
    "coi-statement": SectionKind.CONFLICTS,
    "financial-disclosure": SectionKind.FUNDING,
    "supported-by": SectionKind.FUNDING,
}


class Body:
    """Writes blocks into a builder. `pictured` counts tables that are only pictures."""

    def __init__(self, builder: PaperBuilder, cleaner: Cleaner) -> None:
        self._builder = builder
        self._cleaner = cleaner
        self._boxes: list[Any] = []
        self._pictured_tables = 0
        self._pictured_formulas = 0
        self.blocks = 0

    def section(self, element: Any, parent: SectionKind | None, level: int) -> None:
        """A `sec` with everything in it."""
        heading = self._heading(element)
        if is_references(heading) and element.find("p") is None:
            return
        kind = self._kind(element, heading, parent)
        self._builder.heading(heading, kind, level)
        self.content(element, kind, level)

    def content(self, element: Any, kind: SectionKind, level: int) -> None:
        """The blocks of an element whose heading is already written; text after a subsection reopens it."""
        nested = False
        for child in element:
            if child.tag in ("sec", "app", "ack", "notes", "glossary"):
                self._flush_boxes(kind, level)
                self.section(child, kind, level + 1)
                nested = True
            elif child.tag not in _SILENT:
                if nested:
                    self._builder.heading("", kind, level)
                    nested = False
                self.block(child)
        self._flush_boxes(kind, level)

    def _heading(self, element: Any) -> str:
        parts = [plain_text(element.find(tag), self._cleaner) for tag in ("label", "title")]
        return " ".join(part for part in parts if part)

    def _kind(self, element: Any, heading: str, parent: SectionKind | None) -> SectionKind:
        kind = kind_under(heading, parent, self._builder.kinds)
        if kind is not SectionKind.OTHER or parent not in (None, SectionKind.OTHER):
            return kind
        named = str(element.get("sec-type") or "").lower().partition("|")[0]
        return _SEC_TYPES.get(named) or cued_kind(named) or kind

    def block(self, element: Any) -> None:
        """One block of any sort; an element that is not known is read as its paragraphs, or as one."""
        match element.tag:
            case "p":
                self._paragraph(element)
            case "list":
                self._list(element)
            case "def-list":
                self._definitions(element)
            case "fig" | "supplementary-material" | "media":
                self._captioned(element)
            case "table-wrap":
                self._table(element)
            case "boxed-text":
                self._boxes.append(element)
            case "fn":
                self._note(element)
            case tag if isinstance(tag, str) and tag not in _SILENT:
                self._unknown(element)

    def _unknown(self, element: Any) -> None:
        if any(child.tag in _FLOATS or child.tag in _BREAKING or child.tag in ("p", "sec", "fn") for child in element):
            for child in element:
                self.block(child)
        else:
            self._write(self._inline_of(element))

    def _inline_of(self, element: Any) -> Inline:
        inline = Inline(self._cleaner)
        inline.walk(element)
        return inline

    def _write(self, inline: Inline) -> None:
        self._pictured_formulas += inline.pictured_formulas
        text, citations = inline.finish()
        if text:
            self._builder.paragraph(text, citations=citations)
            self.blocks += 1

    def _paragraph(self, element: Any) -> None:
        """A paragraph; a list or quotation inside it parts it, a figure or table follows it."""
        inline, floats = Inline(self._cleaner), []
        inline.add(element.text)
        for child in element:
            if child.tag in _FLOATS:
                floats.append(child)
            elif child.tag in _BREAKING:
                self._write(inline)
                inline = Inline(self._cleaner)
                self.block(child)
            else:
                inline.walk(child)
            inline.add(child.tail)
        self._write(inline)
        for child in floats:
            self.block(child)

    def _list(self, element: Any) -> None:
        for item in element.iterchildren("list-item"):
            label = plain_text(item.find("label"), self._cleaner)
            for number, child in enumerate(child for child in item if child.tag not in _SILENT):
                if label and number == 0 and child.tag == "p":
                    inline = Inline(self._cleaner)
                    inline.add(f"{label} ")
                    inline.walk(child)
                    self._write(inline)
                else:
                    self.block(child)

    def _definitions(self, element: Any) -> None:
        for item in element.iterchildren("def-item"):
            inline = Inline(self._cleaner)
            inline.add(plain_text(item.find("term"), self._cleaner).rstrip(": ") + ": ")
            for definition in item.iterchildren("def"):
                inline.walk(definition)
            self._write(inline)

    def _captioned(self, element: Any) -> None:
        inline = Inline(self._cleaner)
        for child in element:
            if child.tag in ("label", "caption", "attrib", "p"):
                inline.walk(child)
                inline.add(" ")
        self._write(inline)

    def _note(self, element: Any) -> None:
        for child in element.iterchildren("p"):
            self._paragraph(child)

    def _table(self, element: Any) -> None:
        label = plain_text(element.find("label"), self._cleaner)
        caption = plain_text(element.find("caption"), self._cleaner)
        tables = [t for t in element.iter("table", "tgroup") if next(t.iterancestors("table", "tgroup"), None) is None]
        if not tables:
            self._pictured_tables += 1
        notes = self._table_notes(element)
        for number, table in enumerate(tables):
            header, rows = grid_of(table, self._cleaner)
            last = number == len(tables) - 1
            self.blocks += 1
            self._builder.table(rows, header=header, label=label, caption=caption, footnotes=notes if last else ())
        if not tables:
            for text in (" ".join(part for part in (label, caption) if part), *notes):
                self._builder.paragraph(text)
                self.blocks += bool(text)

    def _table_notes(self, element: Any) -> tuple[str, ...]:
        feet = [child for foot in element.iterchildren("table-wrap-foot", "attrib") for child in (list(foot) or [foot])]
        return tuple(text for foot in feet if (text := self._foot_text(foot)))

    def _foot_text(self, foot: Any) -> str:
        inline = Inline(self._cleaner)
        for child in [foot] if foot.tag != "fn" else list(foot):
            inline.walk(child)
            inline.add(" ")
        return inline.finish().text

    def _flush_boxes(self, kind: SectionKind, level: int) -> None:
        """Boxes stand after the section that they interrupt, so that no paragraph changes its heading."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            caption = box.find("caption")
            heading = self._heading(box) or (self._heading(caption) if caption is not None else "")
            own = cued_kind(heading)
            self._builder.heading(heading, own if own is SectionKind.LAY_SUMMARY else kind, level + 1)
            if caption is not None:
                self.content(caption, kind, level + 1)
            self.content_of_box(box, kind, level + 1)

    def content_of_box(self, box: Any, kind: SectionKind, level: int) -> None:
        """A box without its caption, which is already written."""
        for child in box:
            if child.tag == "sec":
                self.section(child, kind, level + 1)
            elif child.tag != "caption":
                self.block(child)

    def notes(self, group: Any) -> None:
        """Footnotes of the article: statements of conflicts and funding under their kind, others as they stand."""
        title = plain_text(group.find("title"), self._cleaner)
        for note in group.iterchildren("fn"):
            lead = plain_text(next(note.iter("bold", "title"), None), self._cleaner)
            kind = _NOTES.get(str(note.get("fn-type") or "").lower()) or cued_kind(lead) or cued_kind(title)
            self._builder.heading(title, kind or SectionKind.OTHER, 1)
            title = ""
            self._note(note)

    def warnings(self) -> list[ParseWarning]:
        """What could not be read because it is a picture."""
        found = []
        if self._pictured_tables:
            message = f"{self._pictured_tables} tables are pictures; their cells cannot be read"
            found.append(ParseWarning(kind="tables_as_pictures", message=message))
        if self._pictured_formulas:
            message = f"{self._pictured_formulas} formulas are pictures and left no text"
            found.append(ParseWarning(kind="formulas_as_pictures", message=message))
        return found
