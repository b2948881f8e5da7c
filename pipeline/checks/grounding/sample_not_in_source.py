"""The size of a sample does not stand in the paper, or counts something else there.

Why it is wrong:
    How many were studied is the first thing by which a reader judges a study. In a comparison of a model with
    reviewers, three of its ten major errors were the total of participants (doi 10.1002/cesm.12041).
Wrong:
    A sample of 48 people where the paper has 84; 21 people where the paper's 21 are trials.
    A sample of no one.
Right:
    A sample of 84 people where the paper says "eighty-four patients".
    A sample of one person where the quote tells of "a 54-year-old man".
    A sample of 43 people where the quote counts "24 men and 19 women" and nobody else.
    A sample of 353 people where the quote gives "the drug (n=181) or placebo (n=172)".
    A sample of 14,754 people where the quote prints "14 754 patients".
Blind spots:
    The number of those who were screened told as the number of those who took part.
    One group's number told as that of all.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.study import Sample, SampleUnit
from pipeline.models.summary import Summary
from pipeline.text.counted import Counted
from pipeline.text.quantities import Quantity, quantities, same_measure

_ABSURD: Final = 10**11
"""More than there are people; nothing that a study counted as its sample."""
_ONE_PERSON: Final = re.compile(
    r"\b(?:an?|one)\b[^.;]{0,80}\b(?:man|woman|boy|girl|male|female|patient|person|individual|participant|infant|child"
    r"|neonate|adult|case)\b",
    re.IGNORECASE,
)
"""The one person of a case report is counted by an article: `a 54-year-old man`."""
_GROUPS: Final = 6
_TWO: Final = 2
_THOUSAND: Final = 1_000
_LEFT_OUT: Final = re.compile(
    r"\b(?:screen|assessed for (?:eligib|inclusion|entry)"
    r"|approach|invit|eligib|exclu|declin|refus|withdr|drop|lost|miss|complet|respond|analy[sz](?:ed|able)"
    r"|of whom)",
    re.IGNORECASE,
)
"""Who is told of at several steps of one study is not another group at each."""
_BEINGS: Final = frozenset(
    {Counted.PATIENTS, Counted.PEOPLE, Counted.BEINGS, Counted.EXPERTS, Counted.CLINICIANS, Counted.CAREGIVERS}
)
_COUNTED: Final = {
    SampleUnit.PEOPLE: Counted.PEOPLE,
    SampleUnit.ANIMALS: Counted.ANIMALS,
    SampleUnit.SAMPLES: Counted.SAMPLES,
    SampleUnit.STUDIES: Counted.STUDIES,
    SampleUnit.EXPERTS: Counted.EXPERTS,
    SampleUnit.CAREGIVERS: Counted.CAREGIVERS,
    SampleUnit.CLINICIANS: Counted.CLINICIANS,
    SampleUnit.RECORDS: Counted.RECORDS,
}


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    for index, sample in enumerate(summary.study.samples):
        if message := _fault(sample, paper):
            text = str(sample.n) if abs(sample.n) < _ABSURD else "a number of absurd length"
            yield PlacedHit(f"/study/samples/{index}/n", message, f"{text} {sample.unit.value}")


def _fault(sample: Sample, paper: PaperView) -> str | None:
    if not 0 < sample.n < _ABSURD:
        return "This is not the size of a study."
    if any(_counts_without_number(sample, proof.quote) for proof in sample.evidence):
        return None
    if not paper.numbers.ways(Decimal(sample.n)).as_number:
        return f"{sample.n}: this number does not stand in the paper."
    quoted = [each for proof in sample.evidence for each in quantities(proof.quote)]
    own = [each.measure for each in quoted if each.number.value == sample.n]
    if quoted and not own:
        return f"{sample.n}: stands in the paper, but not in the quotes given for this sample."
    unit = _COUNTED[sample.unit]
    if own and not any(measure is None or same_measure(unit, measure) for measure in own):
        return f"{sample.n}: the quotes have this number, but not of {sample.unit.value}."
    return None


def _counts_without_number(sample: Sample, quote: str) -> bool:
    one = sample.n == 1 and _ONE_PERSON.search(quote) is not None
    return one or _is_whole_of(sample, quote) or (sample.n >= _THOUSAND and _is_printed_apart(sample, quote))


def _is_whole_of(sample: Sample, quote: str) -> bool:
    """Whether a quote gives the sizes of a few groups that make up the sample, and neither their whole nor others."""
    if sample.arm or _LEFT_OUT.search(quote):
        return False
    told = quantities(quote)
    groups = [each.number.value for each in told if _is_of(sample, each)]
    beings = sum(each.measure in _BEINGS for each in told)
    has_whole = len(groups) > 2 and 2 * max(groups) == sum(groups)
    named = 1 < len(groups) <= _GROUPS and beings <= len(groups) and not has_whole and sum(groups) == sample.n
    return named or _is_of_two_sizes(sample, told) or _is_of_one_and_another(sample, told)


def _is_of(sample: Sample, told: Quantity) -> bool:
    """Whether beings are counted like those of the sample: patients and controls are people alike."""
    if not isinstance(told.measure, Counted) or told.measure is Counted.UNNAMED:
        return False
    both = told.measure in _BEINGS and _COUNTED[sample.unit] in _BEINGS
    return both or same_measure(_COUNTED[sample.unit], told.measure)


def _is_of_two_sizes(sample: Sample, told: Sequence[Quantity]) -> bool:
    """`the drug (n=181) or placebo (n=172)`: two sizes in brackets and no third."""
    sizes = [each.number.value for each in told if each.measure is Counted.UNNAMED]
    return len(sizes) == _TWO and sum(sizes) == sample.n


def _is_of_one_and_another(sample: Sample, told: Sequence[Quantity]) -> bool:
    """`294 children were assigned to the drug and 297 to placebo`: no other number stands in the quote."""
    named = any(_is_of(sample, each) for each in told)
    bare = any(each.measure is None for each in told)
    return named and bare and len(told) == _TWO and sum(each.number.value for each in told) == sample.n


def _is_printed_apart(sample: Sample, quote: str) -> bool:
    """`14 754 patients`: the thousands parted by a space, which elsewhere parts two numbers."""
    printed = f"{sample.n:,}".replace(",", " ")
    return re.search(rf"(?<!\d )(?<![\d.,]){printed}(?! ?\d)", quote) is not None


CHECK = SummaryCheck(
    name="sample_not_in_source",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
