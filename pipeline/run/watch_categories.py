"""Files pages under the categories of the saved searches that found their papers."""

from dataclasses import dataclass

from pipeline.config import Watch
from pipeline.models.ids import PaperId
from pipeline.models.summary import Summary
from pipeline.store.store import Store


@dataclass(frozen=True)
class Filing:
    """Adds the categories of the searches to a summary, before it is checked and kept."""

    store: Store
    watches: tuple[Watch, ...]

    def filed(self, paper_id: PaperId, summary: Summary) -> Summary:
        """The summary, with the categories added that it does not have yet."""
        if not any(watch.categories for watch in self.watches):
            return summary
        names = self.store.watches.that_found(paper_id)
        wanted = [category for watch in self.watches if watch.name in names for category in watch.categories]
        filed = tuple(dict.fromkeys((*summary.categories, *wanted)))
        return summary.model_copy(update={"categories": filed})
