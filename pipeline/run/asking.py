"""Takes identifiers in: each that no paper has yet becomes one that waits to be fetched."""

from collections.abc import Sequence

from pipeline.config import Settings
from pipeline.errors import SetupError
from pipeline.fetch.expand import AskedId
from pipeline.models.ids import Doi, PaperId, Pmcid, Pmid
from pipeline.models.status import Stage
from pipeline.run.needing_work import needing_work
from pipeline.store.records import Asked
from pipeline.store.store import Store


def contact(settings: Settings) -> str:
    """The address that services are told. Raises SetupError where none is set."""
    if settings.contact is None:
        raise SetupError(
            "papers can be fetched only when the services are told whom to write to",
            kind="no_contact",
            remedy='Set contact = "you@example.org" in layline.toml, or LAYLINE_CONTACT in the environment.',
        )
    return settings.contact


def ask_for(
    store: Store, ids: Sequence[AskedId], *, among: Sequence[PaperId] = (), limit: int | None = None
) -> list[PaperId]:
    """The papers of these identifiers, new ones made. With a limit, up to so many that need work, `among` included."""
    if limit is None:
        return list(dict.fromkeys(store.records.ask([asked_as(asked.id, asked.origin) for asked in ids]).values()))
    papers: dict[PaperId, None] = {}
    for asked in ids:
        if needing_work(store, [*among, *papers]) >= limit:
            break
        papers.update(dict.fromkeys(store.records.ask([asked_as(asked.id, asked.origin)]).values()))
    return list(papers)


def without_fetching(store: Store, paper_ids: Sequence[PaperId]) -> list[PaperId]:
    """These papers without those that wait to be fetched."""
    rows = store.papers.many(paper_ids)
    ids = {row.id for row in rows.values()}
    to_fetch = {stage.paper_id for stage in store.stages.unfinished(ids) if stage.stage is Stage.FETCH}
    return [paper_id for paper_id in paper_ids if paper_id in rows and rows[paper_id].id not in to_fetch]


def asked_as(identifier: Doi | Pmid | Pmcid, origin: str) -> Asked:
    """An identifier as the store files it; `origin` is where it was named."""
    match identifier:
        case Doi():
            return Asked(identifier, origin, doi=identifier)
        case Pmid():
            return Asked(f"PMID {identifier}", origin, pmid=identifier)
        case Pmcid():
            return Asked(identifier, origin, pmcid=identifier)
