"""Drafts papers over real HTTP from a spoiled model, and compares what came of each with what was to come."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from evals.drafting.offline_model import OfflineModel, reply_of
from evals.drafting.spoiling import Spoiling, drawn
from evals.drafting.ways import End, Way
from pipeline.checks.runner.summaries import check_summary
from pipeline.config import Price, Settings
from pipeline.draft.asking.asker import Asker, Ports
from pipeline.draft.asking.client import build_client
from pipeline.draft.asking.ports import Bill, CallRecord, CallSize
from pipeline.draft.asking.speech import Speech
from pipeline.draft.fence import fence
from pipeline.draft.grounding import summary_from_reply
from pipeline.draft.model import ModelDrafter
from pipeline.draft.recipes.recipe import load_prompts
from pipeline.draft.replies.draft import DraftReply
from pipeline.errors import DraftError
from pipeline.models.finding import Severity
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Sha256
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary
from pipeline.retry import exponential
from pipeline.run.attempts import Attempt, Checked, best_last
from pipeline.run.mending import draft_and_mend
from tests.loopback.openai_server import LoopbackServer

PRICE = Price(input=1, output=4)
A_REPLY = (1000 * 1 + 500 * 4) / 1e6
"""What the loopback server's count of one reply costs."""


@dataclass
class Tally:
    """What came of the drafts: as it was to come, or not, with the reasons."""

    drafts: int = 0
    attempts: int = 0
    mended: int = 0
    to_mend: int = 0
    wrong: list[str] = field(default_factory=list)
    by_way: Counter[str] = field(default_factory=Counter)


class _Desk:
    """Replies in memory, calls in a list, an open gate."""

    def __init__(self) -> None:
        self.replies: dict[Sha256, bytes] = {}
        self.calls: list[CallRecord] = []

    async def get(self, key: Sha256) -> bytes | None:
        return self.replies.get(key)

    async def put(self, key: Sha256, raw: bytes) -> None:
        self.replies[key] = raw

    async def record(self, call: CallRecord) -> None:
        self.calls.append(call)

    def attempt(self, size: CallSize) -> AbstractAsyncContextManager[Bill]:  # noqa: ARG002
        return _open()

    def find(self, server: str, model: str) -> Speech | None:  # noqa: ARG002
        return Speech()

    def remember(self, server: str, model: str, speech: Speech) -> None:
        """Nothing is remembered."""


class _NoBill:
    def settle(self, usage: object, cost: float | None) -> None:
        """Nobody pays."""

    def release(self) -> None:
        """Nobody pays."""


@asynccontextmanager
async def _open() -> Any:
    yield _NoBill()


@dataclass(frozen=True)
class _Row:
    """What the mending needs to know of a paper's row."""

    next_attempt: int = 1
    note: str | None = None


def run(papers: Sequence[Paper], count: int, *, seed: int, recipe: str) -> Tally:
    """Draft `count` papers (these, again under other titles), each spoiled in one way."""
    model = OfflineModel()
    usable = [paper for paper in papers if model.learn(paper)]
    titled = [_titled(usable[n % len(usable)], n) for n in range(count)]
    for paper in titled:
        model.learn(paper)
    ways = drawn(len(titled), seed)
    steps = 1 if recipe == "one-step" else 2
    faults = Spoiling(steps=steps, by_mark={fence(p).mark: way for p, way in zip(titled, ways, strict=True)})
    with LoopbackServer(faults=faults, answering=model) as server:
        return asyncio.run(_all(server, titled, ways, recipe))


def _titled(paper: Paper, number: int) -> Paper:
    """The paper under its title with a number behind it, which takes the place of as many of its last characters."""
    if paper.title is None:
        raise ValueError("only papers with a title are drafted")
    end = f" ({number})"
    title = f"{paper.title.text[: -len(end)]}{end}"
    text = title + paper.text[paper.title.end :]
    metadata = paper.metadata.model_copy(update={"title": title})
    return paper.model_copy(
        update={"metadata": metadata, "title": paper.title.model_copy(update={"text": title}), "text": text}
    )


