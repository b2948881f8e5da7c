"""Where the paper says it: the quote in its passage, highlighted, with the paragraphs around it to scroll."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from pipeline.models import words
from pipeline.models.claim import Evidence, Match
from pipeline.models.paper import Paper
from pipeline.review.passage import passage
from pipeline.review.statement import LineKind, ReviewStatement
from pipeline.tui.look import BLOCK, QUOTE, SOFT, WARN, beside, told, wrapped
from pipeline.tui.roll import Roll

_NEIGHBOURS = 6
_ABOVE = 2
"""Lines of what stands before a quote that are seen with it."""


class ProofRoll(Roll):
    """The lines of a passage; the cursor begins at the quote."""

    def __init__(self) -> None:
        super().__init__(id="proof")
        self.paper: Paper | None = None
        self.statement: ReviewStatement | None = None
        self.chosen = 0
        self._passage: list[Content] = []

    def show(self, paper: Paper, statement: ReviewStatement | None, chosen: int = 0) -> None:
        """Show one of a statement's proofs (they count from 0, the last is followed by the first)."""
        self.paper, self.statement = paper, statement
        self.chosen = chosen % max(len(statement.evidence), 1) if statement else 0
        self.border_title = self._title()
        self.lay_out()

    @property
    def evidence(self) -> Evidence | None:
        """The proof that is shown."""
        return self.statement.evidence[self.chosen] if self.statement and self.statement.evidence else None

    @property
    def count(self) -> int:
        """Lines of the passage."""
        return len(self._passage)

    def draw(self, index: int) -> Sequence[Content]:
        """One line."""
        return [self._passage[index]]

    def lay_out(self, cursor: int | None = None) -> None:  # noqa: ARG002 - the quote decides
        """Wrap the passage anew and go to its quote."""
        self._passage, first = self._wrapped()
        super().lay_out(first)
        self.scroll_to(y=max(first - _ABOVE, 0), animate=False, force=True, immediate=True)

    def _title(self) -> Content:
        evidence, statement = self.evidence, self.statement
        if statement is None or evidence is None:
            return told("No proof")
        number = f"Proof {self.chosen + 1} of {len(statement.evidence)}" if len(statement.evidence) > 1 else "Proof"
        place = [evidence.section or "", f"page {evidence.page}" if evidence.page else ""]
        return told(", ".join([number, *filter(None, place)]))

    def _wrapped(self) -> tuple[list[Content], int]:
        """The lines, and the number of the one on which the quote begins."""
        if self.paper is None or self.statement is None:
            return [], 0
        found = passage(self.paper, self.evidence, neighbours=_NEIGHBOURS) if self.evidence else None
        if found is None:
            return [line for part in self._without_passage() for line in wrapped(part, self.width)], 0
        before, quoted, after = (
            told(found.before, paragraphs=True),
            told(found.quoted, QUOTE, paragraphs=True),
            told(found.after, paragraphs=True),
        )
        whole = beside(before, quoted, after)
        first = len(wrapped(beside(before, Content("x")), self.width)) - 1
        return wrapped(whole, self.width), first

    def _without_passage(self) -> Iterator[Content]:
        statement, evidence = self.statement, self.evidence
        if statement is None:
            return
        if evidence is not None and evidence.match is Match.NOT_FOUND:
            yield told("This quote does not stand in the paper:", BLOCK)
            yield told(evidence.quote)
        elif statement.unproved is not None:
            yield told("No quote proves this statement. The draft says why:", WARN)
            yield told(words.MISSING[statement.unproved])
        elif statement.searched:
            yield told(words.searched(statement.searched), SOFT)
        else:
            yield told(_WITHOUT.get(statement.kind, "Nothing is quoted for this."), SOFT)


_WITHOUT = {
    LineKind.TITLE: "Titles carry no quote; their numbers and words are held against the whole paper.",
    LineKind.TERM: "Explanations of words carry no quote.",
    LineKind.CATEGORY: "Categories come from the site's list.",
}
