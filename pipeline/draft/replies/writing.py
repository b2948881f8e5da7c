"""The second reply of the two-step recipe: the page in plain words, each statement resting on claims by their ids."""

from typing import Final

from pipeline.draft.asking.form import ReplyForm, ReplyPart
from pipeline.draft.replies.draft import GlossaryReply


class Resting(ReplyPart):
    """One statement for the reader, with the ids of the claims that it rests on."""

    text: str
    claims: list[str]


class RestingImplications(ReplyPart):
    """What the study may mean, by audience."""

    clinical_practice: list[Resting]
    policy: list[Resting]
    future_research: list[Resting]
    people_living_with_sci: list[Resting]


class WritingReply(ReplyPart):
    """The whole reply."""

    plain_title: str
    key_messages: list[Resting]
    simple_explanation: list[Resting]
    key_findings: list[Resting]
    research_summary: list[Resting]
    practical_implications: RestingImplications
    limitations: list[Resting]
    what_this_does_not_mean: list[Resting]
    harms: list[Resting]
    glossary: list[GlossaryReply]
    categories: list[str]


WRITING: Final = ReplyForm("writing_reply", WritingReply)
