"""The summary: everything a reader will see, in one frozen value with one hash."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, Literal, Self

from pydantic import model_validator

from pipeline.models.base import Frozen
from pipeline.models.claim import Claim
from pipeline.models.evidence_level import EvidenceLevel, evidence_level
from pipeline.models.ids import Doi
from pipeline.models.missing import Missing
from pipeline.models.paper import ArticleType, Basis, Licence, Metadata
from pipeline.models.study import StudyFacts

SCHEMA_VERSION: Final = "1.0"


class Citation(Frozen):
    """The paper that the page is about, as the reader will see it cited."""

    title: str
    authors: tuple[str, ...]
    journal: str | None
    published: str | None
    doi: Doi | None
    pmid: str | None
    pmcid: str | None
    article_type: ArticleType
    licence: Licence | None
    basis: Basis


def cite(metadata: Metadata, basis: Basis) -> Citation:
    """The citation of a paper; a paper without a title cannot be cited (ValueError)."""
    if not metadata.title:
        raise ValueError("the paper has no title")
    return Citation(
        title=metadata.title,
        authors=tuple(author.name for author in metadata.authors),
        journal=metadata.journal,
        published=metadata.published,
        doi=metadata.doi,
        pmid=metadata.pmid,
        pmcid=metadata.pmcid,
        article_type=metadata.article_type,
        licence=metadata.licence,
        basis=basis,
    )


class DrafterKind(StrEnum):
    """Who wrote the first version: a language model, or rules that pick the paper's own sentences."""

    MODEL = "model"
    OFFLINE = "offline"


class DraftedBy(Frozen):
    """How this text came about; part of the content, because the reader is told."""

    kind: DrafterKind
    model: str | None = None
    edited_by: tuple[str, ...] = ()


class GlossaryEntry(Frozen):
    """A term and what it means in plain words."""

    term: str
    plain: str


class Implications(Frozen):
    """What the study may mean, by audience."""

    clinical_practice: tuple[Claim, ...]
    policy: tuple[Claim, ...]
    future_research: tuple[Claim, ...]
    people_living_with_sci: tuple[Claim, ...]


class Summary(Frozen):
    """The page. Lists hold claims or strings; what is empty or None has its reason in `missing`.

    Its content hash is what a person approves: a change of any character is another content.
    """

    schema_version: Literal["1.0"]
    citation: Citation
    drafted_by: DraftedBy
    plain_title: str
    key_messages: tuple[Claim, ...]
    simple_explanation: tuple[Claim, ...]
    study: StudyFacts
    evidence_level: EvidenceLevel
    key_findings: tuple[Claim, ...]
    research_summary: tuple[Claim, ...]
    practical_implications: Implications
    limitations: tuple[Claim, ...]
    what_this_does_not_mean: tuple[Claim, ...]
    harms: tuple[Claim, ...]
    glossary: tuple[GlossaryEntry, ...]
    categories: tuple[str, ...]
    missing: tuple[Missing, ...]

    @model_validator(mode="after")
    def _level_is_computed(self) -> Self:
        if self.evidence_level != evidence_level(self.study):
            raise ValueError("evidence_level is computed from the study's facts and cannot be set")
        return self

    @model_validator(mode="after")
    def _missing_is_told(self) -> Self:
        told, empty = {entry.field for entry in self.missing}, set(empty_field_names(dict(self)))
        if told != empty:
            raise ValueError(f"missing must name exactly what is empty: {sorted(told ^ empty)}")
        return self


_MAY_BE_EMPTY: Final = ("glossary", "categories", "missing", "what_this_does_not_mean")


def empty_field_names(fields: Mapping[str, object]) -> tuple[str, ...]:
    """The JSON pointers of what is empty or None in a summary's fields (values of models, or plain JSON).

    These are exactly what `Summary.missing` has to name.
    """
    parts = (("", fields), ("/study", fields["study"]), ("/practical_implications", fields["practical_implications"]))
    return tuple(
        f"{prefix}/{name}"
        for prefix, part in parts
        for name, value in (part.items() if isinstance(part, Mapping) else dict(part).items())  # type: ignore[call-overload]
        if name not in _MAY_BE_EMPTY and (value is None or value in ((), []))
    )


def empty_fields(
    study: StudyFacts, implications: Implications, lists: Mapping[str, tuple[Claim, ...]]
) -> tuple[str, ...]:
    """The same, for a summary that is still in its parts."""
    return empty_field_names({**lists, "study": study, "practical_implications": implications})


def claims(summary: Summary) -> Iterator[tuple[str, Claim]]:
    """Every claim with its JSON pointer, in the order in which a reader meets them."""
    lists = (
        ("key_messages", summary.key_messages),
        ("simple_explanation", summary.simple_explanation),
        ("key_findings", summary.key_findings),
        ("research_summary", summary.research_summary),
        *((f"practical_implications/{name}", value) for name, value in summary.practical_implications),
        ("limitations", summary.limitations),
        ("what_this_does_not_mean", summary.what_this_does_not_mean),
        ("harms", summary.harms),
    )
    for name, items in lists:
        for index, claim in enumerate(items):
            yield f"/{name}/{index}", claim


def shown_texts(summary: Summary) -> Iterator[tuple[str, str]]:
    """The place (JSON pointer) and text of everything that no rendered page may leave out."""
    yield "/plain_title", summary.plain_title
    yield "/citation/title", summary.citation.title
    for place, claim in claims(summary):
        yield f"{place}/text", claim.text
        for number, evidence in enumerate(claim.evidence):
            yield f"{place}/evidence/{number}/quote", evidence.quote
    for number, entry in enumerate(summary.glossary):
        yield f"/glossary/{number}/term", entry.term
        yield f"/glossary/{number}/plain", entry.plain
