"""Numbers of a statement that tell a share of its quotes in people: `11 of 100 people` for 10.9%."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from pipeline.checks.arithmetic import MOST, parts_of_wholes
from pipeline.checks.statement import Statement
from pipeline.text.natural_frequencies import natural_frequencies
from pipeline.text.quantities import quantities

_HUNDRED: Final = Decimal(100)


def told_as_frequencies(statement: Statement) -> frozenset[int]:
    """Where the numbers start that stand for a share which the quotes print, or give by two counts."""
    return _starts(statement.text, statement.quoted) if statement.quoted else frozenset()


@lru_cache(maxsize=64)
def _starts(text: str, quoted: str) -> frozenset[int]:
    told = natural_frequencies(text)
    shares = tuple(_shares(quoted)) if told else ()
    return frozenset(start for each in told if any(map(each.may_be, shares)) for start in each.starts)


def _shares(quoted: str) -> Iterator[Decimal]:
    found = quantities(quoted)[:MOST]
    yield from (each.number.value for each in found if each.number.percent)
    yield from (_HUNDRED * part / whole for part, whole in parts_of_wholes(found))
