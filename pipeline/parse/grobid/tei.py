"""From the TEI that GROBID writes for a PDF to `Paper`: header, abstract, body, statements of the back matter."""

from typing import Any, Final

from pipeline.errors import ParseError
from pipeline.models.paper import Basis, Paper, ParseWarning
from pipeline.models.paper_builder import PaperBuilder
from pipeline.parse.characters import Cleaner
from pipeline.parse.grobid.body import Body
from pipeline.parse.grobid.header import Header
from pipeline.parse.grobid.tree import tei_element

PARSER: Final = "grobid"

_LOST: Final = {"title_not_found": 0.1, "tables_without_cells": 0.1, "unmapped_glyphs": 0.05, "body_not_found": 0.3}
"""How much of the printed page is missing, as an estimate: GROBID gives no figure of its own."""


def paper_from_tei(data: bytes, name: str) -> Paper:
    """Read what `processFulltextDocument` of GROBID answers.

    References, whose list is no text of the article, are left out. The parser's version is GROBID's own.

    Raises:
        ParseError: `bad_xml`, `too_large`, `not_tei`, `empty` (neither abstract nor body).
    """
    return _Reader(tei_element(data, name), name).paper()


class _Reader:
    def __init__(self, tei: Any, name: str) -> None:
        self._tei = tei
        self._name = name
        self._cleaner = Cleaner()
        self._builder = PaperBuilder()
        self._body = Body(self._builder, self._cleaner)
        self._header = Header(tei, self._cleaner)
        self._warnings: list[ParseWarning] = []

    def paper(self) -> Paper:
        metadata = self._header.read()
        if not metadata.title:
            self._warn("title_not_found", "GROBID found no title")
        self._abstracts()
        whole = self._text()
        warnings = (*self._header.warnings, *self._warnings, *self._body.warnings(), *self._cleaner.warnings())
        return self._builder.build(
            metadata,
            basis=Basis.FULL_TEXT if whole else Basis.ABSTRACT_ONLY,
            parser=PARSER,
            parser_version=self._header.version,
            quality=_quality(warnings),
            warnings=warnings,
        )

    def _abstracts(self) -> None:
        for element in self._tei.findall("teiHeader/profileDesc/abstract"):
            if "".join(element.itertext()).strip():
                self._body.abstract(element)

    def _text(self) -> bool:
        """Write body and back matter; whether there was a body."""
        before = self._body.blocks
        for body in self._tei.findall("text/body"):
            self._body.sections(body)
        whole = self._body.blocks > before
        for part in self._tei.findall("text/back/div"):
            self._body.section(part, str(part.get("type") or "other"))
        if not self._body.blocks:
            message = f"{self._name}: GROBID found neither an abstract nor a text in it"
            raise ParseError(message, kind="empty", remedy='Read it with the built-in parser: parser = "builtin".')
        if not whole:
            self._warn("body_not_found", "GROBID found an abstract but no text after it")
        return whole

    def _warn(self, kind: str, message: str) -> None:
        self._warnings.append(ParseWarning(kind=kind, message=message))


def _quality(warnings: tuple[ParseWarning, ...]) -> float:
    kinds = {warning.kind for warning in warnings}
    return round(1.0 - sum(share for kind, share in _LOST.items() if kind in kinds), 2)
