"""A number stands in the paper, but counts something else there.

Why it is wrong:
    21 experts are not 21 trials. The digits are right, so that no one who looks for them finds the fault; the page
    on which Layline's work began told the experts of a panel as its participants.
Wrong:
    "84 trials were found" where the paper has 84 people.
    "12 patients" where the paper has 12 weeks only.
Right:
    "84 people" for 84 patients, experts or carers.
    A share told in people: "11 of 100 people" for 10.9%.
    A number whose noun the paper does not tell, in a table or as "n = 84".
Blind spots:
    A number that the paper has in both roles.
    Nouns that are not in the list of what studies count.
    Whom the paper enrolled told as whom it analysed.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.claimed_numbers import claimed_numbers
from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.frequencies import told_as_frequencies
from pipeline.checks.number_contexts import Contexts, contexts
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_of_study import is_told_of_study
from pipeline.models.finding import Severity
from pipeline.text.counted import Counted
from pipeline.text.quantities import quantities

_WEIGHTY: Final = frozenset(
    {
        Counted.PATIENTS,
        Counted.PEOPLE,
        Counted.ANIMALS,
        Counted.EXPERTS,
        Counted.CLINICIANS,
        Counted.CAREGIVERS,
        Counted.STUDIES,
    }
)
"""Who or what was studied; of sessions, groups and sites, people speak more loosely."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    if not statement.is_about_the_study:
        return
    found = {number.start for number in claimed_numbers(statement.text)} - told_as_frequencies(statement)
    for quantity in quantities(statement.text):
        number, measure = quantity.number, quantity.measure
        if number.start not in found or number.percent or not isinstance(measure, Counted):
            continue
        where = contexts(statement, quantity, paper)
        if where.contradict(measure):
            blocks = (
                measure in _WEIGHTY
                and not where.stands_elsewhere(measure)
                and is_told_of_study(statement, number.start)
            )
            message = f"{number.printed!r}: {_message(measure, where)}"
            yield Hit(number.start, number.end, message, Severity.BLOCK if blocks else Severity.WARN)


def _message(measure: Counted, where: Contexts) -> str:
    found = (each.value if isinstance(each, Counted) else each.name for each in where.measures if each)
    there = "quotes" if where.in_quotes else "paper"
    return f"told as a number of {measure.value}; in the {there} it is one of {', '.join(dict.fromkeys(found))}."


CHECK = StatementCheck(
    name="number_in_other_role",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
