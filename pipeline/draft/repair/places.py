"""Places of a draft that can be mended: statements, facts, lists; found from the places of findings."""

import re
from collections.abc import Mapping
from typing import Any, Final

from pipeline.models.json_pointer import at_pointer

_LISTS: Final = (
    "key_messages|simple_explanation|key_findings|research_summary|limitations|what_this_does_not_mean|harms"
    "|practical_implications/(?:clinical_practice|policy|future_research|people_living_with_sci)"
)
_FACT_LISTS: Final = "samples|countries|interventions|results|ais_grades|injury_levels|registration"
_FACTS: Final = "design|species|duration|follow_up|primary_outcome|certainty|time_since_injury|funding|conflicts"
_PLACE: Final = re.compile(
    rf"(?P<place>/plain_title|/glossary/\d+|/(?:{_LISTS})(?:/\d+)?|/study/(?:{_FACT_LISTS})/\d+|/study/(?:{_FACTS}))"
    r"(?=/|\Z)"
)


def mendable(place: str) -> str | None:
    """The statement, fact or list that a finding's place is about; None where nobody but a person can mend it."""
    match = _PLACE.match(place)
    return match["place"] if match else None


def parent(draft: Mapping[str, Any], place: str) -> tuple[Any, str | int]:
    """What holds the value at a place, and its key or index there."""
    above, _, last = place.rpartition("/")
    return (at_pointer(draft, above) if above.strip("/") else draft), int(last) if last.isdigit() else last


def told_field(value: Mapping[str, Any]) -> str | None:
    """The field of a statement or fact that holds what it tells; None where there is none."""
    return next((name for name in ("text", "plain", "value", "n", "outcome") if name in value), None)
