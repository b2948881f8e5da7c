"""Where a reviewer goes next among the statements of a page; the last is followed by the first."""

from collections.abc import Callable, Sequence

from pipeline.review.statement import ReviewStatement


def next_unproved(statements: Sequence[ReviewStatement], at: int, *, back: bool = False) -> int | None:
    """The next statement without proof, going on from index `at`; None where there is none on the whole page."""
    return _next(statements, at, lambda statement: statement.is_unproved, back=back)


def next_with_finding(statements: Sequence[ReviewStatement], at: int, *, back: bool = False) -> int | None:
    """The next statement with an open finding that blocks or warns; None where there is none on the whole page."""
    return _next(statements, at, lambda statement: statement.has_open_finding, back=back)


def _next(
    statements: Sequence[ReviewStatement], at: int, wanted: Callable[[ReviewStatement], bool], *, back: bool
) -> int | None:
    step = -1 if back else 1
    around = ((at + step * away) % len(statements) for away in range(1, len(statements) + 1))
    return next((index for index in around if wanted(statements[index])), None)
