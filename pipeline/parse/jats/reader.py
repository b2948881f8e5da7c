"""From JATS to `Paper`: abstracts, body, statements of the back matter; no references, no peer review."""

from typing import Any, Final

from pipeline.errors import ParseError
from pipeline.models.paper import Basis, Paper, ParseWarning, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.parse.characters import Cleaner
from pipeline.parse.headings import cued_kind, is_references
from pipeline.parse.jats.body import Body
from pipeline.parse.jats.inline import plain_text
from pipeline.parse.jats.metadata import FrontMatter
from pipeline.parse.jats.xml_tree import article_element

PARSER: Final = "jats"
VERSION: Final = "2"

_LAY_ABSTRACTS: Final = frozenset(
    {
        "executive-summary",
        "plain-language-summary",
        "plain-language",
        "lay-summary",
        "lay-abstract",
        "summary",
        "editors-summary",
        "editor",
        "author-summary",
        "non-technical",
        "key-messages",
        "patient",
        "patient-summary",
        "synopsis",
    }
)
"""`executive-summary` is eLife's digest, `summary` the author summary of PLOS."""
_SUMMARIES: Final = frozenset({"executive-summary", "summary", "synopsis"})
"""For lay readers where an abstract stands beside it; where none does, the abstract of the article."""
_TEASERS: Final = frozenset(
    {"toc", "teaser", "graphical", "precis", "key-points", "highlights", "video", "web-summary"}
)


def parse_jats(data: bytes, name: str) -> Paper:
    """Read a JATS article. Raises ParseError (`bad_xml`, `too_large`, `not_a_paper`, `empty`)."""
    return _Reader(article_element(data, name), name).paper()


class _Reader:
    def __init__(self, article: Any, name: str) -> None:
        self._article = article
        self._name = name
        self._cleaner = Cleaner()
        self._builder = PaperBuilder()
        self._body = Body(self._builder, self._cleaner)
        self._warnings: list[ParseWarning] = []

    def paper(self) -> Paper:
        front = FrontMatter(self._article, self._cleaner)
        metadata = front.read()
        self._abstracts()
        before = self._body.blocks
        self._main()
        whole = self._body.blocks > before
        self._back()
        if not self._body.blocks:
            raise ParseError(
                f"{self._name} holds the article's front matter but neither abstract nor text",
                kind="empty",
                remedy="The publisher may have withheld the text; give the paper's PDF.",
            )
        self._sub_articles()
        warnings = (*front.warnings, *self._warnings, *self._body.warnings(), *self._cleaner.warnings())
        return self._builder.build(
            metadata,
            basis=Basis.FULL_TEXT if whole else Basis.ABSTRACT_ONLY,
            parser=PARSER,
            parser_version=VERSION,
            quality=_quality(warnings),
            warnings=warnings,
        )

    def _abstracts(self) -> None:
        found = [(a, _abstract_kind(a)) for a in self._article.findall("front/article-meta/abstract")]
        ranked = sorted(found, key=lambda each: each[1] is not SectionKind.ABSTRACT)
        if ranked and ranked[0][1] is not SectionKind.ABSTRACT:
            ranked = [(a, SectionKind.ABSTRACT if self._stands_for_abstract(a) else kind) for a, kind in ranked]
        translated = [(a, SectionKind.OTHER) for a in self._article.findall("front/article-meta/trans-abstract")]
        for element, kind in [*ranked, *translated]:
            self._abstract(element, kind)

    def _stands_for_abstract(self, element: Any) -> bool:
        """Whether it is a summary that some journals print instead of an abstract, and is not titled as lay."""
        title = plain_text(element.find("title"), self._cleaner)
        return str(element.get("abstract-type") or "").lower() in _SUMMARIES and not cued_kind(title)

    def _abstract(self, element: Any, kind: SectionKind) -> None:
        title = plain_text(element.find("title"), self._cleaner)
        if kind is SectionKind.OTHER and cued_kind(title) is SectionKind.LAY_SUMMARY:
            kind = SectionKind.LAY_SUMMARY
        self._builder.heading(title or ("Abstract" if kind is SectionKind.ABSTRACT else ""), kind, 1)
        self._body.content(element, kind, 1)

    def _main(self) -> None:
        body = self._article.find("body")
        if body is not None:
            self._unheaded(body)
        for group in self._article.findall("floats-group"):
            self._builder.heading("", SectionKind.OTHER, 1)
            self._body.content(group, SectionKind.OTHER, 0)

    def _unheaded(self, body: Any) -> None:
        """Top sections have no parent kind, so `content` cannot walk the body itself."""
        opened = False
        for child in body:
            if child.tag == "sec":
                self._body.section(child, None, 1)
                opened = False
                continue
            if not opened:
                self._builder.heading("", SectionKind.OTHER, 1)
                opened = True
            self._body.block(child)

    def _back(self) -> None:
        self._funding()
        for group in self._article.findall("front/article-meta/author-notes"):
            self._body.notes(group)
        self._availability()
        back = self._article.find("back")
        for child in [] if back is None else back:
            self._back_block(child)

    def _back_block(self, element: Any) -> None:
        match element.tag:
            case "sec" | "ack" | "notes" | "glossary" | "bio" | "app":
                self._titled(element)
            case "app-group":
                for child in element.iterchildren("app"):
                    self._titled(child)
            case "fn-group":
                self._body.notes(element)

    def _titled(self, element: Any) -> None:
        title = plain_text(element.find("title"), self._cleaner)
        if is_references(title) and element.find("p") is None:
            return
        self._body.section(element, None, 1)

    def _funding(self) -> None:
        statements = self._article.findall("front/article-meta/funding-group/funding-statement")
        if statements:
            self._builder.heading("Funding", SectionKind.FUNDING, 1)
        for statement in statements:
            self._body.block(statement)

    def _availability(self) -> None:
        for meta in self._article.findall("front/article-meta/custom-meta-group/custom-meta"):
            name = plain_text(meta.find("meta-name"), self._cleaner)
            value = meta.find("meta-value")
            if value is not None and cued_kind(name) is SectionKind.DATA_AVAILABILITY:
                self._builder.heading(name, SectionKind.DATA_AVAILABILITY, 1)
                self._body.block(value)

    def _sub_articles(self) -> None:
        others = [*self._article.findall("sub-article"), *self._article.findall("response")]
        if others:
            message = f"{len(others)} attached articles (peer review, replies) are not part of the text"
            self._warnings.append(ParseWarning(kind="sub_articles_left_out", message=message))


def _abstract_kind(element: Any) -> SectionKind:
    printed = str(element.get("abstract-type") or "").lower()
    if printed in _TEASERS:
        return SectionKind.OTHER
    return SectionKind.LAY_SUMMARY if printed in _LAY_ABSTRACTS else SectionKind.ABSTRACT


def _quality(warnings: tuple[ParseWarning, ...]) -> float:
    """JATS is the text itself; only what is a picture or has no character lowers it."""
    kinds = {warning.kind for warning in warnings}
    lost = {"tables_as_pictures": 0.1, "formulas_as_pictures": 0.05, "unmapped_glyphs": 0.05}
    return round(1.0 - sum(share for kind, share in lost.items() if kind in kinds), 2)
