"""One HTTP attempt at a model that failed."""

from pipeline.errors import DraftError, Who


class CallError(DraftError):
    """One HTTP attempt that failed. Transient ones are tried again; Retry-After is in seconds."""

    def __init__(
        self,
        message: str,
        *,
        remedy: str = "",
        kind: str | None = None,
        who: Who | None = None,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, remedy=remedy, kind=kind, who=who)
        self.status = status
        self.retry_after = retry_after
