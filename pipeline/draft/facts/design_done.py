"""Designs by what was done with people, where none is named, from what says it most surely to what says it least."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.draft.facts.design_deeds import (
    ASKED_TWICE,
    BY_WHAT_WAS_DONE,
    COMPARED_WITH_HEALTHY,
    CONTROLS,
    FOLLOWED,
    FOLLOWED_UP,
    GIVEN,
    HELD_AGAINST_THE_TRUTH,
    LATER,
    NO_SERIES,
    SAMPLED,
    SEEN_ONCE,
    SURVEYED,
    TRIED,
    WENT_TOGETHER,
)
from pipeline.draft.facts.design_named import Named
from pipeline.draft.facts.design_proofs import named_in
from pipeline.draft.facts.design_told import Told, own, tells_of_others
from pipeline.draft.facts.evidence import known
from pipeline.draft.facts.subjects import WORDS
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import Species, StudyDesign


def done(told: Told) -> Known[StudyDesign] | None:
    """By what abstract or methods say was done."""
    for sentences, table in ((told.abstract, BY_WHAT_WAS_DONE), (told.methods, _by_methods(told))):
        said = [sentence for sentence in sentences if not tells_of_others(sentence.quote)]
        if found := named_in(said, [each for each in table if not _is_ruled_out(each, said)]):
            return found
    return None


def seen_once(told: Told) -> Known[StudyDesign] | None:
    """People who answered, or were looked at or compared, with no word of a second time."""
    said = [s for s in told.abstract if not tells_of_others(s.quote)]
    if not _is_ruled_out(SURVEYED, said) and (surveyed := named_in(said, (SURVEYED,))):
        return surveyed
    of_study = own(told)
    if _tried(told) or any(FOLLOWED_UP.search(s.quote) for s in of_study):
        return None
    return named_in(of_study, (SEEN_ONCE, COMPARED_WITH_HEALTHY, SAMPLED))


def _tried(told: Told) -> bool:
    """Whether something was tried on people; what a conclusion hopes for was not."""
    said = [sentence.quote for sentence in told.abstract if sentence.role is not Role.CONCLUSION]
    return any(TRIED.search(text) for text in (told.title, *said))


def _by_methods(told: Told) -> Sequence[Named]:
    """What methods say in passing (a form that was filled in, a test that is accurate) does not outdo an abstract."""
    if not told.abstract:
        return BY_WHAT_WAS_DONE
    return [named for named in BY_WHAT_WAS_DONE if named.design not in _SAID_IN_PASSING]


_SAID_IN_PASSING: Final = frozenset(
    {
        StudyDesign.SURVEY,
        StudyDesign.DIAGNOSTIC_ACCURACY,
        StudyDesign.SINGLE_ARM_TRIAL,
        StudyDesign.CASE_SERIES,
        StudyDesign.CASE_REPORT,
    }
)


def observed(told: Told) -> Known[StudyDesign] | None:
    """Where nothing else is told of people: a test held against the truth, how they fared, or what goes with what."""
    said = own(told)
    if computed := _computed(told):
        return computed
    if any(GIVEN.search(s.quote) for s in said) or TRIED.search(told.title):
        return None
    if any(LATER.search(s.quote) for s in said):
        return named_in([s for s in said if _TOLD_AS_DONE.search(s.quote)], (FOLLOWED,))
    return named_in(said, (HELD_AGAINST_THE_TRUTH, WENT_TOGETHER))


_TOLD_AS_DONE: Final = re.compile(r"\b(?:was|were|had|did|we|our|this|\d+)\b", re.IGNORECASE)
"""`These effects persist over months of follow-up` says how things are, and follows nobody."""


def _computed(told: Told) -> Known[StudyDesign] | None:
    """A method of computing that is shown on data of people: most of the abstract tells of it."""
    said = [s for s in told.abstract if WORDS[Species.COMPUTATIONAL].sure.search(s.quote.lower())]
    often = len(said) >= _OFTEN and 2 * len(said) >= len(told.abstract)
    return known(Known[StudyDesign], StudyDesign.COMPUTATIONAL, said[0]) if often else None


_OFTEN: Final = 4


def _is_ruled_out(named: Named, sentences: Iterable[Sentence]) -> bool:
    """A trial with controls has more than one arm; a questionnaire before and after something is no survey."""
    against = {
        StudyDesign.SINGLE_ARM_TRIAL: CONTROLS,
        StudyDesign.CASE_SERIES: NO_SERIES,
        StudyDesign.SURVEY: ASKED_TWICE,
    }.get(named.design)
    return against is not None and any(against.search(sentence.quote) for sentence in sentences)
