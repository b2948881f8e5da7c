"""Every case of every check: what must fire, what must stay silent, and what is known to be missed."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks.declaration import ListCheck, RunnerCheck, SummaryCheck, Surface, TextCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.registry import registry
from pipeline.models.claim import Evidence, Match
from pipeline.models.finding import Severity
from pipeline.models.paper import Paper
from tests.checks.summaries import claim_of, evidence_for, paper_of, summary_of

CASES = Path(__file__).parent / "cases"
ORDER = (Severity.BLOCK, Severity.WARN, Severity.INFO)


def cases_of(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"])


WITH_CASES = [name for name, entry in registry().items() if not isinstance(entry.check, RunnerCheck)]
ALL = [
    pytest.param(name, case, id=f"{name}-{number}-{case['why']}")
    for name in WITH_CASES
    for number, case in enumerate(cases_of(name))
]


@pytest.mark.parametrize(("name", "case"), ALL)
def test_a_case_fires_as_it_says(name: str, case: dict[str, Any]) -> None:
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


def strongest(name: str, case: dict[str, Any]) -> str:
    check = registry()[name].check
    found: list[Severity | None] = []
    if isinstance(check, TextCheck):
        assert Surface.ITEM in check.applies_to
        found = [hit.severity for hit in check.find(case["text"])]
    elif isinstance(check, ListCheck):
        found = [hit.severity for _, hit in check.find(case["items"])]
    elif isinstance(check, SummaryCheck):
        paper = paper_of(case["paper"])
        field = case.get("field", "simple_explanation")
        claims = [claim_of(case["claim"], *proofs(case, paper))] if "claim" in case else []
        found = [hit.severity for hit in check.find(summary_of(paper, {field: claims}), PaperView(paper))]
    severities = {severity or check.severity for severity in found}
    return next((severity.value for severity in ORDER if severity in severities), "")


def proofs(case: dict[str, Any], paper: Paper) -> list[Evidence]:
    evidence = [evidence_for(quote, paper) for quote in case.get("quotes", ())]
    if shift := case.get("shift"):
        evidence = [
            proof.model_copy(update={"start": (proof.start or 0) + shift, "end": (proof.end or 0) + shift})
            for proof in evidence
        ]
    if "claimed" in case:
        evidence = [proof.model_copy(update={"match": Match(case["claimed"])}) for proof in evidence]
    return evidence
