"""What the web needs from outside: a memory for replies, and turns that keep to each service's pace."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply


class Cache(Protocol):
    """Keeps replies across runs."""

    def find(self, key: str, *, max_age: float) -> Reply | None:
        """The reply kept under this key, if it is not older than `max_age` seconds."""

    def keep(self, key: str, reply: Reply) -> None:
        """Keep a reply under this key."""


class Turns(Protocol):
    """Lets requests to one service go at its pace, across all processes of a workspace."""

    def turn(self, service: str, pace: Pace) -> AbstractAsyncContextManager[None]:
        """Wait for a turn; the turn lasts until the reply was read.

        Raises PausedError at once where the service asked for a pause of which more is left than is waited for.
        """

    def learn(self, service: str, pace: Pace) -> None:
        """Keep to this pace from now on: the service announced it."""

    def pause(self, service: str, seconds: float) -> None:
        """Nobody asks this service for so long: it told one of us to wait."""
