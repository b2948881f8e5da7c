"""How much there is to do."""

from collections.abc import Iterable

from pipeline.models.ids import PaperId
from pipeline.store.store import Store


def needing_work(store: Store, paper_ids: Iterable[PaperId]) -> int:
    """How many of these papers have a stage that is not done; merged ones count once."""
    ids = {row.id for row in store.papers.many(paper_ids).values()}
    return len({stage.paper_id for stage in store.stages.unfinished(ids)})
