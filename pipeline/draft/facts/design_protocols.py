"""Protocols: by their type, by a title that tells of a protocol or a design, or as they tell of the future alone."""

import re
from typing import Final

from pipeline.draft.facts.design_proofs import by_title, proved
from pipeline.draft.facts.design_told import Told
from pipeline.draft.reading.role import Role
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType
from pipeline.models.study import StudyDesign


def is_protocol(told: Told) -> bool:
    """Whether the paper is a protocol, proved or not."""
    return told.kind is ArticleType.PROTOCOL or _is_titled_a_protocol(told.title) or _tells_of_the_future(told)


def _tells_of_the_future(told: Told) -> bool:
    """Whether most that the abstract tells of its methods is still to be done, and there are no results."""
    if told.has_results or told.kind in (ArticleType.COMMENTARY, ArticleType.REVIEW):
        return False
    methods = [s for s in told.abstract if s.role is Role.METHODS]
    future = [s for s in methods if _WILL_BE.search(s.quote)]
    if any(future) and _PRINTS_PROTOCOLS.search(told.journal or ""):
        return True
    if _is_headed_as_a_plan(told) or any(_DESCRIBES_A_PLAN.search(s.quote) for s in told.abstract):
        return True
    if len(future) >= _TWICE and 2 * len(future) >= len(methods):
        return True
    return not told.tells_results and sum(bool(_WILL_BE.search(s.quote)) for s in told.methods) >= _OFTEN


_DESCRIBES_A_PLAN: Final = re.compile(
    r"\b(?:paper|article|report|manuscript) (?:describes|presents|outlines|reports)\b[^.;]{0,80}\b(?:trial|study)\b"
    r"[^.;]{0,30}\bwill\b",
    re.IGNORECASE,
)


def _is_headed_as_a_plan(told: Told) -> bool:
    """`Methods/Design` is how journals have protocols headed; something in it is still to be done."""
    headed = [s for s in (*told.abstract, *told.methods) if _METHODS_OR_DESIGN.search(s.heading)]
    return bool(headed) and any(_WILL_BE.search(s.quote) for s in (*headed, *told.methods))


_METHODS_OR_DESIGN: Final = re.compile(
    r"\bmethods?\s?/\s?(?:study |trial )?design\b|\bdesign\s?/\s?methods?\b", re.IGNORECASE
)
_PRINTS_PROTOCOLS: Final = re.compile(r"\bprotocols\b", re.IGNORECASE)
_TWICE: Final = 2
_OFTEN: Final = 6
"""Sentences at the beginning of the methods; what is done sets one or two things aside for later."""
_WILL_BE: Final = re.compile(
    r"\b(?:patients|participants|subjects|adults|children|women|men|outcomes?|data|assessments?|groups?"
    r"|interviews|questionnaires|students|caregivers|pairs|recruits|analys[ei]s|surveys?|people|adolescents"
    r"|trials?|samples?|interventions?)\b[^.;]{0,60}\bwill\b"
    r"|\bwill (?:be )?(?:random|assign|allocat|recruit|enrol|receiv|assess|measur|includ|follow|compar|collect|conduct"
    r"|invit)\w*",
    re.IGNORECASE,
)


def planned(told: Told) -> Known[StudyDesign] | None:
    """What a paper plans that is a protocol by its type or title, or else how it says that it was designed."""
    proofs = (proved(StudyDesign.PROTOCOL, form, told.everything) for form in (_PLANS, _WILL, _DESIGNED))
    proof = next((proof for proof in proofs if proof), None)
    titled = _TITLE_OF_PROTOCOL.search(told.title) is not None
    return proof or (by_title(StudyDesign.PROTOCOL, told) if titled else None)


_TITLE_OF_PROTOCOL: Final = re.compile(
    r"\b(?:study|trial|review|research) protocol\b|\b(?:design|rationale) and protocol (?:of|for)\b|\b(?:a"
    r"|the) protocol for\b|\bprotocol (?:for|of) (?:a|an|the)\b"
    r"|\A(?:the |a )?protocol (?:for|of)\b|[:\u2013-] (?:a )?protocol\b(?!-)|: the [\w-]+ (?:trial "
    r"|study )?protocol\b",
    re.IGNORECASE,
)
_TITLE_OF_DESIGN: Final = re.compile(
    r"\brationale,? (?:and |& )?(?:study |trial )?design\b"
    r"|: (?:design and )?methods of an? (?:[\w-]+,? ){0,6}(?:trial|study)\b"
    r"|\brationale for an? (?:[\w-]+,? ){0,6}(?:trial|study)\b"
    r"|\bdesign,? (?:and|&) (?:rationale|methods?|methodology)\b"
    r"|\A(?:the )?(?:(?:rationale|methods?|study) and )?(?:experimental |study |trial )?design"
    r"(?: and (?!evaluat|validat|develop|result)\w+)?"
    r" of (?:an?|the) (?:[\w()-]+,? ){0,14}(?:trial|study)\b|[:.?] (?:study|trial) design\.?\Z",
    re.IGNORECASE,
)
_OBSERVES: Final = re.compile(r"\b(?:cohort|survey|regist(?:er|ry)|longitudinal|cross-?\s?sectional)\b", re.IGNORECASE)
"""What is set up to observe is named for what it is, also while it is only designed."""


def _is_titled_a_protocol(title: str) -> bool:
    designed = _TITLE_OF_DESIGN.search(title) and not _OBSERVES.search(title)
    return bool(_TITLE_OF_PROTOCOL.search(title) or designed)


_PLANS: Final = re.compile(
    r"\b(?:study|trial|this|the present) protocol\b|\bprotocol (?:for|of|is for) (?:a|an|the|this)\b"
    r"|\bare randomly (?:allocated|assigned)\b|\bwill (?:be )?(?:randomi|recruit|enrol|conduct|compare|include"
    r"|evaluate"
    r"|assess|allocate|assign|test|determine|search|perform|examine)|\b(?:study|trial) aims to\b|\bprotocol\b",
    re.IGNORECASE,
)


_WILL: Final = re.compile(r"\bwill\b", re.IGNORECASE)
_DESIGNED: Final = re.compile(r"\b(?:design(?:ed)?|aims?|objectives?|rationale)\b", re.IGNORECASE)
