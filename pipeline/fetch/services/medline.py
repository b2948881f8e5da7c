"""What MEDLINE's links between articles mean, as PubMed and Europe PMC both carry them."""

import re
from typing import Final

from pipeline.fetch.services import fields
from pipeline.models.ids import Doi
from pipeline.models.notice import NoticeKind

_LINKS: Final = {
    "retractionin": NoticeKind.RETRACTION,
    "retractedandrepublishedin": NoticeKind.RETRACTION,
    "partialretractionin": NoticeKind.PARTIAL_RETRACTION,
    "erratumin": NoticeKind.ERRATUM,
    "correctedandrepublishedin": NoticeKind.CORRECTION,
    "expressionofconcernin": NoticeKind.EXPRESSION_OF_CONCERN,
}
_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS: Final = {name: number for number, name in enumerate(_NAMES, start=1)}
_DATE: Final = re.compile(r"\b([12]\d{3})\b(?:\s+([A-Z][a-z]{2})\b(?:\s+(\d{1,2})\b)?)?", re.ASCII)
_DOI: Final = re.compile(r"\bdoi:\s*(10\.\S+)", re.IGNORECASE)


def link_kind(name: str | None) -> NoticeKind | None:
    """The notice that a link to another article means for this one; None for "Comment in", "Retraction of"."""
    return _LINKS.get(re.sub(r"[\s_-]+", "", name or "").lower())


def reference_date(reference: str | None) -> str | None:
    """The date in a reference such as "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/…", ISO 8601."""
    found = _DATE.search(_DOI.sub("", reference or ""))
    return (
        fields.iso_date(int(found[1]), month_number(found[2]), int(found[3]) if found[3] else None) if found else None
    )


def reference_doi(reference: str | None) -> Doi | None:
    """The DOI in such a reference."""
    found = _DOI.search(reference or "")
    return fields.doi({"doi": found[1]}, "doi") if found else None


def month_number(word: str | None) -> int | None:
    """The number of a month as MEDLINE writes it (`Feb`, `02`), or None (`Winter`, `Jan-Feb`)."""
    plain = (word or "").strip().lower()
    if plain.isascii() and plain.isdigit() and len(plain) <= 2:
        return int(plain)
    return _MONTHS.get(plain[:3]) if "-" not in plain else None
