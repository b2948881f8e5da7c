"""What worker processes do with a parsed paper on disk: draft it by rules, hold a summary against it.

The rules and the checks are imported where they are called, in the workers: whoever only hands the work out starts
without them.
"""

from pathlib import Path

from pipeline.models.finding import Found
from pipeline.models.ids import Sha256
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary


def check(paper: Path, summary: str) -> tuple[Found, Sha256]:
    """What every check finds in a summary (as JSON) against a parsed paper, and the hash of its bytes as read."""
    from pipeline.checks.runner.summaries import look_at_summary  # noqa: PLC0415

    content, data = Summary.model_validate_json(summary), paper.read_bytes()
    return look_at_summary(content, Paper.model_validate_json(data)), Sha256.of(data)


def extract(paper: Path, categories: tuple[str, ...]) -> str:
    """The summary (as JSON) that the rules make of a parsed paper. Raises DraftError."""
    from pipeline.draft.offline import draft_offline  # noqa: PLC0415

    return draft_offline(_paper(paper), allowed_categories=categories).model_dump_json()


def read_facts(paper: Path) -> str:
    """The facts (as JSON) that the rules read off a parsed paper."""
    from pipeline.draft.offline import study_facts  # noqa: PLC0415

    return study_facts(_paper(paper)).model_dump_json()


def _paper(path: Path) -> Paper:
    return Paper.model_validate_json(path.read_bytes())
