"""Drafts: a summary with where it came from."""

from datetime import datetime

from pipeline.models.base import Frozen
from pipeline.models.hashing import content_hash
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.summary import Summary


class Usage(Frozen):
    """Tokens of one or more model calls, as the server counted them; None where it did not say."""

    prompt_tokens: int | None = None
    cached_tokens: int | None = None
    completion_tokens: int | None = None
    reasoning_tokens: int | None = None


class Provenance(Frozen):
    """How a draft came about: enough to make it again, or to find every page that one prompt wrote.

    `author` is the model's name, `offline`, or the person who edited. `request_hash` names the last raw reply on disk,
    `requests` all that the draft was made of. `notes` say what had to be mended or left out on the way, for the
    reviewer.
    """

    author: str
    prompt_name: str | None = None
    prompt_version: str | None = None
    prompt_hash: Sha256 | None = None
    request_hash: Sha256 | None = None
    requests: tuple[Sha256, ...] = ()
    attempt: int = 1
    parent: Sha256 | None = None
    usage: Usage | None = None
    cost: float | None = None
    notes: tuple[str, ...] = ()


class Draft(Frozen):
    """A summary with its provenance; `content_hash` is that of the summary alone."""

    paper_id: PaperId
    summary: Summary
    provenance: Provenance
    content_hash: Sha256
    created_at: datetime

    @classmethod
    def of(cls, paper_id: PaperId, summary: Summary, provenance: Provenance, created_at: datetime) -> "Draft":
        """A draft whose hash is that of its summary."""
        return cls(
            paper_id=paper_id,
            summary=summary,
            provenance=provenance,
            content_hash=content_hash(summary),
            created_at=created_at,
        )
