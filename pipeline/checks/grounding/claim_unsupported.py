"""A judge, shown only this statement and its quotes, finds it in none of them.

Why it is wrong:
    A quote that stands in the paper and does not say what the statement says proves nothing.
Wrong:
    "The training was safe" beside the quote "Participants trained three times a week for twelve weeks."
Right:
    A statement that one of its quotes says, in other words or in part.
Blind spots:
    Without a judge (`judge_model`) nobody looks. A judge errs: a statement that sums up several quotes, none of which
    says it alone, is told here though it may be true.
"""

from pipeline.checks.declaration import Group, RunnerCheck
from pipeline.models.finding import Severity

CHECK = RunnerCheck(name="claim_unsupported", group=Group.GROUNDING, severity=Severity.WARN, since="0.1")
