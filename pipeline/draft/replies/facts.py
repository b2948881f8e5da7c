"""The first reply of the two-step recipe: the facts of the study, and claims with their quotes."""

from enum import StrEnum
from typing import Final

from pipeline.draft.asking.form import ReplyForm, ReplyPart
from pipeline.draft.replies.draft import StudyReply


class ClaimKind(StrEnum):
    """What a claim is about; decides where on the page it may stand."""

    PROBLEM = "problem"
    AIM = "aim"
    METHOD = "method"
    FINDING = "finding"
    HARM = "harm"
    CERTAINTY = "certainty"
    LIMITATION = "limitation"
    CLINICAL_PRACTICE = "clinical_practice"
    POLICY = "policy"
    FUTURE_RESEARCH = "future_research"
    PEOPLE_LIVING_WITH_SCI = "people_living_with_sci"


class ClaimReply(ReplyPart):
    """One statement of the paper, exact, with the passages that it stands in."""

    kind: ClaimKind
    text: str
    quotes: list[str]


class FactsReply(ReplyPart):
    """The whole reply."""

    study: StudyReply
    claims: list[ClaimReply]


FACTS: Final = ReplyForm("facts_reply", FactsReply)
