"""How far a saved search has come: the days it looks at, and where in their listing it stands.

A search looks at windows of days. When one was listed to its end, what is kept is its last day; the next window begins
some days before that, since services take in articles late, and the store knows what was seen. Within a window the
service's own mark of the next page is kept, so that an interrupted search goes on where it stopped.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, Self

from pipeline.config import Watch
from pipeline.errors import FetchError
from pipeline.fetch.watch.page import Found, Page

_OVERLAP: Final = timedelta(days=7)
_FIRST: Final = timedelta(days=30)
"""How far back the first search looks when its `since` is not set."""
_MOST_PAGES: Final = 1_000


@dataclass(frozen=True)
class Place:
    """A window of days, both included, and the mark of its next page; None is its first."""

    of: str
    first: date
    last: date
    mark: str | None = None
    pages: int = 0

    @classmethod
    def of_cursor(cls, watch: Watch, cursor: str | None, *, good_for: timedelta | None = None) -> Self:
        """Where to go on. A mark older than `good_for` is not used: the window is begun again.

        A cursor that cannot be read, or was kept for another query under the same name, is like none.
        """
        of = _fingerprint(watch)
        try:
            kept: Any = json.loads(cursor or "")
            same = kept["of"] == of
            return cls._following(watch, of, kept, good_for) if same else cls._first(watch, of)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return cls._first(watch, of)

    @classmethod
    def _first(cls, watch: Watch, of: str) -> Self:
        today = _today()
        return cls(of, min(watch.since or today - _FIRST, today), today)

    @classmethod
    def _following(cls, watch: Watch, of: str, kept: dict[str, Any], good_for: timedelta | None) -> Self:
        today = _today()
        last = min(date.fromisoformat(kept["last"]), today)
        if "first" not in kept:
            return cls(of, min(max(last - _OVERLAP, watch.since or date.min), today), today)
        window = cls(of, min(date.fromisoformat(kept["first"]), last), last)
        age = datetime.now(UTC) - datetime.fromisoformat(kept["noted"])
        if good_for is not None and not timedelta() <= age < good_for:
            return window
        return replace(window, mark=str(kept["mark"]), pages=int(kept["pages"]))

    def number(self, largest: int) -> int:
        """The mark as a number of entries to leave out; zero where it is none."""
        mark = self.mark or ""
        return int(mark) if mark.isascii() and mark.isdigit() and len(mark) < 9 and int(mark) <= largest else 0

    def page(self, found: tuple[Found, ...], mark: str | None) -> Page:
        """The page that was just read; `mark` is that of the next one, None where the listing ends.

        Raises FetchError (`too_many`) for a listing without an end.
        """
        if mark is None:
            done = json.dumps({"of": self.of, "last": self.last.isoformat()})
            return Page(found, done, more=self.last < _today())
        if self.pages >= _MOST_PAGES:
            raise FetchError(
                f"the listing from {self.first} to {self.last} has more than {_MOST_PAGES} pages",
                kind="too_many",
                remedy="Narrow the query, or set a later `since`.",
            )
        return Page(found, self._cursor(mark), more=True)

    def _cursor(self, mark: str) -> str:
        days = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        noted = datetime.now(UTC).isoformat()
        return json.dumps({"of": self.of, **days, "mark": mark, "pages": self.pages + 1, "noted": noted})


def _fingerprint(watch: Watch) -> str:
    """What tells one search from another: all that decides what it finds."""
    told = json.dumps([watch.source, watch.query, watch.since.isoformat() if watch.since else None])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _today() -> date:
    return datetime.now(UTC).date()
