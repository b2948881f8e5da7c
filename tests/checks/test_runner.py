"""The door of the room: summaries, documents, and a check that breaks down."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from pipeline.checks.declaration import Hit, ListCheck, StatementCheck, SummaryCheck, Surface, TextCheck
from pipeline.checks.order import in_order
from pipeline.checks.registry import registry
from pipeline.checks.runner import guarded, texts
from pipeline.checks.runner.pages import check_page
from pipeline.checks.runner.summaries import check_document, check_summary
from pipeline.models.finding import Finding, Severity
from tests.checks.summaries import claim_of, evidence_for, paper_of, summary_of

PAPER = paper_of("Pain fell by 7.5 points in 84 people.\n\nWalking speed improved in the group that trained.")
PROOF = evidence_for("Pain fell by 7.5 points in 84 people.", PAPER)
GOOD = summary_of(PAPER, {"key_findings": [claim_of("Pain fell by 7.5 points.", PROOF)]})


def names(findings: tuple[Finding, ...], place: str | None = None) -> set[str]:
    return {finding.check for finding in findings if place is None or finding.place == place}


def raw() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(GOOD.model_dump_json())
    return value


def test_a_good_summary_has_no_finding_that_blocks() -> None:
    assert not [finding for finding in check_summary(GOOD, PAPER) if finding.severity is Severity.BLOCK]


def test_what_blocks_comes_first_and_places_are_in_order() -> None:
    claims = [claim_of(f"It has {number * 1000} points.", PROOF) for number in range(1, 13)]
    findings = check_summary(summary_of(PAPER, {"key_findings": [*claims, claim_of("N/A", PROOF)]}), PAPER)
    ranks = [("block", "warn", "info").index(finding.severity) for finding in findings]
    assert ranks == sorted(ranks)
    numbers = [finding.place for finding in findings if finding.check == "number_not_in_source"]
    assert numbers == [f"/key_findings/{index}/text" for index in range(12)]


def test_text_in_every_field_of_a_summary_is_looked_at() -> None:
    spoiled = "[object Object]"
    summary = summary_of(
        PAPER,
        {"limitations": [claim_of(spoiled, PROOF)]},
        glossary=[(spoiled, spoiled)],
        plain_title=spoiled,
    )
    places = {finding.place for finding in check_summary(summary, PAPER) if finding.check == "object_object"}
    assert places == {"/limitations/0/text", "/glossary/0/term", "/glossary/0/plain", "/plain_title"}


def test_words_of_the_schema_are_not_taken_for_missing_values() -> None:
    assert "nullish_value" not in names(check_summary(GOOD, PAPER))


def test_a_quote_with_code_from_the_paper_is_not_malformed() -> None:
    paper = paper_of("The method run(name='x') gives {'a': 1} as its result.")
    proof = evidence_for("run(name='x') gives {'a': 1} as its result.", paper)
    summary = summary_of(paper, {"key_findings": [claim_of("The method gives a result.", proof)]})
    assert not [finding for finding in check_summary(summary, paper) if not finding.waivable]


def test_a_half_character_in_a_claim_is_found() -> None:
    summary = summary_of(PAPER, {"key_findings": [claim_of("Pain \ud800 fell.", PROOF)]})
    assert "control_characters" in names(check_summary(summary, PAPER), "/key_findings/0/text")


def test_a_check_that_breaks_down_is_a_blocking_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(text: str) -> Iterator[Hit]:
        raise RuntimeError(text)

    check = registry()["object_object"].check
    assert isinstance(check, TextCheck)
    broken = dict.fromkeys(Surface, (replace(check, find=breaks),))
    monkeypatch.setattr(texts, "_CHECKS_ON", broken)
    failed = [finding for finding in check_summary(GOOD, PAPER) if finding.check == "check_failed"]
    assert failed
    assert all(finding.severity is Severity.BLOCK and not finding.waivable for finding in failed)
    assert "object_object" in failed[0].message


def test_the_other_checks_run_on_beside_one_that_breaks_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_on_one(text: str) -> Iterator[Hit]:
        if "breaks" in text:
            raise RuntimeError(text)
        return iter(())

    checks = [entry.check for entry in registry().values() if isinstance(entry.check, TextCheck)]
    broken = tuple(
        replace(check, find=breaks_on_one, find_on_pages=None) if check.name == "markup_in_text" else check
        for check in checks
    )
    monkeypatch.setattr(texts, "_CHECKS_ON", dict.fromkeys(Surface, broken))
    findings = check_document(["fine", "breaks <b>", "undefined", "breaks [object Object] <b>"], None)
    assert [(finding.check, finding.place) for finding in findings] == [
        ("check_failed", "/1"),
        ("nullish_value", "/2"),
        ("check_failed", "/3"),
        ("object_object", "/3"),
    ]


def test_a_valid_summary_in_a_file_is_held_against_its_paper() -> None:
    value = raw()
    value["key_findings"][0]["text"] = "Pain fell by 75 points."
    assert "number_not_in_source" in names(check_document(value, PAPER), "/key_findings/0/text")
    assert "number_not_in_source" in names(check_document({"summary": value}, PAPER), "/summary/key_findings/0/text")
    assert "number_not_in_source" not in names(check_document(value, None))


def test_an_object_where_text_belongs_is_named_with_its_place() -> None:
    value = raw()
    value["limitations"] = [{"limitation": "It was short."}, "[object Object]"]
    findings = check_document(value, PAPER)
    assert {"schema_invalid"} <= names(findings, "/limitations/0/text")
    assert {"schema_invalid", "object_object"} <= names(findings, "/limitations/1")
    assert all(not finding.waivable for finding in findings if finding.check == "schema_invalid")


def test_text_beside_the_summary_is_looked_at_too() -> None:
    findings = check_document({"summary": raw(), "note": "[object Object]"}, PAPER)
    assert names(findings, "/note") == {"object_object"}


def test_other_json_is_walked_leaf_by_leaf() -> None:
    findings = check_document({"a/b": [{"c~d": "[object Object]"}], "undefined": 1, "list": ["x y", "x y"]}, None)
    assert [(finding.check, finding.place) for finding in findings] == [
        ("object_object", "/a~1b/0/c~0d"),
        ("duplicate_items", "/list/1"),
    ]


@pytest.mark.parametrize("value", [None, True, 3, 4.5, [], {}, "fine", [[[]]], {"summary": None}, {"summary": [1]}])
def test_any_json_value_is_taken(value: object) -> None:
    assert check_document(value, PAPER) == ()


def test_deep_nesting_is_walked_without_recursion() -> None:
    value: object = "[object Object]"
    for _ in range(50_000):
        value = [value]
    assert names(check_document(value, None)) == {"object_object"}


def test_a_summary_with_fields_that_are_no_json_is_refused() -> None:
    findings = check_document({**raw(), "limitations": {1, 2}}, None)
    assert "schema_invalid" in names(findings)


def test_a_flood_of_findings_is_summed_up() -> None:
    findings = check_document(["".join(f"{n:09} [object Object] {n:09} " for n in range(1_000))], None)
    assert len(findings) == 201
    assert any("800 more" in finding.message for finding in findings)


def test_findings_of_hostile_text_have_keys() -> None:
    findings = check_document(["\ud800[object Object]"], None)
    assert all(len(finding.key) == 8 for finding in findings)


@pytest.mark.parametrize("name", ["duplicate_items", "quote_unrelated", "harms_missing"])
def test_a_check_of_lists_statements_or_summaries_that_breaks_down_blocks_too(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> Iterator[Any]:
        raise RuntimeError(name)

    whole, entry = dict(registry()), registry()[name]
    check: Any = entry.check
    assert isinstance(check, ListCheck | StatementCheck | SummaryCheck)
    whole[name] = replace(entry, check=replace(check, find=breaks))  # type: ignore[arg-type]
    monkeypatch.setattr(guarded, "registry", lambda: whole)
    twice = summary_of(PAPER, {"key_findings": [claim_of("Pain fell by 7.5 points.", PROOF)] * 2})
    failed = [finding for finding in check_summary(twice, PAPER) if finding.check == "check_failed"]
    assert {finding.excerpt for finding in failed} == {name}
    assert all(finding.severity is Severity.BLOCK and not finding.waivable for finding in failed)


def test_an_excerpt_begins_and_ends_with_whole_words() -> None:
    before, behind = "Standing in a frame every morning, ", " was kept up by people who liked it very much indeed."
    text = f"{before}[object Object]{behind}"
    (found,) = [each for each in check_page(text.encode(), "text/plain", own=True) if each.check == "object_object"]
    assert found.excerpt == "in a frame every morning, [object Object] was kept up by people who"
    (found,) = check_page(("x" * 90 + "[object Object]" + "x" * 90).encode(), "text/plain", own=True)
    assert found.excerpt == "x" * 30 + "[object Object]" + "x" * 30


def _told(message: str, severity: Severity = Severity.WARN) -> Finding:
    return Finding(check="overclaim", severity=severity, place="/limitations/0/text", message=message, excerpt="a cure")


def test_findings_that_say_different_things_of_the_same_words_are_waived_one_by_one() -> None:
    found = in_order([_told("It is called a cure."), _told("It is promised.")])
    assert len({finding.key for finding in found}) == 2


def test_findings_that_nobody_could_tell_apart_are_told_once_by_the_severest() -> None:
    same = [_told("It is called a cure."), _told("It is called a cure.", Severity.BLOCK), _told("It is called a cure.")]
    assert in_order(same) == (same[1],)
