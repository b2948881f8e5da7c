"""Whom the study was about is told nowhere that a hurried reader looks.

Why it is wrong:
    A result in people with incomplete, chronic injuries is none for those with complete or fresh ones. Whoever reads
    only
    the title, the key messages and the explanation must be able to see whether the study was about people like them.
Wrong:
    Key messages that say "people with spinal cord injury" for a study of AIS D, cervical, chronic injuries.
Right:
    "In people who had an incomplete injury for more than a year, walking got faster."
Blind spots:
    Other limits of scope: age, sex, cause of the injury, other illnesses.
    Words for the scope that are in no list.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.study import TimeSinceInjury
from pipeline.models.summary import Summary

_GRADE: Final = re.compile(
    r"\b(?:in)?complete(?:ly)?\b|\bAIS\b|\bASIA\b|\bmotor[- ](?:in)?complete|some (?:feeling|movement"
    r"|function)|no (?:feeling|movement)"
    r"|\b(?:partial|total) (?:injur|paralys)",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(
    r"\b(?:cervical|thoracic|lumbar|sacral|conus|cauda equina|neck|chest|(?:upper|mid|middle|lower) "
    r"back|tetrapleg\w+|quadripleg\w+"
    r"|parapleg\w+|arms? and legs?|[CTLS]\d{1,2}\b|high(?:er)? injur\w+|low(?:er)? injur\w+)",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\b(?:chronic|acute|subacute|sub-acute|recent(?:ly)?|new(?:ly)? injur\w+|(?:years?|months?|weeks?"
    r"|days?) (?:after|since|following|ago)"
    r"|at least (?:a|one|\w+) (?:year|month)s?|long ago|long-term|early after|more than (?:a|one|\w+) "
    r"(?:year|month)s?)\b",
    re.IGNORECASE,
)


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the scope is in the facts
    study = summary.study
    claims = (*summary.key_messages, *summary.simple_explanation, *summary.what_this_does_not_mean)
    told = "\n".join((summary.plain_title, *(claim.text for claim in claims)))
    mixed = study.time_since_injury is None or study.time_since_injury.value is TimeSinceInjury.MIXED
    for known, form, what in (
        (bool(study.ais_grades), _GRADE, "how complete the injuries were"),
        (bool(study.injury_levels), _LEVEL, "at what level the injuries were"),
        (not mixed, _TIME, "how long ago the injuries were"),
    ):
        if known and not form.search(told):
            yield PlacedHit("/key_messages", f"Neither title, key messages nor explanation tell {what}.", "")


CHECK = SummaryCheck(
    name="scope_dropped",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
