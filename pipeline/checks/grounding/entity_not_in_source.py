"""A drug, a scale, a device, a condition or a country is named that the paper does not name.

Why it is wrong:
    A result about one drug told of another, or of people with another condition, is worse than no result.
Wrong:
    "The group that took baclofen" where the paper is about gabapentin.
    "In Norway" where the paper speaks of Japan.
Right:
    "Paracetamol" for acetaminophen; "in Dutch hospitals" for a study in the Netherlands.
    A word for what everyone knows: MRI, DNA, the UK.
Blind spots:
    Names that are in no list and have no form by which they are known: most devices, genes and towns.
    A right name in the wrong place: the drug of the other group.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Part, Statement
from pipeline.models.finding import Severity
from pipeline.text.named_things import Thing, ThingKind, named_things

_SURE: Final = frozenset({ThingKind.DRUG})
"""What has hardly a second name."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    if not statement.is_about_the_study:
        return
    seen = set()
    for thing in named_things(statement.text):
        if thing.forms in seen or _is_named(thing, paper) or _is_spelled_out(thing, statement.text):
            continue
        seen.add(thing.forms)
        blocks = thing.kind in _SURE and bool(statement.evidence) and statement.part is Part.CLAIM
        message = f"The paper does not name this {thing.kind.value}: {thing.name!r}."
        yield Hit(thing.start, thing.end, message, Severity.BLOCK if blocks else Severity.WARN)


def _is_named(thing: Thing, paper: PaperView) -> bool:
    return any(map(paper.names, thing.forms))


def _is_spelled_out(thing: Thing, text: str) -> bool:
    """Whether the statement itself says what an abbreviation stands for: `fast track area (FTA)`."""
    if thing.kind is not ThingKind.SCALE:
        return False
    words = text[: thing.start].replace("-", " ").split()[-len(thing.name) - 2 :]
    initials = "".join(word.strip("('\"\u201c\u2018")[:1].lower() for word in words)
    return text[thing.start - 1 : thing.start] == "(" and thing.name[0].lower() in initials


CHECK = StatementCheck(
    name="entity_not_in_source",
    group=Group.GROUNDING,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
