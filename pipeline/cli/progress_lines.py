"""A run told in plain lines: one for each paper that came to the end of a stage worth telling."""

from pipeline.cli.terminal import safe, tell
from pipeline.models.status import EARLY
from pipeline.run.events import Began, Event, Noticed, Settled
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many


class Lines:
    """Counts what is settled and tells it line by line on standard error."""

    def __init__(self) -> None:
        self._to_do = 0
        self._done = 0

    def __call__(self, event: Event) -> None:
        """Tell an event, if it is worth a line."""
        if isinstance(event, Began):
            self._to_do = event.to_do
            tell(f"{so_many(event.papers, 'paper')}, {event.to_do} to do; drafter: {event.drafter}")
        elif isinstance(event, Noticed):
            tell(safe("note:", "bold"), event.message)
        elif isinstance(event, Settled):
            self._settled(event)

    def _settled(self, event: Settled) -> None:
        if event.stage in EARLY and event.error is None and not event.detail:
            return
        self._done += event.stage not in EARLY or event.error is not None or bool(event.detail)
        about = event.error.message if event.error else event.name
        line = f"[{self._done}/{self._to_do}] {in_words(event.status.value)}: {about}"
        tell(f"{line}: {event.detail}" if event.detail else line)
