from hypothesis import given
from hypothesis import strategies as st

from pipeline.draft.fence import fence
from tests.draft.conftest import trial


@given(st.text(max_size=200))
def test_the_mark_never_stands_in_the_paper(extra: str):
    fenced = fence(trial(extra=extra))
    assert fenced.mark not in fenced.text


def test_the_mark_of_another_version_of_the_paper_opens_nothing():
    before = fence(trial(extra="A guess."))
    after = fence(trial(extra=before.mark))
    assert after.mark != before.mark
    assert after.mark not in after.text


def test_the_same_paper_has_the_same_mark():
    assert fence(trial()) == fence(trial())


def test_the_title_stands_above_the_text():
    assert fence(trial("Walking")).text.startswith("Walking\n\nAbstract")


def test_half_a_character_is_sent_as_the_replacement_character():
    assert "\ufffd" in fence(trial(extra="\ud83d")).text
