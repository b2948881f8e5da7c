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
from pipeline.draft.facts.period import period
from pipeline.draft.facts.time_span import HOURS, LATER, NUMBER, POINT, RANGED, SINGULAR, SPAN, days, has_unit, spelled
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species, StudyDesign
from pipeline.text.lengths import period as period_of

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
_OTHER_STORY: Final = re.compile(
    r"\bconsent\b|\bdefined as\b|\bdefines\b|\b(?:inclusion|exclusion|eligibility|entry|selection)\b.{0,12}\bcriteri"
    r"|\bno response\b|\bincubat|\bstored\b|\bhistory of\b|\bcultured\b|\bet al\b|\bexclu"
    r"|\bkept at\b|\bfrozen\b|\bhad worked\b|\bcomplained\b|\brash\b|\b(?:in|by|of|from) an? (?:[\w-]+ )?pilot study\b"
    r"|\beligib|\blongevity\b|\blife ?-?spans?\b|\bage estimates\b|\bestimated age"
    r"|\b(?:other|earlier|most|these|those|previous) (?:studies|trials)\b|\bhalf-li|\bcontacted\b",
    re.IGNORECASE,
)
"""Sentences whose spans of time are never the study's."""
_OTHER_SPAN: Final = re.compile(
    r"\b(?:starting|beginning|raters|coders)\b|\bperiod (?:before|prior to|preceding)\b|\bprevious|\bprior (?:to"
    r"|\d)|\bat least\b|\bminimum of\b|\bwash-?out\b|\brun-in\b|\bresponded\b"
    r"|\b(?:last|past|preceding|first) (?:\d+|two|three|four|six|twelve) (?!h)|\bwas (?:alleviated|resolved)"
    r"|\brecall|\bstroke for\b|\bsince (?:the )?(?:injury|onset|stroke)\b|\bdiagnosed\b|\bwithin\b|\bmore than\b"
    r"|\bdosing\b|\bsurviv|\bhospital stay\b|\blength of stay\b|\bexperience\b",
    re.IGNORECASE,
)
"""Words near a span that make it one of something else."""
_AGE_OF_UNBORN: Final = re.compile(
    r"\A['\u2019]?s?['\u2019]? (?:of )?(?:gestation\w*|post-?menstrual|pregnan\w+)", re.IGNORECASE
)
"""`at 32 weeks of gestation`: that is how old it is."""
_LONGEST: Final = 50 * 365.25
"""Days; who is older than that was not watched for so long, but is so old."""
_BEFORE: Final = re.compile(
    rf"\bbetween {NUMBER}(?: (?:day|week|month|year)s?)? and \Z|\bminimum duration of \Z", re.IGNORECASE
)
"""`between 19 and 36 months after discharge`: who could take part, or when they happened to be seen; and a bound."""
_NEAR: Final = 28
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
        (_followed, abstract),
        (_course_for_sure, methods),
        (_course_of_arms, methods),
        (_followed, [*methods, *results]),
    ):
        if told := next(_first(find, sentences), None):
            return known(Known[str], told[0], told[1])
    return (
        _last_point(abstract, _POINTS)
        or next(_facts(_weekly, [*abstract, *methods]), None)
        or _period(abstract)
        or _latest(_of_study(abstract), _IN_A_PERIOD)
        or _latest(abstract, _SURVIVED)
        or _latest([s for s in abstract if not _LEFT.search(s.quote)], _HOURS_AFTER)
        or _last_point(methods, (*_AFTER_EVENT, *_FROM_BASELINE))
        or _period(methods)
        or _latest([s for s in methods if _TAKEN.search(s.quote)], _IN_A_PERIOD)
        or _widest_period(results)
    )


_FROM_BASELINE: Final = _compiled(
    (
        r"\b(?:baseline|enrol\w+|pre-?(?:treatment|intervention|test))\b[^.;]{0,60}"
        rf"(?:\b(?:and|at|after|to)|,) {SPAN}{_AFTER}"
    ),
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
    return None if _OTHER_STORY.search(sentence.quote) else _found(_WATCHED, sentence.quote)


def _of_case(reading: Reading, abstract: list[Sentence]) -> Known[str] | None:
    """How long the person of a case report was followed: as it says, else the last point told from an event."""
    places = (SectionKind.OTHER, SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION)
    body = [s for s in quotable(reading.within(*places)) if not s.citations]
    told = next(_first(_followed, abstract), None) or next(_first(_followed, body), None)
    if told:
        return known(Known[str], told[0], told[1])
    again = _latest(abstract, _SEEN_AGAIN) or _latest(body, _SEEN_AGAIN)
    return again if again and _is_a_while(again.value) else None


def _is_a_while(span: str) -> bool:
    """Whether it is two weeks or more; what happened a few days later is a step of the treatment."""
    n, unit = span.split()
    return days(n, unit.removesuffix("s")) >= _A_FORTNIGHT


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
    return None if _OTHER_STORY.search(sentence.quote) else _found(_WEEKLY, sentence.quote)


def _first(find: Callable[[Sentence], str | None], sentences: Iterable[Sentence]) -> Iterator[_Told]:
    return ((value, sentence) for sentence in sentences if (value := find(sentence)))


def _course(sentence: Sentence) -> str | None:
    return None if _OTHER_STORY.search(sentence.quote) else _found(_FORMS, sentence.quote)


def _course_for_sure(sentence: Sentence) -> str | None:
    return None if _OTHER_STORY.search(sentence.quote) else _found(_SURE, _without_project(sentence.quote))


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
    if _OTHER_STORY.search(sentence.quote) or not _ARMS.search(sentence.quote):
        return None
    return _found(_FORMS, _without_project(sentence.quote))


def _found(forms: Iterable[re.Pattern[str]], text: str) -> str | None:
    if not has_unit(text):
        return None
    found = next((match for form in forms for match in form.finditer(text) if not _is_other(match, text)), None)
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


def _is_other(found: re.Match[str], text: str) -> bool:
    start, end = found.start("n"), found.end("unit")
    near = _OTHER_SPAN.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR))
    if found["unit"].lower() == "year" and days(found["n"], "year") > _LONGEST:
        return True
    if _AGE_OF_UNBORN.match(text[end : end + _NEAR]) or _BEFORE.search(text[:start]):
        return True
    return near is not None or _AGE.search(text[max(0, start - _NEAR) : start]) is not None


