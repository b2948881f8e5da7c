"""A paper as it was read: metadata, sections, tables, and one canonical text that every offset refers to."""

from enum import StrEnum
from typing import Final, Self

from pydantic import model_validator

from pipeline.models.base import Frozen
from pipeline.models.ids import Doi


class SectionKind(StrEnum):
    """What a section is for. A subsection has its parent's kind unless its own heading says otherwise."""

    ABSTRACT = "abstract"
    LAY_SUMMARY = "lay_summary"
    """Lay text by professionals: an eLife digest, a PLOS author summary, a plain-language abstract."""
    INTRODUCTION = "introduction"
    METHODS = "methods"
    RESULTS = "results"
    DISCUSSION = "discussion"
    CONCLUSION = "conclusion"
    LIMITATIONS = "limitations"
    FUNDING = "funding"
    CONFLICTS = "conflicts"
    ETHICS = "ethics"
    REGISTRATION = "registration"
    DATA_AVAILABILITY = "data_availability"
    OTHER = "other"


class ArticleType(StrEnum):
    """The kind of article, as its publisher names it, folded into what decides how Layline treats it."""

    RESEARCH = "research"
    REVIEW = "review"
    PROTOCOL = "protocol"
    CASE_REPORT = "case_report"
    COMMENTARY = "commentary"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    EXPRESSION_OF_CONCERN = "expression_of_concern"
    OTHER = "other"

    @property
    def is_notice(self) -> bool:
        """Notices speak about another paper and are not summarised."""
        return self in (ArticleType.CORRECTION, ArticleType.RETRACTION, ArticleType.EXPRESSION_OF_CONCERN)


class Basis(StrEnum):
    """What a summary can rest on."""

    FULL_TEXT = "full_text"
    ABSTRACT_ONLY = "abstract_only"


class Author(Frozen):
    """A person, or a group under `family` alone."""

    family: str
    given: str = ""

    @property
    def name(self) -> str:
        """The name in reading order."""
        return f"{self.given} {self.family}".strip()


class Licence(Frozen):
    """The licence printed on the version at hand; `name` is short (`CC BY 4.0`) and may be unknown."""

    url: str | None = None
    name: str | None = None


class ArticleDate(Frozen):
    """A dated event of the article; `date` is ISO 8601, as exact as was printed (`2021`, `2021-11`, `2021-11-24`)."""

    kind: str
    date: str


class RelatedArticle(Frozen):
    """Another article that this one points to, such as the object of a retraction."""

    relation: str
    id_type: str
    id: str


class Metadata(Frozen):
    """What identifies an article. None and empty mean: not in the document."""

    title: str | None = None
    authors: tuple[Author, ...] = ()
    journal: str | None = None
    doi: Doi | None = None
    pmid: str | None = None
    pmcid: str | None = None
    dates: tuple[ArticleDate, ...] = ()
    article_type: ArticleType = ArticleType.OTHER
    article_type_as_printed: str | None = None
    licence: Licence | None = None
    language: str | None = None
    keywords: tuple[str, ...] = ()
    organisms: tuple[str, ...] = ()
    """What the journal declares was studied (`D. melanogaster`, `None`), as eLife prints it and PLOS once did."""
    subjects: tuple[str, ...] = ()
    """The headings that the journal files the article under: fields of study and, at many journals, its kind too."""
    related: tuple[RelatedArticle, ...] = ()

    @property
    def published(self) -> str | None:
        """The earliest date of publication that is printed, or None."""
        dates = [d.date for d in self.dates if d.kind in ("epub", "ppub", "pub", "collection", "published")]
        return min(dates, default=None)


class Span(Frozen):
    """Half-open offsets into `Paper.text`, in characters."""

    start: int
    end: int


class Paragraph(Frozen):
    """A paragraph, list item, caption or boxed text; `text == paper.text[start:end]`. Pages count from 1."""

    text: str
    page: int | None = None
    start: int
    end: int
    citations: tuple[Span, ...] = ()
    """Where citation markers stand, so that they can be left out of a quote."""


class Section(Frozen):
    """A heading with the paragraphs directly under it; `level` 1 is a top section, 2 its subsection, and so on."""

    heading: str
    kind: SectionKind
    level: int = 1
    paragraphs: tuple[Paragraph, ...] = ()


class Table(Frozen):
    """A table as header and body rows of cell texts, spans resolved; its rows stand in `Paper.text` too."""

    label: str = ""
    caption: str = ""
    header: tuple[tuple[str, ...], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    footnotes: tuple[str, ...] = ()
    page: int | None = None
    start: int
    end: int


class ParseWarning(Frozen):
    """Something that a reviewer should know about how this paper was read."""

    kind: str
    message: str


TITLE: Final = "Title"
"""The heading under which a quote of a paper's title stands."""


class Paper(Frozen):
    """A paper as it was read.

    `text` is the canonical string: the title, then headings, paragraphs and tables in reading order, blocks parted
    by a blank line. Every offset in evidence refers to it. `title` is where the title stands in it; None for a paper
    without one. `quality` runs from 0 (unreadable) to 1 (as printed).
    """

    metadata: Metadata
    title: Paragraph | None = None
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    text: str
    basis: Basis
    parser: str
    parser_version: str
    quality: float = 1.0
    warnings: tuple[ParseWarning, ...] = ()

    @model_validator(mode="after")
    def _offsets_hold(self) -> Self:
        titled = (self.title,) if self.title else ()
        for paragraphs in (titled, *(section.paragraphs for section in self.sections)):
            for paragraph in paragraphs:
                if self.text[paragraph.start : paragraph.end] != paragraph.text:
                    raise ValueError(f"paragraph at {paragraph.start} does not stand in the text")
        return self

    def place_of(self, offset: int) -> tuple[str | None, int | None]:
        """The heading and page of what stands at `offset`; None where nothing covers it."""
        if self.title and self.title.start <= offset < self.title.end:
            return TITLE, self.title.page
        for section in self.sections:
            for paragraph in section.paragraphs:
                if paragraph.start <= offset < paragraph.end:
                    return section.heading or None, paragraph.page
        for table in self.tables:
            if table.start <= offset < table.end:
                return table.label or "Table", table.page
        return None, None
