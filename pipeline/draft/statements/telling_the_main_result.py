"""A main outcome that did not differ is told in the key messages: a study is judged by it first."""

from collections.abc import Sequence

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.key_messages import MOST
from pipeline.draft.statements.picking import in_order
from pipeline.models.study import Direction, Result, StudyFacts
from pipeline.text.null_results import tells_no_difference
from pipeline.text.words import content


def telling_the_main_result(reading: Reading, messages: Sequence[Sentence], study: StudyFacts) -> list[Sentence]:
    """The key messages, and before them the sentence that tells of no difference, where they tell nothing like it."""
    main = [result for result in study.results if _is_main(result, study)]
    is_null = bool(main) and all(result.direction is Direction.NO_DIFFERENCE for result in main)
    if not is_null or any(tells_no_difference(message.text) for message in messages):
        return list(messages)
    starts = {proof.start for proof in main[0].evidence}
    telling = [sentence for sentence in reading.abstract(Role.RESULTS) if sentence.start in starts]
    return in_order([*telling, *messages[: MOST - len(telling)]])


def _is_main(result: Result, study: StudyFacts) -> bool:
    named = study.primary_outcome
    return named is not None and bool(content(result.outcome) & content(named.value))
