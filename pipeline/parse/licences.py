"""The licence that a document prints, from its link or its wording."""

import re
from typing import Final

from pipeline.models.paper import Licence

_LINK: Final = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(?:licenses/(by(?:-nc)?(?:-nd|-sa)?)(?:/(\d\.\d))?|publicdomain/(zero)/(1\.0))"
    r"(?:/igo)?/?",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(
    r"\bCC[ -]?(BY(?:-NC)?(?:-(?:ND|SA))?)(?:[ -]?(?:v(?:ersion)? ?)?(\d\.\d))?\b", re.IGNORECASE
)
_WORDED: Final = re.compile(
    r"creative commons (?:attribution|cc)((?:[ \-\u2013]{0,3}(?:non[- ]?commercial"
    r"|no[- ]?deriv(?:ative)?s?|share[- ]?alike)){0,2})"
    r"(?:[^.;]{0,60}?(\d\.\d))?",
    re.IGNORECASE,
)
_PUBLIC_DOMAIN: Final = re.compile(r"\bCC0\b|public domain dedication|free of all copyright", re.IGNORECASE)


def licence_in(text: str) -> Licence | None:
    """The first Creative Commons licence that `text` names, by link, by short name or in words; else None."""
    if link := _LINK.search(text):
        return licence_of_url(link.group(0))
    if short := _SHORT.search(text):
        return Licence(name=_name(short.group(1), short.group(2)))
    if worded := _WORDED.search(text):
        return Licence(name=_name("by" + _clauses(worded.group(1) or ""), worded.group(2)))
    return Licence(name="CC0 1.0") if _PUBLIC_DOMAIN.search(text) else None


def licence_of_url(url: str) -> Licence:
    """The licence behind a link; a link that is not Creative Commons' keeps its URL and has no name."""
    link = _LINK.search(url)
    if not link:
        return Licence(url=url)
    whole = link.group(0) if "://" in link.group(0) else f"https://{link.group(0)}"
    return Licence(url=whole, name="CC0 1.0" if link.group(3) else _name(link.group(1), link.group(2)))


def _clauses(words: str) -> str:
    low = words.lower()
    order = (("commercial", "-nc"), ("deriv", "-nd"), ("alike", "-sa"))
    return "".join(clause for cue, clause in order if cue in low)


def _name(clauses: str, version: str | None) -> str:
    return f"CC {clauses.upper()}" + (f" {version}" if version else "")
