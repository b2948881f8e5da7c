"""A result from animals or cells is told as a result in people.

Why it is wrong:
    Most of what helps a rat helps no one else. A reader who takes it for a result in people makes plans on it; a third
    of the press releases on animal studies did so (Sumner et al., BMJ 2014;349:g7015).
Wrong:
    "Patients who got the drug walked further" with a quote about rats.
    "People in the study recovered faster" in a study of mice.
Right:
    "Rats that got the drug walked further."
    "This may one day help people with spinal cord injury."
Blind spots:
    Results that name neither people nor animals.
    Studies of animals and people together.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_of_study import is_told_of_study
from pipeline.models.finding import Severity
from pipeline.models.study import Species
from pipeline.text.edits import edits
from pipeline.text.species_words import ANIMAL, LABORATORY, PERSON
from pipeline.text.words import words

_WHO: Final = (
    r"(?:patients?|people|participants?|volunteers?|men|women|children|adults|individuals)(?: with [\w ]{3,40}?)?"
)
_TAKING_PART: Final = re.compile(
    rf"\b{_WHO} (?:who|that) (?:got|received|took|were|had|used|trained|underwent)\b"
    rf"|\b{_WHO} (?:in|of) (?:the|this) (?:study|trial|group|experiment)\b|\bparticipants\b"
    rf"|\b{_WHO} (?:walked|recovered|regained|showed|improved|received|experienced|were given|got|felt"
    rf"|moved|lived|lost|gained"
    rf"|reported|responded|performed|learned|had (?:less|more|fewer|better|lower|higher))\b"
    rf"|\b(?:improved|increased|reduced|restored|relieved|treated|helped|lowered|decreased|eased) "
    rf"(?:[\w-]+ ){{0,3}}(?:in |of )?"
    rf"{_WHO}\b",
    re.IGNORECASE,
)
_GAVE: Final = re.compile(
    r"\b(?:(?:donated|given) by |(?:cells?|tissues?|samples?|blood|skin|bone|biops(?:y|ies)|lens(?:es)?|brains?|slices?"
    r"|organs?|muscles?|serum|tumou?rs?|specimens?|teeth) (?:\w+ ){0,2}(?:from|of) (?:the [a-z]+ of )?)"
    r"(?:[\w-]+ ){0,2}\Z",
    re.IGNORECASE,
)
"""In front of the people who gave what was studied."""
_NOT_YET: Final = re.compile(
    r"\b(?:may|might|could|would|will|one day|in (?:the )?future|hope\w*|potential\w*|if|whether"
    r"|before|known|previous\w*|earlier|other"
    r"|studies|often|many|most|usually|need\w*|relevan\w+|suggest\w*|rather than|unlike|similar|as in"
    r"|also (?:in|found))\b",
    re.IGNORECASE,
)
"""What is hoped for, asked or known from elsewhere is no result of this study."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the statement knows the study
    text = statement.text
    if not statement.is_about_the_study or not PERSON.search(text):
        return
    if span := _in_place_of_animals(text, statement.quoted):
        yield Hit(*span, "The quote says this of animals.")
        return
    if ANIMAL.search(text):
        return
    told = PERSON.search(text)
    if told and _is_quoted_from_animals(statement):
        yield Hit(told.start(), told.end(), "Told of people; the quotes for it speak of animals only.")
    elif statement.study.without_people and (found := _taking_part(text)) and not _hopes(text):
        what = "animals" if statement.study.species is Species.ANIMAL else "cells or a computer"
        severity = Severity.BLOCK if is_told_of_study(statement, found.start()) else Severity.WARN
        yield Hit(found.start(), found.end(), f"Told as a result in people; the study was done in {what}.", severity)


def _taking_part(text: str) -> re.Match[str] | None:
    """Where people are told to have taken part or to have got better; whose cells or tissue it was did not."""
    return next((each for each in _TAKING_PART.finditer(text) if not _GAVE.search(text[: each.start()])), None)


def _in_place_of_animals(text: str, quote: str) -> tuple[int, int] | None:
    """Where the statement has people and its quote, which it keeps close to, has animals."""
    if not ANIMAL.search(quote) or not PERSON.search(text):
        return None
    told, there = words(text), words(quote)
    for edit in edits(text, quote):
        people = [told[at] for at in edit.one if PERSON.fullmatch(told[at].text)]
        if people and any(ANIMAL.fullmatch(there[at].text) for at in edit.other) and edit.before + edit.behind >= _KEPT:
            return people[0].start, people[0].end
    return None


_KEPT: Final = 4
"""Words beside an exchange that both must have."""


def _is_quoted_from_animals(statement: Statement) -> bool:
    quoted = statement.quoted
    if _hopes(statement.text) or not ANIMAL.search(quoted) or PERSON.search(quoted):
        return False
    return statement.study.species is not Species.HUMAN or len(ANIMAL.findall(quoted)) > 1


def _hopes(text: str) -> bool:
    return _NOT_YET.search(text) is not None or (LABORATORY.search(text) is not None and not _TAKING_PART.search(text))


CHECK = StatementCheck(
    name="animal_as_human",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
