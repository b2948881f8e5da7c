import pytest

from pipeline.config import Price
from pipeline.draft.asking.cost import cost_of, total_cost, total_usage
from pipeline.models.draft import Usage

USAGE = Usage(prompt_tokens=1000, cached_tokens=400, completion_tokens=200, reasoning_tokens=150)


def test_cached_input_has_its_own_price():
    price = Price(input=2, cached_input=0.5, output=10)
    assert cost_of(USAGE, price) == pytest.approx((600 * 2 + 400 * 0.5 + 200 * 10) / 1e6)


def test_cached_input_without_a_price_of_its_own_is_input():
    assert cost_of(USAGE, Price(input=2, output=10)) == pytest.approx((1000 * 2 + 200 * 10) / 1e6)


def test_cached_input_of_no_price_is_free():
    assert cost_of(USAGE, Price(input=2, cached_input=0, output=10)) == pytest.approx((600 * 2 + 200 * 10) / 1e6)


def test_more_cached_than_sent_is_not_a_discount():
    odd = Usage(prompt_tokens=10, cached_tokens=1000, completion_tokens=0)
    assert cost_of(odd, Price(input=2, cached_input=1, output=0)) == pytest.approx(10 / 1e6)


@pytest.mark.parametrize("usage", [None, Usage(), Usage(prompt_tokens=1), Usage(completion_tokens=1)])
def test_what_was_not_counted_has_no_cost(usage: Usage | None):
    assert cost_of(usage, Price(input=1, output=1)) is None


def test_a_model_without_a_price_has_no_cost():
    assert cost_of(USAGE, None) is None


def test_a_sum_with_an_unknown_part_is_unknown():
    assert total_cost([1.0, None]) is None
    assert total_cost([1.0, 2.0]) == 3.0
    assert total_cost([]) is None


def test_usage_adds_up_what_was_counted():
    total = total_usage([USAGE, None, Usage(prompt_tokens=1)])
    assert total == Usage(prompt_tokens=1001, cached_tokens=400, completion_tokens=200, reasoning_tokens=150)
    assert total_usage([None]) is None
