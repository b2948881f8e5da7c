"""The main outcome did not differ, and no key message says so.

Why it is wrong:
    A trial is judged by its main outcome. Where that showed no difference and the key messages tell only what went well
    beside it, the reader takes the study for a success.
Wrong:
    Key messages on less pain, where walking was the main outcome and did not differ.
Right:
    "Walking did not differ between the groups. People who trained had less pain."
Blind spots:
    Studies whose facts name no main outcome, or no result for it.
    A key message that tells of no difference in something else.
"""

from collections.abc import Iterator

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary
from pipeline.text.null_results import null_main_result, tells_no_difference


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the results are facts
    main = null_main_result(summary.study)
    if main and summary.key_messages and not any(tells_no_difference(claim.text) for claim in summary.key_messages):
        message = f"The main outcome ({main.outcome}) did not differ; no key message says so."
        yield PlacedHit("/key_messages", message, summary.key_messages[0].text)


CHECK = SummaryCheck(
    name="main_result_untold",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
