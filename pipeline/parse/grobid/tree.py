"""From bytes to the TEI element, without network, entities or huge trees, its running text told in the words of JATS.

One reader of running text and tables serves both: what GROBID writes as `ref`, `hi` and `cell` gets the names that
JATS has for the same thing.
"""

from typing import Any, Final

from lxml import etree

from pipeline.errors import ParseError
from pipeline.text.safe_xml import safe_parser

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of a reply. GROBID writes about twice the text of a paper; the longest stay far below this."""

_TEI: Final = "{http://www.tei-c.org/ns/1.0}"
_RAISED: Final = frozenset({"superscript", "sup"})
_REMEDY: Final = "Look at the log of the GROBID server, and at the address in grobid_url."


def tei_element(data: bytes, name: str) -> Any:
    """The TEI element of `data`, tags without namespaces.

    Raises:
        ParseError: `too_large`, `bad_xml` (not well-formed, or with a document type), `not_tei`.
    """
    if len(data) > LARGEST:
        message = f"{name}: GROBID answered with {len(data) // (1024 * 1024)} MB of XML"
        raise ParseError(message, kind="too_large", remedy="Check that the file is one paper.")
    root = _parsed(data, name)
    for element in root.iter(etree.Element):
        element.tag = element.tag.removeprefix(_TEI)
    if root.tag != "TEI":
        message = f"{name}: GROBID answered with XML that is not TEI (its root is {str(root.tag)[:60]!r})"
        raise ParseError(message, kind="not_tei", remedy=_REMEDY)
    _rename(root)
    return root


def _parsed(data: bytes, name: str) -> Any:
    try:
        root = etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ParseError(f"{name}: GROBID's XML is not well-formed: {error}", kind="bad_xml", remedy=_REMEDY) from error
    if root.getroottree().docinfo.doctype:
        # GROBID writes none; entities are how XML is made to explode or to read files.
        raise ParseError(f"{name}: GROBID's XML declares a document type", kind="bad_xml", remedy=_REMEDY)
    return root


def _rename(root: Any) -> None:
    for element in root.iter("ref", "hi", "lb", "cell"):
        match element.tag:
            case "ref" if element.get("type") == "bibr":
                element.tag = "xref"
                element.set("ref-type", "bibr")
            case "hi" if element.get("rend") in _RAISED:
                element.tag = "sup"
            case "lb":
                element.tag = "break"
            case "cell":
                _rename_cell(element)


def _rename_cell(cell: Any) -> None:
    """TEI counts `cols` and `rows`; a row with the role `label` is a heading of the table."""
    row = cell.getparent()
    cell.tag = "th" if "label" in (cell.get("role"), row.get("role")) else "td"
    for tei, jats in (("cols", "colspan"), ("rows", "rowspan")):
        if cell.get(tei):
            cell.set(jats, cell.get(tei))


def page_of(element: Any) -> int | None:
    """The page on which an element begins, from its `coords` or the first ones within it; None where there are none.

    `coords` holds boxes parted by semicolons, each `page,x,y,width,height`, pages counted from 1 (GROBID, "Coordinates
    of structures in the original PDF").
    """
    boxes = (each.get("coords") for each in element.iter(etree.Element))
    first = next((box for box in boxes if box), "")[:20].partition(",")[0].strip()
    return int(first) if first.isascii() and first.isdigit() and 0 < len(first) < 6 and int(first) else None
