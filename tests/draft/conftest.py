from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from pipeline.config import Settings
from pipeline.draft.asking.asker import Asker, Ports
from pipeline.draft.asking.client import build_client
from pipeline.draft.asking.ports import Bill, CallRecord, CallSize
from pipeline.draft.asking.speech import Speech
from pipeline.draft.model import ModelDrafter
from pipeline.draft.recipes.recipe import load_prompts
from pipeline.models.ids import Sha256
from pipeline.models.paper import Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.retry import exponential
from tests.loopback.openai_server import LoopbackServer


class MemoryReplies(dict[Sha256, bytes]):
    async def get(self, key: Sha256) -> bytes | None:  # type: ignore[override]
        return dict.get(self, key)

    async def put(self, key: Sha256, raw: bytes) -> None:
        self[key] = raw


class OpenGate:
    """Lets everything pass, and remembers what was booked and what came of it."""

    def __init__(self) -> None:
        self.sizes: list[CallSize] = []
        self.settled: list[float | None] = []

    @asynccontextmanager
    async def attempt(self, size: CallSize) -> AsyncIterator[Bill]:
        self.sizes.append(size)
        yield self

    def settle(self, usage: object, cost: float | None) -> None:
        self.settled.append(cost)

    def release(self) -> None:
        self.settled.append(0.0)


class MemoryDialects(dict[tuple[str, str], Speech]):
    def find(self, server: str, model: str) -> Speech | None:
        return self.get((server, model))

    def remember(self, server: str, model: str, speech: Speech) -> None:
        self[server, model] = speech


class ListedCalls(list[CallRecord]):
    async def record(self, call: CallRecord) -> None:
        self.append(call)


RESULTS = (
    "Twenty people with spinal cord injury took part in the programme for twelve weeks.",
    "The treatment group walked further than the control group after twelve weeks of training.",
    "No serious adverse events were reported in either of the two groups during the study.",
    "Participants in the control group continued with their usual care throughout the study period.",
)


def trial(
    title: str | None = "Walking practice after spinal cord injury: a randomised trial", extra: str = ""
) -> Paper:
    builder = PaperBuilder()
    builder.heading("Abstract", SectionKind.ABSTRACT)
    builder.paragraph(" ".join(RESULTS[:2]), page=1)
    builder.heading("Results", SectionKind.RESULTS)
    builder.paragraph(" ".join(RESULTS[2:]), page=2)
    builder.heading("Limitations", SectionKind.LIMITATIONS)
    builder.paragraph("The small number of participants limits what can be concluded from this study.", page=3)
    if extra:
        builder.paragraph(extra, page=3)
    return builder.build(Metadata(title=title), basis=Basis.FULL_TEXT, parser="test", parser_version="1")


class Desk:
    """A drafter with its surroundings, as a test sees it."""

    def __init__(self, drafter: ModelDrafter, replies: MemoryReplies, calls: ListedCalls, gate: OpenGate) -> None:
        self.drafter, self.replies, self.calls, self.gate = drafter, replies, calls, gate
        self.draft, self.repair = drafter.draft, drafter.repair

    @property
    def outcomes(self) -> list[str]:
        return [call.outcome for call in self.calls]


@pytest.fixture
def serve() -> Iterator[Callable[..., LoopbackServer]]:
    servers: list[LoopbackServer] = []

    def start(**settings: Any) -> LoopbackServer:
        servers.append(LoopbackServer(**settings).__enter__())
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__(None, None, None)


@pytest.fixture
async def desk_at(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Callable[..., Desk]]:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "LAYLINE_MODEL"):
        monkeypatch.delenv(name, raising=False)
    clients = []

    def make(
        url: str, *, replies: MemoryReplies | None = None, dialects: MemoryDialects | None = None, **settings: Any
    ) -> Desk:
        given = {"model": "some-model", "OPENAI_BASE_URL": url, "retry_for": 5.0, "recipe": "one-step", **settings}
        chosen = Settings(**given)
        clients.append(build_client(chosen))
        kept, calls, gate = MemoryReplies() if replies is None else replies, ListedCalls(), OpenGate()
        ports = Ports(kept, calls, gate, MemoryDialects() if dialects is None else dialects)
        asker = Asker(chosen, clients[-1], ports, wait=exponential(0.01, 0.05))
        return Desk(ModelDrafter(chosen, asker, load_prompts(None)), kept, calls, gate)

    yield make
    for client in clients:
        await client.close()
