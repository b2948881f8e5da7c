"""A page repeats a long passage of the paper word for word, and does not mark it as a quotation.

Why it is wrong:
    A page for patients that copies its paper is written for colleagues; and where the paper is not under an open
    licence, a long passage without quotation marks is not the page's to print.
Wrong:
    Twenty-five words of the discussion, as if the page's author had written them.
Right:
    The same in the page's own words; or between quotation marks, with the paper named.
Blind spots:
    Passages with a word changed here and there. The proofs of a draft, which are quotations, and drafts that are
    made of the paper's own sentences and say so, are not looked at.
"""

from pipeline.checks.declaration import Group, RunnerCheck
from pipeline.models.finding import Severity

CHECK = RunnerCheck(
    name="copied_from_paper",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
)