_AGE: Final = re.compile(
    r"\bage[ds]?,? (?:(?:of|was|between|from|over|under|about|\w+ (?:(?:day|week|month|year)s? )?(?:to|and)) )*\Z",
    re.IGNORECASE,
)


def _followed(sentence: Sentence) -> str | None:
    return _found(FOLLOWED, sentence.quote) if may_follow(sentence.quote) else None


def _last_point(sentences: Iterable[Sentence], forms: Sequence[re.Pattern[str]]) -> Known[str] | None:
    """The latest of the points of time at which something was measured."""
    return _latest([s for s in sentences if _MEASURED.search(s.quote) and not _STAY.search(s.quote)], forms)


def _latest(sentences: Iterable[Sentence], forms: Sequence[re.Pattern[str]]) -> Known[str] | None:
    points = [
        (days(point["n"].lower(), point["unit"].lower()), spelled(point["n"], point["unit"]), sentence)
        for sentence in sentences
        if (forms is _HOURS_AFTER or has_unit(sentence.quote)) and not _OTHER_STORY.search(sentence.quote)
        for form in forms
        for point in form.finditer(sentence.quote)
        if not _is_other(point, sentence.quote)
    ]
    last = max(points, key=lambda point: point[0], default=None)
    return known(Known[str], last[1], last[2]) if last and last[1] != _NEXT_DAY else None


_NEXT_DAY: Final = "1 day"
"""`at baseline and day 1`: a first look, no last one."""


def _widest_period(sentences: Iterable[Sentence]) -> Known[str] | None:
    """The first period, or a later one that holds it: of several kinds of animals, the one watched longest."""
    told = [(ends, *each) for each in _first(_taken, sentences) if (ends := period_of(each[0]))]
    if not told:
        return None
    first, last = told[0][0]
    holding = [each for each in told if each[0][0] <= first and each[0][1] >= last]
    _, value, sentence = max(holding, key=lambda each: each[0][1])
    return known(Known[str], value, sentence)


def _period(sentences: Iterable[Sentence]) -> Known[str] | None:
    told = next(_first(_taken, sentences), None)
    return known(Known[str], told[0], told[1]) if told else None


_TAKEN: Final = re.compile(
    r"\b(?:patients?|participants?|subjects|individuals|people|women|men|children|infants|cases|records|charts"
    r"|admissions|operations|procedures|visits"
    r"|data|deaths|births"
    r"|study"
    r"|trial|surveys?|admitted|enrol\w+|recruit\w+|includ\w+|conducted|performed|collected|seals?|animals|mothers"
    r"|interviews"
    r"|volunteers|students|tagged|captured|caught|trapped|released|underwent|treated|respondents|hospitali[sz]ed|sampl\w+|evaluated|analy[sz]ed|surveyed|diagnos\w+|referred|identified|assessed"
    r"|delivered|registered|interviewed|reviewed|neonates|adults|presenting|seen|observations|recorded|filmed|sightings|incidence|mortality|trends|estimated)\b",
    re.IGNORECASE,
)
_SEARCHED: Final = re.compile(
    r"\b(?:search\w*|publish\w*|literature|databases? from|guideline|accessed|downloaded)\b|https?:|\bwww\.",
    re.IGNORECASE,
)
"""When a source was looked up is not how long anything lasted."""
_CALCULATED: Final = re.compile(
    r"(?:\A|[.;:] )(?:The )?(?:Data(?: [Aa]nalys[ei]s)?|(?:Statistical )?[Aa]nalys[ei]s) (?:was|were)"
    r" (?:analy[sz]ed|performed|conducted|done|carried out|completed),? (?:from|between|in|during)\b[^;]*"
)
"""When the numbers were worked out is not how long they were taken."""


def _taken(sentence: Sentence) -> str | None:
    quote = _CALCULATED.sub("", sentence.quote)
    return period(quote) if _TAKEN.search(quote) and not _SEARCHED.search(quote) else None
