"""A paper made ready for checking: its quotes and its numbers, each read once."""

from dataclasses import dataclass
from functools import cached_property

from pipeline.checks.paper_numbers import PaperNumbers
from pipeline.models.paper import Paper
from pipeline.text.quotes import QuoteIndex


@dataclass(frozen=True)
class PaperView:
    """What checks see of a paper. The index of quotes and the numbers are made when first asked for."""

    paper: Paper

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
