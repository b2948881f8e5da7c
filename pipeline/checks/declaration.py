"""What a check is: a value that says what it looks for, how much it matters, and where it looks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice
from typing import Final

from pipeline.checks.paper_view import PaperView
from pipeline.checks.reading import Item, Reading
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary


class Group(StrEnum):
    """What a check guards against."""

    MALFORMED = "malformed"
    """Text that no person could have written. Never waivable, never softened."""
    GROUNDING = "grounding"
    """Statements that the paper does not bear out."""
    SAFETY = "safety"
    """Pages that could lead a patient astray although each statement is true."""
    READABILITY = "readability"
    """Pages that those they are for cannot follow."""


class Surface(StrEnum):
    """The places where text can stand; a check says which of them it looks at."""

    ITEM = "item"
    """The text of a claim, which is an item of a list."""
    FIELD = "field"
    """Other text that Layline wrote for the reader: title, definitions, facts."""
    VERBATIM = "verbatim"
    """What was taken over from the paper: quotes, the citation, headings."""
    PAGE = "page"
    """A block of text on a page that Layline rendered."""
    FOREIGN_PAGE = "foreign_page"
    """A block of text on somebody else's page."""
    MARKDOWN = "markdown"
    """A block of a Markdown file, whoever wrote it."""
    JSON_LEAF = "json_leaf"
    """A string in JSON that is not a summary."""
    CODE = "code"
    """Code on a page, where braces and angle brackets are at home."""


EVERYWHERE = frozenset(Surface)
PROSE = EVERYWHERE - {Surface.VERBATIM, Surface.CODE}
"""Everything that Layline or a page's author wrote as running text."""
_ON_PAGES: Final = frozenset(
    {Surface.PAGE, Surface.FOREIGN_PAGE, Surface.MARKDOWN, Surface.JSON_LEAF, Surface.CODE},
)


MOST_HITS: Final = 200
"""Findings of one check in one text that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A half-open span of a text, and what is wrong with it. `severity` stands in for the check's own."""

    start: int
    end: int
    message: str
    severity: Severity | None = None


Find = Callable[[str], Iterator[Hit]]
"""Looks at a text and says what is wrong in it."""


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """A JSON pointer into the summary, what is wrong there, and the words that show it."""

    place: str
    message: str
    excerpt: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What all checks have. `since` is the version of Layline that brought the check."""

    name: str
    group: Group
    severity: Severity
    since: str

    @property
    def waivable(self) -> bool:
        """Whether a reviewer may waive a finding with a reason; malformed output never can be."""
        return self.group is not Group.MALFORMED


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCheck(Declaration):
    """Looks at one text at a time. `find_on_pages` stands in for `find` on pages and in other people's JSON.

    `hint` is asked first, about many texts at once, each behind a line break: where it says no, the check would
    find nothing in any of them. It may say yes in vain, and has to be cheap. Without a hint every text is looked at.
    """

    find: Find
    hint: Callable[[str], bool] | None = None
    applies_to: frozenset[Surface] = field(default=PROSE)
    find_on_pages: Find | None = None
    warns_on_pages: bool = False
    """Whether what is found there only warns, whatever it is: such a check keeps no page from leaving."""

    def find_on(self, surface: Surface) -> Find:
        """What looks at texts of this surface."""
        if surface not in _ON_PAGES:
            return self.find
        return self._warn if self.warns_on_pages else self.find_on_pages or self.find

    def _warn(self, text: str) -> Iterator[Hit]:
        return (replace(hit, severity=Severity.WARN) for hit in self.find(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCheck(Declaration):
    """Looks at the items of one list together; yields the index of an item and what is wrong with it."""

    find: Callable[[Sequence[str]], Iterator[tuple[int, Hit]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCheck(Declaration):
    """Looks at one statement at a time beside the paper: a claim of a summary, or a sentence of a page."""

    find: Callable[[Statement, PaperView], Iterator[Hit]]

    def look_at(self, statement: Statement, paper: PaperView) -> Iterator[Hit]:
        """What is found in as much of a statement as is read, up to `MOST_HITS`: bounded time for any text."""
        return islice(self.find(statement.opening, paper), MOST_HITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryCheck(Declaration):
    """Looks at a whole summary beside its paper."""

    find: Callable[[Summary, PaperView], Iterator[PlacedHit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCheck(Declaration):
    """Looks at what a reader reads, all of it together: the lay parts of a summary, the running text of a page."""

    find: Callable[[Reading], Iterator[tuple[Item, Hit]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerCheck(Declaration):
    """A finding that the runner itself makes, while it reads what the other checks are to look at."""


Check = TextCheck | ListCheck | StatementCheck | SummaryCheck | ReadingCheck | RunnerCheck
