"""Lengths of time that are told in other units."""

import pytest

from pipeline.text.lengths import days, same_time


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("48 hours", "2 days"),
        ("24 hours", "1 day"),
        ("one week", "168 hours"),
        ("12 months", "1 year"),
        ("72 h", "3 days"),
        ("8 wk", "eight weeks"),
        ("6 mo", "6 months"),
        ("2 yrs", "24 months"),
        ("a year", "12 months"),
        ("1 year and 6 months", "18 months"),
        ("two academic years", "2 years"),
        ("12 consecutive weeks", "12 weeks"),
        ("2009\u20132012", "January 2009 to December 2012"),
    ],
)
def test_a_length_is_the_same_in_another_unit(one: str, other: str):
    assert same_time(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("48 hours", "48 days"),
        ("24 hours", "1 week"),
        ("2 hours", "2 days"),
        ("4 weeks", "a month"),
        ("1 year, then 6 months", "18 months"),
        ("12 weeks of 3 months", "6 months"),
    ],
)
def test_hours_are_no_days(one: str, other: str):
    assert not same_time(one, other)


def test_hours_are_parts_of_a_day():
    assert days("36 hours") == 1.5
