"""Where a paper stands, and what went wrong where."""

from enum import StrEnum
from typing import Final

from pipeline.errors import LaylineError, Who
from pipeline.models.base import Frozen


class Status(StrEnum):
    """Where a paper stands as a whole."""

    RECEIVED = "received"
    PARSED = "parsed"
    DRAFTED = "drafted"
    BLOCKED = "blocked"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"


class Stage(StrEnum):
    """The stages of the pipeline, in order; each is one row a paper, and that row is the checkpoint."""

    FETCH = "fetch"
    """Only for papers that were asked for by an identifier."""
    PARSE = "parse"
    DRAFT = "draft"
    CHECK = "check"


EARLY: Final = frozenset({Stage.FETCH, Stage.PARSE})
"""Stages after which, if all went well, more is to come."""


class StageState(StrEnum):
    """Where a paper stands in one stage."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class StageError(Frozen):
    """Why a stage failed, and who must act."""

    stage: Stage
    kind: str
    message: str
    remedy: str
    who: Who
    way: str = ""
    """How a draft was asked for, as a hash: asked for in another way, it may come about."""

    @classmethod
    def of(cls, stage: Stage, error: LaylineError) -> "StageError":
        """The record of an error at a stage."""
        return cls(stage=stage, kind=error.kind, message=error.message, remedy=error.remedy, who=error.who)
