"""One export of a spoiled workspace, and what came of it."""

import json
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

from evals.samples.differing import differing
from evals.spoiled.oracle import files_in, spoiled_on_disk
from evals.spoiled.rendering import RENDERING
from evals.spoiled.stored import STORED
from evals.spoiled.templates import TEMPLATES
from evals.spoiled.way import Victim, Way
from pipeline.config import Settings, Workspace
from pipeline.errors import LaylineError
from pipeline.export.formats import FORMATS
from pipeline.export.lists.list_formats import LIST_FORMATS
from pipeline.export.manifest import MANIFEST_NAME
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary
from pipeline.publish.gate import Gate
from pipeline.publish.outcome import Export, ExportedList, Refused
from pipeline.publish.site import SITE
from pipeline.store.store import Store
from tests import made

WAYS: Final[tuple[Way, ...]] = (*STORED, *TEMPLATES, *RENDERING)
PAIRS: Final = tuple((way, name) for way in WAYS for name in way.formats)
_SETTINGS: Final = Settings(site_url="https://layline.example")
_PAPERS: Final = 3
_CRASHED: Final = "crashed"
_SHORT: Final = 18
"""Words; longer sentences are told to reviewers."""
_WHOLE: Final = frozenset({"content_changed", "draft_spoiled", "chain_broken", "not_approved", "payload_changed"})
"""Reasons that are about a page as a whole: a hash, a record and a signature have no place in it."""
_WHOLE_TOO: Final = frozenset({"draft_missing", "template_broken", "not_text", "not_the_contract", "held"})


@dataclass
class Tally:
    """How many exports ended how, by way and format; and what was wrong, in words."""

    ends: defaultdict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)


def run(count: int, seed: int) -> Tally:
    """`count` exports, every pair of way and format in turn."""
    tally, rng = Tally(), Random(seed)
    pairs = list(PAIRS)
    rng.shuffle(pairs)
    with tempfile.TemporaryDirectory() as folder:
        made_workspace = Path(folder) / "made"
        originals = _make(made_workspace)
        for number in range(count):
            way, name = pairs[number % len(pairs)]
            place = Path(folder) / "trial"
            end, wrong = _trial(way, name, made_workspace, place, originals, rng)
            tally.ends[way.name, name][end] += 1
            tally.wrong += (f"{way.name} -> {name}: {each}" for each in wrong)
            shutil.rmtree(place)
    return tally


def _make(workspace: Path) -> dict[str, dict[str, Any]]:
    """A workspace with approved papers; their summaries by DOI, as JSON."""
    originals = {}
    with made.store(workspace) as store:
        for number in range(_PAPERS):
            paper, summary = _with_words_of_its_own(*differing(number + 1))
            made.approved_as(store, number, paper, summary)
            originals[str(summary.citation.doi)] = json.loads(summary.model_dump_json())
    return originals


def _with_words_of_its_own(paper: Paper, summary: Summary) -> tuple[Paper, Summary]:
    """Statements that are not the sentences of their quotes: what is left out of a page stands nowhere else on it."""
    fields = json.loads(summary.model_dump_json())
    for name in ("key_messages", "key_findings", "limitations", "research_summary", "simple_explanation"):
        for claim in fields[name]:
            if len(claim["text"].split()) < _SHORT:
                claim["text"] = f"{claim['text'].rstrip('.')}, in short."
    return paper, Summary.model_validate_json(json.dumps(fields))


def _trial(
    way: Way, name: str, workspace: Path, place: Path, originals: dict[str, dict[str, Any]], rng: Random
) -> tuple[str, list[str]]:
    shutil.copytree(workspace, place / "w")
    out = place / "out"
    out.mkdir()
    if way not in RENDERING and rng.random() < 0.5:  # a page that is out and unchanged is not rendered again
        _export(place / "w", name, out)
    before = files_in(out)
    doi = rng.choice(sorted(originals))
    with made.store(place / "w") as store:
        victim = Victim(place / "w", store.papers.find(doi).id, doi, rng)
    with way.spoil(victim) or nullcontext():
        ended = _export(place / "w", name, out)
    files = files_in(out)
    wrong = list(spoiled_on_disk(files, before, originals))
    if isinstance(ended, LaylineError):
        wrong += [ended.message] if ended.kind == _CRASHED else []
        if files != before and name not in FORMATS:  # of which sound pages may stand there before their index does
            wrong.append(f"the export stopped ({ended.kind}), but changed what stood there")
        if not ended.message or not ended.remedy:
            wrong.append("the export stopped without saying why and what to do")
        return ("wrong" if wrong else "nothing written"), wrong
    wrong += _faults_of_refusals(ended, victim, way)
    if way in STORED:
        wrong += (f"{path}: tells of the spoiled page" for path in _tells_of(doi, files))
    wrong += _neighbours_missing(ended, files, doi, originals)
    return ("wrong" if wrong else "refused"), wrong


def _export(workspace: Path, name: str, out: Path) -> tuple[Refused, ...] | LaylineError:
    with Store(Workspace(workspace)) as store:
        gate = Gate(store, _SETTINGS, Workspace(workspace))
        try:
            return _by_name(gate, name, out).refused
        except LaylineError as error:
            return error
        except Exception as error:  # noqa: BLE001 - a crash is what is looked for, too
            return LaylineError(f"crashed: {error!r}", kind=_CRASHED)


def _by_name(gate: Gate, name: str, out: Path) -> Export | ExportedList:
    if name == SITE:
        return gate.export_site((), out)
    return gate.export((), FORMATS[name], out) if name in FORMATS else gate.export_list((), LIST_FORMATS[name], out)


def _faults_of_refusals(refused: Sequence[Refused], victim: Victim, way: Way) -> Iterator[str]:
    names = {each.id for each in refused}
    if not any(name in (victim.doi, victim.paper_id, "10.5555/layline.another.1") for name in names):
        yield "the spoiled page was not refused"
    for each in refused:
        if not each.reasons:
            yield f"{each.id} was refused without a reason"
        for reason in each.reasons:
            if not reason.kind or not reason.message:
                yield f"{each.id} was refused without a cause: {reason}"
            if not reason.place and reason.kind not in _WHOLE | _WHOLE_TOO:
                yield f"{each.id} was refused without a place: {reason}"
    if not way.name.startswith("template of all") and len(names) > 1:
        yield f"sound pages were refused too: {sorted(names)}"


def _tells_of(doi: str, files: dict[str, bytes]) -> Iterator[str]:
    told = (doi.encode(), doi.replace("/", "_").encode())
    kept = {path: _without_gone(data) if Path(path).name == MANIFEST_NAME else data for path, data in files.items()}
    yield from (path for path, data in kept.items() if any(each in data or each.decode() in path for each in told))


def _without_gone(manifest: bytes) -> bytes:
    """The list of what stands on the site, without the log of what was taken back, which is told to readers."""
    return json.dumps({name: value for name, value in json.loads(manifest).items() if name != "gone"}).encode()


def _neighbours_missing(
    refused: Sequence[Refused], files: dict[str, bytes], doi: str, originals: dict[str, Any]
) -> Iterator[str]:
    stopped = {each.id for each in refused} | {doi}
    for other in originals.keys() - stopped:
        if not any(other.encode() in data or other.replace("/", "_") in path for path, data in files.items()):
            yield f"{other}, which is sound, did not leave"
