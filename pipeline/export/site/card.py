"""A page as the lists, the feed and the search of a site show it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.export.contract import PublishedPage
from pipeline.export.file_names import file_name
from pipeline.export.index import IndexEntry
from pipeline.models.ids import Sha256
from pipeline.models.summary import Summary

_LEAD: Final = 300
"""Characters of the first key message that a list shows."""
JOINT: Final = " · "
"""Between the terms of a card."""
_WORD: Final = re.compile(r"[^\W\d_]{4,40}")
"""What is worth looking for: shorter words stand on every page."""


@dataclass(frozen=True)
class Card:
    """Text of one page, ready to print, and what it is searched and sorted by."""

    path: str
    title: str
    source: str
    lead: str
    text: str
    categories: tuple[str, ...]
    approved_at: str
    id: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Each text that lists and search tell of the page."""
        return (self.title, self.source, self.lead, *self.text.split(JOINT), *self.categories)

    @cached_property
    def digest(self) -> Sha256:
        """A hash of everything that lists, feeds and search tell of the page."""
        told = (self.path, self.title, self.source, self.lead, self.text, self.categories, self.approved_at, self.id)
        return Sha256.of(repr(told).encode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Link:
    """A link to a category, with the number of its pages."""

    path: str
    text: str
    count: int


def card_of(entry: IndexEntry, lead: str, terms: str) -> Card:
    """The card of an entry, with the texts that were kept for it."""
    told = (entry.journal, entry.year, f"evidence level {entry.evidence_level} of 5" if entry.evidence_level else None)
    return Card(
        path=paper_path(entry.name),
        title=shortened(entry.plain_title),
        source=", ".join(part for part in told if part),
        lead=lead,
        text=terms,
        categories=entry.categories,
        approved_at=entry.approved_at,
        id=entry.id,
    )


def paper_path(name: str) -> str:
    """Where the page of a paper stands on the site."""
    return f"papers/{name}.html"


def category_path(category: str, number: int = 0) -> str:
    """Where a page of a category's list stands, 0 for the first one; no file name holds a tilde otherwise."""
    return f"category/{file_name(category.lower())}{f'~{number}' if number else ''}.html"


def category_links(categories: Iterable[str], counts: dict[str, int] | None = None) -> tuple[Link, ...]:
    """Links to categories, in the order given."""
    return tuple(Link(category_path(each), each, (counts or {}).get(each, 0)) for each in categories)


def lead_of(page: PublishedPage) -> str:
    """The first thing that the page tells, in one line."""
    first = next((claim.text for claim in (*page.summary.key_messages, *page.summary.simple_explanation)), "")
    return shortened(first)


def terms_of(page: PublishedPage) -> str:
    """The words by which a reader may look for the page, lay and technical."""
    summary = page.summary
    texts = (
        summary.citation.title,
        *summary.citation.authors,
        *summary.categories,
        *(claim.text for claim in summary.key_messages),
        *(entry.term for entry in summary.glossary),
    )
    known = set(_WORD.findall(" ".join(texts).lower()))
    more = (word for word in dict.fromkeys(_WORD.findall(_running_text(summary))) if word not in known)
    return JOINT.join((*texts, " ".join(more)))  # words by themselves, `test`, would look like filler


def _running_text(summary: Summary) -> str:
    """What is told in sentences; of these only the words are kept, each once, since every reader loads the index."""
    claims = (*summary.simple_explanation, *summary.key_findings, *summary.harms)
    return " ".join((*(claim.text for claim in claims), *(entry.plain for entry in summary.glossary))).lower()


def shortened(text: str, longest: int = _LEAD) -> str:
    """The beginning of a text, cut between words, with a mark where it was cut."""
    if len(text) <= longest:
        return text
    head = text[:longest]
    return (head.rpartition(" ")[0] or head) + " …"
