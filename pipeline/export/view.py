"""A page as its templates see it: text and lists of text only, in the order in which a reader meets them."""

from dataclasses import dataclass
from typing import Any

from pipeline.export import wording
from pipeline.export.contract import PublishedPage
from pipeline.export.dates import told_date
from pipeline.export.parts import Part, Parts
from pipeline.export.source_links import doi_url
from pipeline.export.tips import Run, Tip, Tips
from pipeline.models import words
from pipeline.models.claim import Known
from pipeline.models.summary import Summary


@dataclass(frozen=True)
class Fact:
    """A labelled fact of the study; `runs` are its text cut where words have tips, and empty where none has one."""

    label: str
    text: str
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Correction:
    """What was changed on the page after it was first published: when, a sentence for each change, and why."""

    on: str
    changes: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class PageView:
    """Everything a template may print; nothing in it but text."""

    title: str
    paper_title: str
    authors: str
    journal: str
    year: str
    published: str
    doi: str
    doi_url: str
    licence: str
    licence_url: str
    categories: tuple[str, ...]
    lead: tuple[Part, ...]
    facts: tuple[Fact, ...]
    body: tuple[Part, ...]
    implications: tuple[Part, ...]
    tail: tuple[Part, ...]
    glossary: tuple[Fact, ...]
    tips: tuple[Tip, ...]
    """Meanings that open where a run names them by id; those that are used, each once."""
    status: tuple[str, ...]
    """Sentences that a reader must see first: that the paper was retracted, or is a preprint."""
    corrections: tuple[Correction, ...]
    """The newest first."""
    reading_level: str
    """Empty where the page is too short to have one."""
    basis: str
    drafted_by: str
    approved_by: str
    approved_on: str


def page_view(page: PublishedPage) -> PageView:
    """The view of a published page."""
    summary, citation = page.summary, page.summary.citation
    licence, parts = citation.licence, Parts(summary)
    return PageView(
        title=summary.plain_title,
        paper_title=citation.title,
        authors=", ".join(citation.authors),
        journal=citation.journal or "",
        year=(citation.published or "")[:4],
        published=told_date(citation.published or ""),
        doi=str(citation.doi or ""),
        doi_url=doi_url(citation.doi),
        licence=(licence.name or licence.url or "") if licence else "",
        licence_url=_web_address(licence.url) if licence else "",
        categories=summary.categories,
        lead=(parts.part("key_messages"), parts.part("simple_explanation", as_list=False)),
        facts=_with_tips(_facts(summary), parts.tips),
        body=(parts.part("key_findings"), parts.part("research_summary", as_list=False)),
        implications=parts.implications(),
        tail=parts.tail(),
        glossary=tuple(Fact(entry.term, entry.plain) for entry in summary.glossary),
        tips=parts.tips.used,
        status=wording.status(page.status),
        corrections=tuple(
            Correction(told_date(each.corrected_at), wording.changes(each), each.reasons)
            for each in reversed(page.corrections)
        ),
        reading_level=page.reading_level.told if page.reading_level else "",
        basis=wording.BASIS[citation.basis],
        drafted_by=wording.drafted_by(summary),
        approved_by=", ".join(page.approval.approved_by),
        approved_on=told_date(page.approval.approved_at),
    )


def _with_tips(facts: tuple[Fact, ...], tips: Tips) -> tuple[Fact, ...]:
    runs = tips.runs([fact.text for fact in facts])
    return tuple(Fact(fact.label, fact.text, cut) for fact, cut in zip(facts, runs, strict=True))


def _facts(summary: Summary) -> tuple[Fact, ...]:
    study = summary.study
    design = words.DESIGN[study.design.value] if study.design else ""
    participants = "; ".join(words.sample(sample) for sample in study.samples)
    return (
        Fact(words.FACTS["design"], design[:1].upper() + design[1:] or wording.missing(summary, "/study/design")),
        Fact(
            words.FACTS["duration"],
            study.duration.value if study.duration else wording.missing(summary, "/study/duration"),
        ),
        Fact(words.FACTS["samples"], participants or wording.missing(summary, "/study/samples")),
        *_optional(summary),
        Fact("Evidence Level", words.evidence_level(summary.evidence_level)),
    )


def _optional(summary: Summary) -> tuple[Fact, ...]:
    """Facts that a page tells where they are known, and does not miss where they are not."""
    told = ((name, _told(getattr(summary.study, name))) for name in words.ON_PAGE_IF_KNOWN)
    return tuple(Fact(words.FACTS[name], text) for name, text in told if text)


def _told(value: Known[Any] | tuple[Known[Any], ...] | None) -> str:
    known = value if isinstance(value, tuple) else (value,) if value else ()
    return "; ".join(words.fact(each.value) for each in known)


def _web_address(url: str | None) -> str:
    return url if url and url.startswith(("https://", "http://")) else ""
