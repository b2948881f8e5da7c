"""Puts the papers behind bad pages into the queue, to be drafted anew."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.models.ids import Doi
from pipeline.models.status import Status
from pipeline.run.asking import asked_as
from pipeline.store.store import Store


class Requeueing(StrEnum):
    """What was done about a DOI."""

    NEW = "new"
    """No paper had it: one waits to be fetched now."""
    ANEW = "queued_anew"
    """What was fetched and read is kept; the draft is made anew, or what failed before it is."""
    WAITING = "already_waiting"
    """It waits for the next run, or one works on it."""
    HELD = "held"
    """It was retracted, rejected or is a notice: a person decides about it."""


@dataclass(frozen=True)
class Requeued:
    """A DOI, what was done about it, and the first bad page on which it stood."""

    doi: Doi
    done: Requeueing
    page: str

    def as_json(self) -> dict[str, str]:
        """The object that `lint` prints for it."""
        return {"doi": self.doi, "action": self.done.value, "page": self.page}


def requeue(store: Store, doi: Doi, page: str) -> Requeued:
    """Have the paper with this DOI drafted anew by the next run; `page` is told as the place where it was named."""
    row = store.papers.with_doi(doi)
    if row is None:
        store.records.ask([asked_as(doi, page)])
        return Requeued(doi, Requeueing.NEW, page)
    if row.status in (Status.HELD, Status.WITHDRAWN):
        return Requeued(doi, Requeueing.HELD, page)
    if store.stages.unfinished([row.id]):
        return Requeued(doi, Requeueing.WAITING, page)
    store.stages.retry(row.id)
    return Requeued(doi, Requeueing.ANEW, page)
