"""From the pages of a document to the article: layout, front matter, text, and a judgement of the reading."""

from collections.abc import Sequence
from typing import Final

from pipeline.models.paper import ArticleType, Basis, Paper, ParseWarning, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.parse.characters import Cleaner
from pipeline.parse.pdf.assembly import Assembler
from pipeline.parse.pdf.cover import article_page
from pipeline.parse.pdf.first_page import FirstPage, words_in
from pipeline.parse.pdf.layout import Layout, layout_of
from pipeline.parse.pdf.metadata import Declared, MetadataReader
from pipeline.parse.pdf.outline import Outliner
from pipeline.parse.pdf.page import Page
from pipeline.parse.pdf.prose import Vocabulary, Writer
from pipeline.parse.pdf.quality import judged

PARSER: Final = "pdfium"
VERSION: Final = "2"

_MUCH_FRONT: Final = 400
"""Words. Authors and addresses of a usual paper take fewer."""


def article_of(
    texts: Sequence[str], pages: Sequence[Page], declared: Declared, losses: Sequence[ParseWarning]
) -> Paper:
    """The article that `pages` show; `texts` are the plain texts of all pages, `losses` what did not come through."""
    cleaner, builder = Cleaner(), PaperBuilder()
    writer = Writer(Vocabulary(texts), cleaner)
    layout = layout_of(pages)
    begins = article_page(layout.blocks, layout.body)
    blocks = [block for block in layout.blocks if block.page >= begins]
    outliner = Outliner(blocks, layout.body)
    first = FirstPage(layout, outliner, begins)
    metadata = MetadataReader(texts, declared, layout, first, writer, cleaner).read()
    rest = [block for block in blocks if block.page > begins]
    items = outliner.items([*first.text_blocks(), *rest])
    Assembler(builder, writer, layout.body).write(items, first.statements())
    paper = builder.build(metadata, basis=Basis.FULL_TEXT, parser=PARSER, parser_version=VERSION, title_page=begins)
    return _finished(paper, texts[begins - 1 :], (*losses, *_left_out(layout, first), *cleaner.warnings()))


def _left_out(layout: Layout, first: FirstPage) -> list[ParseWarning]:
    found = []
    if first.number > 1:
        message = "the first page is a cover that repeats the title of the second, and is not part of the text"
        found.append(ParseWarning(kind="cover_left_out", message=message))
    if layout.figure_words:
        message = f"{layout.figure_words} words inside figures were left out"
        found.append(ParseWarning(kind="figure_text_left_out", message=message))
    front = words_in(first.front_blocks())
    if front > _MUCH_FRONT:
        message = f"{front} words of front matter (authors, addresses, publisher's notes) are not part of the text"
        found.append(ParseWarning(kind="front_matter_left_out", message=message))
    return found


def _finished(paper: Paper, texts: Sequence[str], warnings: Sequence[ParseWarning]) -> Paper:
    """The paper with what shows only in the whole: its basis, its type where none is printed, its quality."""
    judgement = judged(paper, texts)
    metadata = paper.metadata
    if metadata.article_type is ArticleType.OTHER and _reports_a_study(paper):
        metadata = metadata.model_copy(update={"article_type": ArticleType.RESEARCH})
    return paper.model_copy(
        update={
            "metadata": metadata,
            "basis": _basis(paper),
            "quality": judgement.quality,
            "warnings": (*warnings, *judgement.reasons),
        }
    )


def _reports_a_study(paper: Paper) -> bool:
    kinds = {section.kind for section in paper.sections}
    return {SectionKind.METHODS, SectionKind.RESULTS} <= kinds


def _basis(paper: Paper) -> Basis:
    """Abstract only, where nothing but an abstract was found."""
    kinds = {section.kind for section in paper.sections if section.paragraphs}
    abstract = kinds and kinds <= {SectionKind.ABSTRACT, SectionKind.LAY_SUMMARY}
    return Basis.ABSTRACT_ONLY if abstract else Basis.FULL_TEXT
