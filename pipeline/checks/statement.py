"""A statement as checks see it beside the paper: its words, its proof, and what kind of study it speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from pipeline.checks.study_kind import StudyKind
from pipeline.models.claim import Evidence
from pipeline.models.study import Direction
from pipeline.models.summary import Summary, claims
from pipeline.text.sentences import sentences


class Part(StrEnum):
    """What a statement is in its page."""

    CLAIM = "claim"
    TITLE = "title"
    FACT = "fact"
    """A value of the study's facts: a duration, the numbers of a result."""
    DEFINITION = "definition"
    """What a word means: common knowledge, which no paper has to bear out."""
    DENIAL = "denial"
    """What the study does not mean, which no paper says about itself."""
    FREE_TEXT = "free_text"
    """A block of somebody else's page."""


LONGEST: Final = 50_000
"""Characters of a statement, and of its quotes, that are held against the paper: a whole paper in one paragraph."""


@dataclass(frozen=True)
class Statement:
    """One statement. `place` is a JSON pointer, or empty for free text."""

    text: str
    part: Part
    study: StudyKind
    place: str = ""
    evidence: tuple[Evidence, ...] = ()

    @cached_property
    def quoted(self) -> str:
        """As much of its quotes as is read, one a line; empty where it has none."""
        return self._quotes[:LONGEST]

    @property
    def opening(self) -> "Statement":
        """As much of it as is read; itself, but for what no person writes as one statement."""
        return self if len(self.text) <= LONGEST else replace(self, text=self.text[:LONGEST])

    @property
    def is_overlong(self) -> bool:
        """Whether something of its text or its quotes is left unread."""
        return max(len(self.text), len(self._quotes)) > LONGEST

    @cached_property
    def _quotes(self) -> str:
        return "\n".join(proof.quote for proof in self.evidence)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Its sentences as half-open spans, in order."""
        return sentences(self.text)

    @property
    def is_about_the_study(self) -> bool:
        """Whether it tells what was done or found: neither a definition nor what the study does not mean."""
        return self.part not in (Part.DEFINITION, Part.DENIAL)


def statements(summary: Summary, kind: StudyKind) -> Iterator[Statement]:
    """Everything that a summary of such a study states in words, in reading order."""
    yield Statement(summary.plain_title, Part.TITLE, kind, "/plain_title")
    for place, claim in claims(summary):
        part = Part.DENIAL if place.startswith("/what_this_does_not_mean") else Part.CLAIM
        yield Statement(claim.text, part, kind, f"{place}/text", claim.evidence)
    yield from _facts(summary, kind)
    for index, entry in enumerate(summary.glossary):
        yield Statement(entry.plain, Part.DEFINITION, kind, f"/glossary/{index}/plain")


_DIRECTIONS: Final = {
    Direction.HIGHER: "{}: was higher.",
    Direction.LOWER: "{}: was lower.",
    Direction.BETTER: "{}: was better.",
    Direction.WORSE: "{}: was worse.",
    Direction.NO_DIFFERENCE: "There was no difference in {}.",
    Direction.UNCLEAR: "{}: it is not clear.",
}
"""A result's direction in words, so that it can be held against its quotes as any other statement.

`No difference in` stands before the outcome, which may itself speak of a change: `improvement in walking`.
"""


def _facts(summary: Summary, kind: StudyKind) -> Iterator[Statement]:
    study = summary.study
    for name, fact in (("duration", study.duration), ("follow_up", study.follow_up)):
        if fact:
            yield Statement(fact.value, Part.FACT, kind, f"/study/{name}/value", fact.evidence)
    for index, result in enumerate(study.results):
        told = _DIRECTIONS[result.direction].format(result.outcome)
        yield Statement(told, Part.FACT, kind, f"/study/results/{index}/direction", result.evidence)
        for number, printed in enumerate(result.numbers):
            place = f"/study/results/{index}/numbers/{number}"
            yield Statement(printed, Part.FACT, kind, place, result.evidence)
