"""Studies of the data of a trial: its interviews, its baseline, or its arms taken together for another question."""

import re
from typing import Final

from pipeline.draft.facts.design_deeds import FOLLOWED, LATER
from pipeline.draft.facts.design_names import TALKED_WITH
from pipeline.draft.facts.design_proofs import named_in
from pipeline.draft.facts.design_told import Told, own
from pipeline.draft.facts.evidence import known
from pipeline.models.claim import Known
from pipeline.models.study import StudyDesign

_PARENT: Final = re.compile(
    r"\bformative (?:work|research|phase|study)\b[^.;]{0,60}\b(?:trial|rct)\b|\b(?:nested|embedded|sub-?study"
    r"|ancillary study|parent|process evaluation|interviews|focus groups)\b[^.;]{0,60}"
    r"\b(?:trial|rct)\b|\bparent (?:trial|study)\b|\bprocess evaluation\b"
    r"|\b(?:perspectives?|views|experiences|perceptions|acceptability|barriers|facilitators)\b[^.;:?]{0,120}"
    r"\b(?:of|in|from|on|with|to|within|during) (?:an?|the) (?:[\w-]+,? ){0,9}(?:trial|rct)\b"
    r"|\bbaseline (?:data|characteristics|findings|assessments?|measures|survey)\b[^.;]{0,40}\b(?:of|from"
    r"|in)\b[^.;]{0,40}"
    r"\b(?:trial|rct)\b",
    re.IGNORECASE,
)
"""A trial of which this paper reports another part: its interviews, its baseline."""


def within_a_trial(told: Told) -> Known[StudyDesign] | None:
    """The design of a study inside a trial is what it did itself, not that the trial was randomised."""
    if _is_called_a_trial(told.title):
        return None
    parent = next((s for s in told.abstract if _PARENT.search(s.quote)), None)
    if parent is None and not _PARENT.search(told.title):
        return None  # methods of trials tell of interviews too
    if found := named_in([*told.abstract, *told.methods], (TALKED_WITH,)):
        return found
    return (
        known(Known[StudyDesign], StudyDesign.CROSS_SECTIONAL, parent)
        if parent and _IS_BASELINE(parent.quote)
        else None
    )


def _is_called_a_trial(title: str) -> bool:
    """Whether a title ends in what the paper is: `… in children: a cluster-randomised trial in two towns`."""
    return _CALLED_A_TRIAL.search(title) is not None and _ANOTHER_LOOK.search(title) is None


_CALLED_A_TRIAL: Final = re.compile(
    r"[:.?\u2013\u2014-] an? (?:(?!(?:of|in|within|from|nested|alongside|on|to)\b)\w+,?[ -]){0,8}?"
    r"(?:randomi[sz]ed|placebo-controlled)[\w ,-]{0,60}?\b(?:trial|study)"
    r"(?: (?:in|of|with|for|among|comparing|conducted) [^:.?]{0,90})?\W*\Z",
    re.IGNORECASE,
)
_ANOTHER_LOOK: Final = re.compile(
    r"\b(?:secondary|post[- ]?hoc|ancillary|exploratory|sub-?study|baseline|predict\w*|moderat\w*|mediat\w*"
    r"|qualitative|interviews?|process evaluation)\b",
    re.IGNORECASE,
)


_IS_BASELINE: Final = re.compile(r"\bbaseline\b", re.IGNORECASE).search


_ABOUT_A_TRIAL: Final = re.compile(
    r"\b(?:predictors?|predicting|characteristics|recruit\w+|non-?participants?|adherence|reasons|determinants"
    r"|correlates|associations?|associated|risk factors|moderators?|mediators?)\b.{0,120}"
    r"\b(?:in|of|from|for|to|within|on) (?:an?|the|two|three) (?:[\w-]+,? ){0,6}(?:trial|rct)s?\b"
    r"|\b(?:among|in) (?:the )?(?:participants|patients|people|women|men|adults|children) (?:of|in|from|enrol+ed in)"
    r" the (?:[\w-]+ ){1,5}(?:trial|study)\b",
    re.IGNORECASE,
)
_TOGETHER: Final = (
    r"\b(?:both|all|the|two|three|treatment|study) (?:\w+ )?(?:arms|groups) (?:were|was) (?:pooled|combined|merged"
    r"|analy[sz]ed (?:together|as one))\b|\b(?:regardless|irrespective|independent(?:ly)?) of (?:\w+ )?(?:arm"
    r"|treatment"
    r"|allocation|assignment|randomi[sz]ation)\b(?! (?:order|sequence))|\badjust\w+ for (?:\w+, )*(?:treatment "
    r"|trial |study )?(?:arm|allocation"
    r"|assignment)\b|\balike in both arms\b"
)
"""Whom chance had parted was looked at as one group."""
_AFTERWARDS: Final = re.compile(
    r"\b(?:secondary|post[- ]?hoc|ancillary|exploratory)(?: \w+)? analys[ei]s (?:\w+ ){0,3}(?:of|from|using|on)\b"
    r"|\b(?:markov|decision[- ]analytic(?:al)?|state[- ]transition|microsimulation|decision tree) (?:\w+ )?model"
    rf"|{_TOGETHER}",
    re.IGNORECASE,
)
_ARMS: Final = re.compile(
    r"\b(?:treatment|intervention|control|placebo|both|two|three|usual[- ]care) (?:groups?|arms?)\b"
    r"|\bbetween[- ](?:the )?(?:\w+ )?(?:groups?|arms?)\b|\bplacebo\b|\b(?:treatment|intervention) effects?\b",
    re.IGNORECASE,
)


_AS_ONE: Final = re.compile(_TOGETHER, re.IGNORECASE)


def asks_beyond_the_arms(told: Told) -> bool:
    """Whether data of a trial answer another question than what its arms differ in: what predicts, what it may cost."""
    if _is_called_a_trial(told.title):
        return False
    another = _ABOUT_A_TRIAL.search(told.title) or any(_AFTERWARDS.search(s.quote) for s in told.abstract)
    own = [_AS_ONE.sub("", sentence.quote) for sentence in told.abstract]
    return bool(another) and not any(_ARMS.search(text) for text in own)


def as_one_group(told: Told) -> Known[StudyDesign] | None:
    """Who took part in a trial, followed as one group, is a cohort."""
    said = own(told)
    return named_in(said, (FOLLOWED,)) if any(LATER.search(s.quote) for s in said) else None


def what_followed(told: Told) -> Known[StudyDesign] | None:
    """A cohort by its title: what came after in those who took part in a trial, whatever they were given."""
    if not _CAME_AFTER.search(told.title):
        return None
    sentence = next(iter(own(told)), None)
    return known(Known[StudyDesign], StudyDesign.COHORT, sentence) if sentence else None


_CAME_AFTER: Final = re.compile(
    r"\b(?:predict\w*|risk factors?|prognos\w*|outcomes?|survival|incidence|mortality|recurrence|engagement|adherence"
    r"|trajector(?:y|ies))\b",
    re.IGNORECASE,
)
