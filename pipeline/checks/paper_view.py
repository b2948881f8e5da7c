"""A paper made ready for checking: its quotes and its numbers, each read once."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Final

from pipeline.checks.paper_numbers import PaperNumbers
from pipeline.models.paper import Paper
from pipeline.text.quantities import Measure, measure_of
from pipeline.text.quotes import QuoteIndex

_MOST_PLACES: Final = 200
"""Occurrences of one number that are looked at; hostile papers have a million."""


@dataclass(frozen=True)
class PaperView:
    """What checks see of a paper. Each part is made when it is first asked for."""

    paper: Paper
    _measures: dict[Decimal, tuple[Measure | None, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def citations(self) -> tuple[tuple[int, int], ...]:
        """Where citation markers stand in the paper's text."""
        return tuple(
            (span.start, span.end)
            for section in self.paper.sections
            for paragraph in section.paragraphs
            for span in paragraph.citations
        )

    @cached_property
    def quotes(self) -> QuoteIndex:
        """Finds quotes in the paper's text."""
        return QuoteIndex(self.paper.text, self.citations)

    @cached_property
    def numbers(self) -> PaperNumbers:
        """The numbers that the paper prints."""
        return PaperNumbers.of(self.paper, self.citations)

    def measures(self, value: Decimal) -> tuple[Measure | None, ...]:
        """What the paper's numbers of this value measure or count; None for one whose neighbours do not tell."""
        if value not in self._measures:
            places = islice(self.numbers.places.get(value, ()), _MOST_PLACES)
            self._measures[value] = tuple(measure_of(self.paper.text, start, end) for start, end in places)
        return self._measures[value]
