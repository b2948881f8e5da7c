"""A paper as it lies on a reviewer's desk: what was read, what was drafted, what was decided, how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pipeline.checks.kept import kept
from pipeline.checks.rules import findings_key, may_be_remembered, rules
from pipeline.checks.runner.summaries import look_at_summary
from pipeline.checks.severities import Severities
from pipeline.config import Settings
from pipeline.errors import StoreError
from pipeline.models.decision import Decision
from pipeline.models.draft import Draft
from pipeline.models.finding import Finding, Found
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary
from pipeline.review.chain import verify
from pipeline.review.standing import Standing, standing
from pipeline.review.statement import ReviewStatement
from pipeline.review.statements import review_statements
from pipeline.store.dossiers import Dossier
from pipeline.store.papers import PaperRow
from pipeline.store.parsed import StoredPaper
from pipeline.store.store import Store


@dataclass(frozen=True)
class Case:
    """A paper as it lies on the reviewer's desk."""

    row: PaperRow
    stored_paper: StoredPaper
    draft: Draft
    decisions: tuple[Decision, ...]
    standing: Standing
    fit_for_pages: bool = False
    """See `Found`; False where nobody has asked."""
    reading_grade: float | None = None

    @property
    def paper(self) -> Paper:
        """The paper as it was parsed. Raises StoreError where it cannot be read any more."""
        return self.stored_paper.paper

    @cached_property
    def statements(self) -> tuple[ReviewStatement, ...]:
        """The draft as a reviewer goes through it."""
        return review_statements(self.draft.summary, self.standing)


def open_case(store: Store, row: PaperRow, settings: Settings) -> Case:
    """The paper of a row, with its draft, its findings, and its sound chain.

    Raises StoreError, and SetupError for severities that cannot be.

    The standing is that of the content as it is now: were it changed behind Layline's back, no approval would fit.
    """
    return case_of(store, store.dossiers.of(row), settings)


def case_of(store: Store, dossier: Dossier, settings: Settings, *, anew: bool = False) -> Case:
    """The same from what was read of the store already; `anew` has every check run, whatever is remembered."""
    draft, row = dossier.draft, dossier.row
    decisions = sound_chain(row, dossier.decisions)
    paper = load_paper(store, row)
    beside = Beside(store, row.id, paper, settings)
    remembered = None if anew else dossier.remembered(findings_key(dossier.summary_text, paper.sha256))
    found = remembered or beside.checked_anew(draft.summary, dossier.summary_text)
    findings = beside.weighed((*found.findings, *kept(dossier.findings)))
    at = standing(decisions, findings, found.content)
    return Case(row, paper, draft, decisions, at, found.fit_for_pages, found.reading_grade)


@dataclass(frozen=True)
class Beside:
    """Finds what the checks find in summaries of one paper, or remembers it from the last time.

    What is remembered goes by the bytes of what is checked and by the rules (`checks.rules`): if any of it is another
    now, the checks run. Severities, waivers and approvals are never remembered.
    """

    store: Store
    paper_id: PaperId
    paper: StoredPaper
    settings: Settings

    def found(self, summary: Summary, others: Iterable[Finding]) -> Found:
        """What the checks find, with others that nothing could make anew, as the site weighs it."""
        text = summary.model_dump_json()
        known = self.store.known.find(findings_key(text, self.paper.sha256))
        found = known or self.checked_anew(summary, text)
        return found.model_copy(update={"findings": self.weighed((*found.findings, *others))})

    def checked_anew(self, summary: Summary, text: str) -> Found:
        """What the checks find now in a summary that is stored as this text; remembered, unless a check broke down."""
        found = look_at_summary(summary, self.paper.paper)
        if may_be_remembered(found):
            self._remember(findings_key(text, self.paper.sha256), found)
        return found

    def weighed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings at the severities of this site."""
        return Severities.of(self.settings.severities).weigh(findings)

    def _remember(self, key: Sha256, found: Found) -> None:
        try:
            self.store.known.remember(key, rules(), self.paper_id, found)
        except StoreError as error:
            # Whoever only reads must be able to while another writes: nothing is lost but the time of the next check.
            if error.kind not in ("database_busy", "database_unavailable"):
                raise


def load_paper(store: Store, row: PaperRow) -> StoredPaper:
    """The paper as it was parsed. Raises StoreError when it was not, with what to do."""
    if row.paper_hash is None:
        remedy = row.error.remedy if row.error else "Run `layline run` first."
        raise StoreError(f"{row.display_id} has not been parsed", remedy=remedy, kind="not_parsed")
    return store.parsed.stored(row.paper_hash)


def sound_chain(row: PaperRow, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions on a paper. Raises StoreError (`chain_broken`) when one was changed, dropped or forged."""
    verdict = verify(decisions, row.chain_head)
    if not verdict.sound:
        raise StoreError(
            f"the record of decisions on {row.display_id} is not sound: {verdict.why}",
            remedy="It was changed outside Layline. Restore the database from a backup.",
            kind="chain_broken",
        )
    return decisions
