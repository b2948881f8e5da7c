"""How long the study lasted for those who took part.

The length of what was done comes first, then that of the follow-up, then the last point of time at which something was
measured, then the calendar period over which people or records were taken. Of one kind, what the abstract says comes
before what the body says. Ages, waiting times, intervals between doses and bounds (`at least 4 weeks`) are none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.follow_up import FOLLOWED, may_follow
from pipeline.draft.facts.other_spans import NOT_FOLLOWED, OTHER_STORY, is_age, is_other, is_other_point
from pipeline.draft.facts.recorded_period import TAKEN, first_period, tells_two_periods, widest_period
from pipeline.draft.facts.time_span import (
    HOURS,
    LATER,
    NUMBER,
    POINT,
    RANGED,
    SINGULAR,
    SPAN,
    days,
    has_unit,
    length,
    spelled,
)
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species, StudyDesign

_COURSE: Final = (
    r"(?:interventions?|treatments?|training|therap(?:y|ies)|program(?:me)?s?|trial|study|project|exercise"
    r"|rehabilitation"
    r"|course|supplementation|regimen|experiment|medication|administration|stimulation|practice|block|vaccination"
    r"|dataset|(?:study|treatment|intervention|experimental|observation|supplementation|trial"
    r"|data collection) (?:period"
    r"|phase))"
)
_BETWEEN: Final = (
    r"(?:(?!or (?:more|longer|less)\b|old\b|follow|post|wash|run|baseline|of\b|in\b|the\b|and\b|pre)"
    r"[\w-]{1,20},? ){0,5}"
)
_GIVEN: Final = (
    r"(?:treated|trained|received?|receiving|underwent|administered|given|provided|exercised|took|taken|performed|applied"
    r"|delivered|daily|weekly|twice|once|sessions?|times|per day|per week|a day|a week|supplement\w*|instructed|fed"
    r"|consum\w+|participated|completed|continued|therapy|treatment|intervention|training|placebo|stimulation"
    r"|dose[sd]?"
    r"|assigned|randomi[sz]ed|mg|exposed|implant\w*|used|monitored|conducted|program\w*)"
)
_WITHIN: Final = r"(?:[^.;]|\.(?=\d))"
_AFTER: Final = (
    r"(?! (?:of age|old|ago|before|after|post|prior|follow|apart|earlier|later|following|since|or (?:more"
    r"|longer|less)"
    r"|intervals?|in which))"
)
_TOLD_OUTRIGHT: Final = (
    (
        rf"{SINGULAR},?[ -](?:long )?{_BETWEEN}{_COURSE}\b"
        r"(?! (?:visits?|assessments?|evaluations?|time ?points?|mark|appointments?|reviews?)\b)"
    ),
    rf"{SPAN} of {_BETWEEN}{_COURSE}\b",
    rf"\b(?:each|every|both) (?:\w+ )?periods? (?:lasted|was|were) {SPAN}{_AFTER}",
    rf"\b(?:randomi[sz]ed|assigned|allocated) to (?:receive |either )?{SPAN} of\b",
    (
        rf"\b{_COURSE}\b{_WITHIN}{{0,25}}\b(?:lasted|lasting|lasts|took|spanned)(?: for)?(?: a (?:total"
        rf"|period) of)? {SPAN}{_AFTER}"
    ),
    (
        rf"\b(?:{_COURSE} )?(?:duration|length|period)(?: of (?:the )?{_BETWEEN}{_COURSE})?(?: was| is|:| of"
        rf"| \u2013| -)+ ?{SPAN}{_AFTER}"
    ),
    (
        rf"\b(?:duration|length)(?: of (?:the )?{_BETWEEN}{_COURSE})?(?: with \w+(?: \w+)?)? (?:ranged|varied)"
        rf" (?:from|between) {RANGED}"
    ),
    (
        rf"\b(?:study|trial|experiment|intervention|treatment|therapy|training|programme|program|survey) was"
        rf" (?:conducted|carried out|performed|continued|given|run) (?:for|over)(?: a (?:total|period) of)? {SPAN}"
        rf"{_AFTER}"
    ),
    (
        rf"\b(?:recorded|measured|observed|assessed|seen|visited)\b{_WITHIN}{{0,120}}\b(?:intervals|daily"
        rf"|weekly|monthly"
        rf"|yearly|annually|diary|diaries)"
        rf" (?:for|over|during)(?: a period of)? {SPAN}{_AFTER}"
    ),
)
_GIVEN_FOR: Final = (
    (
        rf"\b{_GIVEN}\b{_WITHIN}{{0,110}}\b(?:for|over|during|lasting)(?: a| the)?(?: (?:total|period|duration"
        rf"|further|another|course)"
        rf"(?: of)?)? {SPAN}{_AFTER}"
    ),
    (
        rf"\b(?:for|over|during)(?: a (?:total|period) of| a| the)? {SPAN}(?:[ -](?:period|span"
        rf"|interval))?,?{_AFTER}{_WITHIN}{{0,40}}\b{_GIVEN}\b"
    ),
)
_WATCHED_FOR: Final = (
    rf"\b(?:recorded|monitored|observed|surveyed|registered|collected) (?:for|over|during) {SPAN}{_AFTER}",
    rf"\AInterventions?: {_WITHIN}{{0,160}}\b(?:for|over) {SPAN}{_AFTER}",
    (
        rf"\b(?:surveys?|questionnaires?|links?|forms?)\b{_WITHIN}{{0,20}}\b(?:open|online|available|active|live)"
        rf" for {SPAN}{_AFTER}"
    ),
    rf"\b(?:measured|wore|worn|wear|tracked|logged|diary|diaries)\b{_WITHIN}{{0,60}}\bfor {SPAN}{_AFTER}",
    (
        rf"\b(?:parts?|phases?|stages?|periods?)\b{_WITHIN}{{0,30}}\b(?:lasting|lasted|lasts?)"
        rf" (?:for |over |up to )?(?:a total of )?{SPAN}{_AFTER}"
    ),
    rf"{SPAN} of (?:[\w-]+ )?(?:data|records|observations?|monitoring|field ?work|sampling|recordings?)\b",
    (
        rf"\b(?:recorded|collected|observed|sampled|decoded|tracked|counted|monitored|surveyed)\b{_WITHIN}{{0,60}}"
        r"(?<!adults)(?<!patients)(?<!women)(?<!men)(?<!people)(?<!children)(?<!those)(?<!aged)"
        rf" over {SPAN}{_AFTER}"
    ),
)


def _compiled(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


_FORMS: Final = _compiled(*_TOLD_OUTRIGHT, *_GIVEN_FOR, *_WATCHED_FOR)
_SURE: Final = _compiled(*_TOLD_OUTRIGHT, *_WATCHED_FOR)
"""In the body, where many spans of time stand, these say it without doubt; others need a sentence about the arms."""
_EVENT: Final = (
    r"(?:the )?(?:end of (?:the )?)?(?:(?:one-time|single|last|final) (?:\w+ )?)?(?:intervention|experience|dose"
    r"|vaccination"
    r"|treatment|baseline|surgery|operation|randomi[sz]ation|discharge"
    r"|birth"
    r"|implantation|injection|procedure|delivery|training|transplant\w*|enrol\w+|hospital\w*)"
)
_AFTER_EVENT: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{SPAN}[ -](?:after|post|following|from)(?: |-)?{_EVENT}",
        rf"\bpost-?\s?(?:operative|surgical|treatment|partum|intervention|injection)(?:ly)? {POINT}",
        rf"{SPAN} post-?operatively\b",
        (
            r"\b(?:assess|evaluat|interview|measur|examin|follow)\w*\b[^.;]{0,90}"
            rf"\b(?:at|and) {SPAN}[ -](?:after|post)[ -]?(?:the )?(?:stroke|injury|onset|trauma|fracture)\b"
        ),
    )
)
"""A point of time told from an event of the study, which the methods of a paper say surely enough."""
_POINTS: Final = (
    *(
        re.compile(form, re.IGNORECASE)
        for form in (
            rf"\b(?:at|after|until|to|through|baseline(?:,| and)|and|or|by|over)(?: the)? {SPAN}{_AFTER}",
            rf"(?:\b(?:at|until|to|through|on|baseline(?:,| and)|and|by|after) |\(|, ){POINT}",
        )
    ),
    re.compile(rf"\b(?:immediately after|before|baseline)\b[^.;]{{0,60}}\band {SPAN} later\b", re.IGNORECASE),
    *_AFTER_EVENT,
)
_MEASURED: Final = re.compile(
    r"\b(?:measured|assess\w+|evaluat\w+|examin\w+|recorded|outcomes?|baseline|visits?|follow\w*|scores?|determined"
    r"|higher|lower|greater|gains?|rose|fell|stained|sacrificed|euthani[sz]ed|killed|harvested|imaged|scanned"
    r"|obtained|drawn|mailed|asked|questioned|performed|compared|observed|change[sd]?|significan\w+|improve\w*|reduc\w+|increas\w+|seen"
    r"|collected)\b",
    re.IGNORECASE,
)
_STAY: Final = re.compile(r"\b(?:hospital|length of|icu) stay\b|\bhospitali[sz]ation (?:was|time)\b", re.IGNORECASE)
_WITHOUT: Final = frozenset(
    {
        StudyDesign.META_ANALYSIS,
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        StudyDesign.SCOPING_REVIEW,
        StudyDesign.NARRATIVE_REVIEW,
        StudyDesign.COMMENTARY,
        StudyDesign.GUIDELINE_OR_CONSENSUS,
    }
)
"""Nobody takes part in a review."""
_Told = tuple[str, Sentence]


def duration(
    reading: Reading, design: Known[StudyDesign] | None = None, species: Known[Species] | None = None
) -> Known[str] | None:
    """The first length that is told, by kind and place."""
    if (design and design.value in _WITHOUT) or (species and species.value is Species.COMPUTATIONAL):
        return None
    if species and species.value is Species.CELL_OR_TISSUE:
        return _of_samples(_of_abstract(reading))
    abstract, methods = _of_abstract(reading), list(quotable(reading.within(SectionKind.METHODS)))
    if design and design.value is StudyDesign.CASE_REPORT:
        return _of_case(reading, abstract)
    results = list(quotable(reading.within(SectionKind.RESULTS)))[:_FIRST]
    for find, sentences in (
        (_course, abstract),
        (_followed, _longest_followed(abstract)),
        (_course_for_sure, methods),
        (_course_of_arms, methods),
        (_followed, [*methods, *results]),
    ):
        if told := next(_first(find, sentences), None):
            return known(Known[str], told[0], told[1])
    point = _last_point(abstract, _POINTS)
    return (
        (point if point and not _is_a_step(point) and not _is_outdone(point, reading.title) else None)
        or next(_facts(_weekly, [*abstract, *methods]), None)
        or first_period(abstract)
        or _latest(_of_study(abstract), _IN_A_PERIOD)
        or _latest(abstract, _SURVIVED)
        or _latest([s for s in abstract if not _LEFT.search(s.quote)], _HOURS_AFTER)
        or _last_point(methods, (*_AFTER_EVENT, *_FROM_BASELINE))
        or (None if tells_two_periods(abstract) else first_period(methods))
        or _latest([s for s in methods if TAKEN.search(s.quote)], _IN_A_PERIOD)
        or widest_period(results)
    )


def _is_a_step(point: Known[str]) -> bool:
    """Whether it is a few days that are not told from an event of the study."""
    quote = point.evidence[0].quote
    return length(point.value) < _A_WEEK and not any(form.search(quote) for form in (*_AFTER_EVENT, _BEGUN))


_A_WEEK: Final = 7
_BEGUN: Final = re.compile(
    r"\b(?:baseline|randomi[sz]\w+|follow\w*|admission|treatment|post-?\w*op\w*|mortality)\b", re.IGNORECASE
)


def _is_outdone(point: Known[str], title: str) -> bool:
    """Whether the title tells of another length than this point of time."""
    told = [spelled(found["n"], found["unit"]) for found in _TITLED.finditer(title) if not is_other(found, title)]
    return bool(told) and not any(_is_about(length(point.value), length(each)) for each in told)


def _is_about(one: float, other: float) -> bool:
    """Three months are about 12 weeks."""
    return abs(one - other) <= max(one, other) / 10


_TITLED: Final = re.compile(
    rf"(?<!hundred )(?<!hundred-){SPAN}[ -](?:[\w-]+ ){{0,4}}(?:follow|outcomes?|results?|study|trial|survival"
    r"|mortality|experience|analysis|data|program(?:me)?|intervention|treatment|cohort)\b",
    re.IGNORECASE,
)
_FROM_BASELINE: Final = _compiled(
    (
        r"\b(?:baseline|enrol\w+|pre-?(?:treatment|intervention|test))\b[^.;]{0,60}"
        rf"(?:\b(?:and|at|after|to)|,) {SPAN}{_AFTER}"
    ),
    rf"\b(?:baseline|enrol\w+)\b[^.;]{{0,60}}?(?:\b(?:and|at|after|to)|,) {SPAN}{_AFTER}",
    rf"\bbaseline\b[^.;]{{0,60}}{POINT}",
)
"""`at baseline, 6 and 12 months`: in methods a point of time that is told from the beginning is one of this study."""
_HOURS_AFTER: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{HOURS}[ -](?:after|post|following)[ -]?{_EVENT}",
        rf"{HOURS} (?:post-?\s?(?:operativ|surg|partum|interven|inject|vaccin|procedur)\w*)",
        rf"\b(?:the )?first (?:post-?operative )?{HOURS}(?: (?:post-?\s?(?:operativ|surg|partum)\w*|after {_EVENT}))",
    )
)
_LEFT: Final = re.compile(r"\b(?:discharg|delay|length of stay|hospital stay)\w*", re.IGNORECASE)
_SURVIVED: Final = (
    re.compile(
        rf"{SPAN}[ -](?:(?:overall |event-free )?survival|(?:all-cause )?mortality|readmission"
        r"|(?:clinical |functional )?outcomes?)\b",
        re.IGNORECASE,
    ),
)
"""`28-day mortality`: for so long they were followed at least."""
_IN_A_PERIOD: Final = (
    re.compile(
        rf"\b(?:in|over|during|within) (?:an?|the) {SPAN}[ -](?:period|span|interval|time ?frame)\b", re.IGNORECASE
    ),
    re.compile(rf"\b(?:over|during|for) an? (?:total )?period of {SPAN}{_AFTER}", re.IGNORECASE),
)


def _of_samples(abstract: list[Sentence]) -> Known[str] | None:
    """How long samples were watched, where an abstract says so; days of culture are steps of the work."""
    if told := next(_first(_watched, abstract), None):
        return known(Known[str], told[0], told[1])
    last = _last_point([s for s in abstract if s.role is Role.METHODS], _POINTS)
    return last if last and _MONTHS.search(last.value) else None


_MONTHS: Final = re.compile(r"\b(?:month|year)")
_WATCHED: Final = _compiled(rf"\b(?:monitored|observed|stored|recorded) (?:for|over|during) {SPAN}{_AFTER}")


def _watched(sentence: Sentence) -> str | None:
    return None if _is_other_story(sentence) else _found(_WATCHED, sentence.quote)


def _of_case(reading: Reading, abstract: list[Sentence]) -> Known[str] | None:
    """How long the person of a case report was followed: as it says, else the last point told from an event."""
    places = (SectionKind.OTHER, SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION)
    body = [s for s in quotable(reading.within(*places)) if not s.citations]
    told = next(_first(_followed, abstract), None) or next(_first(_followed, body), None)
    if told:
        return known(Known[str], told[0], told[1])
    again = _latest(_of_follow_up(abstract), _SEEN_AGAIN) or _latest(_of_follow_up(body), _SEEN_AGAIN)
    return again if again and _is_a_while(again.value) else None


def _of_follow_up(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those that do not tell how an illness came up, which may be years after an operation."""
    return [sentence for sentence in sentences if not _CAME_UP.search(sentence.quote)]


