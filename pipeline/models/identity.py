"""When are two files one article? Identifiers decide; a title only when it is equal to the letter."""

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Final

from pipeline.models.ids import Doi
from pipeline.models.paper import ArticleType, Metadata

_MIN_TITLE_WORDS: Final = 5
"""Shorter titles ("Introduction", "Spinal cord injury") are shared by different articles."""
_VERSION: Final = re.compile(r"[./]v?\d{1,2}$")
_SAME_TITLE_RATIO: Final = 0.6
"""Below this two titles are different; chosen wide, since one DOI with two titles goes to a person anyway."""


def title_key(title: str | None) -> str | None:
    """A title reduced to its letters and digits, or None where it is too short to tell articles apart."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKD", title or "").casefold())
    return " ".join(words) if len(words) >= _MIN_TITLE_WORDS else None


def titles_agree(one: str | None, other: str | None) -> bool:
    """Whether two titles can be of one article; a missing title agrees with any."""
    if not one or not other:
        return True
    left, right = " ".join(re.findall(r"\w+", one.casefold())), " ".join(re.findall(r"\w+", other.casefold()))
    return left in right or right in left or SequenceMatcher(None, left, right).ratio() >= _SAME_TITLE_RATIO


def dois_agree(one: Doi | None, other: Doi | None) -> bool:
    """Whether two files with equal titles can be one article by their DOIs.

    A missing DOI agrees with any. So do versions of one DOI (F1000's `….2`, preprints' `…/v2`), which each have a
    DOI of their own, and a DOI that a line break in a PDF cut short.
    """
    if not one or not other:
        return True
    return are_versions(one, other) or one.startswith(other) or other.startswith(one)


def are_versions(one: Doi, other: Doi) -> bool:
    """Whether two DOIs are equal, or differ in what F1000 and preprint servers append for a version."""
    return _VERSION.sub("", one) == _VERSION.sub("", other)


def lookup_ids(metadata: Metadata) -> dict[str, str | None]:
    """The values by which another file of the same article can be found."""
    return {
        "doi": metadata.doi,
        "pmid": metadata.pmid,
        "pmcid": metadata.pmcid,
        "title_key": title_key(metadata.title),
    }


def both_or_neither_notice(one: ArticleType, other: ArticleType) -> bool:
    """A notice carries the title, sometimes the DOI, of the article it speaks of, and is not that article."""
    return one.is_notice == other.is_notice
