"""A number of the summary does not stand in the paper.

Why it is wrong:
    Invented and altered numbers are the most common serious error of machine-written summaries, and no reader can
    see them.
Wrong:
    "48 people took part" where the paper has 84; "12%" where it has 12 people.
    "38% of them" where the quote has "38 (31%)".
    A number that the paper has, but none of the quotes given for the statement.
Right:
    The same value in digits, words or with another decimal point or thousands separator.
    A rounded value that says so: "about 80%" for 77.7%.
    A share told in people: "11 of 100 people" for 10.9%, "1 in 5" for 19%.
    The same amount in another unit: three months for 12 weeks, 1.5 g for 1500 mg.
    A share or a sum whose parts stand in the statement or in its quotes: "a quarter of the 48, so 12".
    "One", "two" and "three" in words, unless they count people, studies or time.
Blind spots:
    Computed numbers that happen to stand in the paper for something else.
    A million or more of anything but cells, doses and money is taken for background and only warns.
    Ordinals in words.
    Numbers in names: that a level of injury is another one, C4 for C6.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from pipeline.checks.arithmetic import is_computed
from pipeline.checks.claimed_numbers import claimed_numbers, is_background, is_hedged
from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.frequencies import told_as_frequencies
from pipeline.checks.number_contexts import is_converted
from pipeline.checks.paper_numbers import PaperNumbers, Printed
from pipeline.checks.paper_view import PaperView
from pipeline.checks.rounding import is_near, is_rounded_from, near_values
from pipeline.checks.statement import Part, Statement
from pipeline.checks.told_changes import CLOSE, closeness
from pipeline.checks.told_of_study import is_told_of_study
from pipeline.models.finding import Severity
from pipeline.text.edits import edits
from pipeline.text.numbers import Number, numbers
from pipeline.text.quantities import Quantity, quantities
from pipeline.text.words import words

_HUNDRED: Final = Decimal(100)
_Fault = tuple[str, Severity]


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    text = statement.text
    stated = quantities(text)
    if not stated:
        return
    found = {number.start for number in claimed_numbers(text)} - told_as_frequencies(statement)
    quoted = quantities(statement.quoted)
    exchanged = dict(_exchanged(statement, stated, quoted))
    for quantity in (each for each in stated if each.number.start in found or each.number.start in exchanged):
        number = quantity.number
        fault = exchanged.get(number.start) or _fault(text, number, paper.numbers)
        if fault is None and statement.evidence:
            fault = _unquoted(statement, number, quoted)
        if fault and not _is_derived(statement, quantity, paper, stated, quoted):
            severity = Severity.WARN if _is_common_knowledge(statement, number) else fault[1]
            yield Hit(number.start, number.end, f"{number.printed!r}: {fault[0]}", severity)


def _is_common_knowledge(statement: Statement, number: Number) -> bool:
    """What words mean, and what is known of the world, may have numbers of its own: for a person to look at."""
    if statement.part is Part.DEFINITION or not is_told_of_study(statement, number.start):
        return True
    unproved = not statement.evidence and statement.part in (Part.CLAIM, Part.FREE_TEXT)
    return unproved and is_background(statement.text, number)


def _exchanged(
    statement: Statement, stated: Sequence[Quantity], quoted: Sequence[Quantity]
) -> Iterator[tuple[int, _Fault]]:
    """The numbers of a statement that is nearly its quote, in whose place the quote has another one."""
    text, quote = statement.text, statement.quoted
    values = sorted(each.number.value for each in stated)
    if not quoted or values == sorted(each.number.value for each in quoted) or closeness(text, quote) < CLOSE:
        return
    told, there = words(text), words(quote)
    for edit in edits(text, quote):
        if not edit.one or not edit.other or not edit.is_small(_SMALL):
            continue
        own = _within(stated, told[edit.one[0]].start, told[edit.one[-1]].end)
        theirs = _within(quoted, there[edit.other[0]].start, there[edit.other[-1]].end)
        if own and theirs and not {each.value for each in own} & {each.value for each in theirs}:
            for number in own:
                near = is_hedged(text, number) and is_near(number, {abs(each.value) for each in theirs})
                if not near and not any(_is_in_brackets_behind(quote, each, number) for each in theirs):
                    yield number.start, (f"the quote has {theirs[0].printed!r} in its place.", Severity.BLOCK)


def _is_in_brackets_behind(quote: str, other: Number, number: Number) -> bool:
    """Whether the quote has the number in brackets behind the other one: 31% for `38 (31%)`."""
    bracket = _BRACKET.match(quote, other.end)
    return bracket is not None and any(
        (each.value, each.percent) == (number.value, number.percent) for each in numbers(bracket.group())
    )


_BRACKET: Final = re.compile(r"(?:\s[\w-]{1,20}){0,2}\s?\([^()]{1,40}\)")


def _within(found: Sequence[Quantity], start: int, end: int) -> list[Number]:
    return [each.number for each in found if start <= each.number.start < end]


_SMALL: Final = 3
"""Words of an edit that puts one number in the place of another."""


def _is_derived(
    statement: Statement, quantity: Quantity, paper: PaperView, stated: Sequence[Quantity], quoted: Sequence[Quantity]
) -> bool:
    return is_computed(statement.text, quantity.number, stated, quoted) or is_converted(statement, quantity, paper)


def _fault(text: str, number: Number, paper: PaperNumbers) -> _Fault | None:
    ways = paper.ways(number.value)
    if not ways.as_number:
        return _absent(text, number, paper, ways)
    if number.value < 0 and not ways & Printed.NEGATIVE:
        return "the paper prints this number without a minus.", Severity.WARN
    # Without a sign of its own, a share in brackets or in a table may have it in the head of the column.
    if number.percent and not ways & (Printed.PERCENT | Printed.BARE_SHARE):
        return _otherwise_rounded(text, number, paper, "the paper has this number, but not as a percentage.")
    if not number.percent and not ways & Printed.COUNT:
        return _otherwise_rounded(text, number, paper, "the paper has this number as a percentage only.")
    return None


def _otherwise_rounded(text: str, number: Number, paper: PaperNumbers, message: str) -> _Fault | None:
    """The paper's own number is of another kind, but this one may have been rounded from a third."""
    if not any(is_rounded_from(number, value) for value in near_values(number, paper)):
        return message, Severity.BLOCK
    return None if is_hedged(text, number) else (message, Severity.WARN)


