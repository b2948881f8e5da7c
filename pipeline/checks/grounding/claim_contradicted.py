"""A judge, shown only this statement and its quotes, says that a quote contradicts it.

Why it is wrong:
    A quote that is real can still say something else than the statement: another group, another direction.
Wrong:
    "Pain became less" beside the quote "Pain scores rose from 4 to 6 in both groups."
Right:
    A statement that a quote of its own supports, whatever its other quotes are about.
Blind spots:
    Without a judge (`judge_model`) nobody looks. A judge errs: it is a model, and its findings can be waived.
    It knows nothing but the quote, so what the sentence before it would have cleared up stays unclear.
"""

from pipeline.checks.declaration import Group, RunnerCheck
from pipeline.models.finding import Severity

CHECK = RunnerCheck(name="claim_contradicted", group=Group.GROUNDING, severity=Severity.BLOCK, since="0.1")
