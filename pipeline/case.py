"""A paper as it lies on a reviewer's desk: what was read, what was drafted, what was decided, how it stands."""

from dataclasses import dataclass
from functools import cached_property

from pipeline.checks.kept import kept
from pipeline.checks.run_checks import check_summary
from pipeline.checks.severities import Severities
from pipeline.config import Settings
from pipeline.errors import StoreError
from pipeline.models.decision import Decision
from pipeline.models.draft import Draft
from pipeline.models.finding import Finding
from pipeline.models.hashing import content_hash
from pipeline.models.paper import Paper
from pipeline.review.chain import verify
from pipeline.review.standing import Standing, standing
from pipeline.review.statement import ReviewStatement
from pipeline.review.statements import review_statements
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store


@dataclass(frozen=True)
class Case:
    """A paper as it lies on the reviewer's desk."""

    row: PaperRow
    paper: Paper
    draft: Draft
    decisions: tuple[Decision, ...]
    standing: Standing

    @cached_property
    def statements(self) -> tuple[ReviewStatement, ...]:
        """The draft as a reviewer goes through it."""
        return review_statements(self.draft.summary, self.standing)


def open_case(store: Store, row: PaperRow, settings: Settings) -> Case:
    """The paper of a row, with its draft, its findings made anew, and its sound chain.

    Raises StoreError, and SetupError for severities that cannot be.

    The standing is that of the content as it is now: were it changed behind Layline's back, no approval would fit.
    """
    draft = store.drafts.current(row)
    decisions = sound_chain(store, row)
    paper = load_paper(store, row)
    findings = findings_in(store, draft, paper, settings)
    return Case(row, paper, draft, decisions, standing(decisions, findings, content_hash(draft.summary)))


def findings_in(store: Store, draft: Draft, paper: Paper, settings: Settings) -> tuple[Finding, ...]:
    """What the checks find in a draft now, with what was found then and cannot be found anew, as the site weighs it."""
    known = kept(store.drafts.findings(draft.paper_id, draft.content_hash))
    return Severities.of(settings.severities).weigh((*check_summary(draft.summary, paper), *known))


def load_paper(store: Store, row: PaperRow) -> Paper:
    """The paper as it was parsed. Raises StoreError when it was not, with what to do."""
    if row.paper_hash is None:
        remedy = row.error.remedy if row.error else "Run `layline run` first."
        raise StoreError(f"{row.display_id} has not been parsed", remedy=remedy, kind="not_parsed")
    return store.parsed.load(row.paper_hash)


def sound_chain(store: Store, row: PaperRow) -> tuple[Decision, ...]:
    """The decisions on a paper. Raises StoreError (`chain_broken`) when one was changed, dropped or forged."""
    decisions = store.decisions.all(row.id)
    verdict = verify(decisions, row.chain_head)
    if not verdict.sound:
        raise StoreError(
            f"the record of decisions on {row.display_id} is not sound: {verdict.why}",
            remedy="It was changed outside Layline. Restore the database from a backup.",
            kind="chain_broken",
        )
    return decisions
