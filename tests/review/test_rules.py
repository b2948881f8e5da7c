import pytest

from pipeline.errors import ReviewError
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.finding import Finding, Severity
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.status import Status
from pipeline.review import rules
from pipeline.review.chain import Act, link
from pipeline.review.standing import Standing, standing
from tests.made import MOMENT

PAPER = PaperId("p0123456789ab")
CONTENT, OTHER = Sha256.of(b"content"), Sha256.of(b"other")
MALFORMED = Finding(
    check="object_object", severity=Severity.BLOCK, place="/limitations/0/text", message="An object was printed.",
    excerpt="[object Object]", waivable=False,
)  # fmt: skip
UNQUOTED = Finding(
    check="quote_not_in_source", severity=Severity.BLOCK, place="/key_findings/0", message="Not there.", excerpt="x"
)


def _standing(*acts: Act, findings: tuple[Finding, ...] = (), content: Sha256 = CONTENT) -> Standing:
    chain: list[Decision] = []
    for act in acts:
        chain.append(link(PAPER, chain, act, MOMENT))
    return standing(chain, findings, content)


def _act(kind: DecisionKind, by: str = "Ada", content: Sha256 = CONTENT) -> Act:
    return Act(kind, by, "because", content)


def test_an_approval_counts_for_exactly_the_content_it_was_given_on() -> None:
    approval = _act(DecisionKind.APPROVE)
    assert _standing(approval).status(1) is Status.APPROVED
    assert _standing(approval, content=OTHER).status(1) is Status.IN_REVIEW


def test_what_blocks_cannot_be_approved() -> None:
    with pytest.raises(ReviewError, match="1 blocking finding open: quote_not_in_source"):
        rules.approve(_standing(findings=(UNQUOTED,)), "Ada", "", required=1)


def test_a_waived_finding_blocks_no_more_and_malformed_output_cannot_be_waived() -> None:
    before = _standing(findings=(UNQUOTED, MALFORMED))
    waiver = rules.waive(before, "Ada", "it stands in a figure", "quote_not_in_source")
    assert _standing(waiver, findings=(UNQUOTED,)).status(1) is Status.IN_REVIEW
    with pytest.raises(ReviewError, match="cannot be waived"):
        rules.waive(before, "Ada", "looks fine", MALFORMED.key)


def test_a_waiver_forged_into_the_chain_does_not_open_the_gate_for_malformed_output() -> None:
    forged = Act(DecisionKind.WAIVE, "Mallory", "trust me", CONTENT, check="object_object", finding_key=MALFORMED.key)
    assert _standing(forged, findings=(MALFORMED,)).blocking == (MALFORMED,)


def test_a_waiver_is_void_on_any_other_content() -> None:
    waiver = rules.waive(_standing(findings=(UNQUOTED,)), "Ada", "it stands in a figure", UNQUOTED.key[:4])
    assert _standing(waiver, findings=(UNQUOTED,), content=OTHER).blocking == (UNQUOTED,)


def test_two_approvals_need_two_people_and_neither_the_last_editor() -> None:
    edited = Act(DecisionKind.EDIT, "Ada", "", OTHER, result_hash=CONTENT)
    at = _standing(edited, _act(DecisionKind.APPROVE, "Ben"))
    assert at.status(2) is Status.IN_REVIEW
    with pytest.raises(ReviewError, match="Ada edited this draft last"):
        rules.approve(at, "Ada", "", required=2)
    with pytest.raises(ReviewError, match="Ben has approved this content already"):
        rules.approve(at, "Ben", "", required=2)
    both = _standing(edited, _act(DecisionKind.APPROVE, "Ben"), _act(DecisionKind.APPROVE, "Cy"))
    assert both.status(2) is Status.APPROVED


def test_a_rejection_takes_approvals_back_and_holds_the_paper() -> None:
    assert _standing(_act(DecisionKind.APPROVE), _act(DecisionKind.REJECT, "Ben")).status(1) is Status.HELD


@pytest.mark.parametrize("decide", [rules.reject, rules.request_changes])
def test_taking_a_draft_back_needs_a_reason(decide) -> None:
    with pytest.raises(ReviewError, match="needs a reason"):
        decide(_standing(), "Ada", "  ")


def test_a_finding_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ReviewError, match="'nonsense' names no finding") as caught:
        rules.waive(_standing(findings=(UNQUOTED,)), "Ada", "because", "nonsense")
    assert UNQUOTED.key in caught.value.remedy
