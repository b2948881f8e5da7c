"""A reviewer's acts, on a real store: what is refused, what is taken back, and who was faster."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from pipeline import decide
from pipeline.case import Case, open_case
from pipeline.config import Settings
from pipeline.errors import LaylineError, ReviewError, StoreError, Who
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.draft import Draft
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.status import Stage, StageError, StageState, Status
from pipeline.review import rules
from pipeline.review.chain import Act, link, verify
from pipeline.review.stale import StaleError
from pipeline.store.drafts import put_draft
from pipeline.store.publications import Left
from pipeline.store.stages import settle
from pipeline.store.store import Store
from tests import made

PLACE = "/key_findings/0"
BOLD = "Standing is a miracle cure that everyone should try tomorrow."
PLAIN = "Of the 48 people, 45 took part to the end."
SETTINGS = Settings()
TWO = Settings(required_approvals=2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with made.store(tmp_path) as opened:
        made.drafted(opened)
        yield opened


def _case(store: Store) -> Case:
    return open_case(store, store.papers.all()[0], SETTINGS)


def _id(store: Store) -> str:
    return store.papers.all()[0].id


def _reword(store: Store, text: str, by: str = "Ada", place: str = PLACE) -> decide.Outcome:
    return decide.edit_statement(store, SETTINGS, _case(store), place, text, by)


def _waive_all(store: Store, by: str = "Ada") -> Case:
    for finding in _case(store).standing.blocking:
        decide.waive(store, SETTINGS, _id(store), finding.key, by, "I answer for it")
    return _case(store)


def test_one_statement_is_edited_its_quotes_are_found_anew_and_it_is_checked(store: Store) -> None:
    before = _case(store)
    done = _reword(store, f"  {BOLD} ")
    (after,) = [s for s in done.case.statements if s.place == PLACE]
    (was,) = [s for s in before.statements if s.place == PLACE]
    assert (after.text, after.evidence) == (BOLD, was.evidence)
    assert (done.status, done.decision.kind) == (Status.BLOCKED, DecisionKind.EDIT)
    assert "overclaim" in {noted.finding.check for noted in after.findings}
    assert _case(store).draft.summary.drafted_by.edited_by == ("Ada",)
    assert done.case.draft.provenance.parent == before.draft.content_hash


def test_the_quotes_of_one_statement_are_replaced_and_one_that_the_paper_lacks_blocks(store: Store) -> None:
    case = _case(store)
    done = decide.edit_statement(store, SETTINGS, case, PLACE, PLAIN, "Ada", quotes=["48 apples fell."])
    (after,) = [s for s in done.case.statements if s.place == PLACE]
    assert (after.is_unproved, done.status) == (True, Status.BLOCKED)
    found = decide.edit_statement(store, SETTINGS, done.case, PLACE, PLAIN, "Ada", quotes=["45 completed the trial"])
    (after,) = [s for s in found.case.statements if s.place == PLACE]
    assert (after.is_unproved, after.evidence[0].section) == (False, "Results")


@pytest.mark.parametrize("place", ["/plain_title", "/study/duration", "/glossary/0", "/limitations/1"])
def test_every_kind_of_free_text_can_be_edited_by_itself(store: Store, place: str) -> None:
    done = _reword(store, "Another text that a person wrote", place=place)
    assert next(s.text for s in done.case.statements if s.place == place) == "Another text that a person wrote"


@pytest.mark.parametrize(
    ("place", "text", "kind"),
    [
        ("/study/design", "rct", "not_editable"),
        ("/evidence_level", "1", "not_editable"),
        ("/key_findings/99", "x", "unknown_place"),
        ("/citation/title", "x", "unknown_place"),
        (PLACE, " \n", "bad_edit"),
        (PLACE, "Of 48 participants, 45 completed the trial.", "unchanged"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_and_nothing_is_changed(
    store: Store, place: str, text: str, kind: str
) -> None:
    with pytest.raises(ReviewError) as caught:
        _reword(store, text, place=place)
    assert caught.value.kind == kind
    assert _case(store).decisions == ()


def test_an_approval_is_refused_until_what_was_found_was_looked_at(store: Store) -> None:
    _reword(store, BOLD)
    case = _waive_all(store)
    with pytest.raises(ReviewError, match="1 statement with a finding was not looked at by Ben: section_repeat") as no:
        decide.approve(store, SETTINGS, _id(store), "Ben")
    assert no.value.kind == "not_seen"
    unseen = decide.unseen(store, case, "Ben")
    assert [statement.place for statement in unseen] == ["/research_summary"]
    decide.mark_seen(store, case, "Ada", unseen)
    with pytest.raises(ReviewError):
        decide.approve(store, SETTINGS, _id(store), "Ben")
    decide.mark_seen(store, case, "ben", unseen)
    assert decide.approve(store, SETTINGS, _id(store), "Ben").status is Status.APPROVED


def test_two_approvals_are_two_peoples_and_not_the_last_editors(store: Store) -> None:
    edited = _reword(store, PLAIN).case
    for name in ("Ben", "Cy"):
        decide.mark_seen(store, edited, name, edited.statements)
    with pytest.raises(ReviewError) as own:
        decide.approve(store, TWO, _id(store), "ada")
    assert own.value.kind == "own_edit"
    assert decide.approve(store, TWO, _id(store), "Ben").status is Status.IN_REVIEW
    with pytest.raises(ReviewError) as twice:
        decide.approve(store, TWO, _id(store), "BEN")
    assert twice.value.kind == "already_approved"
    assert decide.approve(store, TWO, _id(store), "Cy").status is Status.APPROVED


def test_a_decision_on_a_content_that_changed_meanwhile_is_refused_with_what_changed(store: Store) -> None:
    seen = _case(store).draft.content_hash
    _reword(store, PLAIN, by="Ben")
    for act in (
        lambda: decide.approve(store, SETTINGS, _id(store), "Ada", expected=seen),
        lambda: decide.reject(store, SETTINGS, _id(store), "Ada", "no", expected=seen),
        lambda: decide.request_changes(store, SETTINGS, _id(store), "Ada", "more", expected=seen),
        lambda: decide.edit_statement(store, SETTINGS, _case(store), PLACE, BOLD, "Ada", expected=seen),
        lambda: decide.undo(store, SETTINGS, _id(store), "Ben", expected=seen),
    ):
        with pytest.raises(StaleError, match=f"has changed since you looked at it: {PLACE}") as caught:
            act()
        (change,) = caught.value.changes
        assert change.before is not None
        assert change.after is not None
        assert (change.place, change.before.text) == (PLACE, "Of 48 participants, 45 completed the trial.")
        assert change.after.text == PLAIN
    assert len(_case(store).decisions) == 1


def test_a_content_that_never_was_is_not_decided_about(store: Store) -> None:
    with pytest.raises(StaleError, match="never held the content"):
        decide.approve(store, SETTINGS, _id(store), "Ada", expected=Sha256.of(b"other"))


def test_of_two_reviewers_who_act_on_the_same_content_one_wins_and_the_other_is_told(store: Store) -> None:
    mine, theirs = _case(store), _case(store)
    decide.edit_statement(store, SETTINGS, theirs, PLACE, PLAIN, "Ben")
    with pytest.raises(StaleError, match=PLACE) as caught:
        decide.edit_statement(store, SETTINGS, mine, PLACE, BOLD, "Ada")
    assert len(caught.value.changes) == 1
    assert [d.by for d in _case(store).decisions] == ["Ben"]


def test_of_two_reviewers_who_save_in_the_same_moment_exactly_one_wins(store: Store, tmp_path: Path) -> None:
    at_once = Barrier(2)

    def save(name: str) -> str:
        with made.store(tmp_path) as mine:
            case = _case(mine)
            at_once.wait(10)
            try:
                decide.edit_statement(mine, SETTINGS, case, PLACE, f"{PLAIN} Says {name}.", name)
            except StaleError as error:
                return error.kind
        return "won"

    with ThreadPoolExecutor(2) as people:
        for turn in range(3):
            told = sorted(people.map(save, (f"Ada{turn}", f"Ben{turn}")))
            assert told == ["stale", "won"]
    assert len(_case(store).decisions) == 3


def test_a_decision_between_reading_and_writing_is_noticed_even_if_the_content_is_the_same(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = rules.approve

    def slowly(*arguments, **named):
        with made.store(tmp_path) as other:
            decide.reject(other, SETTINGS, _id(other), "Ben", "not for us")
        return real(*arguments, **named)

    monkeypatch.setattr(rules, "approve", slowly)
    with pytest.raises(StaleError, match="someone else has just decided"):
        decide.approve(store, SETTINGS, _id(store), "Ada")
    assert store.papers.all()[0].status is Status.HELD


def _kinds(store: Store) -> list[str]:
    return [decision.kind.value for decision in _case(store).decisions]


def test_an_approval_is_taken_back_and_both_stay_on_record(store: Store) -> None:
    decide.approve(store, SETTINGS, _id(store), "Ada")
    done = decide.undo(store, SETTINGS, _id(store), "ada", "too early")
    assert (done.status, done.decision.undoes) == (Status.IN_REVIEW, 1)
    assert _kinds(store) == ["approve", "undo"]
    assert verify(_case(store).decisions, store.papers.all()[0].chain_head).sound
    assert decide.approve(store, SETTINGS, _id(store), "Ada").status is Status.APPROVED


def test_an_edit_that_is_taken_back_leaves_what_stood_before_with_its_approvals_and_counts(store: Store) -> None:
    before = _case(store)
    decide.approve(store, SETTINGS, _id(store), "Ben")
    assert _reword(store, BOLD).status is Status.BLOCKED
    done = decide.undo(store, SETTINGS, _id(store), "Ada")
    row = store.papers.all()[0]
    assert (row.draft_hash, row.blocking, row.status) == (before.draft.content_hash, 0, Status.APPROVED)
    assert done.case.draft.summary == _case(store).draft.summary == before.draft.summary
    assert _case(store).standing.approved_by == ("Ben",)
    assert _case(store).standing.last_editor is None
    assert len(store.drafts.all(row.id)) == 2


def test_a_waiver_a_rejection_and_a_wish_are_taken_back_one_after_the_other(store: Store) -> None:
    _reword(store, BOLD)
    key = _case(store).standing.blocking[0].key
    blocking = len(_case(store).standing.blocking)
    decide.waive(store, SETTINGS, _id(store), key, "Ada", "it is so")
    decide.reject(store, SETTINGS, _id(store), "Ada", "no")
    assert decide.undo(store, SETTINGS, _id(store), "Ada").status is Status.BLOCKED
    decide.request_changes(store, SETTINGS, _id(store), "Ada", "shorter")
    assert store.papers.all()[0].note == "shorter"
    assert decide.undo(store, SETTINGS, _id(store), "Ada").decision.undoes == 5
    assert (store.papers.all()[0].note, store.stages.unfinished([store.papers.all()[0].id])) == (None, [])
    assert decide.undo(store, SETTINGS, _id(store), "Ada").decision.undoes == 2
    assert len(_case(store).standing.blocking) == blocking
    assert decide.undo(store, SETTINGS, _id(store), "Ada").decision.undoes == 1
    with pytest.raises(ReviewError, match="no decision to take back"):
        decide.undo(store, SETTINGS, _id(store), "Ada")


def _refused(store: Store, by: str = "Ada") -> str:
    before = _case(store).decisions
    with pytest.raises(LaylineError) as caught:
        decide.undo(store, SETTINGS, _id(store), by)
    assert _case(store).decisions == before
    return caught.value.kind


def test_nothing_is_taken_back_after_somebody_else_decided(store: Store) -> None:
    decide.approve(store, TWO, _id(store), "Ada")
    decide.approve(store, TWO, _id(store), "Ben")
    assert _refused(store) == "not_yours"
    decide.undo(store, TWO, _id(store), "Ben")
    assert decide.undo(store, TWO, _id(store), "Ada").decision.undoes == 1


def test_nothing_is_taken_back_after_the_page_was_published(store: Store) -> None:
    done = decide.approve(store, SETTINGS, _id(store), "Ada")
    store.publications.record(
        Left(done.case.row.id, done.case.draft.content_hash, "json", "out/x.json", Sha256.of(b"x"))
    )
    assert _refused(store) == "published"


def test_a_wish_is_not_taken_back_once_the_paper_is_drafted_anew(store: Store) -> None:
    done = decide.request_changes(store, SETTINGS, _id(store), "Ada", "shorter")
    assert store.stages.claim(Stage.DRAFT, [done.case.row.id], 1)
    assert _refused(store) == "drafting"
    new = done.case.draft.model_copy(
        update={"summary": done.case.draft.summary.model_copy(update={"plain_title": "B"})}
    )
    with store._database.write() as connection:
        put_draft(connection, Draft.of(new.paper_id, new.summary, new.provenance, made.MOMENT), ())
        settle(connection, new.paper_id, {Stage.DRAFT: StageState.DONE})
    assert _refused(store) == "drafted_since"


def test_a_wish_that_no_run_could_carry_out_is_taken_back_with_its_failure(store: Store) -> None:
    row = decide.request_changes(store, SETTINGS, _id(store), "Ada", "shorter").case.row
    failure = StageError(stage=Stage.DRAFT, kind="needs_model", message="no model", remedy="Name one.", who=Who.PERSON)
    store.stages.fail(row.id, failure)
    done = decide.undo(store, SETTINGS, _id(store), "Ada")
    now = store.papers.all()[0]
    assert (done.status, now.status, now.error) == (Status.IN_REVIEW, Status.IN_REVIEW, None)


def test_a_retracted_paper_stays_held_whatever_is_decided_or_taken_back(store: Store) -> None:
    notice = Notice(kind=NoticeKind.RETRACTION, said_by=("crossref",))
    record = made.record(notice)
    store.records.keep(_case(store).row.id, record, ())
    assert _reword(store, PLAIN).status is Status.HELD
    decide.reject(store, SETTINGS, _id(store), "Ada", "it was retracted")
    assert store.papers.all()[0].hold_reason == "rejected by Ada: it was retracted"
    assert decide.undo(store, SETTINGS, _id(store), "Ada").status is Status.HELD
    assert store.papers.all()[0].hold_reason == "retraction was announced for the paper"
    with pytest.raises(ReviewError, match="cannot be approved: retraction was announced"):
        decide.approve(store, SETTINGS, _id(store), "Ada")


def test_an_undo_forged_into_the_chain_is_found() -> None:
    paper, content = PaperId("p0123456789ab"), Sha256.of(b"content")
    first = link(paper, [], Act(DecisionKind.APPROVE, "Ada", "", content), made.MOMENT)
    for undo, why in (
        (Act(DecisionKind.UNDO, "Eve", "", content, undoes=1), "takes back what somebody else decided"),
        (Act(DecisionKind.UNDO, "Ada", "", content, undoes=2), "takes back what was not the last decision"),
    ):
        forged = link(paper, [first], undo, made.MOMENT)
        assert verify([first, forged], forged.hash).why == f"decision 2 {why}"


def test_a_chain_from_before_decisions_could_be_taken_back_is_still_sound() -> None:
    old = Decision.model_validate_json(
        '{"paper_id":"p0123456789ab","sequence":1,"kind":"approve","by":"Ada","at":"2026-03-01T12:00:00Z","reason":"",'
        '"content_hash":"' + "a" * 64 + '","result_hash":null,"check":null,"finding_key":null,'
        '"previous":"' + "0" * 64 + '","hash":"b409fea1253c0c12e320a7876618c84c8ef7926415da3436cc6dbcf9994fe2ac"}'
    )
    assert verify([old], old.hash).sound


def test_a_store_that_goes_away_is_named_and_nothing_is_decided(store: Store, tmp_path: Path) -> None:
    case = _case(store)
    (tmp_path / "data" / ".layline" / "layline.db").rename(tmp_path / "gone.db")
    with pytest.raises(StoreError, match="is gone"):
        decide.edit_statement(store, SETTINGS, case, PLACE, PLAIN, "Ada")
