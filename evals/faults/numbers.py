"""Planted faults of number: another value, another unit, another thing that is counted."""

import re
from collections.abc import Callable
from random import Random
from typing import Final

from evals.faults.fault import Kind, Plant, Planted, in_a_claim, with_fields
from evals.faults.good import Good
from pipeline.models.claim import Claim
from pipeline.text.number_words import number_words
from pipeline.text.numbers import Number, NumberKind, numbers

_WORDS: Final = dict(enumerate(str.split("zero one two three four five six seven eight nine ten eleven twelve")))


def _of_a_number(change: Callable[[Number, Random], str | None], wanted: Callable[[str, Number], bool]) -> Plant:
    """A planter that prints another number where one stands that is wanted."""

    def in_text(text: str, _claim: Claim, rng: Random) -> str | None:
        found = [number for number in numbers(text) if wanted(text, number)]
        if not found:
            return None
        number = rng.choice(found)
        printed = change(number, rng)
        return None if printed is None else text[: number.start] + printed + text[number.end :]

    return in_a_claim(in_text)


def _is_value(text: str, number: Number) -> bool:
    """Whether this is a number that tells something: no name, no citation, no year, no small word."""
    if number.kind in (NumberKind.IDENTIFIER, NumberKind.ORDINAL) or number.value <= 0:
        return False
    if number.in_words and number.value <= 3:
        return False
    bracketed = text[number.start - 1 : number.start] == "[" or text[number.end : number.end + 1] == "]"
    return not bracketed and not 1900 <= number.value <= 2100


def _like(number: Number, value: float) -> str:
    """A value printed as the number was: in words, with as many decimals."""
    if number.in_words and value == int(value) and int(value) in _WORDS:
        return _WORDS[int(value)]
    decimals = len(number.printed.partition(".")[2]) if "." in number.printed else 0
    return f"{value:.{decimals}f}"


def _another(number: Number, rng: Random) -> str:
    value = float(number.value)
    step = 1 if number.kind is NumberKind.INTEGER else 0.1
    while True:
        new = rng.choice(
            (value * rng.uniform(1.15, 2.5), value * rng.uniform(0.4, 0.85), value + rng.randint(2, 9) * step)
        )
        printed = _like(number, max(1 if number.kind is NumberKind.INTEGER else 0.1, round(new, 1 if step < 1 else 0)))
        if printed != number.printed and float(numbers(printed)[0].value) != value:
            return printed


def _digits_swapped(number: Number, rng: Random) -> str | None:
    printed = number.printed
    pairs = [at for at in range(len(printed) - 1) if printed[at : at + 2].isdigit() and printed[at] != printed[at + 1]]
    if not pairs:
        return None
    at = rng.choice(pairs)
    new = printed[:at] + printed[at + 1] + printed[at] + printed[at + 2 :]
    return None if new.startswith("0") and not new.startswith("0.") else new


def _point_lost(number: Number, _rng: Random) -> str | None:
    return number.printed.replace(".", "").lstrip("0") if "." in number.printed else None


def _digit_added(number: Number, rng: Random) -> str | None:
    return None if number.in_words or "." in number.printed else number.printed + str(rng.randrange(10))


def _replaced(*pairs: tuple[str, str], flags: re.RegexFlag = re.IGNORECASE) -> Plant:
    """A planter that swaps one of these words behind a number for another."""
    forms = [
        (re.compile(rf"(?<=\d )(?:{old})\b|(?<=\d)(?:{old})\b|(?<=\d-)(?:{old})\b", flags), new) for old, new in pairs
    ]
    worded = [(re.compile(rf"(?:{old})\b", flags), new) for old, new in pairs]

    def in_text(text: str, _claim: Claim, rng: Random) -> str | None:
        found = [(each.start(), each.end(), new) for form, new in forms for each in form.finditer(text)]
        for _, end, _ in number_words(text):
            for form, new in worded:
                if (each := form.match(text, end + 1)) is not None:
                    found.append((each.start(), each.end(), new))
        if not found:
            return None
        start, end, new = rng.choice(found)
        return text[:start] + new + text[end:]

    return in_a_claim(in_text)


