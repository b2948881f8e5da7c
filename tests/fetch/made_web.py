"""The web with a memory and turns that last no longer than a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pipeline.config import Services
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Bounds, Web
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply


@dataclass
class MadeCache:
    """Keeps replies in memory, whatever their age."""

    kept: dict[str, Reply] = field(default_factory=dict)

    def find(self, key: str, *, max_age: float) -> Reply | None:
        return self.kept.get(key)

    def keep(self, key: str, reply: Reply) -> None:
        self.kept[key] = reply


@dataclass
class MadeTurns:
    """Lets everyone go at once and remembers what was said."""

    learnt: dict[str, Pace] = field(default_factory=dict)
    paused: dict[str, float] = field(default_factory=dict)

    @asynccontextmanager
    async def turn(self, service: str, pace: Pace) -> AsyncIterator[None]:
        yield

    def learn(self, service: str, pace: Pace) -> None:
        self.learnt[service] = pace

    def pause(self, service: str, seconds: float) -> None:
        self.paused[service] = seconds


def made_web(address: str, *, cache: MadeCache | None = None, turns: MadeTurns | None = None) -> Web:
    """A web that may ask the server at this address."""
    return Web(
        user_agent="layline-tests",
        cache=cache or MadeCache(),
        turns=turns or MadeTurns(),
        bounds=Bounds(seconds=10, largest=20_000_000, retry_for=0),
        allowed=(urlsplit(address).netloc,),
    )


def made_asking(address: str, **keys: str) -> Asking:
    """Every service behind one address, each under its own host's name as the first part of the path."""
    hosts = {name: value.removeprefix("https://") for name, value in Services().model_dump().items()}
    services = Services(**{name: f"{address}/{rest}" for name, rest in hosts.items()})
    return Asking(services=services, contact="tester@layline.test", max_age=60.0, **keys)