async def _all(server: LoopbackServer, papers: Sequence[Paper], ways: Sequence[Way], recipe: str) -> Tally:
    settings = Settings(
        model="scripted-loopback", OPENAI_BASE_URL=server.url, recipe=recipe, attempts=2, repairs=2, retry_for=20.0,
        prices={"scripted-loopback": PRICE},
    )  # fmt: skip
    tally, slots, client = Tally(), asyncio.Semaphore(16), build_client(settings)

    async def one(paper: Paper, way: Way) -> None:
        async with slots:
            await _one(settings, client, paper, way, tally)

    await asyncio.gather(*(one(paper, way) for paper, way in zip(papers, ways, strict=True)))
    await client.close()
    served = server.stats["requests"]
    if tally.attempts != served:
        tally.wrong.append(f"calls on record {tally.attempts}, counted by the server {served}")
    return tally


async def _one(settings: Settings, client: Any, paper: Paper, way: Way, tally: Tally) -> None:
    desk = _Desk()
    asker = Asker(settings, client, Ports(desk, desk, desk, desk), wait=exponential(0.01, 0.05))
    drafter = ModelDrafter(settings, asker, load_prompts(None))

    async def check(summary: Summary) -> Checked:
        return Checked(summary, content_hash(summary), check_summary(summary, paper))

    attempts: Sequence[Attempt] = ()
    kind = ""
    for _ in range(2):  # a fault of transport is left to the next run, which takes up the kept replies
        try:
            attempts = best_last(await draft_and_mend(drafter, _Row(), paper, check, settings.repairs))  # type: ignore[arg-type]
            break
        except DraftError as error:
            kind = error.kind
            if not error.transient:
                break
    _compare(paper, way, desk, attempts, kind, tally)


def _compare(paper: Paper, way: Way, desk: _Desk, attempts: Sequence[Attempt], kind: str, tally: Tally) -> None:
    made = [call for call in desk.calls if not call.cached]
    tally.drafts += 1
    tally.attempts += len(made)
    tally.by_way[way.name] += 1
    where = f"{way.name} in {(paper.metadata.title or '')[:60]!r}"
    if way.outcome not in (named := [call.outcome for call in made[:2]]):
        tally.wrong.append(f"{where}: the outcomes on record are {named}, without {way.outcome}")
    answered = [call for call in made if call.status == 200 and call.usage is not None]
    cost = sum(call.cost or 0.0 for call in made)
    if abs(cost - len(answered) * A_REPLY) > 1e-9:
        tally.wrong.append(f"{where}: the calls cost {cost}, counted by the server {len(answered) * A_REPLY}")
    kept = len({call.request_hash for call in made if call.status == 200})
    if len(desk.replies) != kept:
        tally.wrong.append(f"{where}: {kept} replies came, {len(desk.replies)} are kept")
    if way.end is End.FAILED:
        if attempts or kind != way.outcome:
            tally.wrong.append(f"{where}: it ended as {kind or 'drafted'}")
        return
    if not attempts:
        tally.wrong.append(f"{where}: no draft, {kind}")
        return
    _compare_findings(paper, way, attempts, where, tally)


def _compare_findings(paper: Paper, way: Way, attempts: Sequence[Attempt], where: str, tally: Tally) -> None:
    """The draft has no more blocking findings than the same content has when nobody spoils it."""
    reply = DraftReply.model_validate(reply_of_paper(paper), strict=False)
    sound = check_summary(summary_from_reply(reply, paper, "scripted-loopback"), paper)
    baseline = {(f.check, f.place) for f in sound if f.severity is Severity.BLOCK}
    left = {(f.check, f.place) for f in attempts[-1].checked.blocking}
    if way.end is End.MENDED and len(attempts) > 1:
        tally.to_mend += 1
        tally.mended += left <= baseline
    if not left <= baseline:
        tally.wrong.append(f"{where}: still blocked by {sorted(left - baseline)[:3]}")


def reply_of_paper(paper: Paper) -> dict[str, Any]:
    """The unspoiled reply about a paper."""
    from pipeline.draft.offline import draft_offline

    return reply_of(draft_offline(paper))
