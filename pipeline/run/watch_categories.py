"""Files pages under the categories of the saved searches that found their papers."""

from dataclasses import dataclass

from pipeline.config import Watch
from pipeline.models.draft import Provenance
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary
from pipeline.run.draft_stage import Drafter
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store


@dataclass(frozen=True)
class Filing:
    """A drafter whose summaries also carry the categories of the searches."""

    drafter: Drafter
    store: Store
    watches: tuple[Watch, ...]

    async def draft(self, row: PaperRow, paper: Paper) -> tuple[Summary, Provenance]:
        """The drafter's summary, with the categories added that it does not have yet."""
        summary, provenance = await self.drafter.draft(row, paper)
        names = self.store.watches.that_found(row.id)
        wanted = [category for watch in self.watches if watch.name in names for category in watch.categories]
        filed = tuple(dict.fromkeys((*summary.categories, *wanted)))
        return summary.model_copy(update={"categories": filed}), provenance
