"""How long what was done lasted, as sentences tell it: the course of treatment, of watching, of weekly sessions."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.facts.other_spans import is_other, is_other_story
from pipeline.draft.facts.time_span import LATER, NUMBER, POINT, RANGED, SINGULAR, SPAN, days, has_unit, length, spelled
from pipeline.draft.reading.sentence import Sentence

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
    r"(?:treated|trained|received?|receiving|underwent|administered|given|provided|exercised|took|taken|performed"
    r"|applied"
    r"|delivered|daily|weekly|twice|once|sessions?|times|per day|per week|a day|a week|supplement\w*|instructed|fed"
    r"|consum\w+|participated|completed|therapy|treatment|intervention|training|placebo|stimulation"
    r"|dose[sd]?"
    r"|assigned|randomi[sz]ed|mg|exposed|implant\w*|used|monitored|conducted|program\w*"
    r"|switched|mailed|sent|wore|drank|ate|practi[cs]ed|attended|maintained|infused|stimulated|offered)"
)
_WITHIN: Final = r"(?:[^.;]|\.(?=\d))"
AFTER: Final = (
    r"(?! (?:of age|old|ago|before|preceding|after|post|prior|follow|apart|earlier|later|following|since|or (?:more"
    r"|longer|less)"
    r"|intervals?|in which|(?:in |of )?(?:every|each|per|out of|a (?:day|week|month|year))\b|\(baseline\)))"
)
_NOT_THEN_LATER: Final = r"(?!,? and (?:again )?(?:after|at) (?:\w+,? (?:and )?){1,4}(?:weeks|months|years))"
"""`monthly for 9 months and after 12 and 24 months`: the last of these counts."""
_TOLD_OUTRIGHT: Final = (
    (
        rf"{SINGULAR},?[ -](?:long )?{_BETWEEN}{_COURSE}\b"
        r"(?! (?:visits?|assessments?|evaluations?|time ?points?|mark|appointments?|reviews?)\b)"
    ),
    rf"{SPAN} of {_BETWEEN}{_COURSE}\b",
    rf"\b(?:following|after) {SPAN} of [^;]{{1,40}}\b(?:placebo|sham)\b",
    rf"\b(?:each|every|both) (?:\w+ )?periods? (?:lasted|was|were) {SPAN}{AFTER}",
    rf"\bfrom (?:study )?(?:day|week|month) (?:0|1|one) (?:to|until|till|through) (?:the )?{POINT}",
    rf"\b(?:weekly|weeks|daily|monthly|months|courses?|cycles)\b[^.;]{{0,30}}\((?:for )?{SPAN}(?: in)? total\)",
    rf"\b(?:patients|participants|dogs|cats|horses|animals|subjects) were enrol+ed for {SPAN}{AFTER}",
    rf"\bspent {SPAN} (?:in|on|at|under|with)\b",
    rf"\b(?:trained|received|treated|practi[cs]ed|tested|periods|phases|blocks)\b{_WITHIN}{{0,80}}, {SPAN} each\b",
    rf"\b(?:two|three|four|2|3|4) (?:[\w-]+ )?(?:periods|phases|blocks|courses) of {SPAN}{AFTER}",
    rf"\b(?:randomi[sz]ed|assigned|allocated) to (?:receive |either )?{SPAN} of\b",
    (
        rf"\b{_COURSE}\b{_WITHIN}{{0,25}}\b(?:lasted|lasting|lasts|took|spanned)(?: for)?(?: a (?:total"
        rf"|period) of)? {SPAN}{AFTER}"
    ),
    (
        rf"\b(?:{_COURSE} )?(?:duration|length|period)(?: of (?:the )?{_BETWEEN}{_COURSE})?(?: was| is|:| of"
        rf"| \u2013| -)+ ?{SPAN}{AFTER}"
    ),
    (
        rf"\b(?:duration|length)(?: of (?:the )?{_BETWEEN}{_COURSE})?(?: with \w+(?: \w+)?)? (?:ranged|varied)"
        rf" (?:from|between) {RANGED}"
    ),
    (
        rf"\b(?:study|trial|experiment|intervention|treatment|therapy|training|programme|program|survey) was"
        rf" (?:conducted|carried out|performed|continued|given|run)(?: (?:in|at|among)(?: [\w-]+){{1,3}})?"
        rf" (?:for|over)(?: a (?:total|period) of)? {SPAN}"
        rf"{AFTER}"
    ),
    (
        rf"\b(?:recorded|measured|observed|assessed|seen|visited)\b{_WITHIN}{{0,120}}\b(?:intervals|daily"
        rf"|weekly|monthly"
        rf"|yearly|annually|diary|diaries)"
        rf" (?:for|over|during)(?: a period of)? {SPAN}{AFTER}{_NOT_THEN_LATER}"
    ),
)
_GIVEN_FOR: Final = (
    (
        rf"\b(?:taken|took|given|received|applied|worn|wore|used)\b{_WITHIN}{{0,60}}\bfor (?:the first )?{SPAN}"
        r" (?:after|following)\b"
    ),
    (
        rf"\b{_GIVEN}\b{_WITHIN}{{0,110}}\b(?:for|over|during|lasting)(?: a| the)?(?: an)?(?: (?:total|period|duration"
        rf"|further|another|course|mean|median|average)"
        rf"(?: of)?)? {SPAN}{AFTER}"
    ),
    (
        rf"\b(?:for|over|during)(?: a (?:total|period) of| a| the)? {SPAN}(?:[ -](?:period|span"
        rf"|interval))?,?{AFTER}(?:[^.;()]|\.(?=\d)){{0,40}}\b{_GIVEN}\b"
    ),
)
_WATCHED_FOR: Final = (
    (
        rf"\b(?:recorded|measured|assessed|seen|visited|counted|sampled|surveyed|trapped|scanned"
        rf"|bled|tested|examined|interviewed|weighed)\b{_WITHIN}{{0,80}}\b(?:each|every)"
        rf" (?:[\w-]+ ){{1,3}}(?:for|over|during) {SPAN}{AFTER}"
    ),
    rf"\b(?:recorded|monitored|observed|surveyed|registered|collected) (?:for|over|during) {SPAN}{AFTER}",
    rf"\b(?:time points|occasions|visits|sessions) (?:over|during)(?: a period of)? {SPAN}{AFTER}",
    (
        rf"\b(?:intervention|program(?:me)?s?|curriculum|suite)\b{_WITHIN}{{0,40}}\b(?:was|were)"
        rf" (?:implemented|delivered|taught|given|run) over {SPAN}{AFTER}"
    ),
    rf"\AInterventions?: {_WITHIN}{{0,160}}\b(?:for|over) {SPAN}{AFTER}",
    (
        rf"(?<!each )(?<!every )\b(?:surveys?|questionnaires?|links?|forms?)\b{_WITHIN}{{0,20}}\b(?:open"
        rf"|online|available|active|live) for {SPAN}{AFTER}"
    ),
    (
        r"\b(?:visits?|assess\w+|measure\w*|seen|blood|scans?|tests?|interviews?)\b[^.;]{0,60}\bevery (?:\w+ ){1,2}"
        rf"(?:for|over|until) (?:up to )?{SPAN}{AFTER}"
    ),
    rf"\b(?:measured|wore|worn|wear|tracked|logged|diary|diaries)\b{_WITHIN}{{0,60}}\b(?:for|over) {SPAN}{AFTER}",
    (
        rf"\b(?:parts?|phases?|stages?|periods?)\b{_WITHIN}{{0,30}}\b(?:lasting|lasted|lasts?)"
        rf" (?:for |over |up to )?(?:a total of )?{SPAN}{AFTER}"
    ),
    (
        r"\b(?:records|data|observations|study|monitoring|series|surveys?"
        r"|census(?:es)?)\b[^.;]{0,40}\b(?:spann?(?:ed|ing|s)?"
        rf"|cover(?:ed|ing|s)?) (?:a period of |over |more than |nearly )?{SPAN}{AFTER}"
    ),
    rf"{SPAN} of (?:[\w-]+ )?(?:data|records|observations?|monitoring|surveillance|field ?work|sampling|recordings?)\b",
    (
        rf"\b(?:recorded|collected|observed|sampled|decoded|tracked|counted|monitored|surveyed)\b{_WITHIN}{{0,60}}"
        r"(?<!adults)(?<!patients)(?<!women)(?<!men)(?<!people)(?<!children)(?<!those)(?<!aged)"
        rf" over {SPAN}{AFTER}"
    ),
)


def compiled(*forms: str) -> tuple[re.Pattern[str], ...]:
    """Patterns that do not heed capitals."""
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


_FORMS: Final = compiled(*_TOLD_OUTRIGHT, *_GIVEN_FOR, *_WATCHED_FOR)
_SURE: Final = compiled(*_TOLD_OUTRIGHT, *_WATCHED_FOR)
"""In the body, where many spans of time stand, these say it without doubt; others need a sentence about the arms."""


_WEEKLY: Final = compiled(
    rf"\b(?P<n>{NUMBER}) (?:consecutive )?(?P<unit>week|month)ly (?:[\w-]+,? ){{0,3}}"
    r"(?:sessions?|classes|meetings|visits|lessons|calls|injections|infusions|modules|workshops)\b"
)


def weekly(sentence: Sentence) -> str | None:
    """`ten weekly sessions` last ten weeks."""
    return None if is_other_story(sentence) else found_in(_WEEKLY, sentence.quote)


def course(sentence: Sentence) -> str | None:
    """How long what was done to people lasted, as an abstract tells it."""
    in_a_dish = _IN_A_DISH.search(sentence.quote) is not None
    return None if is_other_story(sentence) else found_in(_SURE if in_a_dish else _FORMS, sentence.quote)


_IN_A_DISH: Final = re.compile(
    r"\b(?:exposed|treated|grew|grown|kept|cultivated|pre-?treated)\b[^.;]{0,40}\b(?:cells|cultures|organoids|explants"
    r"|fibroblasts|keratinocytes|islets)\b"
    r"|\b(?:cells|cultures|organoids|explants|fibroblasts|keratinocytes|islets) (?:\w+ )?(?:were )?"
    r"(?:exposed|treated|grown|kept)\b",
    re.IGNORECASE,
)
"""What was given to cells for some days is a step, of people's cells as well."""


