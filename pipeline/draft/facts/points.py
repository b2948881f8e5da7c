"""Points of time at which something was measured, and the periods in which it was."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.draft.facts.course import AFTER, compiled
from pipeline.draft.facts.evidence import known
from pipeline.draft.facts.other_spans import OTHER_STORY, is_age, is_other, is_other_point
from pipeline.draft.facts.time_span import HOURS, POINT, SPAN, days, has_unit, length, spelled
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known

_EVENT: Final = (
    r"(?:the )?(?:(?:end|initiation|completion) of (?:the )?)?(?:[a-z]+-[a-z]+ )?"
    r"(?:(?:one-time|single|last|final) (?:\w+ )?)?(?:intervention|experience|dose|vaccination|treatment|baseline"
    r"|surgery|operation|randomi[sz]ation|discharge|birth|implantation|injection|infusion|administration|ingestion"
    r"|procedure|delivery|training|exercise|(?:cardiopulmonary )?bypass|transplant\w*|enrol\w+|hospital\w*)"
)
AFTER_EVENT: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{SPAN}[ -](?:after|post|following|from)(?: |-)?{_EVENT}",
        rf"\bpost-?\s?(?:operative|surgical|treatment|partum|intervention|injection)(?:ly)? {POINT}",
        rf"{SPAN} post-?operatively\b",
        (
            r"\b(?:assess|evaluat|interview|measur|examin|follow|record|test|re-?view|repeat"
            r"|re-?examin)\w*\b[^.;]{0,90}"
            rf"(?:\b(?:at|and)|,) {SPAN}[ -](?:after|post|following|from)[ -]?(?!each|every|last|admission|a\b|any)\w+"
        ),
        (
            rf"\b(?:baseline|before|after|measured|assessed|at)\b[^.;]{{0,60}}\band (?:at )?{SPAN}"
            r" (?:later|thereafter|after(?=[,.;)]))"
        ),
    )
)
"""A point of time told from an event of the study, which the methods of a paper say surely enough."""
POINTS: Final = (
    *(
        re.compile(form, re.IGNORECASE)
        for form in (
            rf"\b(?:at|after|until|to|through|baseline(?:,| and)|and|or|by|(?<!for )over)(?: the)? {SPAN}{AFTER}",
            rf"(?:\b(?:at|until|to|through|on|baseline(?:,| and)|and|by|after) |\(|, ){POINT}",
        )
    ),
    re.compile(rf"\b(?:immediately after|before|baseline)\b[^.;]{{0,60}}\band {SPAN} later\b", re.IGNORECASE),
    *AFTER_EVENT,
)
_MEASURED: Final = re.compile(
    r"\b(?:measured|assess\w+|evaluat\w+|examin\w+|recorded|outcomes?|baseline|visits?|follow\w*|scores?|determined"
    r"|higher|lower|greater|gains?|rose|fell|stained|sacrificed|euthani[sz]ed|killed|harvested|imaged|scanned"
    r"|obtained|drawn|mailed|asked|questioned|performed|compared|observed|change[sd]?|significan\w+|lost|gained"
    r"|tested|weighed|improve\w*|reduc\w+|increas\w+|seen"
    r"|collected|compare)\b",
    re.IGNORECASE,
)
_STAY: Final = re.compile(r"\b(?:hospital|length of|icu) stay\b|\bhospitali[sz]ation (?:was|time)\b", re.IGNORECASE)


def is_a_step(point: Known[str]) -> bool:
    """Whether it is a few days that are not told from an event of the study."""
    quote = point.evidence[0].quote
    return length(point.value) < _A_WEEK and not any(form.search(quote) for form in (*AFTER_EVENT, _BEGUN))


_A_WEEK: Final = 7
_BEGUN: Final = re.compile(
    r"\b(?:baseline|randomi[sz]\w+|follow\w*|admission|(?:of|after|post-?|before|from) ?(?:the )?treatment"
    r"|post-?\w*op\w*|mortality)\b",
    re.IGNORECASE,
)


def is_outdone(point: Known[str], title: str) -> bool:
    """Whether the title tells of another length than this point of time."""
    told = [spelled(found["n"], found["unit"]) for found in _TITLED.finditer(title) if not is_other(found, title)]
    return bool(told) and not any(_is_about(length(point.value), length(each)) for each in told)


def as_titled(sentences: Iterable[Sentence], title: str) -> Known[str] | None:
    """The first length that is the one of the title: `five-year results` and, further on, `after five years`."""
    told = [spelled(found["n"], found["unit"]) for found in _TITLED.finditer(title) if not is_other(found, title)]
    for sentence in sentences if told else ():
        for found in _ANY.finditer(sentence.quote):
            span = spelled(found["n"], found["unit"])
            if any(_is_about(length(span), length(each)) for each in told) and not is_other(found, sentence.quote):
                return known(Known[str], span, sentence)
    return None


_ANY: Final = re.compile(SPAN, re.IGNORECASE)


def _is_about(one: float, other: float) -> bool:
    """Three months are about 12 weeks."""
    return abs(one - other) <= max(one, other) / 10


_TITLED: Final = re.compile(
    rf"(?<!hundred )(?<!hundred-){SPAN}[ -](?:[\w-]+ ){{0,4}}(?:follow|outcomes?|results?|study|trial|survival"
    r"|mortality|experience|analysis|data|program(?:me)?|intervention|treatment|cohort)\b",
    re.IGNORECASE,
)
FROM_BASELINE: Final = compiled(
    (
        r"\b(?:baseline|enrol\w+|pre-?(?:treatment|intervention|test))\b[^.;]{0,60}"
        rf"(?:\b(?:and|at|after|to)|,) {SPAN}{AFTER}"
    ),
    rf"\b(?:baseline|enrol\w+)\b[^.;]{{0,60}}?(?:\b(?:and|at|after|to)|,) {SPAN}{AFTER}",
    rf"\bbaseline\b[^.;]{{0,60}}{POINT}",
)
"""`at baseline, 6 and 12 months`: in methods a point of time that is told from the beginning is one of this study."""
HOURS_AFTER: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{HOURS}[ -](?:after|post|following)[ -]?{_EVENT}",
        rf"{HOURS} (?:from|after) (?:the )?(?:start|beginning|first|initiation|onset of treatment|application)\b",
        rf"{HOURS} (?:post-?\s?(?:operativ|surg|partum|interven|inject|vaccin|procedur)\w*)",
        rf"\b(?:the )?first (?:post-?operative )?{HOURS}(?: (?:post-?\s?(?:operativ|surg|partum)\w*|after {_EVENT}))",
    )
)
LEFT: Final = re.compile(r"\b(?:discharg|delay|length of stay|hospital stay)\w*", re.IGNORECASE)
SURVIVED: Final = (
    re.compile(
        rf"{SPAN}[ -](?:(?:overall |event-free )?survival|(?:all-cause )?mortality|readmission"
        r"|(?:clinical |functional )?outcomes?)\b",
        re.IGNORECASE,
    ),
)
"""`28-day mortality`: for so long they were followed at least."""
IN_A_PERIOD: Final = (
    re.compile(
        rf"\b(?:in|over|during|within) (?:an?|the) {SPAN}[ -](?:period|span|interval|time ?frame)\b", re.IGNORECASE
    ),
    re.compile(rf"\b(?:over|during|for) an? (?:total )?period of {SPAN}{AFTER}", re.IGNORECASE),
)


def last_point(sentences: Iterable[Sentence], forms: Sequence[re.Pattern[str]]) -> Known[str] | None:
    """The latest of the points of time at which something was measured."""
    measured = (s for s in sentences if has_unit(s.quote) and _MEASURED.search(s.quote) and not _STAY.search(s.quote))
    return latest([s for s in measured if not is_other_point(s.quote)], forms)


def latest(sentences: Iterable[Sentence], forms: Sequence[re.Pattern[str]]) -> Known[str] | None:
    """The latest of the points of time that the forms find."""
    points = [
        (days(point["n"].lower(), point["unit"].lower()), spelled(point["n"], point["unit"]), sentence)
        for sentence in sentences
        if (forms is HOURS_AFTER or has_unit(sentence.quote)) and not OTHER_STORY.search(sentence.quote)
        for form in forms
        for point in form.finditer(sentence.quote)
        if not is_other(point, sentence.quote) and not is_age(point, sentence.quote)
    ]
    last = max(points, key=lambda point: point[0], default=None)
    return known(Known[str], last[1], last[2]) if last and last[1] != _NEXT_DAY else None


_NEXT_DAY: Final = "1 day"
"""`at baseline and day 1`: a first look, no last one."""
