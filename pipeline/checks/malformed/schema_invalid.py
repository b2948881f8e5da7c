"""The summary does not have the shape that pages are made from.

Why it is wrong:
    What has the wrong shape cannot be checked or shown as meant: an object where text belongs is how
    `[object Object]` comes to be.
Wrong:
    A limitation that is an object without text, a missing field, a number where words belong.
Right:
    A summary that the published JSON Schema accepts.
Blind spots:
    JSON that shares hardly a field with a summary is linted as any other JSON.
"""

from pipeline.checks.declaration import Group, RunnerCheck
from pipeline.models.finding import Severity

CHECK = RunnerCheck(
    name="schema_invalid",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
)
