from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import FetchError
from pipeline.fetch.watch.words import Words

TEXT = "Épidural stimulation restores standing after chronic spinal-cord injury in three adults"


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("standing", True),
        ("stand", False),
        ("stand*", True),
        ("epidural STIMULATION", True),
        ("standing rats", False),
        ('"spinal cord injury"', True),
        ('"injury spinal"', False),
        ("rats OR adults", True),
        ("standing AND (rats OR mice)", False),
        ("standing NOT rats", True),
        ("standing NOT (adults OR rats)", False),
        ("rats OR standing adults", True),
        ("or", False),
        ("spinal-cord", True),
    ],
)
def test_words_phrases_and_operators_mean_what_they_say(query: str, matches: bool) -> None:
    assert Words(query).match(TEXT) is matches


def test_a_phrase_does_not_reach_from_the_title_into_the_abstract() -> None:
    assert not Words('"spinal cord"').match("About the spinal", None, "Cord blood")


def test_what_is_excluded_is_not_asked_for() -> None:
    assert Words("standing NOT (rats OR mice)").asked == "standing"


@given(st.text(alphabet='ab"()* ANDORT-é', max_size=60), st.text(max_size=60))
def test_every_query_is_understood_or_refused_by_name(query: str, text: str) -> None:
    with suppress(FetchError):
        Words(query).match(text)
