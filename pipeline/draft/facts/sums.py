"""Wholes that their parts give away: `of 47 carriers, 22 patients took … and 25 …`, `controls (n = 40) and … (n = 42)`.

A part of a sample is counted in the same words as the whole. That numbers add up makes the whole safe to tell; so does
a sentence that gives the sizes of two groups and of no more.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from pipeline.draft.facts.count_roles import refuses
from pipeline.draft.facts.counted_nouns import noun_after, noun_of_bracket
from pipeline.draft.facts.one_of_many import is_one_of_many
from pipeline.models.study import SampleUnit
from pipeline.text.number_words import number_words
from pipeline.text.numbers import Number, NumberKind, numbers

Summed = tuple[int, SampleUnit]
_LEAST: Final = 8
"""Small numbers add up by chance."""
_MOST_NUMBERS, _LONGEST = 12, 700
_PARTS_OF_WHOLE: Final = (2, 3)
_PARTS: Final = re.compile(
    r"\b(?:groups?|arms?|assigned|allocated|randomi[sz]ed|recruited|enrol+ed|selected|interviewed|compared|received?"
    r"|before|after|controls?|women"
    r"|men|males?|females?"
    r"|boys|girls|cases|treated|placebo|(?:we|study) (?:tested|studied|scanned|examined))\b",
    re.IGNORECASE,
)
_HARMLESS: Final = re.compile(
    r"\bsample size\b(?=[^.;]{0,30}\bwas\b)|\bdid not (?=(?:\w+ )?(?:differ|change|vary)\b)"
    r"|\bfor,? each case\b",
    re.IGNORECASE,
)
"""Words that refuse others, but nobody here: a size that was reached, groups that did not differ."""
_SIZE: Final = re.compile(r"\([^()]{0,40}\bn ?= ?(?P<n>\d[\d,]*)\b(?P<more>[^()]{0,60})\)", re.IGNORECASE)
_SHARE: Final = re.compile(r"%[^()]{0,40}\([^()]{0,20}\bn ?=", re.IGNORECASE)
"""`9% of patients (n = 16)`: so many had something, they are no group."""
_BETWEEN: Final = re.compile(r"\b(?:or|and|versus|vs|with|while|compared)\b", re.IGNORECASE)
_TWO_GROUPS: Final = re.compile(
    r"\b(?:groups?|arms?|controls?|referents?|case-referent|in comparison|compared|randomly|randomi[sz]ed"
    r"|placebo|enrol+ed|recruited|interviewed)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"(?P<n>\d[\d,]*)")
_PEOPLE: Final = frozenset({SampleUnit.PEOPLE, SampleUnit.CAREGIVERS, SampleUnit.CLINICIANS, SampleUnit.EXPERTS})


def summed(sentence: str) -> Iterator[Summed]:
    """The wholes of a sentence, none where it tells of those who were left out."""
    if len(sentence) > _LONGEST or not _PARTS.search(sentence) or refuses(_HARMLESS.sub("", sentence)):
        return
    text = _in_digits(sentence)
    told = [number for number in numbers(text) if _may_be_part(number)][:_MOST_NUMBERS]
    if len(told) < 2:
        return
    if (
        whole := _of_groups(text, _COMPARED)
        or _whole_of_parts(text, told)
        or _of_two_assigned(text, told)
        or _of_two_groups(text)
        or _of_groups(text, _TWO_PLACES)
        or (_OF_THIS_STUDY.search(text) and _of_groups(text, _TWO_SORTS))
        or _of_groups(text, _WITH_RELATIVES)
        or _of_groups(text, _SERVED)
        or _of_groups(text, _THREE_GROUPS)
        or _of_groups(text, _CASES, _CONTROLS_FIRST)
        or _of_sexes(text)
    ):
        yield whole


def _in_digits(text: str) -> str:
    """`Forty-four patients and 43 controls`, all in digits; of the places in it nothing is told further."""
    for start, end, value in reversed(list(number_words(text))):
        text = f"{text[:start]}{value}{text[end:]}" if value > 1 else text
    return text


def _whole_of_parts(text: str, told: Sequence[Number]) -> Summed | None:
    for at, whole in enumerate(told[:-2] if len(told) > 2 else ()):
        for parts in _adding_up(whole, told[at + 1 :]):
            nouns = [noun_after(text, part.end) for part in parts]
            own = noun_after(text, whole.end)
            if own and is_one_of_many(text[own.end :]):
                continue
            in_a_row = parts[-1] is told[told.index(parts[0]) + len(parts) - 1]
            own = own or noun_of_bracket(text, whole.start, whole.end)
            unit = next((noun.unit for noun in (*nouns, own) if noun), None)
            if unit and (in_a_row or all(nouns)):
                return int(whole.value), unit
    return None


def _may_be_part(number: Number) -> bool:
    whole = number.kind is NumberKind.INTEGER and not number.percent and not number.in_range
    return whole and number.value > 1


def _adding_up(whole: Number, later: Sequence[Number]) -> Iterator[tuple[Number, ...]]:
    """Two or three numbers behind it that make the whole."""
    if whole.value >= _LEAST:
        for size in _PARTS_OF_WHOLE:
            yield from (parts for parts in combinations(later, size) if sum(p.value for p in parts) == whole.value)


_ASSIGNED: Final = re.compile(
    r"(?: (?!\d)[\w-]+){0,4} (?:were|was|will be)(?: \w+ly)? (?:assigned|allocated|randomi[sz]ed) (?:in)?to "
    r"|(?: (?!\d)[\w-]+){0,4} to (?:the |an? )?[\w ()/-]{1,50}(?:group|arm)\b",
    re.IGNORECASE,
)
_ASSIGNED_TOO: Final = re.compile(
    r"(?: [\w-]+){0,3}?(?:(?: (?:were|was))?(?: \w+ly)?(?: (?:assigned|allocated|randomi[sz]ed))? (?:in)?to "
    r"| (?:were|was) (?:treated with|given) )",
    re.IGNORECASE,
)
_CHANCE: Final = re.compile(r"\b(?:assign|allocat|randomi[sz])\w*", re.IGNORECASE)


def _of_two_assigned(text: str, told: Sequence[Number]) -> Summed | None:
    """`48 men were assigned to the pool and 46 to the gym`: two arms and no third."""
    arms = [n for n in told if _ASSIGNED.match(text, n.end) or _ASSIGNED_TOO.match(text, n.end)]
    if len(arms) != 2 or not _ASSIGNED.match(text, arms[0].end) or not _CHANCE.search(text):
        return None
    if not _JOINED.search(text[: arms[1].start]):
        return None
    noun = noun_after(text, arms[0].end) or noun_after(text, arms[1].end)
    return (int(arms[0].value + arms[1].value), noun.unit) if noun else None


_JOINED: Final = re.compile(
    r"(?:\b(?:and|while|whereas|versus|vs\.?|or)|[,;])(?: the(?: other| remaining)?)?\s*\Z", re.IGNORECASE
)
_PATIENTS: Final = "(?:cases|patients|survivors|people|persons|individuals|children|adults|women|men|participants)"
_WELL: Final = "(?:subjects|volunteers|individuals|adults|people|participants)"
_CONTROLS: Final = rf"(?:controls|(?:healthy|normal|unaffected|able-bodied) (?:[\w-]+ ){{0,2}}(?:{_WELL}|{_PATIENTS}))"
_CASES: Final = re.compile(
    rf"\b(?P<one>\d[\d,]*) (?:[\w-]+ ){{0,4}}{_PATIENTS}(?: with [\w -]{{2,40}}?)?,? (?:and|with|versus|vs\.?)"
    rf" (?P<other>\d[\d,]*) (?:[\w-]+ ){{0,3}}{_CONTROLS}\b",
    re.IGNORECASE,
)
"""`16 stroke survivors and 16 age-matched controls`."""
_CONTROLS_FIRST: Final = re.compile(
    rf"\b(?P<one>\d[\d,]*) (?:[\w-]+ ){{0,3}}(?:controls|healthy {_WELL}),?"
    rf" and (?P<other>\d[\d,]*) (?:[\w-]+ ){{0,4}}{_PATIENTS}\b",
    re.IGNORECASE,
)
"""`45 able-bodied controls and 40 patients with an injury`."""


_TWO_PLACES: Final = re.compile(
    r"(?<![\d,.])(?P<one>\d{1,3}(?:,\d{3})*|\d+) (?:[a-z-]+ ){0,3}(?P<who>patients|participants|people|children|adults"
    r"|women|men|subjects) (?:[\w-]+ ){0,2}(?:in|at|from|with) [^.;,]{2,60}? and (?P<other>\d{1,3}(?:,\d{3})*|\d+) "
    r"(?:[a-z-]+ ){0,3}(?P=who) (?:[\w-]+ ){0,2}(?:in|at|from|with) [^.;,]{2,80}? (?:were|was) (?:\w+ )?"
    r"(?:recruited|enrol+ed|included|studied|analy[sz]ed)\b",
    re.IGNORECASE,
)
"""`260 patients in the new and 251 patients in the usual care were recruited`."""


def _of_groups(text: str, *forms: re.Pattern[str]) -> Summed | None:
    """The people of the groups `one`, `other` and `third` of a form, where forms match once: twice, they are parts."""
    told = [found.groupdict() for form in forms for found in form.finditer(text)]
    if len(told) != 1:
        return None
    sizes = [told[0].get(name) for name in ("one", "other", "third")]
    return sum(int(size.replace(",", "")) for size in sizes if size), SampleUnit.PEOPLE


_TWO_SORTS: Final = re.compile(
    r"\b(?:tested|recruited|studied|included|examined|enrol+ed|scanned|interviewed|surveyed)"
    r" (?P<one>\d[\d,]*) (?:[a-z-]+ ){1,3}(?P<who>patients|participants|people|children|adults|women|men|subjects"
    r"|individuals|volunteers) and (?P<other>\d[\d,]*) (?:[a-z-]+ ){1,3}(?P=who)\b",
    re.IGNORECASE,
)
"""`We tested 40 younger adults and 38 older adults`."""
_OF_THIS_STUDY: Final = re.compile(r"\b(?:we|this|our|the present)\b", re.IGNORECASE)
_COMPARED: Final = re.compile(
    r"(?<![\d,.])(?P<one>\d[\d,]*) (?:[\w-]+ ){0,4}(?P<who>patients|participants|people|children|adults|women|men"
    r"|subjects"
    r"|individuals|cases)(?: \([^()]*\))? (?:were|was) compared (?:with|to) (?:those of |that of "
    r"|the )?(?P<other>\d[\d,]*) "
    rf"(?:[\w-]+ ){{0,4}}(?:(?P=who)|{_CONTROLS})\b",
    re.IGNORECASE,
)
"""`Outcomes of 43 patients were compared with those of 49 patients`."""
_STUDIES: Final = r"(?:[\w-]+ ){0,4}?(?:studies|trials|RCTs|articles|papers|reviews|cohorts)\b"
_OF_REVIEWS: Final = re.compile(r"\b(?:studies|trials|RCTs|articles|papers|reviews|cohorts)\b", re.IGNORECASE)
_OF_STUDIES: Final = (
    re.compile(
        rf"\b(?:included|identified|found|reviewed|analy[sz]ed) (?P<one>\d{{1,3}}) {_STUDIES},? and"
        rf" (?P<other>\d{{1,3}}) {_STUDIES}(?!,? and)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\A(?:\w+: )?(?P<one>\d{{1,3}}) {_STUDIES} and (?P<other>\d{{1,3}}) {_STUDIES}"
        r" (?:met (?:the |our )?(?:inclusion|eligibility)|(?:were|was) (?:\w+ )?(?:included|eligible|analy[sz]ed))\b",
        re.IGNORECASE,
    ),
)
"""`We included 4 RCTs and 17 observational studies`, `3 trials and 4 cohort studies met inclusion criteria`."""


def of_studies(sentence: str) -> int | None:
    """How many studies two sorts of them make together."""
    if len(sentence) > _LONGEST or not _OF_REVIEWS.search(sentence):
        return None
    text = _in_digits(sentence)
    found = next((found for form in _OF_STUDIES if (found := form.search(text))), None)
    return int(found["one"]) + int(found["other"]) if found else None


_SERVED: Final = re.compile(
    rf"(?<![\d,.])(?P<one>\d[\d,]*) (?:[\w-]+ ){{0,3}}{_PATIENTS}\b[^.;]{{0,200}},? (?:and|while"
    rf"|whereas)(?: the other)?"
    rf" (?P<other>\d[\d,]*) (?:[\w-]+ ){{0,3}}(?:{_PATIENTS}|others)\b(?: with [\w -]{{2,60}}?)? (?:served"
    rf"|acted) as (?:an? )?"
    r"(?:[\w-]+ )?controls?\b",
    re.IGNORECASE,
)
"""`Six men exercised for 16 weeks, and five men served as a control`."""
_WITH_RELATIVES: Final = re.compile(
    r"(?<![\d,.])(?P<one>\d[\d,]*) (?:[\w-]+ ){0,4}(?:patients|participants|people|persons|children|adults|women|men"
    r"|individuals)"
    r"(?: with [\w -]{2,40}?)? and (?P<other>\d[\d,]*) (?:of their )?(?:[\w-]+ ){0,2}(?:caregivers|carers|relatives"
    r"|family members"
    r"|parents|spouses|partners|nurses|physicians|clinicians|therapists|professionals|staff)"
    r" (?:were|was) (?:\w+ )?(?:selected|interviewed|recruited|enrol+ed|included)\b",
    re.IGNORECASE,
)
"""`17 injured persons and 13 family caregivers were selected`."""
_THREE_GROUPS: Final = re.compile(
    r"\b(?:examined|studied|compared|included|recruited|tested|enrol+ed|scanned|assessed|investigated)"
    rf" (?:(?:[\w-]+ ){{0,5}}in )?(?P<one>\d{{1,5}}) (?:[a-z-]+ ){{0,3}}{_PATIENTS}(?: with [\w -]{{2,40}}?)?,"
    rf" (?P<other>\d{{1,5}}) [\w -]{{3,70}}?,? and (?P<third>\d{{1,5}}) (?:[a-z-]+ ){{0,3}}{_CONTROLS}\b",
    re.IGNORECASE,
)
"""`We examined 25 adults with asthma, 13 of their relatives and 28 healthy controls`."""


_SEXES: Final = re.compile(
    r"\b(?P<one>\d{1,4}) (?:[\w-]+ ){0,2}?(?P<sex>men|males?|boys|women|females?"
    r"|girls)(?: [a-z]+)?(?: ?\([^()]{1,40}\))?"
    r"(?:,? and|,|;) (?P<other>\d{1,4}) (?:[\w-]+ ){0,2}?(?P<else>men|males?|boys|women|females?|girls)\b",
    re.IGNORECASE,
)
_TOOK_PART: Final = re.compile(
    r"\b(?:recruited|enrol+ed|participat\w+|took part|volunteer\w*|comprised|consisted|study (?:group"
    r"|population|sample)"
    r"|subjects were|participants were)\b",
    re.IGNORECASE,
)


def _of_sexes(text: str) -> Summed | None:
    """`12 men and 9 women took part`: told once, they are all."""
    told = list(_SEXES.finditer(text))
    if len(told) != 1 or not _TOOK_PART.search(text) or _sex(told[0]["sex"]) == _sex(told[0]["else"]):
        return None
    return _of_groups(text, _SEXES)


def _sex(noun: str) -> bool:
    return noun.lower()[0] in "mb"


def _of_two_groups(text: str) -> Summed | None:
    sizes = list(_SIZE.finditer(text))
    if _SHARE.search(text):
        return None
    if len(sizes) != 2 or not _TWO_GROUPS.search(text) or not _BETWEEN.search(text[sizes[0].end() : sizes[1].start()]):
        return None
    told = [_people_in(size["more"]) for size in sizes]
    if all(told):
        return sum(n for n in told if n), SampleUnit.PEOPLE
    if any(told) or any(noun_after(text, size.end("n")) for size in sizes):
        return None
    return sum(int(size["n"].replace(",", "")) for size in sizes), SampleUnit.PEOPLE


def _people_in(bracket: str) -> int | None:
    """`24 classes, 410 children`: people count, what they sit in does not."""
    for found in _COUNTED.finditer(bracket):
        noun = noun_after(bracket, found.end())
        if noun and noun.unit in _PEOPLE:
            return int(found["n"].replace(",", ""))
    return None
