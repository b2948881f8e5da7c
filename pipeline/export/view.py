"""A page as its templates see it: text and lists of text only, in the order in which a reader meets them."""

from dataclasses import dataclass

from pipeline.export import wording
from pipeline.export.contract import PublishedPage
from pipeline.models import words
from pipeline.models.claim import Claim
from pipeline.models.summary import Summary


@dataclass(frozen=True)
class Proof:
    """A quote from the paper and where it stands."""

    quote: str
    place: str


@dataclass(frozen=True)
class Statement:
    """A statement with its proofs, or with the reason why it has none."""

    text: str
    proofs: tuple[Proof, ...]
    unproved: str


@dataclass(frozen=True)
class Part:
    """A titled part of the page: statements, or why there are none."""

    name: str
    title: str
    statements: tuple[Statement, ...]
    missing: str
    as_list: bool


@dataclass(frozen=True)
class Fact:
    """A labelled fact of the study."""

    label: str
    text: str


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
    status: tuple[str, ...]
    """Sentences that a reader must see first: that the paper was retracted, or is a preprint."""
    basis: str
    drafted_by: str
    approved_by: str
    approved_on: str


def page_view(page: PublishedPage) -> PageView:
    """The view of a published page."""
    summary, citation = page.summary, page.summary.citation
    licence = citation.licence
    return PageView(
        title=summary.plain_title,
        paper_title=citation.title,
        authors=", ".join(citation.authors),
        journal=citation.journal or "",
        year=(citation.published or "")[:4],
        published=citation.published or "",
        doi=str(citation.doi or ""),
        doi_url=f"https://doi.org/{citation.doi}" if citation.doi else "",
        licence=(licence.name or licence.url or "") if licence else "",
        licence_url=_web_address(licence.url) if licence else "",
        categories=summary.categories,
        lead=(
            _part(summary, "key_messages"),
            _part(summary, "simple_explanation", as_list=False),
        ),
        facts=_facts(summary),
        body=(
            _part(summary, "key_findings"),
            _part(summary, "research_summary", as_list=False),
        ),
        implications=tuple(_implication(summary, name, title) for name, title in words.IMPLICATIONS.items()),
        tail=_tail(summary),
        glossary=tuple(Fact(entry.term, entry.plain) for entry in summary.glossary),
        status=wording.status(page.status),
        basis=wording.BASIS[citation.basis],
        drafted_by=wording.drafted_by(summary),
        approved_by=", ".join(page.approval.approved_by),
        approved_on=page.approval.approved_at[:10],
    )


def _tail(summary: Summary) -> tuple[Part, ...]:
    parts = (
        _part(summary, "limitations"),
        _part(summary, "what_this_does_not_mean"),
        _part(summary, "harms"),
    )
    return tuple(part for part in parts if part.statements or part.missing)


def _part(summary: Summary, name: str, *, as_list: bool = True) -> Part:
    claims: tuple[Claim, ...] = getattr(summary, name)
    return Part(name, words.PARTS[name], _statements(claims), wording.missing(summary, f"/{name}"), as_list)


def _implication(summary: Summary, name: str, title: str) -> Part:
    claims: tuple[Claim, ...] = getattr(summary.practical_implications, name)
    return Part(name, title, _statements(claims), wording.missing(summary, f"/practical_implications/{name}"), True)  # noqa: FBT003


def _statements(claims: tuple[Claim, ...]) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            claim.text,
            tuple(Proof(e.quote, _place(e.section, e.page)) for e in claim.evidence),
            words.MISSING[claim.unproved] if claim.unproved else "",
        )
        for claim in claims
    )


def _place(section: str | None, page: int | None) -> str:
    where = [section or "", f"page {page}" if page else ""]
    return ", ".join(part for part in where if part)


def _facts(summary: Summary) -> tuple[Fact, ...]:
    study, level = summary.study, summary.evidence_level
    grade = f"Level {level.level} of 5 ({level.rubric})" if level.level else f"No level ({level.rubric})"
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
        Fact("Evidence Level", f"{grade}. {level.because}"),
    )


def _optional(summary: Summary) -> tuple[Fact, ...]:
    """Facts that a page tells where they are known, and does not miss where they are not."""
    study = summary.study
    told = (
        ("countries", "; ".join(known.value for known in study.countries)),
        ("interventions", "; ".join(known.value for known in study.interventions)),
        ("primary_outcome", study.primary_outcome.value if study.primary_outcome else ""),
        ("certainty", words.CERTAINTY[study.certainty.value] if study.certainty else ""),
    )
    return tuple(Fact(words.FACTS[name], text) for name, text in told if text)


def _web_address(url: str | None) -> str:
    return url if url and url.startswith(("https://", "http://")) else ""
