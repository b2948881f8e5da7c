"""A small draw of the trial that `python -m evals.drafting` makes in full."""

import pytest

from evals.drafting.trial import run
from evals.drafting.ways import WAYS
from tests import made


@pytest.mark.parametrize("recipe", ["one-step", "two-step"])
def test_every_way_of_spoiling_a_reply_comes_to_the_end_that_it_is_to_come_to(recipe: str) -> None:
    tally = run([made.paper(), made.paper(made.PDF)], len(WAYS), seed=1, recipe=recipe)
    assert tally.wrong == []
    assert len(tally.by_way) == len(WAYS)
    assert tally.mended == tally.to_mend > 0
