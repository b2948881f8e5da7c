"""A paper made ready for checking: its quotes and its numbers, each read once."""

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Final

from pipeline.checks.copying import Wording
from pipeline.checks.paper_kind import kind_of_paper
from pipeline.checks.paper_numbers import PaperNumbers
from pipeline.checks.study_kind import StudyKind, kind_of_facts
from pipeline.models.paper import Paper, Section
from pipeline.models.study import Certainty
from pipeline.models.summary import Summary
from pipeline.text.quantities import Measure, measure_of
from pipeline.text.quotes import QuoteIndex
from pipeline.text.ratings import ratings
from pipeline.text.registrations import named_registrations

_MOST_PLACES: Final = 200
"""Occurrences of one number that are looked at; hostile papers have a million."""


@dataclass(frozen=True)
class PaperView:
    """What checks see of a paper. Each part is made when it is first asked for."""

    paper: Paper
    _named: dict[str, bool] = field(default_factory=dict, repr=False)
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

    @cached_property
    def wording(self) -> Wording:
        """Finds what other texts have taken over from the paper."""
        return Wording(self.paper)

    @cached_property
    def kind(self) -> StudyKind:
        """What kind of study it is, by the paper's own words."""
        return kind_of_paper(self.paper)

    def kind_beside(self, summary: Summary) -> StudyKind:
        """The kind of study that a summary's facts tell, with what they leave open read from the paper."""
        told = kind_of_facts(summary.study)
        return told if told.design and told.species else told.or_else(self.kind)

    @cached_property
    def registrations(self) -> frozenset[str]:
        """The numbers of registered trials and reviews that the paper prints, as their registries write them."""
        return frozenset(number for _, _, number in named_registrations(self.paper.text))

    @cached_property
    def ratings(self) -> frozenset[Certainty]:
        """How the paper rates the certainty of evidence, its own or another's."""
        return frozenset(rating.level for rating in ratings(self.paper.text))

    @cached_property
    def lowered(self) -> str:
        """The paper's text in small letters."""
        return self.paper.text.lower()

    def names(self, form: str) -> bool:
        """Whether a form in small letters stands anywhere in the paper."""
        if form not in self._named:
            self._named[form] = form in self.lowered
        return self._named[form]

    @cached_property
    def _paragraphs(self) -> tuple[list[int], list[Section]]:
        """Where paragraphs begin, in order, and the section of each."""
        found = [(p.start, index) for index, s in enumerate(self.paper.sections) for p in s.paragraphs]
        found.sort()
        return [start for start, _ in found], [self.paper.sections[index] for _, index in found]

    def section_at(self, offset: int) -> Section | None:
        """The section of what stands at an offset of the text; None in front of the first paragraph."""
        starts, sections = self._paragraphs
        at = bisect_right(starts, offset) - 1
        return sections[at] if at >= 0 else None

    def measures(self, value: Decimal) -> tuple[Measure | None, ...]:
        """What the paper's numbers of this value measure or count; None for one whose neighbours do not tell."""
        if value not in self._measures:
            places = islice(self.numbers.spans(value), _MOST_PLACES)
            self._measures[value] = tuple(measure_of(self.paper.text, start, end) for start, end in places)
        return self._measures[value]
