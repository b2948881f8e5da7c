"""The figures as tables: by family, by kind, by check."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from evals.faults.measure import Alarm, Outcome, Trial
from pipeline.models.finding import Severity

BARS: Final = {
    "malformed": 1.0,
    "number": 0.98,
    "quote": 0.98,
    "unit": 0.95,
    "negation": 0.90,
    "direction": 0.85,
    "species": 0.85,
    "causality": 0.85,
}
"""Recall that is wanted of a family of faults."""


def families(outcome: Outcome) -> Iterator[str]:
    """One line a family: faults, how many were found, how many of them block, and the bar."""
    yield f"{'family':14}{'faults':>8}{'found':>8}{'recall':>8}{'block':>8}{'bar':>7}"
    for name, trials in _grouped(outcome.trials, "family").items():
        bar = BARS.get(name)
        mark = "" if bar is None else f"{bar:7.2f}" + ("" if _recall(trials) >= bar else "  BELOW")
        yield f"{name:14}{_row(trials)}{mark}"


def kinds(outcome: Outcome) -> Iterator[str]:
    """One line a kind of fault."""
    yield f"{'kind':24}{'faults':>8}{'found':>8}{'recall':>8}{'block':>8}"
    for name, trials in _grouped(outcome.trials, "kind").items():
        yield f"{name:24}{_row(trials)}"


def checks(outcome: Outcome) -> Iterator[str]:
    """One line a check: what it was there for and found, its alarms in unspoiled summaries, and its score."""
    yield (f"{'check':28}{'faults':>8}{'found':>8}{'recall':>8}{'alarms':>8}{'block':>7}{'precision':>11}{'score':>9}")
    alarms = Counter(alarm.check for alarm in outcome.alarms if alarm.severity is not Severity.INFO)
    blocking = Counter(alarm.check for alarm in outcome.alarms if alarm.severity is Severity.BLOCK)
    for name in sorted({check for trial in outcome.trials for check in trial.wanted} | set(alarms)):
        first = [trial for trial in outcome.trials if trial.wanted[0] == name]
        true = sum(name in trial.found_by for trial in outcome.trials if name in trial.wanted)
        own = sum(name in trial.found_by for trial in first)
        recall = f"{own / len(first):8.3f}" if first else f"{'-':>8}"
        yield (
            f"{name:28}{len(first):8}{true:8}{recall}{alarms[name]:8}{blocking[name]:7}"
            f"{_precision(true, alarms[name]):11.3f}{score(true, alarms[name]):9.0f}"
        )


def score(true: int, false: int) -> float:
    """Proselint's measure of a check: T·(T/(F+T))²; quiet and right beats loud and unreliable."""
    return true * _precision(true, false) ** 2


def missed(trials: Iterable[Trial], names: Sequence[str]) -> Iterator[str]:
    """The faults of these kinds, families or checks that no check found which is there for them."""
    for trial in trials:
        if not trial.is_found and {trial.kind, trial.family, trial.wanted[0]} & set(names):
            others = ", ".join(trial.found_by) or "nothing"
            yield f"{trial.kind} [{trial.words} {trial.article} {trial.place}; found: {others}]"
            yield f"    was: {trial.was}"
            yield f"    now: {trial.is_now}"


def raised(alarms: Iterable[Alarm], names: Sequence[str]) -> Iterator[str]:
    """The alarms of these checks in summaries that nothing was planted into."""
    for alarm in alarms:
        if alarm.check in names:
            yield f"{alarm.check} {alarm.severity} [{alarm.words} {alarm.article} {alarm.place}] {alarm.message}"
            yield f"    {alarm.excerpt}"


def _grouped(trials: Iterable[Trial], by: str) -> dict[str, list[Trial]]:
    groups: defaultdict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        groups[getattr(trial, by)].append(trial)
    return dict(groups)


def _row(trials: Sequence[Trial]) -> str:
    found = sum(trial.is_found for trial in trials)
    blocked = sum(trial.severity is Severity.BLOCK for trial in trials)
    return f"{len(trials):8}{found:8}{found / len(trials):8.3f}{blocked / len(trials):8.3f}"


def _recall(trials: Sequence[Trial]) -> float:
    return sum(trial.is_found for trial in trials) / len(trials)


def _precision(true: int, false: int) -> float:
    return true / (true + false) if true + false else 1.0
