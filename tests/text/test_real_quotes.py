"""Quotes cut from real papers: spoiled by typography they are found, with another meaning they are refused.

A sample of what `python -m evals.quotes` measures on all papers.
"""

import random
import time
from itertools import islice
from statistics import median

import pytest

from evals.quotes.cuts import cuts
from evals.quotes.papers import Quotable, quotables
from evals.quotes.spoiled import all_of_them
from evals.quotes.trials import altered_quotes, true_quotes

COUNT = 700


@pytest.fixture(scope="module")
def papers() -> list[Quotable]:
    papers = [*quotables(("jats",), every=6), *quotables(("pdf",), every=5)]
    if not papers:
        pytest.skip("the folder shared/data beside the project is not here")
    return papers


def test_true_quotes_in_other_typography_are_located(papers) -> None:
    missed = [one for one in true_quotes(papers, COUNT, random.Random(5)) if not one.located]

    assert len(missed) <= 0.005 * COUNT, missed


def test_quotes_with_another_meaning_are_refused(papers) -> None:
    accepted = [one for one in altered_quotes(papers, COUNT, random.Random(6)) if one.located]

    assert accepted == []


def test_locating_takes_a_few_milliseconds(papers) -> None:
    longest = max(papers, key=lambda paper: len(paper.text))
    chance, times = random.Random(7), []
    for cut in islice(cuts([longest], chance), 200):
        quote = all_of_them(cut.text, chance)
        started = time.process_time()
        longest.index.locate(quote)
        times.append(time.process_time() - started)

    assert median(times) < 0.005
