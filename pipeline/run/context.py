"""What every stage needs: the store, worker processes, and somebody to tell.

The store is called at once, in the loop's own thread. A transaction takes well under a millisecond; handing each to a
thread costs more, in changes of thread and waits for the interpreter's lock (measured with `evals.bench.drafting`).
Where another process holds the database, the loop waits with it; no transaction is long.
"""

from dataclasses import dataclass, field

from pipeline.checks.severities import Severities
from pipeline.draft.asking.waiting import Waiting
from pipeline.errors import SetupError
from pipeline.models.ids import PaperId
from pipeline.models.status import StageError, Status
from pipeline.run.events import Reporter, Settled
from pipeline.run.workers import Workers
from pipeline.store.store import Store


@dataclass
class Halt:
    """Why no more drafts are begun in this run; what is under way comes to its end."""

    reason: SetupError | None = None


@dataclass(frozen=True)
class Context:
    """Handed from the run to its stages."""

    store: Store
    workers: Workers
    report: Reporter
    severities: Severities
    halt: Halt = field(default_factory=Halt)
    gathered: dict[PaperId, tuple[Waiting, ...]] = field(default_factory=dict)
    """Papers whose drafts wait for replies that this run does not ask for: they are for a batch."""
    way: str = ""
    """How this run drafts, as a hash: kept with a draft that failed."""

    def fail(self, paper_id: PaperId, name: str, error: StageError) -> None:
        """Put a failed stage on record and tell it."""
        self.store.stages.fail(paper_id, error.model_copy(update={"way": self.way}))
        self.report(Settled(paper_id, name, error.stage, Status.FAILED, error=error))
