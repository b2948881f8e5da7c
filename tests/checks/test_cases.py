"""Every case of every check: what must fire, what must stay silent, and what is known to be missed."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks.declaration import (
    Check,
    ListCheck,
    ReadingCheck,
    RunnerCheck,
    StatementCheck,
    SummaryCheck,
    Surface,
    TextCheck,
)
from pipeline.checks.paper_view import PaperView
from pipeline.checks.registry import registry
from pipeline.models.finding import Severity
from tests.checks.described import Case, described_paper, described_reading, described_statements, described_summary

CASES = Path(__file__).parent / "cases"
ORDER = (Severity.BLOCK, Severity.WARN, Severity.INFO)


def cases_of(name: str) -> list[dict[str, Any]]:
    """The cases of a check; what its file says under `all` holds for those that do not say otherwise."""
    read = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    return [{**read.get("all", {}), **case} for case in read["case"]]


WITH_CASES = [name for name, entry in registry().items() if not isinstance(entry.check, RunnerCheck)]
ALL = [
    pytest.param(name, case, id=f"{name}-{number}-{case['why']}")
    for name in WITH_CASES
    for number, case in enumerate(cases_of(name))
]


@pytest.mark.parametrize(("name", "case"), ALL)
def test_a_case_fires_as_it_says(name: str, case: Case) -> None:
    assert strongest(name, case) == case["fires"], case["why"]


@pytest.mark.parametrize("name", WITH_CASES)
def test_silent_cases_outnumber_those_that_fire(name: str) -> None:
    cases = cases_of(name)
    firing = [case for case in cases if case["fires"]]
    assert firing
    assert len(cases) - len(firing) > len(firing)


def test_no_file_of_cases_lacks_a_check() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(WITH_CASES)


def test_blind_spots_are_silent_cases() -> None:
    known = [case for name in WITH_CASES for case in cases_of(name) if case.get("known_miss")]
    assert known
    assert not any(case["fires"] for case in known)


def strongest(name: str, case: Case) -> str:
    check = registry()[name].check
    severities = {severity or check.severity for severity in found(check, case)}
    return next((severity.value for severity in ORDER if severity in severities), "")


def found(check: Check, case: Case) -> list[Severity | None]:
    """The severities of what a check finds in a case; None stands for the check's own."""
    if isinstance(check, TextCheck):
        assert Surface.ITEM in check.applies_to
        return [hit.severity for hit in check.find(case["text"])]
    if isinstance(check, ListCheck):
        return [hit.severity for _, hit in check.find(case["items"])]
    if isinstance(check, ReadingCheck):
        return [hit.severity for _, hit in check.find(described_reading(case))]
    view = PaperView(described_paper(case))
    if isinstance(check, SummaryCheck):
        return [hit.severity for hit in check.find(described_summary(case, view.paper), view)]
    assert isinstance(check, StatementCheck)
    stated = list(described_statements(case, view))
    assert stated, "a case without a statement proves nothing"
    return [hit.severity for statement in stated for hit in check.find(statement, view)]
