"""Everything that is held against a summary when it is drafted: the checks, the extracted facts, a judge."""

from collections.abc import Callable
from pathlib import Path

from pipeline.checks.disagreements import disagreements, not_compared
from pipeline.checks.rules import CHECK_FAILED, findings_key, may_be_remembered, rules
from pipeline.models.finding import Finding, Severity
from pipeline.models.hashing import content_hash
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.study import StudyFacts
from pipeline.models.summary import DrafterKind, Summary
from pipeline.run.attempts import Checked
from pipeline.run.context import Context
from pipeline.run.judging import Judging
from pipeline.run.paper_work import check, read_facts
from pipeline.run.workers import WorkerError


class Checker:
    """Checks the attempts at one paper. `file` adds what a summary is filed under before it is checked and kept.

    Verdicts of a judge that cannot be used are asked for anew from `attempt_from` on.
    """

    def __init__(
        self,
        context: Context,
        paper_id: PaperId,
        paper: Path,
        file: Callable[[Summary], Summary],
        judging: Judging | None,
        attempt_from: int = 1,
    ) -> None:
        self._context = context
        self._paper_id, self._paper = paper_id, paper
        self._file = file
        self._judging = judging
        self._attempt_from = attempt_from
        self._facts: StudyFacts | None = None

    async def check(self, summary: Summary) -> Checked:
        """The summary as it would be kept, with everything found. Raises DraftError where a judge is not reached.

        What a judge answers and nobody can use is a finding: the draft is paid for, and is kept.
        """
        filed = self._file(summary)
        findings, content = await self._findings(filed)
        if filed.drafted_by.kind is DrafterKind.MODEL:
            findings += await self._beside_the_rules(filed)
            findings += await self._judging.findings(filed, self._attempt_from) if self._judging else ()
        return Checked(filed, content, self._context.severities.weigh(findings))

    async def _findings(self, summary: Summary) -> tuple[tuple[Finding, ...], Sha256]:
        text = summary.model_dump_json()
        try:
            found, paper = await self._context.workers.call(check, self._paper, text)
        except WorkerError as error:
            # Never a hole: what could not be checked blocks, and no reviewer can waive that.
            message = f"The checks could not be run to their end: {error.message}."
            finding = Finding(
                check=CHECK_FAILED, severity=Severity.BLOCK, place="", message=message, excerpt="", waivable=False
            )
            return (finding,), content_hash(summary)
        if may_be_remembered(found):
            self._context.store.known.remember(findings_key(text, paper), rules(), self._paper_id, found)
        return found.findings, found.content

    async def _beside_the_rules(self, summary: Summary) -> tuple[Finding, ...]:
        try:
            if self._facts is None:
                read = await self._context.workers.call(read_facts, self._paper)
                self._facts = StudyFacts.model_validate_json(read)
        except WorkerError as error:
            return (not_compared(error.message),)
        return disagreements(summary.study, self._facts)
