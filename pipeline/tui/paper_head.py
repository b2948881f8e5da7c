"""The line over a paper: which it is, how it stands, what was seen and found, and who else has it."""

from textual.content import Content

from pipeline.models.finding import Severity
from pipeline.models.status import Status
from pipeline.text.in_words import in_words
from pipeline.tui.desk import Desk
from pipeline.tui.look import BLOCK, SOFT, STRONG, WARN, beside, told
from pipeline.tui.sitting import Sitting


def paper_head(sitting: Sitting, desk: Desk, *, flagged_first: bool) -> Content:
    """The line; what matters most stands first, since a narrow screen cuts its end."""
    at, hold = sitting.signing, sitting.hold
    blocking, warnings = at.found[Severity.BLOCK], at.found[Severity.WARN]
    why = sitting.case.row.hold_reason if sitting.status is Status.HELD else ""
    return beside(
        told("" if hold.is_of(desk.person) else f"{hold.person} has this open  ", WARN),
        told(in_words(sitting.status.value), STRONG),
        told(f": {why}" if why else "", WARN),
        told(f"  {at.seen}/{at.statements} seen  "),
        told(f"{blocking} block ", BLOCK if blocking else SOFT),
        told(f"{warnings} warn", WARN if warnings else SOFT),
        told(f" {at.waived} waived" if at.waived else "", SOFT),
        told("  flagged first" if flagged_first else "", STRONG),
        told(f"  {sitting.case.row.display_id}", SOFT),
    )