def course_without_people(sentence: Sentence) -> str | None:
    """The same of animals, plants and data: what was given to some of them for so long, a step, does not count."""
    if is_other_story(sentence):
        return None
    to_all = _LIVING.search(sentence.quote) is not None and _SOME.search(sentence.quote) is None
    return found_in(_FORMS if to_all else _SURE, sentence.quote)


_LIVING: Final = re.compile(
    r"\b(?:mice|rats?|rabbits|pigs|piglets|dogs|cats|cows|calves|sheep|lambs|goats|horses|chicks|chickens|broilers|hens"
    r"|quails?|birds|fish|trout|salmon|tilapia|shrimps?|zebrafish|larvae|flies|bees|monkeys|macaques|hamsters|gerbils"
    r"|guinea pigs|animals|plants|seedlings|trees|plots|groups?|samples|patients|participants|volunteers|adults"
    r"|children|women|men|subjects)\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?:other|another|additional|separate|second|further|some) (?:[\w-]+ ){0,2}"
    r"(?:mice|rats|animals|fish|set|group|cohort|batch)\b"
    r"|\b(?:that|which) (?:had|were|was) |\b(?:in|from|of) (?:[\w-]+ ){0,3}(?:treated|fed|exposed|given) (?:\w+ )?for\b"
    r"|\bwe (?:found|show|showed|report|observed|find) that\b|\bcells?\b|\bcultures?\b|\borganoids?\b",
    re.IGNORECASE,
)


