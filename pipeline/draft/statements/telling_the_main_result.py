"""A main outcome that did not differ is told in the key messages: a study is judged by it first."""

from collections.abc import Sequence

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.key_messages import MOST
from pipeline.draft.statements.picking import in_order
from pipeline.models.study import StudyFacts
from pipeline.text.null_results import null_main_result, tells_no_difference


def telling_the_main_result(reading: Reading, messages: Sequence[Sentence], study: StudyFacts) -> list[Sentence]:
    """The key messages, and before them the sentence that tells of no difference, where they tell nothing like it."""
    main = null_main_result(study)
    if main is None or any(tells_no_difference(message.text) for message in messages):
        return list(messages)
    starts = {proof.start for proof in main.evidence}
    telling = [sentence for sentence in reading.abstract(Role.RESULTS) if sentence.start in starts]
    return in_order([*telling, *messages[: MOST - len(telling)]])