def _absent(text: str, number: Number, paper: PaperNumbers, ways: Printed) -> _Fault | None:
    if number.percent and paper.ways(number.value / _HUNDRED).as_number:
        return None
    near = near_values(number, paper)
    if is_hedged(text, number) and near:
        return None
    if any(is_rounded_from(number, value) for value in near):
        return "rounded from the paper's number without saying so.", Severity.WARN
    return _elsewhere(text, number, ways)


def _elsewhere(text: str, number: Number, ways: Printed) -> _Fault:
    if ways & Printed.CITATION:
        return "stands in the paper only as the number of a citation.", Severity.BLOCK
    if ways & Printed.NAME:
        return "stands in the paper only as part of a name.", Severity.WARN
    if is_background(text, number):
        return "a figure about whole populations that does not stand in the paper.", Severity.WARN
    return "this number does not stand in the paper.", Severity.BLOCK


def _unquoted(statement: Statement, number: Number, quoted: Sequence[Quantity]) -> _Fault | None:
    text, values = statement.text, {abs(each.number.value) for each in quoted}
    if abs(number.value) in values:
        counts = [_is_beside_its_share(statement.quoted, each.number) for each in quoted if _is_same(each, number)]
        told_as_share = number.percent and all(counts)
        return ("the quote has it as a count, beside another percentage.", Severity.BLOCK) if told_as_share else None
    if is_hedged(text, number) and is_near(number, values):
        return None
    return "stands in the paper, but not in the quotes given for this statement.", Severity.WARN


def _is_same(quantity: Quantity, number: Number) -> bool:
    return abs(quantity.number.value) == abs(number.value)


def _is_beside_its_share(quote: str, number: Number) -> bool:
    """Whether a number is a count with its share beside it: `38 (31%)`, `eight people (19%)`, `67% (87)`."""
    behind = _SHARE_BEHIND.match(quote, number.end) or _SHARE_BEFORE.search(quote[: number.start])
    return not number.percent and behind is not None


_SHARE_BEHIND: Final = re.compile(r"(?:\s[\w-]{1,20}){0,2}\s?\(\d{1,3}(?:[.\u00b7]\d{1,2})?\s?%\)")
_SHARE_BEFORE: Final = re.compile(r"%\s?\((?:n\s?=\s?)?\Z")


CHECK = StatementCheck(
    name="number_not_in_source",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
