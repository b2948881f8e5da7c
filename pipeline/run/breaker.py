"""Stops a run when the model's server is of no use to any paper, instead of failing them one by one."""

from typing import Final

from pipeline.errors import DraftError, SetupError

SETUP_KINDS: Final = frozenset({"not_authorised", "unknown_model", "insufficient_quota", "bad_base_url", "no_key"})
"""Outcomes that say nothing about the paper: a person has to mend the set-up, and the next run tries again."""
_TRANSIENT_KINDS: Final = frozenset({"transport", "timeout", "rate_limited"})
_SETUP_FAILURES: Final = 3
"""One such answer may be a hiccup of a gateway; three in a row are not."""


class Breaker:
    """Counts failures in a row; any draft that comes through resets the count."""

    def __init__(self, concurrency: int) -> None:
        self._concurrency = concurrency
        self._in_a_row = 0

    def succeeded(self) -> None:
        """A draft came through: the server works."""
        self._in_a_row = 0

    def failed(self, error: DraftError) -> None:
        """Count a failure. Raises SetupError when the server is not going to help the next paper either."""
        if error.kind not in SETUP_KINDS | _TRANSIENT_KINDS:
            self._in_a_row = 0
            return
        self._in_a_row += 1
        most = _SETUP_FAILURES if error.kind in SETUP_KINDS else max(_SETUP_FAILURES, self._concurrency)
        if self._in_a_row >= most:
            raise SetupError(
                f"{self._in_a_row} papers in a row failed at a model's server; the last: {error.message}",
                remedy=f"{error.remedy} Everything done so far is kept: run the same command again.",
                kind=error.kind,
            ) from error
