"""A value that is not there, with its reason: never the words "Not specified"."""

from enum import StrEnum

from pipeline.models.base import Frozen


class MissingReason(StrEnum):
    """Why a value is not there."""

    NOT_IN_SOURCE = "not_in_source"
    NOT_APPLICABLE = "not_applicable"
    ABSTRACT_ONLY = "abstract_only"
    EXTRACTION_FAILED = "extraction_failed"


class Missing(Frozen):
    """The field (a JSON pointer into the summary) that holds nothing, why, and which sections were searched."""

    field: str
    reason: MissingReason
    searched: tuple[str, ...] = ()
