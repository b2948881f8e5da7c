"""The groups of a study with their sizes, where one sentence names all of them and they add up to the whole.

That they add up is what makes it safe: a number behind a name in brackets may count nearly anything.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pipeline.draft.reading.sentence import Sentence
from pipeline.models.study import Sample
from pipeline.text.numbers import Number, NumberKind, numbers

_NAME: Final = r"(?P<name>(?!\d)[\w+/&'\u2019-][\w+/&'\u2019. -]{1,58}?)"
_BRACKETED: Final = re.compile(rf"{_NAME},? ?(?:\([^()]{{1,20}}\) ?)?[(\[;:,] ?[nN] ?= ?(?P<n>\d[\d,]*)\b")
_PREFIXED: Final = re.compile(
    rf"(?P<n>\b(?!and\b|or\b|of\b|were\b|was\b|the\b)[\w-]+) (?:(?:patients|participants|subjects|children|women"
    rf"|men|people|individuals|adults|volunteers) )?"
    rf"(?:\w+ )?(?:in|to|into) (?:the |Group )?{_NAME}(?= (?:group|arm)\b|[,.;)]| and \w+|\Z)",
)
_OPENING: Final = re.compile(
    r"\A(?:.*\b(?:to (?:receive )?(?:either )?(?:an? |the )?|receive[ds]? (?:either )?(?:an? |the )?|or (?:an? "
    r"|the |to )*|and (?:an? |the |to )*"
    r"|versus |vs\.? |into |groups?[:,] |either |plus a |named |the |an? ))",
    re.IGNORECASE,
)
_NOT_A_NAME: Final = re.compile(
    r"\A(?:patients|participants|subjects|groups?|total|women|men|females?|males?|children|adults|cases|sites?"
    r"|services?|people|all"
    r"|intention|analysis|each|both|were|was|age|mean|sd)\Z|\b(?:were|was|had|completed|excluded|withdrew|died|lost"
    r"|dropped|age|included|of|from)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST_ARMS, _LONGEST = 2, 5, 60


def arms(sentences: Iterable[Sentence], whole: Sample) -> tuple[Sample, ...]:
    """The groups of the first sentence whose named numbers add up to `whole`; empty where there is none."""
    for sentence in sentences:
        for form in _forms(sentence.quote):
            named = list(_named(form, sentence.quote))
            if _FEWEST <= len(named) <= _MOST_ARMS and _adds_up(named, whole.n):
                return tuple(
                    Sample(n=n, unit=whole.unit, role=whole.role, arm=name, evidence=(sentence.evidence,))
                    for name, n in named
                )
    return ()


def _forms(text: str) -> Iterator[re.Pattern[str]]:
    """The forms that a text can have: most sentences have none, which is quickly seen."""
    if len(_SIZES.findall(text)) >= _FEWEST:
        yield _BRACKETED
    if "group" in text or " arm" in text:
        yield _PREFIXED


_SIZES: Final = re.compile(r"[nN] ?= ?\d")


def _adds_up(named: Sequence[tuple[str, int]], whole: int) -> bool:
    return sum(n for _, n in named) == whole and len({name for name, _ in named}) == len(named)


def _named(form: re.Pattern[str], text: str) -> Iterator[tuple[str, int]]:
    counted = {number.start: number for number in numbers(text) if _is_whole(number)}
    for found in form.finditer(text):
        number = counted.get(found.start("n"))
        name = _cleaned(found["name"])
        if number and name:
            yield name, int(number.value)


def _is_whole(number: Number) -> bool:
    return number.kind is NumberKind.INTEGER and not number.percent and number.value > 0


def _cleaned(text: str) -> str | None:
    name = re.sub(r"\A(?:in|to|into) ", "", _OPENING.sub("", text.strip(" ,")).strip(" ,"), flags=re.IGNORECASE)
    fits = name[:1].isalnum() and len(name) <= _LONGEST and not _NOT_A_NAME.search(name)
    return name if fits and " ".join(name.split()) == name else None
