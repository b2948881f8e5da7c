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
from pipeline.models.study import Direction, Result, StudyFacts
from pipeline.models.summary import Summary
from pipeline.text.null_results import tells_no_difference
from pipeline.text.words import content


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the results are facts
    main = [result for result in summary.study.results if _is_main(result, summary.study)]
    if not main or any(result.direction is not Direction.NO_DIFFERENCE for result in main):
        return
    if summary.key_messages and not any(tells_no_difference(claim.text) for claim in summary.key_messages):
        message = f"The main outcome ({main[0].outcome}) did not differ; no key message says so."
        yield PlacedHit("/key_messages", message, summary.key_messages[0].text)


def _is_main(result: Result, study: StudyFacts) -> bool:
    named = study.primary_outcome
    return named is not None and bool(content(result.outcome) & content(named.value))


CHECK = SummaryCheck(
    name="main_result_untold",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
