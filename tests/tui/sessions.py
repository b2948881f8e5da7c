"""The app without a terminal: keys go in, and what is drawn comes out."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from pipeline.config import Settings
from pipeline.tui.app import ReviewApp
from pipeline.tui.desk import Desk
from tests import made

_NAMES = {" ": "space", ".": "full_stop", "?": "question_mark", "/": "slash", "-": "minus", ",": "comma"}


class Session:
    """One person at the app."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys by their names; single characters that have a name are translated."""
        for key in keys:
            await self.pilot.press(_NAMES.get(key, key))

    async def type(self, text: str) -> None:
        """Put a text in, as a terminal pastes it: key by key takes a tenth of a second each here."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def open_paper(self) -> None:
        """Open the paper of the workspace from the queue."""
        await self.sees("Supported standing")
        await self.press("enter")
        await self.sees("/60 seen")

    def drawn(self) -> str:
        """What the screen shows, messages at its edge included."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips) + "\n"

    async def sees(self, *texts: str, seconds: float = 30.0) -> str:
        """Wait until the screen shows all of these texts, and give it."""
        until = time.monotonic() + seconds
        while True:
            await self.pilot.pause()
            seen = self.drawn()
            if all(text in seen for text in texts):
                return seen
            assert time.monotonic() < until, f"never saw {texts} on:\n{seen}"
            await self.pilot.pause(0.1)

    async def sees_no(self, *texts: str, seconds: float = 30.0) -> str:
        """Wait until the screen shows none of these texts any more, and give it."""
        until = time.monotonic() + seconds
        while True:
            await self.pilot.pause()
            seen = self.drawn()
            if not any(text in seen for text in texts):
                return seen
            assert time.monotonic() < until, f"still saw one of {texts} on:\n{seen}"
            await self.pilot.pause(0.1)

    async def at_rest(self, wanted: str = "", *, seconds: float = 2.0) -> str:
        """The screen as soon as it is what is wanted, or else as it has stayed for so many seconds."""
        drawn, since = self.drawn(), time.monotonic()
        while drawn != wanted and time.monotonic() < since + seconds:
            await self.pilot.pause(0.1)
            if (seen := self.drawn()) != drawn:
                drawn, since = seen, time.monotonic()
        return drawn


@asynccontextmanager
async def reviewing(
    folder: Path, person: str = "Ada", *, size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[Session]:
    """Open the queue of a workspace."""
    with made.store(folder) as store:
        desk = Desk(store, settings or Settings(), person)
        app = ReviewApp(desk)
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                yield Session(app, pilot)
        finally:
            desk.close()