_CAME_UP: Final = re.compile(
    r"\b(?:develop\w*|present(?:ed|ing|s)|discharg\w+|onset|occurr\w+|admitted|diagnos\w+|referred|pregnan\w+)\b",
    re.IGNORECASE,
)


def _is_a_while(span: str) -> bool:
    """Whether it is two weeks or more; what happened a few days later is a step of the treatment."""
    return length(span) >= _A_FORTNIGHT


_A_FORTNIGHT: Final = 14
_SEEN_AGAIN: Final = (
    re.compile(
        rf"\b(?:at|after|by)(?: the| a| his| her)? {SPAN}[ -](?:review|check-?up|visit|control)\b", re.IGNORECASE
    ),
    re.compile(
        rf"{SPAN} (?:later|after (?:the |his |her )?(?:\w+ )?(?:surgery|operation|treatment|discharge|procedure"
        rf"|therapy"
        r"|resection|injection))\b",
        re.IGNORECASE,
    ),
)

_FIRST: Final = 20
"""Sentences of the results, which begin with who took part and for how long."""


def _of_abstract(reading: Reading) -> list[Sentence]:
    parts = (Role.METHODS, Role.AIM, Role.RESULTS, Role.CONCLUSION)
    background = [s for s in reading.abstract(Role.BACKGROUND) if not s.citations]
    return list(quotable([*reading.abstract(*parts), *background]))


