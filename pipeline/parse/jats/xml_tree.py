"""From bytes to the article element, without network, entity expansion or huge trees."""

from typing import Any, Final

from lxml import etree

from pipeline.errors import ParseError
from pipeline.text.safe_xml import safe_parser

LARGEST: Final = 32 * 1024 * 1024
"""Bytes. A tree takes about ten times its text in memory; the longest articles of PubMed Central are below this."""

_MATHML: Final = "http://www.w3.org/1998/Math/MathML"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_REMEDY: Final = "Download the article's JATS XML again, or give its PDF instead."


def article_element(data: bytes, name: str) -> Any:
    """The article element of `data`, its tags without namespaces (`mml-` stands before those of MathML).

    Raises:
        ParseError: `too_large`, `bad_xml` (not well-formed, or it declares entities), `not_a_paper`.
    """
    if len(data) > LARGEST:
        size = len(data) // (1024 * 1024)
        message = f"{name} is {size} MB of XML; articles end far below {LARGEST // (1024 * 1024)} MB"
        raise ParseError(message, kind="too_large", remedy="Check that it is one article; give its PDF instead.")
    root = _parsed(data, name)
    _refuse_entities(root, name)
    for element in root.iter(etree.Element):
        element.tag = _plain(element.tag)
    return _article(root, name)


def _parsed(data: bytes, name: str) -> Any:
    try:
        return etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ParseError(f"{name} is not well-formed XML: {error}", kind="bad_xml", remedy=_REMEDY) from error


def _refuse_entities(root: Any, name: str) -> None:
    """Entities of a document's own are how XML is made to explode or to read files; articles do not need them."""
    internal = root.getroottree().docinfo.internalDTD
    declared = [entity.name for entity in internal.iterentities()] if internal is not None else []
    used = {node.name for node in root.iter(etree.Entity)}
    if used.intersection(declared) or len(declared) > 100:
        message = f"{name} declares XML entities of its own ({', '.join(declared[:3])}), which are not expanded"
        raise ParseError(message, kind="bad_xml", remedy=_REMEDY)


def _plain(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    return f"mml-{local}" if namespace == f"{{{_MATHML}" else local


def _article(root: Any, name: str) -> Any:
    article = root if root.tag == "article" else next(root.iter("article"), None)
    if article is None:
        message = f"{name} is XML without an article element (its root is {str(root.tag)[:60]!r})"
        raise ParseError(message, kind="not_a_paper", remedy="Give the article as JATS XML (NXML), or its PDF.")
    return article


def xlink(element: Any, name: str = "href") -> str:
    """An XLink attribute of `element`, or an empty string."""
    return str(element.get(_XLINK + name) or element.get(name) or "").strip()
