"""The one way in which XML is read that others wrote: no network, no entities, no DTD, no huge trees."""

from lxml import etree


def safe_parser() -> etree.XMLParser:
    """A parser for hostile XML; each document needs one of its own."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