def _of_study(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.role is not Role.BACKGROUND]


def _facts(find: Callable[[Sentence], str | None], sentences: Iterable[Sentence]) -> Iterator[Known[str]]:
    return (known(Known[str], value, sentence) for value, sentence in _first(find, sentences))


_WEEKLY: Final = _compiled(
    rf"\b(?P<n>{NUMBER}) (?:consecutive )?(?P<unit>week|month)ly (?:[\w-]+,? ){{0,3}}"
    r"(?:sessions?|classes|meetings|visits|lessons|calls|injections|infusions|modules|workshops)\b"
)


def _weekly(sentence: Sentence) -> str | None:
    """`ten weekly sessions` last ten weeks."""
    return None if _is_other_story(sentence) else _found(_WEEKLY, sentence.quote)


def _first(find: Callable[[Sentence], str | None], sentences: Iterable[Sentence]) -> Iterator[_Told]:
    return ((value, sentence) for sentence in sentences if (value := find(sentence)))


def _is_other_story(sentence: Sentence) -> bool:
    """Whether no span of time in it is the study's; a sentence without a unit of time is not searched for more."""
    return not has_unit(sentence.quote) or OTHER_STORY.search(sentence.quote) is not None


def _course(sentence: Sentence) -> str | None:
    return None if _is_other_story(sentence) else _found(_FORMS, sentence.quote)


