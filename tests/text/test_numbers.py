"""Numbers in texts: values, kinds and what is none."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import numbers as module
from pipeline.text.numbers import Number, NumberKind, numbers


def values(text: str) -> list[str]:
    return [f"{number.value.normalize():f}" for number in numbers(text) if number.kind is not NumberKind.IDENTIFIER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("n = 48", ["48"]),
        ("n=48, p<.05", ["48", "0.05"]),
        ("\u22123.5 to -2", ["-3.5", "-2"]),
        ("77\u00b77%", ["77.7"]),
        ("12,345 or 12\u202f345", ["12345", "12345"]),
        ("[12,34]", ["12", "34"]),
        ("3\u20135 weeks", ["3", "5"]),
        ("(95% CI 1.2-3.4)", ["95", "1.2", "3.4"]),
        ("twenty-one of one hundred and five", ["21", "105"]),
        ("three thousand five hundred", ["3500"]),
        ("2.5 million and two million", ["2500000", "2000000"]),
        ("one in four", ["1", "4"]),
        ("10\u2076 cells on 5 m\u00b2", ["1000000", "5"]),
        ("the 21st and 3rd day", ["21", "3"]),
        ("10mg twice, 2x", ["10", "2"]),
        ("a 12-week course", ["12"]),
        ("ended in 2021.", ["2021"]),
        ("two-thirds and one half", []),
        ("stone, often, tension, phone", []),
        ("https://doi.org/10.1000/x12 10.1371/journal.pone.012 a12@b3.com www.x3.org", []),
        ("1" * 31, []),
    ],
)
def test_numbers_are_read_as_people_mean_them(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "T10",
        "C5\u20137",
        "C5/6",
        "L4-5",
        "IL-6",
        "COVID-19",
        "NCT01234567",
        "H2O",
        "5-HT",
        "10-MWT",
        "3D",
        "1.2.3",
        "SF-36",
    ],
)
def test_digits_in_names_are_identifiers(name: str) -> None:
    assert {number.kind for number in numbers(f"It was {name} then.")} == {NumberKind.IDENTIFIER}


@pytest.mark.parametrize("text", ["12%", "12 %", "12 percent", "12 per cent", "twelve percent", "12 percentage points"])
def test_percentages_are_known_by_sign_and_word(text: str) -> None:
    (number,) = numbers(text)
    assert number.percent
    assert number.value == 12


def test_the_first_part_of_a_range_shares_the_per_cent_sign() -> None:
    first, second = numbers("fell by 3\u20135%")
    assert first.percent
    assert first.in_range
    assert second.in_range


def test_a_list_is_no_range() -> None:
    assert not any(number.in_range for number in numbers("3 and 5 points"))
    assert all(number.in_range for number in numbers("between 3 and 5 points"))


def test_a_number_knows_where_it_stands() -> None:
    text = "fell by \u22123.5 points"
    (number,) = numbers(text)
    assert number == Number(Decimal("-3.5"), 8, 12, NumberKind.DECIMAL, "\u22123.5")
    assert text[number.start : number.end] == number.printed


@given(st.text(st.sampled_from("0123456789.,\u00b7-\u2212 %aTC\u202fone\u00b2@/"), max_size=60))
def test_any_text_gives_spans_in_order(text: str) -> None:
    found = numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert [number.start for number in found] == sorted(number.start for number in found)
    assert all(text[number.start : number.end] == number.printed for number in found)
    cheap = [(number.start, number.end, number.value, number.kind, number.percent) for number in found]
    assert list(module.values(text)) == cheap


@given(st.integers(0, 999_999))
def test_thousands_separators_change_no_value(value: int) -> None:
    assert values(f"{value:,}") == [f"{Decimal(value).normalize():f}"]


@pytest.mark.parametrize(
    "unit", ["[", "1", "a", "<", "1 ", "1.", "@", "a@", "twenty-", "www.", "10.1234/", "\u0661", "one thousand "]
)
def test_a_megabyte_is_read_in_bounded_time(unit: str) -> None:
    started = time.process_time()
    numbers(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 20  # three on a quiet machine; what is not linear takes hours


def test_a_possessive_behind_a_long_number_costs_nothing() -> None:
    started = time.process_time()
    assert numbers("one thousand " * 20_000 + "one's") == ()
    assert time.process_time() - started < 10  # a second on a quiet machine; what is not linear takes hours
