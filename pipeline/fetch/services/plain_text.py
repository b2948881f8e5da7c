"""Plain text out of titles and abstracts, which services send with tags and entities in them."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

_BLOCKS: Final = frozenset(
    [
        "abstract",
        "p",
        "title",
        "sec",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "div",
        "ul",
        "ol",
        "li",
        "list",
        "list-item",
        "br",
        "label",
        "disp-formula",
    ]
)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "annotation",
        "b",
        "bold",
        "break",
        "em",
        "email",
        "emphasis",
        "ext-link",
        "fn",
        "font",
        "i",
        "img",
        "inline-formula",
        "inline-graphic",
        "italic",
        "math",
        "mathml",
        "monospace",
        "named-content",
        "overline",
        "q",
        "related-article",
        "roman",
        "s",
        "sans-serif",
        "sc",
        "scp",
        "small",
        "span",
        "strike",
        "strong",
        "styled-content",
        "sub",
        "sup",
        "tex-math",
        "tt",
        "u",
        "underline",
        "uri",
        "xref",
    ]
)
_TAG: Final = re.compile(
    r"<(?P<close>/?)(?P<prefix>[A-Za-z]{1,8}:)?(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})"
    r"(?P<rest>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*/?>|<!--.*?-->",
    re.DOTALL,
)
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_BREAK: Final = "\x1e"
"""ASCII's record separator: no text that people read holds it, and HTML parsers leave it alone."""
_UNREADABLE: Final = ("tex-math", "annotation", "script", "style")
"""A formula's source, which stands beside the formula itself."""
_SELF: Final = re.compile(r"^(?:abstract|summary)\s*[:.]?$", re.IGNORECASE)
_TIMES: Final = 3
"""Some services escape twice what came to them escaped."""


def plain_line(value: str | None) -> str | None:
    """A name in one line, without tags and entities."""
    return " ".join(_paragraphs(value)) or None if value is not None else None


def plain_title(value: str | None) -> str | None:
    """A title in one line, also without the full stop that MEDLINE ends it with, and its brackets of translation."""
    text = plain_line(value) or ""
    text = text[:-1] if text.endswith(".") and not text.endswith("..") else text
    inner = text[1:-1] if text.startswith("[") and text.endswith("]") else ""
    return inner.rstrip(".") if inner and not {"[", "]"} & set(inner) else text or None


def plain_abstract(value: str | None) -> str | None:
    """An abstract as paragraphs parted by blank lines; its own heading "Abstract" is left out."""
    if value is None:
        return None
    return "\n\n".join(part for part in _paragraphs(value) if not _SELF.match(part)) or None


def _paragraphs(value: str) -> list[str]:
    parts = [" ".join(value.split())]
    for _ in range(_TIMES):
        if not any(("<" in part and _TAG.search(part)) or _ENTITY.search(part) for part in parts):
            break
        parts = [block for part in parts for block in _blocks(part)]
    return [part for part in parts if part]


def _blocks(value: str) -> list[str]:
    """The blocks of a text, once unescaped. `<` that opens no tag stays: "p < 0.05", "CD4 <T cells"."""
    pieces, last = [], 0
    for found in _TAG.finditer(value.replace(_BREAK, " ")):
        pieces += [value[last : found.start()].replace("<", "&lt;"), _tag(found)]
        last = found.end()
    pieces.append(value[last:].replace("<", "&lt;"))
    body = LexborHTMLParser(f"<div>{''.join(pieces)}</div>").body
    for name in _UNREADABLE:
        for node in body.css(name) if body else ():
            node.decompose()
    shown = body.text(separator="") if body else ""
    return [squeezed for part in shown.split(_BREAK) if (squeezed := " ".join(part.split()))]


def _tag(found: re.Match[str]) -> str:
    name = (found["name"] or "").lower()
    if found[0].startswith("<!--"):
        return ""
    if name in _BLOCKS:
        return _BREAK
    if name in _UNREADABLE:
        return f"<{found['close']}{name}>"
    return "" if name in _INLINE or found["prefix"] else found[0].replace("<", "&lt;")
