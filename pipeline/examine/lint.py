"""Looks through pages that are already out, one at a time, and keeps of each only what was found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from pipeline.checks.paper_view import PaperView
from pipeline.checks.runner.pages import look_at_page
from pipeline.checks.severities import Severities
from pipeline.checks.suspects import Cleared
from pipeline.config import Settings, Workspace
from pipeline.examine.page_files import NamedPage, named_pages
from pipeline.examine.pages import PageRead, Pages, PageUnread
from pipeline.examine.target import Target
from pipeline.fetch.pages.dois import dois_in
from pipeline.models.finding import Severity
from pipeline.models.ids import Doi
from pipeline.models.paper import Paper

if TYPE_CHECKING:
    from pipeline.examine.requeue import Requeued
    from pipeline.examine.site import Site
    from pipeline.store.store import Store


@dataclass(frozen=True)
class Wanted:
    """What is to be looked at, beside which paper, how many pages of the web at most, and whether DOIs are queued."""

    names: Sequence[str]
    paper: Paper | None = None
    pages_at_most: int = 1_000
    requeue: bool = False


@dataclass
class Summary:
    """What was found on all pages together. Only pages in which something was found are kept, as counts."""

    pages: int = 0
    blocked: int = 0
    unread: int = 0
    left_out: int = 0
    complete: bool = False
    """Whether the end was reached."""
    by_check: dict[str, Counter[str]] = field(default_factory=dict)
    by_page: dict[str, Counter[str]] = field(default_factory=dict)
    requeued: "list[Requeued]" = field(default_factory=list)

    @property
    def clean(self) -> int:
        """Pages without any finding."""
        return self.pages - len(self.by_page)

    @property
    def failed(self) -> bool:
        """Whether something blocks, or could not be looked at."""
        return bool(self.blocked or self.unread)

    def add(self, target: Target) -> None:
        """Count a page."""
        if target.error is not None:
            self.unread += 1
            return
        self.pages += 1
        self.blocked += target.blocks
        for seen in target.findings:
            severity = seen.finding.severity.value
            self.by_check.setdefault(seen.finding.check, Counter())[severity] += 1
            self.by_page.setdefault(target.name, Counter())[severity] += 1

    def as_json(self) -> dict[str, Any]:
        """The object that `lint` prints at its end."""
        return {
            "pages": self.pages,
            "clean": self.clean,
            "blocked": self.blocked,
            "unread": self.unread,
            "left_out": self.left_out,
            "complete": self.complete,
            "by_check": {name: _counts(counts) for name, counts in sorted(self.by_check.items())},
            "by_page": {name: _counts(counts) for name, counts in self.by_page.items()},
        }


def _counts(counts: Counter[str]) -> dict[str, int]:
    return {severity.value: counts[severity.value] for severity in Severity}


class Lint:
    """One look through many pages. Use it with `with`: it opens the network and the store when they are needed."""

    def __init__(self, workspace: Workspace, settings: Settings, wanted: Wanted) -> None:
        self._workspace, self._settings, self._wanted = workspace, settings, wanted
        self._view = PaperView(wanted.paper) if wanted.paper else None
        self._severities = Severities.of(settings.severities)
        self._cleared, self._queued = Cleared(), set[Doi]()
        self._stack = ExitStack()
        self._site: Site | None = None
        self._store: Store | None = None
        self.summary = Summary()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def targets(self) -> Iterator[Target]:
        """Each page as it was read. Raises UsageError or SetupError before the first one."""
        named = named_pages(self._wanted.names)
        if any("://" in name for name in self._wanted.names):
            self._open_site()
        return self._looked_at(named)

    def _looked_at(self, named: Iterator[NamedPage]) -> Iterator[Target]:
        pages = Pages(self._open_site, self._wanted.pages_at_most)
        for each in named:
            for page in pages.of(each):
                target = self._target(page)
                self.summary.add(target)
                yield target
        self.summary.left_out, self.summary.complete = pages.left_out, True

    def _target(self, page: PageRead | PageUnread) -> Target:
        if isinstance(page, PageUnread):
            return Target(page.name, error=page.error)
        found = look_at_page(page.data, page.media_type, own=False, view=self._view, cleared=self._cleared)
        target = Target(page.name, self._severities.weigh_seen(found))
        if self._wanted.requeue and target.blocks:
            self._requeue(page)
        return target

    def _requeue(self, page: PageRead) -> None:
        from pipeline.examine.requeue import requeue  # noqa: PLC0415 - it brings the store along

        for doi in dois_in(page.data):
            if doi not in self._queued:
                self._queued.add(doi)
                self.summary.requeued.append(requeue(self._open_store(), doi, page.name))

    def _open_site(self) -> "Site":
        from pipeline.examine.site import site  # noqa: PLC0415 - files need no network

        if self._site is None:
            self._site = self._stack.enter_context(site(self._workspace, self._settings))
        return self._site

    def _open_store(self) -> "Store":
        from pipeline.store.store import Store  # noqa: PLC0415 - only where DOIs are queued

        if self._store is None:
            self._store = self._stack.enter_context(Store(self._workspace))
        return self._store
