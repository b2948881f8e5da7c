from pipeline.models.claim import Claim
from pipeline.models.missing import MissingReason
from pipeline.models.summary import Summary
from pipeline.review.difference import difference
from tests import made


def _with(limitations: tuple[Claim, ...]) -> Summary:
    return made.summary().model_copy(update={"limitations": limitations})


def _claim(text: str) -> Claim:
    return Claim(text=text, unproved=MissingReason.NOT_APPLICABLE)


def test_the_same_summary_has_no_difference() -> None:
    assert difference(made.summary(), made.summary()) == ()


def test_a_statement_put_in_does_not_make_those_after_it_look_changed() -> None:
    new = _claim("One more.")
    (change,) = difference(made.summary(), _with((new, *made.summary().limitations)))
    assert change.before is None
    assert (change.place, change.heading) == ("/limitations/0", "Study Limitations")
    assert change.after is not None
    assert change.after.text == "One more."


def test_a_statement_taken_out_and_another_reworded_are_two_changes() -> None:
    first, second, *rest = made.summary().limitations
    reworded = rest[0].model_copy(update={"text": "Short."})
    gone, changed = difference(made.summary(), _with((second, reworded, *rest[1:])))
    assert (gone.after, gone.place) == (None, "/limitations/0")
    assert changed.before is not None
    assert changed.after is not None
    assert (changed.before.text, changed.after.text) == (rest[0].text, "Short.")
    assert first != second


def test_another_proof_for_the_same_words_is_a_change_and_another_offset_is_not() -> None:
    first, *rest = made.summary().limitations
    evidence = first.evidence[0]
    moved = first.model_copy(update={"evidence": (evidence.model_copy(update={"page": 7}),)})
    assert difference(made.summary(), _with((moved, *rest))) == ()
    other = first.model_copy(update={"evidence": (evidence.model_copy(update={"quote": "other"}),)})
    assert [change.place for change in difference(made.summary(), _with((other, *rest)))] == ["/limitations/0"]