_UNITS: Final = _replaced(
    ("mg", "g"),
    ("mg", "ml"),
    ("mg", "kg"),
    ("kg", "g"),
    ("ml", "l"),
    ("mm", "cm"),
    ("cm", "m"),
    ("mmol", "mg"),
    ("mmHg", "kg"),
    ("minutes?", "hours"),
    ("hours?", "days"),
    ("days?", "weeks"),
    ("weeks?", "months"),
    ("months?", "years"),
    ("months?", "weeks"),
    ("years?", "months"),
    ("Hz", "kHz"),
    ("points", "percent"),
    ("mA", "mV"),
    flags=re.NOFLAG,
)
_PERCENT_LOST: Final = in_a_claim(
    lambda text, _claim, _rng: re.sub(r"(?<=\d)\s?(?:%|percent)", " people", text, count=1)
)
_PERCENT_TO_UNIT: Final = in_a_claim(
    lambda text, _claim, rng: re.sub(r"(?<=\d)\s?(?:%|percent)", rng.choice((" mg", " points", " kg")), text, count=1)
)
_TO_POINTS: Final = in_a_claim(
    lambda text, _claim, _rng: re.sub(r"(?<=\d)\s?(?:%|percent)", " percentage points", text, count=1)
)
_PEOPLE: Final = r"(?:patients|participants|people|individuals|subjects|adults|children|women|men|volunteers|workers)"
_ROLES: Final = _replaced(
    (_PEOPLE, "trials"),
    (_PEOPLE, "studies"),
    (_PEOPLE, "hospitals"),
    (_PEOPLE, "weeks"),
    (_PEOPLE, "rats"),
    (r"(?:weeks|months|days|years)", "patients"),
    (r"(?:trials|studies|articles)", "patients"),
    (r"(?:mice|rats|animals)", "patients"),
    (r"(?:sessions|visits)", "patients"),
    (r"(?:centers|centres|hospitals|schools|countries)", "trials"),
)


def _sample(change: Callable[[int, Random], int]) -> Plant:
    def plant(good: Good, rng: Random) -> Planted | None:
        samples = good.summary.study.samples
        if not samples:
            return None
        at = rng.randrange(len(samples))
        new = samples[at].model_copy(update={"n": change(samples[at].n, rng)})
        if new.n == samples[at].n:
            return None
        study = good.summary.study.model_copy(update={"samples": (*samples[:at], new, *samples[at + 1 :])})
        spoiled = with_fields(good.summary, study=study)
        return Planted(spoiled, f"/study/samples/{at}", str(samples[at].n), str(new.n))

    return plant


_NUMBER: Final = ("number_not_in_source", "number_in_other_role", "unit_mismatch")
_UNIT: Final = ("unit_mismatch", "number_in_other_role", "number_not_in_source")

KINDS: Final = (
    Kind("number_swap", "number", _NUMBER, _of_a_number(_another, _is_value), 6),
    Kind("digits_swapped", "number", _NUMBER, _of_a_number(_digits_swapped, _is_value), 3),
    Kind("point_lost", "number", _NUMBER, _of_a_number(_point_lost, _is_value), 2),
    Kind("digit_added", "number", _NUMBER, _of_a_number(_digit_added, _is_value), 2),
    Kind("sample_changed", "number", ("sample_not_in_source",), _sample(lambda n, rng: n + rng.randint(1, 40)), 2),
    Kind("sample_digit", "number", ("sample_not_in_source",), _sample(lambda n, rng: n * 10 + rng.randint(0, 9)), 1),
    Kind("unit_swap", "unit", _UNIT, _UNITS, 4),
    Kind("percent_as_people", "unit", _UNIT, _PERCENT_LOST, 2),
    Kind("percent_as_unit", "unit", _UNIT, _PERCENT_TO_UNIT, 2),
    Kind("percent_as_points", "unit", _UNIT, _TO_POINTS, 1),
    Kind("role_swap", "role", _UNIT, _ROLES, 4),
)
