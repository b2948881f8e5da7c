"""A check broke down on this text or did not read all of it, so nobody knows what it would have found.

Why it is wrong:
    A check that does not run must never look like a check that found nothing.
Wrong:
    Any text on which a check raises an error: a fault of Layline, worth a report.
    A statement of more than 50,000 characters: what lies behind is not held against the paper.
Right:
    Any text on which every check comes to its end.
Blind spots:
    A check that ends without an error but overlooks what it should see.
"""

from pipeline.checks.declaration import Group, RunnerCheck
from pipeline.models.finding import Severity

CHECK = RunnerCheck(
    name="check_failed",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
)
