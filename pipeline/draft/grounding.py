"""From a model's reply to a summary: every quote is looked up in the paper, and nothing is left out in silence."""

from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from pipeline.draft.assemble import Parts, assemble, headings
from pipeline.draft.replies.draft import DraftReply, ImplicationsReply, ResultFact, SampleFact, Statement, StudyReply
from pipeline.errors import DraftError
from pipeline.models.claim import Claim, Evidence, Known
from pipeline.models.missing import MissingReason
from pipeline.models.paper import Paper
from pipeline.models.study import (
    AisGrade,
    Certainty,
    InjuryLevel,
    Result,
    Sample,
    Species,
    StudyDesign,
    StudyFacts,
    TimeSinceInjury,
)
from pipeline.models.summary import DraftedBy, DrafterKind, GlossaryEntry, Implications, Summary
from pipeline.text.evidence import EvidenceFinder

V = TypeVar("V", covariant=True)  # noqa: PLC0105 — read only


class _Fact(Protocol[V]):
    """A fact of a reply: a value with its quotes."""

    @property
    def value(self) -> V: ...

    @property
    def quotes(self) -> list[str]: ...


def summary_from_reply(reply: DraftReply, paper: Paper, model: str) -> Summary:
    """The summary that a reply amounts to, drafted by `model`.

    Each quote is located in the paper; one that is not found stays, as not found, for the checks to stop. Raises
    DraftError `no_page_title` for a reply without a title, `no_title` for a paper without one.
    """
    if not reply.plain_title.strip():
        raise DraftError(
            "the model gave the page no title",
            remedy="Ask it again with `layline retry`, or draft with another model.",
            kind="no_page_title",
        )
    ground = _Grounding(paper)
    parts = Parts(
        plain_title=reply.plain_title,
        study=_study(reply.study, ground),
        implications=_implications(reply.practical_implications, ground),
        key_messages=ground.claims(reply.key_messages),
        simple_explanation=ground.claims(reply.simple_explanation),
        key_findings=ground.claims(reply.key_findings),
        research_summary=ground.claims(reply.research_summary),
        limitations=ground.claims(reply.limitations),
        harms=ground.claims(reply.harms),
        what_this_does_not_mean=ground.claims(reply.what_this_does_not_mean, MissingReason.NOT_APPLICABLE),
        glossary=tuple(GlossaryEntry(term=entry.term, plain=entry.plain) for entry in reply.glossary),
        categories=tuple(dict.fromkeys(reply.categories)),
    )
    everywhere = headings(paper)
    drafted_by = DraftedBy(kind=DrafterKind.MODEL, model=model)
    return assemble(
        paper, drafted_by, parts, searched=lambda _field: everywhere, reason=lambda _field: MissingReason.NOT_IN_SOURCE
    )


_REASON: Final = MissingReason.EXTRACTION_FAILED
"""Why a statement has no evidence when its quotes were left out: the drafter failed to give what it was asked for."""


class _Grounding:
    """Locates the quotes of one reply in one paper."""

    def __init__(self, paper: Paper) -> None:
        self._finder = EvidenceFinder(paper)
        self._seen: dict[str, Evidence] = {}

    def claims(self, statements: Sequence[Statement], unproved: MissingReason = _REASON) -> tuple[Claim, ...]:
        return tuple(
            Claim(text=said.text, evidence=self.evidence(said.quotes), unproved=None if said.quotes else unproved)
            for said in statements
        )

    def known(self, kind: type[Known[V]], fact: "_Fact[V] | None") -> Known[V] | None:
        return None if fact is None else self._known(kind, fact)

    def each(self, kind: type[Known[V]], facts: "Sequence[_Fact[V]]") -> tuple[Known[V], ...]:
        return tuple(self._known(kind, fact) for fact in facts)

    def _known(self, kind: type[Known[V]], fact: "_Fact[V]") -> Known[V]:
        return kind(value=fact.value, evidence=self.evidence(fact.quotes))

    def sample(self, fact: SampleFact) -> Sample:
        arm = fact.arm or None
        return Sample(n=fact.n, unit=fact.unit, role=fact.role, arm=arm, evidence=self.evidence(fact.quotes))

    def result(self, fact: ResultFact) -> Result:
        numbers, evidence = tuple(fact.numbers), self.evidence(fact.quotes)
        return Result(outcome=fact.outcome, direction=fact.direction, numbers=numbers, evidence=evidence)

    def evidence(self, quotes: Sequence[str]) -> tuple[Evidence, ...]:
        return tuple(self._located(quote) for quote in quotes)

    def _located(self, quote: str) -> Evidence:
        if quote not in self._seen:
            self._seen[quote] = self._finder.find(quote)
        return self._seen[quote]


def _study(study: StudyReply, ground: _Grounding) -> StudyFacts:
    return StudyFacts(
        design=ground.known(Known[StudyDesign], study.design),
        species=ground.known(Known[Species], study.species),
        samples=tuple(ground.sample(sample) for sample in study.samples),
        duration=ground.known(Known[str], study.duration),
        follow_up=ground.known(Known[str], study.follow_up),
        countries=ground.each(Known[str], study.countries),
        interventions=ground.each(Known[str], study.interventions),
        primary_outcome=ground.known(Known[str], study.primary_outcome),
        results=tuple(ground.result(result) for result in study.results),
        certainty=ground.known(Known[Certainty], study.certainty),
        ais_grades=ground.each(Known[AisGrade], study.ais_grades),
        injury_levels=ground.each(Known[InjuryLevel], study.injury_levels),
        time_since_injury=ground.known(Known[TimeSinceInjury], study.time_since_injury),
        registration=ground.each(Known[str], study.registration),
        funding=ground.known(Known[str], study.funding),
        conflicts=ground.known(Known[str], study.conflicts),
    )


def _implications(said: ImplicationsReply, ground: _Grounding) -> Implications:
    return Implications(
        clinical_practice=ground.claims(said.clinical_practice),
        policy=ground.claims(said.policy),
        future_research=ground.claims(said.future_research),
        people_living_with_sci=ground.claims(said.people_living_with_sci),
    )
