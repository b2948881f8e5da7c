"""Runs all checks on a summary beside its paper, and on JSON that may hold one."""

from functools import lru_cache

from pipeline.checks.declaration import Surface
from pipeline.checks.leaves import other_texts, summary_texts
from pipeline.checks.order import in_order
from pipeline.checks.paper_view import PaperView
from pipeline.checks.runner.beside_paper import beside_paper
from pipeline.checks.runner.guarded import runner_finding
from pipeline.checks.runner.last_look import may_block
from pipeline.checks.runner.reading import as_read
from pipeline.checks.runner.texts import in_strings, in_texts
from pipeline.checks.summary_shape import part_that_is_a_summary, read_summary
from pipeline.checks.suspects import Cleared
from pipeline.models.finding import Finding, Found
from pipeline.models.hashing import content_hash
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary, claims, shown_texts
from pipeline.text.reading_level import reading_grade


def check_summary(summary: Summary, paper: Paper) -> tuple[Finding, ...]:
    """Everything that is found in a summary beside its paper: what blocks first, then in reading order.

    Places are JSON pointers into the summary. A check that breaks down is itself a blocking finding.
    """
    return check_against(summary, _view_of(_Same(paper)))


def look_at_summary(summary: Summary, paper: Paper) -> Found:
    """The same, and whether its texts may stand on a page: what the gate asks of them once more."""
    texts = (text for _, text in shown_texts(summary))
    return Found(
        content=content_hash(summary),
        findings=check_summary(summary, paper),
        fit_for_pages=not may_block({Surface.PAGE: texts}, Cleared()),
        reading_grade=grade_of(summary),
    )


def grade_of(summary: Summary) -> float | None:
    """The school grade of all statements together, without quotes; None where they are too short to have one."""
    return reading_grade(claim.text for _, claim in claims(summary))


class _Same:
    """A paper as this very object: to compare two papers takes longer than to make one ready."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.paper is other.paper

    def __hash__(self) -> int:
        return id(self.paper)


@lru_cache(maxsize=2)
def _view_of(same: _Same) -> PaperView:
    """Who edits a summary has it checked again and again beside one paper."""
    return PaperView(same.paper)


def check_against(summary: Summary, view: PaperView) -> tuple[Finding, ...]:
    """The same, for one of several summaries of a paper that is made ready once."""
    alone = (*in_texts(summary_texts(summary.model_dump())), *as_read(summary))
    return in_order([*alone, *beside_paper(summary, view)])


def check_document(raw: object, paper: Paper | None) -> tuple[Finding, ...]:
    """Everything that is found in a JSON value; places are JSON pointers into it.

    What is a summary (the whole value, or what it holds under `summary`) is held against `paper`, if there is one;
    what looks like a summary but is none gives a `schema_invalid` finding for each fault of its shape.
    """
    prefix, part = part_that_is_a_summary(raw)
    if part is None:
        return in_order(in_texts(other_texts(raw)))
    rest = {key: value for key, value in raw.items() if key != "summary"} if prefix and isinstance(raw, dict) else None
    summary, faults = read_summary(part)
    found = [runner_finding("schema_invalid", fault.place, fault.message, fault.excerpt) for fault in faults]
    found += in_texts(summary_texts(part))
    if summary is not None:
        found += as_read(summary)
    if summary is not None and paper is not None:
        found += beside_paper(summary, PaperView(paper))
    return in_order([*(_moved(finding, prefix) for finding in found), *in_strings(other_texts(rest))])


def _moved(finding: Finding, prefix: str) -> Finding:
    return finding.model_copy(update={"place": prefix + finding.place}) if prefix else finding
