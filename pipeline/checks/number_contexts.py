"""What the same number measures or counts where the paper prints it: in the quotes given for it, else anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.checks.claimed_numbers import is_hedged
from pipeline.checks.paper_view import PaperView
from pipeline.checks.rounding import is_near
from pipeline.checks.statement import Statement
from pipeline.text.conversions import elsewhere, is_same_amount
from pipeline.text.quantities import Measure, Quantity, quantities, same_measure
from pipeline.text.units import Unit


@dataclass(frozen=True, slots=True)
class Contexts:
    """The measures of a number: in the statement's own quotes, if they have it, and anywhere in the paper."""

    value: Decimal
    quoted: tuple[Measure | None, ...]
    paper: PaperView

    @property
    def in_quotes(self) -> bool:
        """Whether the statement's own quotes have this number."""
        return bool(self.quoted)

    @property
    def measures(self) -> tuple[Measure | None, ...]:
        """Those in the quotes; those in the paper, which take longer to read, where the quotes lack the number."""
        return self.quoted or self.anywhere

    @property
    def anywhere(self) -> tuple[Measure | None, ...]:
        """Those in the whole paper."""
        return self.paper.measures(self.value)

    def contradict(self, measure: Measure) -> bool:
        """Whether the quotes (else the paper) have this number, and tell each time that it is one of something else."""
        found = self.measures
        return bool(found) and not any(each is None or same_measure(measure, each) for each in found)

    def stands_elsewhere(self, measure: Measure) -> bool:
        """Whether the paper has this number of that measure, be it in another place than the quotes."""
        return any(found is not None and same_measure(measure, found) for found in self.anywhere)


def contexts(statement: Statement, quantity: Quantity, paper: PaperView) -> Contexts:
    """Where the paper has the number of a quantity, and of what."""
    number, value = quantity.number, abs(quantity.number.value)
    quoted = quantities(statement.quoted)
    hedged = is_hedged(statement.text, number)
    own = tuple(
        found.measure
        for found in quoted
        if abs(found.number.value) == value or (hedged and is_near(number, [abs(found.number.value)]))
    )
    return Contexts(value, own, paper)


def is_converted(statement: Statement, quantity: Quantity, paper: PaperView) -> bool:
    """Whether the quotes (or the paper, where they have no such unit) give the same amount in another unit."""
    unit, value = quantity.measure, quantity.number.value
    if not isinstance(unit, Unit) or unit.size is None:
        return False
    quoted = [q for q in quantities(statement.quoted) if isinstance(q.measure, Unit)]
    if any(is_same_amount(value, unit, q.number.value, q.measure) for q in quoted if isinstance(q.measure, Unit)):
        return True
    same_kind = any(isinstance(q.measure, Unit) and q.measure.dimension is unit.dimension for q in quoted)
    return not same_kind and any(_in_paper(quantity, unit, paper))


def _in_paper(quantity: Quantity, unit: Unit, paper: PaperView) -> Iterator[bool]:
    for name, low, high in elsewhere(quantity.number.value, unit):
        for value in paper.numbers.between(low, high):
            yield any(isinstance(found, Unit) and found.name == name for found in paper.measures(value))
