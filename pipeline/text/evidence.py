"""Turns a quote into evidence: where it stands in a paper, or that it does not."""

from pipeline.models.claim import Evidence, Match
from pipeline.models.paper import Paper
from pipeline.text.quotes import QuoteIndex


class EvidenceFinder:
    """Locates quotes in one paper; build it once a paper."""

    def __init__(self, paper: Paper) -> None:
        spans = [(c.start, c.end) for s in paper.sections for p in s.paragraphs for c in p.citations]
        self._paper = paper
        self._index = QuoteIndex(paper.text, spans)

    def find(self, quote: str) -> Evidence:
        """The evidence for this quote, with heading, page and offsets; `not_found` where the paper lacks it."""
        found = self._index.locate(quote)
        if found is None:
            return Evidence(quote=quote, match=Match.NOT_FOUND)
        section, page = self._paper.place_of(found.start)
        return Evidence(quote=quote, match=found.match, section=section, page=page, start=found.start, end=found.end)
