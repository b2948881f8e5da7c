"""Takes a draft and its findings in, in one transaction: a draft is never seen without its findings."""

from collections.abc import Sequence

from pipeline.models.draft import Draft
from pipeline.models.finding import Finding, Severity
from pipeline.models.status import Stage, StageState, Status
from pipeline.store.database import Database
from pipeline.store.drafts import put_draft
from pipeline.store.stages import settle


class Drafted:
    """Writes what the draft and check stages made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take_in(self, attempts: Sequence[tuple[Draft, tuple[Finding, ...]]]) -> Status:
        """Record checked attempts at a draft, the last of which stands from now on.

        The paper is blocked while a blocking finding is open in that one, else in review.
        """
        draft, findings = attempts[-1]
        blocked = any(finding.severity is Severity.BLOCK for finding in findings)
        status = Status.BLOCKED if blocked else Status.IN_REVIEW
        done = {Stage.DRAFT: StageState.DONE, Stage.CHECK: StageState.DONE}
        with self._database.write() as connection:
            for earlier, held in attempts[:-1]:
                put_draft(connection, earlier, held)
            put_draft(connection, draft, findings, status=status.value, error=None, note=None)
            settle(connection, draft.paper_id, done)
        return status
