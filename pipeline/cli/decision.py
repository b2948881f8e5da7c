"""How the outcome of a decision is told; the commands that decide share it."""

from typing import TYPE_CHECKING

from pipeline.models.status import Status
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.decide import Outcome


def report_decision(outcome: "Outcome", *, as_json: bool) -> None:
    """Say what was decided and where the paper stands now."""
    from pipeline.cli.terminal import print_json, say

    decision, row = outcome.decision, outcome.case.row
    blocking = len(outcome.case.standing.blocking)
    if as_json:
        print_json(
            {
                "id": row.display_id,
                "status": outcome.status.value,
                "open_blocking": blocking,
                "decision": decision.model_dump(mode="json"),
            }
        )
        return
    status = in_words(outcome.status.value)
    about = f" of decision {decision.undoes}" if decision.undoes else ""
    say(f"{row.display_id}: {in_words(decision.kind.value)}{about} by {decision.by}; it is {status} now")
    if outcome.status is Status.PARSED:
        say("Next: layline run, which drafts it anew")
    if blocking:
        say(f"{so_many(blocking, 'blocking finding')} open: layline show {row.display_id}")
