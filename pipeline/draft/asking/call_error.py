"""One HTTP attempt at a model that failed."""

from pipeline.errors import AttemptError, DraftError


class CallError(AttemptError, DraftError):
    """One HTTP attempt that failed. Transient ones are tried again."""

    kind = DraftError.kind
