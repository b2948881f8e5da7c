"""A number of the summary does not stand in the paper.

Why it is wrong:
    Invented and altered numbers are the most common serious error of machine-written summaries, and no reader can
    see them.
Wrong:
    "48 people took part" where the paper has 84; "12%" where it has 12 people; an n that is nowhere.
Right:
    The same value in digits, words or with another decimal point or thousands separator.
    A rounded value that says so: "about 80%" for 77.7%.
    "One", "two" and "three" in words, unless they count people, studies or time.
Blind spots:
    A right number with the wrong noun: 21 experts where the paper has 21 trials.
    Computed numbers that happen to stand in the paper for something else.
    A million or more of anything but cells, doses and money is taken for background and only warns.
    Fractions in words, and ordinals in words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from pipeline.checks.claimed_numbers import claimed_numbers, is_background, is_hedged
from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_numbers import PaperNumbers, Printed
from pipeline.checks.paper_view import PaperView
from pipeline.checks.rounding import is_rounded_from, near_values
from pipeline.models.claim import Evidence
from pipeline.models.finding import Severity
from pipeline.models.study import Sample
from pipeline.models.summary import Summary, claims
from pipeline.text.numbers import Number, numbers

_HUNDRED: Final = Decimal(100)
_ABSURD: Final = 10**11
"""More than there are people; nothing that a study counted as its sample."""
_MARGIN: Final = 30
"""Characters of context around a number in an excerpt."""


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    for place, claim in claims(summary):
        yield from _in_text(f"{place}/text", claim.text, claim.evidence, paper)
    for name in ("duration", "follow_up"):
        if fact := getattr(summary.study, name):
            yield from _in_text(f"/study/{name}/value", fact.value, fact.evidence, paper)
    for index, sample in enumerate(summary.study.samples):
        yield from _of_sample(f"/study/samples/{index}/n", sample, paper)
    yield from _in_text("/plain_title", summary.plain_title, (), paper)
    for index, entry in enumerate(summary.glossary):
        # What a word means is common knowledge, which may have numbers of its own: for a person to look at.
        for hit in _in_text(f"/glossary/{index}/plain", entry.plain, (), paper):
            yield replace(hit, severity=Severity.WARN)


_ONE_PERSON: Final = re.compile(
    r"\b(?:an?|one)\b[^.;]{0,80}\b(?:man|woman|boy|girl|male|female|patient|person|infant|child|neonate|adult|case)\b",
    re.IGNORECASE,
)
"""The one person of a case report is counted by an article: `a 54-year-old man`."""


def _of_sample(place: str, sample: Sample, paper: PaperView) -> Iterator[PlacedHit]:
    """A count of people is exact: no size makes it background, and none is below one."""
    text = str(sample.n) if abs(sample.n) < _ABSURD else "a number of absurd length"
    if not 0 < sample.n < _ABSURD:
        yield PlacedHit(place, "this is not the size of a study.", text, Severity.BLOCK)
        return
    if sample.n == 1 and any(_ONE_PERSON.search(proof.quote) for proof in sample.evidence):
        return
    for hit in _in_text(place, text, sample.evidence, paper):
        absent = not paper.numbers.ways(Decimal(sample.n)).as_number
        yield replace(hit, severity=Severity.BLOCK) if absent else hit


def _in_text(place: str, text: str, evidence: tuple[Evidence, ...], paper: PaperView) -> Iterator[PlacedHit]:
    found = tuple(claimed_numbers(text))
    if not found:
        return
    quoted = {abs(number.value) for proof in evidence for number in numbers(proof.quote)}
    for number in found:
        if fault := _fault(text, number, paper.numbers) or _unquoted(text, number, quoted):
            excerpt = text[max(0, number.start - _MARGIN) : number.end + _MARGIN]
            yield PlacedHit(place, f"{number.printed!r}: {fault[0]}", excerpt, fault[1])


def _fault(text: str, number: Number, paper: PaperNumbers) -> tuple[str, Severity] | None:
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


def _otherwise_rounded(text: str, number: Number, paper: PaperNumbers, message: str) -> tuple[str, Severity] | None:
    """The paper's own number is of another kind, but this one may have been rounded from a third."""
    if not any(is_rounded_from(number, value) for value in near_values(number, paper)):
        return message, Severity.BLOCK
    return None if is_hedged(text, number) else (message, Severity.WARN)


def _absent(text: str, number: Number, paper: PaperNumbers, ways: Printed) -> tuple[str, Severity] | None:
    if number.percent and paper.ways(number.value / _HUNDRED).as_number:
        return None
    near = near_values(number, paper)
    if is_hedged(text, number) and near:
        return None
    if any(is_rounded_from(number, value) for value in near):
        return "rounded from the paper's number without saying so.", Severity.WARN
    return _elsewhere(text, number, ways)


def _elsewhere(text: str, number: Number, ways: Printed) -> tuple[str, Severity]:
    if ways & Printed.CITATION:
        return "stands in the paper only as the number of a citation.", Severity.BLOCK
    if ways & Printed.NAME:
        return "stands in the paper only as part of a name.", Severity.WARN
    if is_background(text, number):
        return "a figure about whole populations that does not stand in the paper.", Severity.WARN
    return "this number does not stand in the paper.", Severity.BLOCK


def _unquoted(text: str, number: Number, quoted: set[Decimal]) -> tuple[str, Severity] | None:
    if not quoted or abs(number.value) in quoted or is_hedged(text, number):
        return None
    return "stands in the paper, but not in the quotes given for this statement.", Severity.WARN


CHECK = SummaryCheck(
    name="number_not_in_source",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