def _course_for_sure(sentence: Sentence) -> str | None:
    return None if _is_other_story(sentence) else _found(_SURE, _without_project(sentence.quote))


def _without_project(text: str) -> str:
    return _PROJECT.sub(" ", text)


_PROJECT: Final = re.compile(
    r"\b[\w.-]+[ -]years?[ -](?:long )?(?:[\w-]+ ){0,3}(?:study|project|trial)\b", re.IGNORECASE
)
"""`a three-year intervention study`: in the methods that is how long the money lasts."""


_ARMS: Final = re.compile(
    r"\b(?:groups?|arms?|patients|participants|subjects|volunteers|children|women|rats|mice|sessions?)\b", re.IGNORECASE
)


def _course_of_arms(sentence: Sentence) -> str | None:
    if _is_other_story(sentence) or not _ARMS.search(sentence.quote):
        return None
    return _found(_FORMS, _without_project(sentence.quote))


def _found(forms: Iterable[re.Pattern[str]], text: str) -> str | None:
    if not has_unit(text):
        return None
    found = next((match for form in forms for match in form.finditer(text) if not is_other(match, text)), None)
    return _longest_of_list(found, text) if found else None


_LISTED: Final = re.compile(LATER, re.IGNORECASE)


def _longest_of_list(found: re.Match[str], text: str) -> str:
    """`for 2 weeks, 4 weeks or 6 weeks`: one group each, and the last the longest."""
    first = spelled(found["n"], found["unit"])
    later = _LISTED.match(text, found.end("unit") + (text[found.end("unit") :][:1] == "s"))
    if not later or not later["last"]:
        return first
    longer = days(later["last"], later["of"].lower()) > days(found["n"], found["unit"].lower())
    return spelled(later["last"], later["of"]) if longer else first


