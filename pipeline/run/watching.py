"""Runs saved searches: what they find and nobody has seen becomes papers that wait to be fetched."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from filelock import FileLock, Timeout

from pipeline.config import Settings, Watch, Workspace
from pipeline.errors import FetchError, SetupError, UsageError, Who
from pipeline.fetch.watch.page import Found
from pipeline.fetch.watch.search import search
from pipeline.run.asking import asked_as, contact
from pipeline.run.web import Network, network
from pipeline.store.clock import now
from pipeline.store.records import Asked
from pipeline.store.store import Store


@dataclass
class WatchReport:
    """What one search came to."""

    name: str
    found: int = 0
    new: list[dict[str, Any]] = field(default_factory=list)
    known: int = 0
    left: int = 0
    """Found but left for another day: the daily limit was reached."""
    error: dict[str, str] | None = None


@dataclass(frozen=True)
class Watching:
    """What all searches came to."""

    watches: tuple[WatchReport, ...]
    dry_run: bool

    @property
    def failed(self) -> bool:
        """Whether some search could not be run to its end."""
        return any(report.error for report in self.watches)

    def names(self) -> list[str]:
        """The identifiers of new papers."""
        return [entry["id"] for report in self.watches for entry in report.new]

    def as_json(self) -> dict[str, Any]:
        """The object that `layline watch --json` prints."""
        return {"dry_run": self.dry_run, "watches": [report.__dict__ for report in self.watches]}


def watch(
    workspace: Workspace,
    settings: Settings,
    names: Sequence[str],
    *,
    dry_run: bool,
    wait_seconds: float,
    tell: Callable[[str], None],
) -> Watching:
    """Run the named searches, or all. A dry run changes nothing.

    Raises UsageError for a name that is not there, SetupError (`no_contact`, `already_watching`).
    """
    contact(settings)
    wanted = _wanted(settings, names)
    with Store(workspace) as store, _alone(workspace, wait_seconds):
        reports = asyncio.run(_all(workspace, settings, store, wanted, tell, dry_run=dry_run))
    return Watching(tuple(reports), dry_run)


def _wanted(settings: Settings, names: Sequence[str]) -> list[Watch]:
    known = {each.name: each for each in settings.watch}
    if not known:
        raise UsageError(
            "no saved search is set", remedy="Add a [[watch]] with name, source and query to layline.toml; see README."
        )
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UsageError(f"there is no saved search {unknown[0]!r}", remedy=f"There are: {', '.join(known)}.")
    return [known[name] for name in names] or list(known.values())


@contextmanager
def _alone(workspace: Workspace, wait_seconds: float) -> Iterator[None]:
    """One watch at a time in a workspace; another one waits so long, and leaves then."""
    try:
        with FileLock(workspace.state / "watch.lock", timeout=wait_seconds):
            yield
    except Timeout as error:
        raise SetupError(
            "another watch is running on this workspace",
            kind="already_watching",
            who=Who.PIPELINE,
            remedy="Nothing is lost: it takes what this one would have. Use --wait SECONDS to wait for it.",
        ) from error


async def _all(
    workspace: Workspace,
    settings: Settings,
    store: Store,
    wanted: Sequence[Watch],
    tell: Callable[[str], None],
    *,
    dry_run: bool,
) -> list[WatchReport]:
    reports = []
    async with network(workspace, settings, max_age=0.0) as net:
        for each in wanted:
            report = WatchReport(each.name)
            try:
                await _One(net, store, each, dry_run, report).run()
            except FetchError as error:
                report.error = {"kind": error.kind, "message": error.message, "remedy": error.remedy}
            tell(_told(report))
            reports.append(report)
    return reports


@dataclass(frozen=True)
class _One:
    """One run of one search."""

    net: Network
    store: Store
    watch: Watch
    dry_run: bool
    report: WatchReport

    async def run(self) -> None:
        """Page by page; the cursor moves on only over pages of which everything was taken."""
        cursor, more = self.store.watches.cursor(self.watch.name), True
        while more:
            page = await search(self.net.web, self.net.asking, self.watch, cursor)
            if not self._take(page.found):
                return
            cursor, more = page.cursor, page.more
            if not self.dry_run:
                self.store.watches.advance(self.watch.name, cursor)

    def _take(self, found: Sequence[Found]) -> bool:
        """Take what is new of a page; whether all of it fitted into the daily limit."""
        self.report.found += len(found)
        asked = {a.name: (a, f) for f in found for a in [asked_as(f.id, f"watch {self.watch.name}")]}
        unseen = self.store.watches.unseen(self.watch.name, list(asked))
        self.report.known += len(asked) - len(unseen)
        fitting = unseen[: self._room()]
        self.report.left += len(unseen) - len(fitting)
        if fitting:
            self._keep([asked[name] for name in fitting])
        return len(fitting) == len(unseen)

    def _keep(self, fitting: Sequence[tuple[Asked, Found]]) -> None:
        new = [asked.name for asked, _ in fitting]
        if not self.dry_run:
            new = list(self.store.watches.take(self.watch.name, [asked for asked, _ in fitting]).new)
        self.report.known += len(fitting) - len(new)
        for asked, found in fitting:
            if asked.name in new:
                self.report.new.append({"id": asked.name, "title": found.title, "date": found.date})

    def _room(self) -> int:
        """How many more may be taken today (24 hours back from now)."""
        today = self.store.watches.taken_since(self.watch.name, now() - timedelta(days=1))
        planned = len(self.report.new) if self.dry_run else 0
        return max(0, self.watch.daily_limit - today - planned)


def _told(report: WatchReport) -> str:
    if report.error:
        return f"{report.name}: not searched to its end: {report.error['message']} {report.error['remedy']}"
    left = f", {report.left} left by the daily limit" if report.left else ""
    return f"{report.name}: {report.found} found, {len(report.new)} new, {report.known} known{left}"
