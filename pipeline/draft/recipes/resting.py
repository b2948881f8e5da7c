"""Gives the statements of the second step the quotes of the claims that they rest on."""

from collections.abc import Mapping, Sequence

from pipeline.draft.replies.draft import DraftReply, ImplicationsReply, Statement, StudyReply
from pipeline.draft.replies.facts import ClaimReply
from pipeline.draft.replies.writing import Resting, WritingReply


def as_draft(
    study: StudyReply, claims: Sequence[ClaimReply], written: WritingReply
) -> tuple[DraftReply, tuple[str, ...]]:
    """The draft that both steps amount to, and a note for each id that no claim has."""
    proofs = _Proofs({f"c{number}": claim.quotes for number, claim in enumerate(claims, start=1)})
    said = written.practical_implications
    draft = DraftReply(
        plain_title=written.plain_title,
        key_messages=proofs.of(written.key_messages),
        simple_explanation=proofs.of(written.simple_explanation),
        study=study,
        key_findings=proofs.of(written.key_findings),
        research_summary=proofs.of(written.research_summary),
        practical_implications=ImplicationsReply(
            clinical_practice=proofs.of(said.clinical_practice),
            policy=proofs.of(said.policy),
            future_research=proofs.of(said.future_research),
            people_living_with_sci=proofs.of(said.people_living_with_sci),
        ),
        limitations=proofs.of(written.limitations),
        what_this_does_not_mean=proofs.of(written.what_this_does_not_mean),
        harms=proofs.of(written.harms),
        glossary=written.glossary,
        categories=written.categories,
    )
    return draft, tuple(proofs.notes)


class _Proofs:
    def __init__(self, quotes: Mapping[str, list[str]]) -> None:
        self._quotes = quotes
        self.notes: dict[str, None] = {}

    def of(self, statements: Sequence[Resting]) -> list[Statement]:
        return [Statement(text=said.text, quotes=self._quotes_of(said)) for said in statements]

    def _quotes_of(self, said: Resting) -> list[str]:
        names = dict.fromkeys(name.strip() for name in said.claims)
        for name in names:
            if name not in self._quotes:
                self.notes[f"A statement names the claim {name!r}, which does not exist: {said.text[:120]}"] = None
        return list(dict.fromkeys(quote for name in names for quote in self._quotes.get(name, ())))
