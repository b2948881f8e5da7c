"""Plain text: paragraphs by blank line, headings where a line alone says what follows."""

import re
from typing import Final

from pipeline.errors import ParseError
from pipeline.models.paper import Basis, Metadata, Paper
from pipeline.models.paper_builder import PaperBuilder
from pipeline.parse.article_types import article_type
from pipeline.parse.characters import Cleaner
from pipeline.parse.headings import cued_kind, is_references, kind_under
from pipeline.parse.licences import licence_in

PARSER: Final = "plain"
VERSION: Final = "2"

_LARGEST: Final = 20 * 1024 * 1024
_BLANK_LINE: Final = re.compile(r"\n[ \t\f\r]*\n\s*")
_MARKS: Final = "#*=_ \t"


def parse_plain(data: bytes, name: str) -> Paper:
    """Read plain text (UTF-8). Raises ParseError (`too_large`, `damaged` when it is no text, `empty`)."""
    if len(data) > _LARGEST:
        message = f"{name} is {len(data) // (1024 * 1024)} MB of plain text; no paper is"
        raise ParseError(message, kind="too_large", remedy="Check that it is one paper.")
    cleaner, builder = Cleaner(), PaperBuilder()
    blocks = [block for block in _BLANK_LINE.split(_decoded(data, name)) if block.strip()]
    title = cleaner.squeeze(blocks[0]) if blocks and _is_title(blocks[0]) else None
    found = False
    for block in blocks[1:] if title else blocks:
        text = cleaner.squeeze(block.strip(_MARKS) if _is_heading(block) else block)
        if _is_heading(block) and is_references(text):
            break
        if _is_heading(block):
            builder.heading(text, kind_under(text, None, builder.kinds), 1)
        else:
            builder.paragraph(text)
            found = found or bool(text)
    if not found:
        raise ParseError(f"{name} holds no paragraph of text", kind="empty", remedy="Give the paper itself.")
    metadata = Metadata(title=title, article_type=article_type((), title), licence=licence_in(" ".join(blocks[:3])))
    warnings = tuple(cleaner.warnings())
    return builder.build(metadata, basis=Basis.FULL_TEXT, parser=PARSER, parser_version=VERSION, warnings=warnings)


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name} is not plain text in UTF-8 (byte {error.start})"
        raise ParseError(message, kind="damaged", remedy="Save it as UTF-8, or give the PDF.") from error
    if "\x00" in text:
        raise ParseError(f"{name} holds null bytes: it is no text", kind="damaged", remedy="Give the paper as PDF.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_title(block: str) -> bool:
    line = block.strip()
    return "\n" not in line and len(line) < 300 and line[-1:] not in ".;:," and not _is_heading(block)


def _is_heading(block: str) -> bool:
    line = block.strip(_MARKS + "\n")
    short = "\n" not in line and 0 < len(line) <= 120
    return short and (block.lstrip().startswith("#") or cued_kind(line) is not None or is_references(line))
