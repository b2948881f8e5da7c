"""Summaries and papers for the tests, made of a few words each."""

from collections.abc import Mapping, Sequence

from pipeline.models.claim import Claim, Evidence, Known, Match
from pipeline.models.evidence_level import evidence_level
from pipeline.models.missing import Missing, MissingReason
from pipeline.models.paper import ArticleType, Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.study import Sample, SampleRole, SampleUnit, Species, StudyDesign, StudyFacts
from pipeline.models.summary import (
    Citation,
    DraftedBy,
    DrafterKind,
    GlossaryEntry,
    Implications,
    Summary,
    empty_fields,
)
from pipeline.text.quotes import QuoteIndex

LISTS = (
    "key_messages",
    "simple_explanation",
    "key_findings",
    "research_summary",
    "limitations",
    "what_this_does_not_mean",
    "harms",
)
QUOTE = "Walking speed improved in the group that trained."


def paper_of(text: str, *, kind: SectionKind = SectionKind.RESULTS, heading: str = "Results") -> Paper:
    """A paper of one section; paragraphs are parted by blank lines."""
    builder = PaperBuilder()
    builder.heading(heading, kind)
    for paragraph in text.split("\n\n"):
        builder.paragraph(paragraph)
    return builder.build(
        Metadata(title="Walking after spinal cord injury", article_type=ArticleType.RESEARCH),
        basis=Basis.FULL_TEXT,
        parser="test",
        parser_version="1",
    )


def evidence_for(quote: str, paper: Paper) -> Evidence:
    """Evidence as the drafters make it: located, or on record as not found."""
    found = QuoteIndex(paper.text).locate(quote)
    if found is None:
        return Evidence(quote=quote, match=Match.NOT_FOUND)
    return Evidence(quote=quote, match=found.match, start=found.start, end=found.end)


def claim_of(text: str, *evidence: Evidence) -> Claim:
    """A claim with this evidence, or without any."""
    return Claim(text=text, evidence=evidence, unproved=None if evidence else MissingReason.NOT_IN_SOURCE)


def study_of(evidence: Evidence, samples: Sequence[tuple[int, str]] = ()) -> StudyFacts:
    """A randomised trial in people."""
    return StudyFacts(
        design=Known(value=StudyDesign.RCT, evidence=(evidence,)),
        species=Known(value=Species.HUMAN, evidence=(evidence,)),
        samples=tuple(
            Sample(n=n, unit=SampleUnit.PEOPLE, role=SampleRole(role), evidence=(evidence,)) for n, role in samples
        ),
        duration=None,
        follow_up=None,
        countries=(),
        interventions=(),
        primary_outcome=None,
        results=(),
        certainty=None,
        ais_grades=(),
        injury_levels=(),
        time_since_injury=None,
        registration=(),
        funding=None,
        conflicts=None,
    )


def summary_of(
    paper: Paper,
    lists: Mapping[str, Sequence[Claim]] | None = None,
    *,
    samples: Sequence[tuple[int, str]] = (),
    glossary: Sequence[tuple[str, str]] = (),
    plain_title: str = "Training and walking",
    study: StudyFacts | None = None,
    basis: Basis = Basis.FULL_TEXT,
    drafter: DrafterKind = DrafterKind.OFFLINE,
) -> Summary:
    """A summary with these claims and one well-formed limitation unless another is given."""
    proof = next((evidence_for(s, paper) for s in (paper.text.splitlines()[-1],) if s), None)
    base = proof or Evidence(quote="", match=Match.NOT_FOUND)
    claims = {name: tuple((lists or {}).get(name, ())) for name in LISTS}
    if "limitations" not in (lists or {}):
        claims["limitations"] = (claim_of("It was a short trial.", base),)
    study = study or study_of(base, samples)
    implications = Implications(clinical_practice=(), policy=(), future_research=(), people_living_with_sci=())
    missing = tuple(
        Missing(field=field, reason=MissingReason.NOT_IN_SOURCE) for field in empty_fields(study, implications, claims)
    )
    return Summary(
        schema_version="1.0",
        citation=Citation(
            title="Walking after spinal cord injury",
            authors=("A. Person",),
            journal=None,
            published=None,
            doi=None,
            pmid=None,
            pmcid=None,
            article_type=ArticleType.RESEARCH,
            licence=None,
            basis=basis,
        ),
        drafted_by=DraftedBy(kind=drafter),
        plain_title=plain_title,
        study=study,
        evidence_level=evidence_level(study),
        practical_implications=implications,
        glossary=tuple(GlossaryEntry(term=term, plain=plain) for term, plain in glossary),
        categories=(),
        missing=missing,
        **claims,
    )
