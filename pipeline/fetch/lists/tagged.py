"""Reads RIS and PubMed's NBIB: a tag and a value a line.

Sources: the RIS specification of Research Information Systems (`ER` ends an entry), NLM's "MEDLINE/PubMed Data Element
Descriptions" (an entry begins with `PMID-`; `AID`, `LID` carry a DOI with `[doi]` behind it).
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.fetch.lists.entry import Entry

_RIS: Final = re.compile(r"^\s*([A-Z][A-Z0-9])  ?-\s?(.*)$")
_NBIB: Final = re.compile(r"^([A-Z]{2,4})\s*-\s(.*)$")
_RIS_IDS: Final = ("DO", "C7", "L3", "M3", "AN", "ID", "UR", "L2")
_RIS_TITLES: Final = ("TI", "T1")


def read_ris(text: str) -> Iterator[Entry]:
    """The entries of a RIS file."""
    fields: dict[str, list[str]] = {}
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        found = _RIS.match(line.lstrip("\ufeff"))
        if not found:
            continue
        tag, value = found[1], found[2].strip()
        if tag == "TY":
            fields, start = {}, number
        fields.setdefault(tag, []).append(value)
        if tag == "ER":
            yield _ris_entry(start or number, fields)
            fields, start = {}, 0
    if len(fields) > 1:
        yield _ris_entry(start, fields)


def _ris_entry(line: int, fields: dict[str, list[str]]) -> Entry:
    candidates = tuple(value for tag in _RIS_IDS for value in fields.get(tag, ()) if value)
    title = next((value for tag in _RIS_TITLES for value in fields.get(tag, ())), "an entry without a title")
    from_pubmed = any("pubmed" in value.lower() or "medline" in value.lower() for value in fields.get("DB", ()))
    return Entry(line, title[:100], candidates, tuple(fields.get("AN", ())) if from_pubmed else ())


def read_nbib(text: str) -> Iterator[Entry]:
    """The entries of an NBIB file."""
    fields: dict[str, list[str]] = {}
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        found = _NBIB.match(line.lstrip("\ufeff"))
        if not found:
            continue
        if found[1] == "PMID" and fields:
            yield _nbib_entry(start, fields)
            fields = {}
        start = number if not fields else start
        fields.setdefault(found[1], []).append(found[2].strip())
    if fields:
        yield _nbib_entry(start, fields)


def _nbib_entry(line: int, fields: dict[str, list[str]]) -> Entry:
    dois = [value.removesuffix("[doi]").strip() for tag in ("LID", "AID") for value in fields.get(tag, ())
            if value.endswith("[doi]")]  # fmt: skip
    title = next(iter(fields.get("TI", ())), "an entry without a title")
    return Entry(line, title[:100], (*dois, *fields.get("PMC", ())), tuple(fields.get("PMID", ())))
