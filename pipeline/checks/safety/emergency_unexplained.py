"""The page speaks of a condition that can kill within hours, and does not say to get help at once.

Why it is wrong:
    Autonomic dysreflexia, sepsis and thoughts of suicide are emergencies that many readers with a spinal cord injury
    will
    meet, and autonomic dysreflexia is often not recognised. Whoever finds the page because they have it now needs one
    line that says so.
Wrong:
    A page on autonomic dysreflexia that explains the study only.
Right:
    "Autonomic dysreflexia is an emergency: get medical help at once."
Blind spots:
    A line that is there but easily overlooked.
    Emergencies that are in no list.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary, claims
from pipeline.text.caseless import caseless

_TOPIC: Final = re.compile(
    r"\b(?:autonomic (?:dysreflexia|hyperreflexia)|dysreflexia|sepsis|septic shock|suicid\w+|self-harm"
    r"|pulmonary embol\w+|overdose"
    r"|cauda equina syndrome|baclofen withdrawal)\b"
)
_HELP: Final = re.compile(
    r"\b(?:emergency|urgent(?:ly)?|at once|immediately|right away|straight away|life-threatening|call"
    r"|ambulance|seek (?:\w+ )?help|crisis line"
    r"|helpline|hospital at)\b"
)


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the page alone tells
    texts = [
        ("/plain_title", summary.plain_title),
        *((f"{place}/text", claim.text) for place, claim in claims(summary)),
    ]
    texts += [(f"/glossary/{index}/plain", entry.plain) for index, entry in enumerate(summary.glossary)]
    together = caseless("\n".join(text for _, text in texts))
    if not _TOPIC.search(together) or _HELP.search(together):
        return
    place, text, found = next((place, text, m) for place, text in texts if (m := _TOPIC.search(caseless(text))))
    yield PlacedHit(place, f"{found.group()!r} can be an emergency; the page does not say to get help at once.", text)


CHECK = SummaryCheck(
    name="emergency_unexplained",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
