"""What was tried: treatments and what they were compared with, as the authors name them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import TRIALS, StudyDesign

_TRYING: Final = TRIALS | {
    StudyDesign.N_OF_1,
    StudyDesign.PROTOCOL,
    StudyDesign.META_ANALYSIS,
    StudyDesign.SYSTEMATIC_REVIEW_RCT,
}
"""Designs in which something is tried on somebody."""
_NAME: Final = r"(?:(?!\b(?:group|or|and|versus|vs)\b)(?:[^.;:,()]|\.(?=\d))){3,80}?(?: ?\([A-Za-z][^()]{0,40}\))?"
_OR: Final = r",? (?:or|and|versus|vs\.?) (?:to )?(?:an? |the )?"
_END: Final = (
    r"(?= groups?\b| arms?\b| conditions?\b| intervention\b|[.,;:(]| for \d| once| twice| daily| in (?:a"
    r"|the|addition)| within|\Z)"
)
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"\b(?:randomi[sz]ed|randomly|assigned|allocated|divided|split)\b[^.;]{{0,70}}? to (?:(?:receive|undergo"
            rf"|get) )?(?:either )?"
            rf"(?:(?:an? |the )?(?P<first>{_NAME})(?: groups?| arms?)?){_OR}(?P<second>{_NAME}){_END}"
        ),
        rf"\breceived? (?:either )?(?P<first>{_NAME}),? (?:or|versus|vs\.?) (?:an? |the )?(?P<second>{_NAME}){_END}",
        (
            rf"\b(?:compar(?:e[sd]?|ing)|comparison of) (?:the )?(?:(?:effects?|efficacy|effectiveness"
            rf"|safety)(?: and \w+)? of )?"
            rf"(?P<first>{_NAME}),? (?:with|to|versus|vs\.?) (?:that of )?(?P<second>{_NAME})(?= (?:in|on|for|among|as"
            rf"|to)\b|[.,;(]|\Z)"
        ),
    )
)
_AIM: Final = re.compile(
    r"\b(?:effects?|efficacy|effectiveness|impact|benefits?|feasibility|safety)(?: and (?:\w+ )?\w+)? of (?:the "
    r"|an? )?(?:use of )?"
    r"(?P<first>(?:(?!\bon\b|\bin\b|\bfor\b|\bto\b|\bamong\b|\bcompared\b"
    r"|\bversus\b)[^.;:,()]){4,90})(?: ?\([^()]{1,30}\))?"
    r" (?:on|in|for|to|among|as|compared|versus)\b",
    re.IGNORECASE,
)
_NOT_ONE: Final = re.compile(
    r"\b(?:groups? (?:of|were|was|by)|(?:two|three|four|one) (?:groups?|arms?|of)|participants?|patients|subjects"
    r"|were|was|will|had|has"
    r"|each|our|this|these|their|its|same|other|both|first|second|one|two|three|equal|blocks?|ratio|centers?"
    r"|centres?|either"
    r"|which|that|who|envelopes?|kept|sealed|coordinator|computer|software|scores?|tests?|anova|analysis|analyses"
    r"|simulation|hoc|by|through|using|efficacy|effectiveness|likely|those|received?"
    r"|receiving|drop|randomi[sz]ation|characteristics|demographics?|data|values?|outcomes?|have|yet|baseline"
    r"|before|after|age|sex|whether|people|it|them|size|sample|order|time|each|left|right|it|table|procedure|method"
    r"|groups|between)\b"
    r"|\d:\d|\A\d+\Z",
    re.IGNORECASE,
)
"""Words of sentences about people and groups: the name of a treatment has none of them."""
_NAMELESS: Final = re.compile(
    r"\A(?:(?:the )?(?:intervention|treatment|experimental|active|study|case|test|high|low|high-|low-|treated"
    r"|exercise group|new)s?)\Z",
    re.IGNORECASE,
)
"""What is called nothing but the intervention is not named."""
_SHORTEST: Final = 3


def interventions(reading: Reading, design: Known[StudyDesign] | None) -> tuple[Known[str], ...]:
    """What the groups of a trial received, else what its aim names; nothing in designs that try nothing."""
    if design is None or design.value not in _TRYING:
        return ()
    abstract = list(quotable(reading.abstract(Role.METHODS, Role.AIM, Role.BACKGROUND)))
    methods = list(quotable(reading.within(SectionKind.METHODS)))
    return tuple(_arms(abstract, _FORMS) or _arms(methods, _FORMS[:1]) or _of_aim(abstract))


def _arms(sentences: Iterable[Sentence], forms: Iterable[re.Pattern[str]]) -> list[Known[str]]:
    """Both names of the first sentence that gives two."""
    for sentence in sentences:
        for form in forms:
            for found in form.finditer(sentence.text):
                names = [_name(found["first"]), _name(found["second"])]
                if all(name and name in _flat(sentence) for name in names) and names[0] != names[1]:
                    return [known(Known[str], name, sentence) for name in names if name]
    return []


def _of_aim(sentences: Iterable[Sentence]) -> list[Known[str]]:
    named: Iterator[tuple[str | None, Sentence]] = (
        (_name(found["first"]), sentence) for sentence in sentences for found in _AIM.finditer(sentence.text)
    )
    return [known(Known[str], name, sentence) for name, sentence in named if name and name in _flat(sentence)][:1]


def _name(text: str) -> str | None:
    name = re.sub(r"\A(?:an? |the |receive |only )+", "", text.strip(" ,"), flags=re.IGNORECASE)
    name = re.sub(r" ?\(n ?= ?\d+\)", "", name)
    name = re.sub(r" (?:(?:group|arm|condition)s?|as an? \w+)\Z", "", name, flags=re.IGNORECASE)
    balanced = name.count("(") == name.count(")")
    return name if len(name) >= _SHORTEST and balanced and name[:1].isalnum() and not _is_none(name) else None


def _is_none(name: str) -> bool:
    return _NOT_ONE.search(name) is not None or _NAMELESS.match(name) is not None


def _flat(sentence: Sentence) -> str:
    return " ".join(sentence.quote.split())
