"""Looks up anew what services say of the papers of a workspace, and holds those that were retracted since."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from pipeline.config import Settings, Workspace
from pipeline.errors import FetchError
from pipeline.models.ids import PaperId
from pipeline.models.notice import Notice, holding
from pipeline.models.record import Record
from pipeline.models.status import Status
from pipeline.run.asking import contact
from pipeline.run.fetch_stage import hold_reason, identifier_of, told
from pipeline.run.web import Network, network
from pipeline.store.clock import now
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store

_OUT: Final = frozenset({Status.APPROVED, Status.PUBLISHED})
"""A page of such a paper has left the house, or may at any time."""


@dataclass(frozen=True)
class Change:
    """A paper about which something new was announced: what, and whether it is held now."""

    id: str
    title: str | None
    was: str
    held: bool
    news: tuple[str, ...]


@dataclass
class Recheck:
    """What a recheck came to."""

    checked: int = 0
    changes: list[Change] = field(default_factory=list)
    failures: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The object that `layline recheck --json` prints."""
        return {
            "checked": self.checked,
            "changes": [{**change.__dict__, "news": list(change.news)} for change in self.changes],
            "failures": self.failures,
        }


def recheck(
    workspace: Workspace,
    settings: Settings,
    words: Sequence[str],
    *,
    limit: int | None,
    older_than_days: float,
    tell: Callable[[str], None],
) -> Recheck:
    """Check the named papers, or all that were not checked for so many days, the oldest check first."""
    contact(settings)
    with Store(workspace) as store:
        named = [store.papers.find(word).id for word in words]
        due = named or store.records.due(now() - timedelta(days=older_than_days), limit)
        done = Recheck()
        asyncio.run(_check_all(workspace, settings, store, due, done, tell))
    return done


async def _check_all(
    workspace: Workspace,
    settings: Settings,
    store: Store,
    due: Sequence[PaperId],
    done: Recheck,
    tell: Callable[[str], None],
) -> None:
    slots = asyncio.Semaphore(settings.fetch_concurrency)
    async with network(workspace, settings, max_age=0.0) as net, asyncio.TaskGroup() as tasks:
        for paper_id in due:
            tasks.create_task(_one(net, slots, store, settings, paper_id, done, tell))


async def _one(
    net: Network,
    slots: asyncio.Semaphore,
    store: Store,
    settings: Settings,
    paper_id: PaperId,
    done: Recheck,
    tell: Callable[[str], None],
) -> None:
    async with slots:
        row = store.papers.get(paper_id)
        try:
            record = await net.resolver.record(identifier_of(row))
        except FetchError as error:
            done.failures.append({"id": row.display_id, "kind": error.kind, "message": error.message})
            tell(f"not checked: {error.message}")
            return
        done.checked += 1
        change = _take_in(store, settings, row, record)
        if change is not None:
            done.changes.append(change)
            tell(f"{change.id}: {'; '.join(change.news)}" + (" (held)" if change.held else ""))


def _take_in(store: Store, settings: Settings, row: PaperRow, record: Record) -> Change | None:
    """Keep the new record; the change, if there is one."""
    known = store.records.get(row.id)
    before = known.record if known else None
    store.records.keep(row.id, record, known.rungs if known else ())
    news = tuple(_news(before, record))
    if not news:
        return None
    held = _must_be_held(settings, row, record)
    if held:
        store.records.hold(row.id, hold_reason(record) or news[0])
    return Change(row.display_id, row.title, row.status.value, held, news)


def _must_be_held(settings: Settings, row: PaperRow, record: Record) -> bool:
    if row.status is Status.HELD:
        return False
    if holding(record.notices):
        return settings.on_retraction == "hold" or row.status is not Status.PUBLISHED
    return record.published_version is not None and row.status in _OUT


def _news(before: Record | None, record: Record) -> list[str]:
    known = {_key(notice) for notice in before.notices} if before else set()
    news = [told(notice) for notice in record.notices if _key(notice) not in known]
    if record.published_version and (before is None or before.published_version != record.published_version):
        news.append(f"this preprint has appeared as {record.published_version}")
    return news


def _key(notice: Notice) -> tuple[str, str | None]:
    return notice.kind.value, notice.id
