"""1,000 papers against a 0.2 s model: our wall time against a bare loop of the same SDK calls, and a second run."""

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from evals.bench.papers import write_papers
from evals.bench.process import layline, measured
from evals.bench.server import LoopbackModel, loopback_model

COUNT: Final = 1_000
CONCURRENCY: Final = 32


def main(count: int = COUNT, paragraphs: int = 0) -> dict[str, float]:
    """Print and return the figures."""
    with tempfile.TemporaryDirectory() as folder, loopback_model("--delay", "0.2") as model:
        papers, workspace = Path(folder) / "papers", Path(folder) / "workspace"
        workspace.mkdir()
        write_papers(papers, count, paragraphs=paragraphs)
        bare = _bare(papers, model)
        first = _ours(papers, workspace, model)
        calls = model.stats()["requests"]
        second = _ours(papers, workspace, model)
        more = model.stats()["requests"] - calls
    figures = {"bare loop s": bare, "first run s": first, "second run s": second, "calls of second run": float(more)}
    print(json.dumps(figures))
    print(f"first run / bare loop of the same SDK calls: {first / bare:.2f} (wanted: at most 1.30)")
    print(f"second run: {second:.2f} s, {more} calls (wanted: at most 3 s, 0 calls)")
    return figures


def _ours(papers: Path, workspace: Path, model: LoopbackModel) -> float:
    took = layline(
        *(workspace, "run", str(papers), "--json", "--concurrency", str(CONCURRENCY)),
        OPENAI_BASE_URL=model.url,
        LAYLINE_MODEL=model.name,
        LAYLINE_RECIPE="one-step",
    )
    totals = json.loads(took.out)["totals"]
    if totals["by_status"].get("in_review") != totals["papers"]:
        raise SystemExit(f"not every paper was drafted: {totals}\n{took.err[-2000:]}")
    return took.seconds


def _bare(papers: Path, model: LoopbackModel) -> float:
    """The same requests over the same client in a process of its own; parsing and prompts are made beforehand."""
    bodies = Path(papers.parent / "bodies.json")
    names = {"OPENAI_BASE_URL": model.url, "LAYLINE_MODEL": model.name}
    command = [sys.executable, "-m", "evals.bench.drafting"]
    measured(*command, "bodies", str(papers), str(bodies), **names)
    return measured(*command, "bare", str(bodies), **names).seconds


def _write_bodies(papers: Path, target: Path) -> None:
    from pipeline.config import Workspace, load_settings
    from pipeline.draft.asking.speech import Speech
    from pipeline.draft.estimating import requests_for
    from pipeline.models.source import MediaType
    from pipeline.parse.document import parse_document

    asked = requests_for(load_settings(Workspace(papers.parent), recipe="one-step"), None)
    bodies: list[dict[str, Any]] = []
    for path in sorted(papers.glob("*.xml")):
        paper = parse_document(path.read_bytes(), MediaType.JATS, path.name)
        bodies += [request.body(Speech()) for request in asked(paper)]
    target.write_text(json.dumps(bodies), "utf-8")


def _run_bare(bodies: Path) -> None:
    requests = json.loads(bodies.read_text("utf-8"))
    asyncio.run(_call_all(requests))


async def _call_all(requests: list[dict[str, Any]]) -> None:
    import httpx2
    from openai import AsyncOpenAI

    client = AsyncOpenAI(api_key="not-needed", max_retries=0)
    slots = asyncio.Semaphore(CONCURRENCY)

    async def call(body: dict[str, Any]) -> None:
        async with slots:
            await client.post("/chat/completions", cast_to=httpx2.Response, body=body)

    await asyncio.gather(*(call(body) for body in requests))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bodies", papers, target]:
            _write_bodies(Path(papers), Path(target))
        case ["bare", bodies]:
            _run_bare(Path(bodies))
        case ["long"]:
            main(paragraphs=120)
        case _:
            main()
