from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.export.formats import FORMATS
from pipeline.models.claim import Evidence, Match
from pipeline.models.finding import Finding, Severity
from pipeline.models.hashing import content_hash
from pipeline.models.missing import MissingReason
from pipeline.models.summary import claims
from pipeline.review.going import next_unproved, next_with_finding
from pipeline.review.lines import page_lines
from pipeline.review.passage import passage
from pipeline.review.standing import Standing
from pipeline.review.statement import LineKind, ReviewStatement
from pipeline.review.statements import review_statements
from tests import made

PATHS = pytest.mark.parametrize("path", [made.JATS, made.PDF], ids=lambda path: path.name)


def _finding(place: str, severity: Severity = Severity.WARN) -> Finding:
    return Finding(check="overclaim", severity=severity, place=place, message="Too strong.", excerpt=place)


def _standing(*findings: Finding, waived: frozenset[str] = frozenset()) -> Standing:
    return Standing(content_hash(made.summary()), (), waived, None, None, findings)


def _statements(*findings: Finding) -> tuple[ReviewStatement, ...]:
    return review_statements(made.summary(), _standing(*findings))


@PATHS
def test_every_claim_and_fact_of_a_summary_is_a_statement_with_its_evidence(path: Path) -> None:
    summary = made.summary(path)
    lines = {line.place: line for line in page_lines(summary)}
    for place, claim in claims(summary):
        assert (lines[place].text, lines[place].evidence, lines[place].unproved) == (
            claim.text, claim.evidence, claim.unproved
        )  # fmt: skip
    for number, sample in enumerate(summary.study.samples):
        assert lines[f"/study/samples/{number}"].evidence == sample.evidence
        assert str(sample.n) in lines[f"/study/samples/{number}"].text
    told = {line.place for line in lines.values() if line.kind is LineKind.MISSING}
    assert told == {entry.field for entry in summary.missing}


def test_the_statements_come_in_the_order_of_the_published_page() -> None:
    tree = LexborHTMLParser(FORMATS["html"].render(made.page(), None))
    page = tree.body.text() if tree.body else ""
    at = -1
    for line in page_lines(made.summary()):
        if line.on_page and line.kind not in (LineKind.MISSING, LineKind.CATEGORY):
            assert (at := page.find(line.text, at + 1)) >= 0, line.place


def test_a_finding_stands_once_at_the_narrowest_line_that_covers_its_place() -> None:
    found = [_finding("/study/samples/0/n"), _finding("/key_findings/0/evidence/0/quote"), _finding("/plain_title")]
    at = {line.place: [noted.finding for noted in line.findings] for line in _statements(*found)}
    assert at["/study/samples/0"] == found[:1]
    assert at["/key_findings/0"] == found[1:2]
    assert sum(len(findings) for findings in at.values()) == 3


def test_a_finding_about_a_part_or_the_whole_page_has_a_line_of_its_own() -> None:
    statements = _statements(_finding("/limitations"), _finding(""), _finding("/citation/doi"))
    of_part = next(line for line in statements if line.place == "/limitations")
    assert (of_part.kind, of_part.heading) == (LineKind.FINDINGS, "Study Limitations")
    before = statements[statements.index(of_part) - 1]
    assert before.place.startswith("/limitations/")
    assert [line.place for line in statements[-2:]] == ["", "/citation/doi"]


def test_a_waived_finding_is_shown_and_no_longer_open() -> None:
    finding = _finding("/key_findings/0", Severity.BLOCK)
    standing = _standing(finding, waived=frozenset({finding.key}))
    statement = next(s for s in review_statements(made.summary(), standing) if s.findings)
    assert (statement.findings[0].waived, statement.has_open_finding) == (True, False)


def test_what_a_person_saw_is_another_thing_once_text_proof_or_findings_change() -> None:
    plain = next(line for line in page_lines(made.summary()) if line.evidence)
    noted = next(s for s in _statements(_finding(plain.place)) if s.place == plain.place)
    changed = [replace(plain, text="x"), replace(plain, evidence=()), noted]
    assert plain.hash == replace(plain).hash
    assert len({plain.hash, *(each.hash for each in changed)}) == 4


def test_one_goes_round_among_unproved_statements_and_those_with_findings() -> None:
    lost = Evidence(quote="not there", match=Match.NOT_FOUND)
    plain = [ReviewStatement(f"/key_messages/{n}", LineKind.CLAIM, "", "x") for n in range(4)]
    plain[1] = replace(plain[1], unproved=MissingReason.NOT_IN_SOURCE)
    plain[3] = replace(plain[3], evidence=(lost,))
    assert [next_unproved(plain, at) for at in range(4)] == [1, 3, 3, 1]
    assert [next_unproved(plain, at, back=True) for at in range(4)] == [3, 3, 1, 1]
    assert next_with_finding(plain, 0) is None
    assert next_with_finding((), 0) is None
    marked = _statements(_finding("/key_findings/0"), _finding("/harms", Severity.INFO))
    at = next_with_finding(marked, 0)
    assert at is not None
    assert marked[at].place == "/key_findings/0"


@PATHS
def test_the_passage_around_a_quote_is_the_papers_own_text_with_its_neighbours(path: Path) -> None:
    paper, seen = made.paper(path), 0
    for _, claim in claims(made.summary(path)):
        for evidence in claim.evidence:
            found = passage(paper, evidence)
            assert found is not None
            assert found.quoted == paper.text[evidence.start : evidence.end]
            assert found.before + found.quoted + found.after == paper.text[found.start : found.end]
            assert (found.start == 0) is not found.cut_before
            alone = passage(paper, evidence, neighbours=0)
            assert alone is not None
            assert "\n\n" not in alone.before + alone.after
            assert found.start <= alone.start
            assert found.end >= alone.end
            seen += 1
    assert seen > 5


def test_a_quote_that_was_not_found_has_no_passage_and_a_block_without_end_is_cut() -> None:
    assert passage(made.paper(), Evidence(quote="not there", match=Match.NOT_FOUND)) is None
    beyond = Evidence(quote="x", match=Match.EXACT, start=10**7, end=10**7 + 1)
    assert passage(made.paper(), beyond) is None
    one_block = made.paper().model_copy(update={"text": "word " * 10_000, "sections": (), "tables": ()})
    found = passage(one_block, Evidence(quote="word", match=Match.EXACT, start=25_000, end=25_004))
    assert found is not None
    assert found.cut_before
    assert found.cut_after
    assert len(found.before) + len(found.after) <= 4_000
