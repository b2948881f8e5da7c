"""How hard a page is to read, measured on its statements, and told in plain words."""

from typing import Final

from pipeline.export.contract import PublishedReadingLevel
from pipeline.text.reading_level import END_OF_SCHOOL

_AGE_IN_GRADE: Final = 5
"""A pupil in grade 1 of the United States is 6 years old, and turns 7."""


def reading_level_of(grade: float | None) -> PublishedReadingLevel | None:
    """The level of all statements of a page together, by their grade; None where they are too short to have one."""
    if grade is None:
        return None
    return PublishedReadingLevel(grade=round(grade, 1), told=_told(max(1, round(grade))))


def _told(grade: int) -> str:
    if grade > END_OF_SCHOOL:
        return "above school, as hard as texts for university students"
    return f"about school grade {grade} (age {grade + _AGE_IN_GRADE} to {grade + _AGE_IN_GRADE + 1})"