def course_for_sure(sentence: Sentence) -> str | None:
    """The same as the body tells it outright."""
    return None if is_other_story(sentence) else a_week_or_more(found_in(_SURE, _without_project(sentence.quote)))


def _without_project(text: str) -> str:
    return _PROJECT.sub(" ", text)


_PROJECT: Final = re.compile(
    r"\b[\w.-]+[ -]years?[ -](?:long )?(?:[\w-]+ ){0,3}(?:study|project|trial)\b", re.IGNORECASE
)
"""`a three-year intervention study`: in the methods that is how long the money lasts."""


_ARMS: Final = re.compile(
    r"\b(?:took place|times (?:a|per) week|groups?|arms?|each|patients|participants|subjects|volunteers|children"
    r"|women|rats|mice|sessions?)\b",
    re.IGNORECASE,
)


def course_of_arms(sentence: Sentence) -> str | None:
    """The same where a sentence of the body names those to whom it was done."""
    if is_other_story(sentence) or not _ARMS.search(sentence.quote):
        return None
    return a_week_or_more(found_in(_FORMS, _without_project(sentence.quote)))


def a_week_or_more(span: str | None) -> str | None:
    """In the body, what lasts for a few days is a step: how staff were trained, how an infection was treated."""
    return span if span and length(span) >= _A_WEEK else None


_A_WEEK: Final = 7


def found_in(forms: Iterable[re.Pattern[str]], text: str) -> str | None:
    """The first span that one of the forms finds and that is none of something else."""
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
