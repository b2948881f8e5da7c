"""A word stands in place of its opposite: complete for incomplete, weekly for daily, all for most.

Why it is wrong:
    "Complete injuries" and "incomplete injuries" are different people, and a dose for each day is not one for each
    week. Such words decide whom a result is about, or how much of something was given.
Wrong:
    "Forty people with complete injuries" where the quote has "forty incomplete SCI subjects".
    "Three pills a week" where the quote has three a day.
    "All patients" where the quote has most of them.
Right:
    A statement that leaves such a word out, or has it beside the quote's own.
    Words of the same meaning: "every day" for daily, "quadriplegia" for tetraplegia.
Blind spots:
    A statement whose quotes hold both words.
    Opposites that are in no list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Part, Statement
from pipeline.checks.told_changes import CLOSE, closeness
from pipeline.models.finding import Severity


@dataclass(frozen=True, slots=True)
class _Opposites:
    """Words of which at most one is true of the same thing, each with the form by which it is known."""

    forms: dict[str, re.Pattern[str]]
    severity: Severity = Severity.BLOCK
    """Where the statement keeps close to its quotes; in other words it only warns."""

    def told(self, text: str) -> dict[str, re.Match[str]]:
        """Which of the words a text has, each with its first place."""
        found = ((word, form.search(text)) for word, form in self.forms.items())
        return {word: match for word, match in found if match}


def _opposites(severity: Severity = Severity.BLOCK, /, **forms: str) -> _Opposites:
    return _Opposites({word: re.compile(rf"\b(?:{form})\b", re.IGNORECASE) for word, form in forms.items()}, severity)


_PEOPLE: Final = (
    r"(?: of)?(?: the| these| those| our)? (?:[\w-]+ )?(?:people|patients|participants|subjects|persons|individuals"
    r"|women|men|children|adults|animals|rats|mice)"
)
_EACH: Final = (
    r"(?:(?:per |each |every )|(?:(?:times|once|twice|sessions?|pills?|tablets?|doses?|hours?|minutes|mg|g|ml) )a )"
)
"""`Three times a day`, but not `after a day`."""
_INJURY: Final = r"(?= (?:\w+ ){0,3}(?:injur|SCI\b|lesion|spinal|paraly|tetra|para))"
_FAMILIES: Final = (
    _opposites(complete=rf"(?:motor |sensorimotor )?complete{_INJURY}", incomplete=rf"(?:motor )?incomplete{_INJURY}"),
    _opposites(tetraplegia=r"(?:tetra|quadri)pleg\w+", paraplegia=r"parapleg\w+"),
    _opposites(acute="acute(?:ly)?", subacute="sub-?acute", chronic="chronic(?:ally)?"),
    _opposites(cervical="cervical", thoracic="thoracic", lumbar="lumbar", sacral="sacral"),
    _opposites(
        day=rf"{_EACH}day|daily",
        week=rf"{_EACH}(?:week|wk)|weekly",
        month=rf"{_EACH}month|monthly",
    ),
    _opposites(Severity.WARN, mild="mild", severe="severe(?:ly)?"),
    _opposites(
        all=rf"(?:all|every|each){_PEOPLE}",
        most=rf"(?:most|the majority|a majority){_PEOPLE}",
        some=rf"(?:some|several|a few|few|a (?:small )?minority|a small number){_PEOPLE}",
        none=rf"(?:none|no){_PEOPLE}",
    ),
)


_SHARED_OUT: Final = re.compile(r"\bsome\b(?=[^.;]{0,80}\bothers\b)", re.IGNORECASE)
"""`Some got the drug and others a placebo` speaks of all."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    quoted = statement.quoted
    if not quoted or statement.text in quoted or not statement.is_about_the_study or statement.part is Part.FACT:
        return
    close = closeness(statement.text, quoted) >= CLOSE
    text = _SHARED_OUT.sub("    ", statement.text)
    for family in _FAMILIES:
        own, theirs = family.told(text), family.told(quoted)
        if own and theirs and not own.keys() & theirs.keys():
            word, place = next(iter(own.items()))
            message = f"Told as {word!r}, where the quote has {' and '.join(map(repr, theirs))}."
            yield Hit(place.start(), place.end(), message, family.severity if close else Severity.WARN)


CHECK = StatementCheck(
    name="opposite_word",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
