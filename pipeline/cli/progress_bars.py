"""A run on a terminal: how many papers are done, where they stand, calls, tokens, cost, time left."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Group
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from pipeline.cli.terminal import safe, screen
from pipeline.models.status import EARLY, Stage, Status
from pipeline.run.events import Began, Called, Event, Noticed, Reporter, Settled
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many


@contextmanager
def bars() -> Iterator[Reporter]:
    """A live display on standard error for as long as the run lasts."""
    display = _Display()
    with Live(get_renderable=display.render, console=screen(errors=True), refresh_per_second=8, transient=True) as live:
        display.live = live
        yield display


class _Display:
    live: Live

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("papers"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
        )
        self._task = self._progress.add_task("papers", total=None)
        self._stages: Counter[str] = Counter()
        self._calls = self._on_disk = self._tokens = 0
        self._cost: float | None = None

    def render(self) -> Group:
        """The two lines on the screen."""
        stages = ", ".join(f"{count} {name}" for name, count in sorted(self._stages.items()))
        cost = f", cost {self._cost:.4f}" if self._cost is not None else ""
        calls = f"{so_many(self._calls, 'call')}, {self._on_disk} from disk, {self._tokens:,} tokens{cost}"
        return Group(self._progress, Text(f"{stages or 'starting'} | {calls}", style="dim"))

    def __call__(self, event: Event) -> None:
        """Take an event in; notes and failures scroll by above the bar."""
        if isinstance(event, Began):
            self._progress.update(self._task, total=event.to_do)
        elif isinstance(event, Called):
            self._called(event)
        elif isinstance(event, Noticed):
            self.live.console.print(safe(f"note: {event.message}", "yellow"))
        else:
            self._settled(event)

    def _called(self, event: Called) -> None:
        self._calls += not event.from_disk
        self._on_disk += event.from_disk
        if not event.from_disk:
            self._tokens += (event.prompt_tokens or 0) + (event.completion_tokens or 0)
        if event.cost is not None:
            self._cost = (self._cost or 0.0) + event.cost

    def _settled(self, event: Settled) -> None:
        if event.stage not in EARLY and self._stages["parsed"]:
            self._stages["parsed"] -= 1
        if event.stage is Stage.PARSE and self._stages["fetched"]:
            self._stages["fetched"] -= 1
        going_on = event.stage in EARLY and event.status in (Status.PARSED, Status.RECEIVED)
        now = "fetched" if event.status is Status.RECEIVED else in_words(event.status.value)
        self._stages[now] += 1
        if not going_on:
            self._progress.advance(self._task)
        if event.error is not None:
            self.live.console.print(safe(f"failed: {event.error.message}", "red"))