def _followed(sentence: Sentence) -> str | None:
    if not may_follow(sentence.quote) or not has_unit(sentence.quote) or NOT_FOLLOWED.search(sentence.quote):
        return None
    return _found(FOLLOWED, sentence.quote)


def _longest_followed(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentence of the mean follow-up, else that of the longest: the others are visits on the way."""
    told = [(sentence, span) for sentence in sentences if (span := _followed(sentence))]
    means = [sentence for sentence, _ in told if _MEAN.search(sentence.quote)]
    return means or [sentence for sentence, _ in sorted(told, key=lambda each: -length(each[1]))]


_MEAN: Final = re.compile(
    r"\b(?:mean|median|average)(?: (?!(?:at|in|for|by|on)\b)[\w.\u00b1-]+){0,4}[ -]follow"
    r"|\bfollow\w*[ -]?(?:up)?\b[^;]{0,30}\b(?:mean|median|average)\b",
    re.IGNORECASE,
)


def _last_point(sentences: Iterable[Sentence], forms: Sequence[re.Pattern[str]]) -> Known[str] | None:
    """The latest of the points of time at which something was measured."""
    measured = (s for s in sentences if has_unit(s.quote) and _MEASURED.search(s.quote) and not _STAY.search(s.quote))
    return _latest([s for s in measured if not is_other_point(s.quote)], forms)


def _latest(sentences: Iterable[Sentence], forms: Sequence[re.Pattern[str]]) -> Known[str] | None:
    points = [
        (days(point["n"].lower(), point["unit"].lower()), spelled(point["n"], point["unit"]), sentence)
        for sentence in sentences
        if (forms is _HOURS_AFTER or has_unit(sentence.quote)) and not OTHER_STORY.search(sentence.quote)
        for form in forms
        for point in form.finditer(sentence.quote)
        if not is_other(point, sentence.quote) and not is_age(point, sentence.quote)
    ]
    last = max(points, key=lambda point: point[0], default=None)
    return known(Known[str], last[1], last[2]) if last and last[1] != _NEXT_DAY else None


_NEXT_DAY: Final = "1 day"
"""`at baseline and day 1`: a first look, no last one."""
