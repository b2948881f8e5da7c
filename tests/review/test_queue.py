from dataclasses import replace

import pytest

from pipeline.models.ids import Doi, PaperId
from pipeline.models.paper import Basis
from pipeline.models.queue_row import QueueRow
from pipeline.models.status import Status
from pipeline.review.queue import QueueFilter, QueueOrder, arranged, waits

ROW = QueueRow(
    id=PaperId("p000000000000"), doi=Doi("10.5555/Standing"), title="Standing in the ŒUVRE of Smith",
    status=Status.IN_REVIEW, blocking=0, warnings=0, quality=0.9, basis=Basis.FULL_TEXT, since="2026-03-01",
    categories=("Mobility",), has_draft=True, hold_reason=None, held_by=None,
)  # fmt: skip


def test_what_puts_readers_at_most_risk_comes_first() -> None:
    rows = [
        replace(ROW, since="2026-03-02"),
        ROW,
        replace(ROW, quality=0.4),
        replace(ROW, warnings=3),
        replace(ROW, basis=Basis.ABSTRACT_ONLY),
        replace(ROW, status=Status.BLOCKED, blocking=1),
        replace(ROW, status=Status.BLOCKED, blocking=2),
        replace(ROW, status=Status.HELD, hold_reason="retraction"),
    ]
    assert arranged(rows, QueueOrder.RISK) == rows[::-1]


def test_blocking_findings_that_are_all_waived_are_no_risk() -> None:
    waived, warned = replace(ROW, blocking=3), replace(ROW, warnings=1)
    assert arranged([waived, warned], QueueOrder.RISK) == [warned, waived]


def test_what_can_be_approved_now_comes_first_in_the_order_of_readiness() -> None:
    blocked, warned = replace(ROW, status=Status.BLOCKED, blocking=1), replace(ROW, warnings=1)
    assert arranged([blocked, warned, ROW], QueueOrder.READY) == [ROW, warned, blocked]


def test_the_longest_wait_and_the_title_are_orders_too() -> None:
    later, none = replace(ROW, since="2026-04-01", title="a title"), replace(ROW, title=None, since="2026-05-01")
    assert arranged([none, later, ROW], QueueOrder.WAITING) == [ROW, later, none]
    assert arranged([ROW, later, none], QueueOrder.TITLE) == [none, later, ROW]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (QueueFilter("œuvre smith"), True),
        (QueueFilter("10.5555/stan"), True),
        (QueueFilter("p0000"), True),
        (QueueFilter("breathing"), False),
        (QueueFilter("[a"), False),
        (QueueFilter(status=Status.BLOCKED), False),
        (QueueFilter("standing", Status.IN_REVIEW, "Mobility"), True),
        (QueueFilter(category="Mobi"), False),
    ],
)
def test_a_filter_shows_what_fits_all_of_it(wanted: QueueFilter, fits: bool) -> None:
    assert bool(arranged([ROW], QueueOrder.RISK, wanted)) is fits


def test_held_papers_wait_for_a_person_only_if_they_were_drafted_and_nobody_rejected_them() -> None:
    held = replace(ROW, status=Status.HELD, hold_reason="retraction was announced")
    assert waits(held)
    assert not waits(replace(held, has_draft=False))
    assert not waits(replace(held, hold_reason="rejected by Ada: no"))
    assert not waits(replace(ROW, status=Status.PUBLISHED))
