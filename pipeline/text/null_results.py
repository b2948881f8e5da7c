"""Results that show no difference: the main outcome of a study, and texts that tell of one."""

from pipeline.models.study import Direction, Result, StudyFacts
from pipeline.text.changes import Sense, changes
from pipeline.text.hedges import VERY_UNSURE
from pipeline.text.negations import cues
from pipeline.text.words import content


def null_main_result(study: StudyFacts) -> Result | None:
    """The first result of the main outcome, where every result of it shows no difference."""
    main = [result for result in study.results if _is_main(result, study)]
    is_null = bool(main) and all(result.direction is Direction.NO_DIFFERENCE for result in main)
    return main[0] if is_null else None


def _is_main(result: Result, study: StudyFacts) -> bool:
    named = study.primary_outcome
    return named is not None and bool(content(result.outcome) & content(named.value))


def tells_no_difference(text: str) -> bool:
    """Whether a text says that something did not differ or change, denies something, or says that it is not known."""
    same = any(change.senses == frozenset({Sense.SAME}) for change in changes(text))
    return same or bool(cues(text)) or VERY_UNSURE.search(text) is not None
