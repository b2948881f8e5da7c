"""Plants every kind of fault into every good summary of an article, and notes what the checks find."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from evals.faults import malformed, meaning, numbers, safety, wording
from evals.faults.fault import Kind, Planted
from evals.faults.good import Good, good_summaries
from evals.faults.papers import Article
from pipeline.checks.paper_view import PaperView
from pipeline.checks.runner.summaries import check_against
from pipeline.models.finding import Finding, Severity

KINDS: Final = (*malformed.KINDS, *numbers.KINDS, *meaning.KINDS, *safety.KINDS, *wording.KINDS)


@dataclass(frozen=True)
class Trial:
    """A planted fault, and the severest finding that a check which is there for it made at its place; or None."""

    article: str
    words: str
    kind: str
    family: str
    place: str
    was: str
    is_now: str
    found_by: dict[str, Severity]
    """Every check that found something new at the place, wanted or not, with its severest finding."""
    wanted: tuple[str, ...]

    @property
    def severity(self) -> Severity | None:
        """How much it matters to the checks that are there for it."""
        found = [severity for check, severity in self.found_by.items() if check in self.wanted]
        return min(found, key=_RANK.__getitem__, default=None)

    @property
    def is_found(self) -> bool:
        """Whether a reviewer is told: it blocks or warns."""
        return self.severity in (Severity.BLOCK, Severity.WARN)


@dataclass(frozen=True)
class Alarm:
    """A finding in a summary that nothing was planted into."""

    article: str
    words: str
    check: str
    severity: Severity
    place: str
    excerpt: str
    message: str


@dataclass
class Outcome:
    """What came of one or more articles."""

    summaries: int = 0
    trials: list[Trial] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        """Take in the outcome of more articles."""
        self.summaries += other.summaries
        self.trials += other.trials
        self.alarms += other.alarms


_RANK: Final = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}


def measure(article: Article, names: frozenset[str] = frozenset()) -> Outcome:
    """All faults (or those of these names) in all good summaries of an article."""
    outcome, view = Outcome(), PaperView(article.paper)
    for good in good_summaries(article):
        before = check_against(good.summary, view)
        outcome.summaries += 1
        outcome.alarms += [_alarm(good, finding) for finding in before]
        for kind in KINDS:
            if not names or kind.name in names or kind.family in names:
                outcome.trials += _trials(kind, good, view, before)
    return outcome


def _alarm(good: Good, finding: Finding) -> Alarm:
    return Alarm(
        good.article.stem,
        good.kind,
        finding.check,
        finding.severity,
        finding.place,
        finding.excerpt,
        finding.message,
    )


def _trials(kind: Kind, good: Good, view: PaperView, before: Iterable[Finding]) -> Iterator[Trial]:
    known = {(finding.check, finding.message, finding.place) for finding in before}
    seen: set[tuple[str, str]] = set()
    for copy in range(kind.copies):
        rng = Random(f"{good.article.stem} {good.kind} {kind.name} {copy}")
        planted = kind.plant(good, rng)
        if planted is None or (planted.place, planted.is_now) in seen:
            continue
        seen.add((planted.place, planted.is_now))
        after = check_against(planted.summary, view)
        new = [finding for finding in after if (finding.check, finding.message, finding.place) not in known]
        yield _trial(kind, good, planted, [finding for finding in new if finding.place.startswith(planted.place)])


def _trial(kind: Kind, good: Good, planted: Planted, found: Iterable[Finding]) -> Trial:
    by: dict[str, Severity] = {}
    for finding in found:
        by[finding.check] = min(finding.severity, by.get(finding.check, Severity.INFO), key=_RANK.__getitem__)
    return Trial(
        good.article.stem,
        good.kind,
        kind.name,
        kind.family,
        planted.place,
        planted.was,
        planted.is_now,
        by,
        kind.checks,
    )
