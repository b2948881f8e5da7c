"""Lets a person see how good a model's drafts are: drafts papers apart from the workspace's own, and counts.

What is counted needs no judge of truth but the paper: whether quotes stand in it, what the checks find, what had to be
mended, how long sentences are, what it cost. Whether a page reads well only a person can say: the drafts are kept.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

from pipeline.config import Settings, Workspace
from pipeline.errors import SetupError
from pipeline.models.claim import Match
from pipeline.models.draft import Draft
from pipeline.models.ids import PaperId
from pipeline.models.paper import ArticleType
from pipeline.models.summary import DrafterKind, Summary, claims
from pipeline.run.drafters import choose
from pipeline.run.events import Reporter
from pipeline.run.start import Options, run
from pipeline.run.way_of_drafting import way_of_drafting
from pipeline.store.calls import CostsBy
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store
from pipeline.text.sentences import sentences


class EvalWorkspace(Workspace):
    """A workspace inside another one's state: its own papers and drafts, the other one's prompts.

    One for each way of asking, prompts and settings included: what was measured of another is no figure of this one.
    """

    def __init__(self, home: Workspace, settings: Settings) -> None:
        super().__init__(home.state / "eval" / way_of_drafting(settings, home, DrafterKind.MODEL)[:12])
        self._home = home

    @cached_property
    def prompts(self) -> Path:
        """The prompts of the workspace that is evaluated for."""
        return self._home.prompts


@dataclass(frozen=True)
class Evaluation:
    """What the model made of each paper, and the sums."""

    model: str
    recipe: str
    kept_in: Path
    papers: tuple[dict[str, Any], ...]
    totals: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """The object that `layline eval --json` prints."""
        head = {"model": self.model, "recipe": self.recipe, "kept_in": str(self.kept_in)}
        return {**head, "papers": list(self.papers), "totals": self.totals}


def evaluate(
    home: Workspace, settings: Settings, names: Sequence[str], options: Options, report: Reporter
) -> Evaluation:
    """Draft the named papers with the configured model and count. Replies are kept: doing it again costs nothing.

    Raises SetupError (`no_model`) where no model is configured.
    """
    choice = choose(settings, "model")
    workspace = EvalWorkspace(home, settings)
    workspace.root.mkdir(parents=True, exist_ok=True)
    done = run(workspace, settings, names, options, report)
    if done.spending.stopped is not None:
        raise SetupError(
            done.spending.stopped.message, remedy=done.spending.stopped.remedy, kind=done.spending.stopped.kind
        )
    with Store(workspace) as store:
        ids = [PaperId(paper["paper_id"]) for paper in done.papers if paper["paper_id"]]
        rows = [row for row in store.papers.many(ids).values() if not _is_notice(row)]
        papers = tuple(_measured(store, row) for row in rows)
    totals = _totals(papers)
    return Evaluation(choice.name, settings.recipe, workspace.root, papers, totals)


def _is_notice(row: PaperRow) -> bool:
    """Notices are not drafted; a paper that was never read has no type."""
    return row.article_type is not None and ArticleType(row.article_type).is_notice


def _measured(store: Store, row: PaperRow) -> dict[str, Any]:
    drafts = [draft for draft in store.drafts.all(row.id) if not draft.summary.drafted_by.edited_by]
    cost = store.calls.costs(CostsBy.PAPER, paper_id=row.id)
    told: dict[str, Any] = {
        "id": row.display_id,
        "title": row.title,
        "status": row.status.value,
        "error": row.error.kind if row.error else None,
        "attempts": len(drafts),
        "calls": cost[0].calls if cost else 0,
        "cost": cost[0].cost if cost else None,
        "unpriced": cost[0].unpriced if cost else 0,
    }
    if not drafts:
        return told | {"first": None, "last": None}
    return told | {"first": _draft(store, drafts[0]), "last": _draft(store, drafts[-1])}


def _draft(store: Store, draft: Draft) -> dict[str, Any]:
    findings = store.drafts.findings(draft.paper_id, draft.content_hash)
    matches = Counter(found.match for _, claim in claims(draft.summary) for found in claim.evidence)
    return {
        "quotes": {match.value: matches[match] for match in Match},
        "unproved": sum(claim.unproved is not None for _, claim in claims(draft.summary)),
        "findings": {name: sum(f.severity.value == name for f in findings) for name in ("block", "warn", "info")},
        "by_check": dict(Counter(finding.check for finding in findings)),
        "notes": list(draft.provenance.notes),
        **_reading(draft.summary),
    }


def _reading(summary: Summary) -> dict[str, float]:
    """Words of the page's statements, and words a sentence: the target is 15, and never more than 25."""
    texts = [claim.text for _, claim in claims(summary)]
    lengths = [len(text[start:end].split()) for text in texts for start, end in sentences(text)]
    return {
        "words": sum(lengths),
        "words_per_sentence": round(sum(lengths) / len(lengths), 1) if lengths else 0.0,
        "longest_sentence": max(lengths, default=0),
    }


def _totals(papers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    drafted = [paper for paper in papers if paper["last"]]
    quotes = sum((Counter(paper["first"]["quotes"]) for paper in drafted), Counter[str]())
    all_quotes = quotes.total()
    costs = [paper["cost"] for paper in papers if paper["cost"] is not None]
    return {
        "papers": len(papers),
        "drafted": len(drafted),
        "failed": dict(Counter(paper["error"] for paper in papers if paper["error"])),
        "clean_at_first": sum(not paper["first"]["findings"]["block"] for paper in drafted),
        "clean_at_last": sum(not paper["last"]["findings"]["block"] for paper in drafted),
        "quotes": all_quotes,
        "quotes_found": round(1 - quotes[Match.NOT_FOUND.value] / all_quotes, 4) if all_quotes else None,
        "by_check": dict(sum((Counter(paper["last"]["by_check"]) for paper in drafted), Counter[str]())),
        "words_per_sentence": median(p["last"]["words_per_sentence"] for p in drafted) if drafted else None,
        "calls": sum(paper["calls"] for paper in papers),
        "cost": sum(costs) if costs else None,
        "unpriced": sum(paper["unpriced"] for paper in papers),
    }
