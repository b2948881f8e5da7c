"""Spans of time that are not the study's: ages, how long an illness had lasted, recall, storage, training of staff."""

import re
from typing import Final

from pipeline.draft.facts.time_span import NUMBER, days, has_unit
from pipeline.draft.reading.sentence import Sentence

_STAFF: Final = (
    r"(?:interviewers?|enumerators?|data collectors?|assessors?|raters?|coders?|research (?:assistants?|nurses?|staff)"
    r"|field ?workers?|technicians?|investigators?|staff|tutors?|facilitators?|interventionists?|teachers|coaches"
    r"|(?:home )?visitors|(?:physio)?therapists|trainers|instructors|practitioners)"
)
_RECORDS: Final = r"(?:data|records|files|recordings|documents|transcripts|tapes|samples|specimens)"
OTHER_STORY: Final = re.compile(
    r"\bconsent\b|\bdefined as\b|\bdefines\b|\b(?:inclusion|exclusion|eligibility|entry|selection)\b.{0,12}\bcriteri"
    r"|\bno response\b|\bincubat|\bstored\b|\bhistory of\b|\bcultured\b|\bet al\b|\bexclu"
    r"|\bkept at\b|\bfrozen\b|\bcomplained\b|\brash\b|\b(?:in|by|of|from) an? (?:[\w-]+ )?pilot study\b"
    r"|\beligib|\blongevity\b|\blife ?-?spans?\b|\bage estimates\b|\bestimated age"
    r"|\b(?:(?:other|earlier|most|these|those|previous) (?:studies|trials)|(?:earlier|previous) (?:study|trial))\b"
    r"|\bhalf-li|\bcontacted\b|\bcalibration (?:curves?|plots?)\b|\bnomograms?\b|\bc-(?:index|statistic)\b"
    r"|\bembargo|\blicen[cs]es?\b[^.;]{0,30}\b(?:valid|expir)|\bvalidity period\b|\bshelf[- ]life|\bexpir(?:y|ed|es)\b"
    rf"|\b{_RECORDS} (?:\w+ ){{0,2}}be (?:\w+ )?(?:kept|retained|archived|held|destroyed|available)\b"
    r"|\bduration of (?:response|remission|relief)\b|\b(?:response|remission) duration\b"
    r"|\bacclimat|\bhabituated\b|\bquarantin|\btime horizon\b|\bhorizon of\b"
    r"|\b(?:discharge|rescue|concomitant|post-?operative) (?:medications?|antibiotics?|analgesi\w+|prescriptions?)\b"
    r"|\bprophylaxis (?:against|for|with|of)\b[^.;]{0,140}\ball (?:patients|participants|subjects)\b"
    r"|\bnurses? trained\b"
    rf"|\b{_STAFF}\b[^.;]{{0,60}}\btrain(?:ed|ing)\b|\btrain(?:ed|ing)\b[^.;]{{0,40}}\b{_STAFF}\b"
    r"|\btraining\b[^.;]{0,30}\b(?:before|prior to|in|on) (?:the )?(?:data collection|interviewing|fieldwork)\b"
    r"|\b(?:has|have) (?:\w+ )?been (?:\w+ )?(?:applied|used|practi[sc]ed|available|recommended|known|in use)\b"
    r"[^.;]{0,50}\bfor (?:over |more than |about |nearly |almost )?\w+ years\b"
    r"|\A\W*groups? (?:[B-H]|[2-9]|II+|IV)\b"
    r"|\blong-term (?:outcomes?|follow-up|data) (?:is|are|will be)\b"
    r"|\b(?:toxicit(?:y|ies)|adverse (?:events?|effects?)) (?:was|were) (?:observed|seen) in\b"
    r"|\A(?!.{0,200}\b(?:first|second|group (?:1|A|I)|all) )"
    r".{0,60}\b(?:third|fourth|fifth) (?:and (?:the )?\w+ )?groups?\b",
    re.IGNORECASE,
)
"""Sentences whose spans of time are never the study's."""


def is_other_story(sentence: Sentence) -> bool:
    """Whether no span of time in it is the study's; a sentence without a unit of time is not searched for more."""
    return not has_unit(sentence.quote) or OTHER_STORY.search(sentence.quote) is not None


_NEAR: Final = 28
"""Characters on either side of a span."""
_NEAR_IT: Final = re.compile(
    r"\b(?:starting|beginning|raters|coders)\b|\bperiod (?:before|prior to|preceding)\b|\bprevious|\bprior (?:to"
    r"|\d)|\bresponded\b"
    r"|\b(?:last|past|preceding|first) (?:\d+|two|three|four|six|twelve) (?!h)|\bwas (?:alleviated|resolved)"
    r"|\b(?:injury|onset|surgery) \((?:mean|median|average)\b|\brecall|\bstroke for\b|\bsince (?:the )?(?:injury"
    r"|onset|stroke)\b|\bdiagnosed\b"
    r"|\bdosing\b|\bsurviv|\bhospital stay\b|\blength of (?:[\w-]+ ){0,2}stay\b|\bexperience\b|\blandmark\b"
    r"|\b(?:recall|reference|reporting|look-?back|waiting|warranty|lactation|menstrual|storage) period"
    r"|\b(?:adaptation|acclimati[sz]ation|habituation|latency|lag|induction) (?:period|time|phase)\b"
    r"|\bat (?:the time of )?(?:enrol+ment|study entry|inclusion|presentation)\b",
    re.IGNORECASE,
)
"""Words near a span that make it one of something else."""
_OF_ANYTHING: Final = (
    r"(?:follow(?:ed)?|up|followup|stud(?:y|ies)|trials?|treatments?|interventions?|therap(?:y|ies)|training"
    r"|programm?e?s?"
    r"|observation|monitoring|recording|median|mean|average|total|overall|maximum|maximal|planned|intended|prescribed"
    r"|the|its|a|an|this|that|whole|entire|full|equal|implementation|exposure|data|survey|supplementation"
    r"|administration|experiment|experimental|course|feeding|recruitment|project|stimulation|exercise|rehabilitation"
    r"|medication|vaccination|and|or|with|of|in|over|for|during|time|calendar|blind(?:ed)?|label|masked|extension"
    r"|active"
    r"|control|randomi[sz](?:ed|ation)|maintenance|crossover|cross-over|double|single|first|second|third|each|both"
    r"|which"
    r"|periods?|phases?|parts?|sessions|blocks?|courses|it|they|day|week|month|year|practice|field ?work)"
)
_OF_AN_ILLNESS: Final = re.compile(
    rf"\b(?!{_OF_ANYTHING}\b)[a-z]+[ -](?:duration|length|period) (?:was|is|of|ranged)\b[^.;]{{0,12}}\Z"
    rf"|\b(?!{_OF_ANYTHING}\b)[a-z]+ (?:had )?(?:lasted|lasts?|lasting|persisted)(?: for| over)?[^.;\d]{{0,24}}\Z",
    re.IGNORECASE,
)
"""`disease duration was 8 years`, `ventilation lasted for 9 days`: whatever lasted so long was not the study."""
_BEFORE_IT: Final = re.compile(
    rf"\bbetween {NUMBER}(?: (?:day|week|month|year)s?)? and \Z|\bminimum duration of \Z"
    r"|\(range[ds]?,?:? [^()]{1,25}\b(?:to|and) \Z"
    r"|\bhad (?:already )?(?:been )?(?:taken|received|used|receiving|taking|using)\b[^.;]{0,40}\bfor \Z"
    r"|\b(?:within|at least|more than|minimum of|less than|fewer than|no longer than)(?: [\w-]+){0,2} \Z"
    r"|\b(?:wash-?out|run-?in|lead-?in|screening|washed out)\b[^.;,]{0,25}\Z"
    r"|\b(?:had (?:had |taken |received )?(?:no|not)|without|(?:was|were) not|been (?:stable|unchanged|constant|off))\b"
    r"(?: [\w-]+){0,4} for \Z"
    r"|\bhad (?:worked|lived|served)\b[^.;]{0,30}\Z"
    r"|\b(?:needs?|requires?|usually|typically|often|recommended|should|must|can|could) (?:[\w-]+ ){0,6}\Z",
    re.IGNORECASE,
)
"""`between 19 and 36 months after discharge`: who could take part, or when they happened to be seen; and a bound."""
_AFTER_IT: Final = re.compile(
    r"s?(?:['\u2019]s?)?(?:"
    r" of age\b| (?:of )?(?:gestation\w*|post-?menstrual|pregnan\w+)"
    r"|[ -]olds?\b|[ -](?:rest|break|pause|gap|lag|average|mean|moving)\b"
    r"|(?: of)?(?:[ -][\w-]+){0,2}[ -](?:wash-?out|run-?in|lead-?in|screening|wait)\b"
    r"|(?:[ -][\w-]+){0,2}[ -]pilot\b(?! (?:study|trial|randomi))"
    r"| (?:of )?(?:[\w-]+ ){0,2}(?:clinical|professional|teaching|nursing|work(?:ing)?) practice\b"
    r"| of (?:\w+ )?(?:symptoms|education|schooling)\b"
    r")",
    re.IGNORECASE,
)
"""`at 32 weeks of gestation`, `9-day-old`: how old it is; `a one-week rest`; `the first 2 days of symptoms`."""
_END_OF_RANGE: Final = re.compile(rf"\b{NUMBER}-? (?:to|\u2013|-) ?\Z", re.IGNORECASE)
"""`two to three weeks`, of which neither is the length."""
_LONGEST: Final = 50 * 365.25
"""Days; who is older than that was not watched for so long, but is so old."""
_AGE: Final = re.compile(
    r"\bage[ds]?,? (?:(?:of|was|between|from|over|under|about"
    r"|\w+ (?:(?:day|week|wk|month|mo|year|yr)s?\.? (?:and )?){1,2}(?:\d+ (?:day|week|month)s? )?(?:to|and)"
    r"|\w+ (?:to|and)) )*\Z",
    re.IGNORECASE,
)


def is_other(found: re.Match[str], text: str) -> bool:
    """Whether what stands at or around a span (groups `n` and `unit`) makes it one of something else."""
    start, end = found.start("n"), found.end("unit")
    before = text[max(0, start - 2 * _NEAR) : start]
    return (
        _is_a_life(found)
        or _AFTER_IT.match(text, max(end, found.end("n"))) is not None
        or _NEAR_IT.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR)) is not None
        or any(form.search(before) for form in (_AGE, _BEFORE_IT, _OF_AN_ILLNESS))
        or _ends_a_range(found, before)
        or _is_worn_to_measure(found, text)
    )


def _is_worn_to_measure(found: re.Match[str], text: str) -> bool:
    """`wore an accelerometer for seven days`, `a food diary of three days`: how long something was measured."""
    short = days(found["n"], found["unit"].lower()) <= _MEASURING_DAYS
    return short and _INSTRUMENT.search(text[max(0, found.start() - 200) : found.end() + 100]) is not None


_MEASURING_DAYS: Final = 14
_INSTRUMENT: Final = re.compile(
    r"\b(?:accelerometers?|pedometers?|actigraph\w*|actiwatch\w*|activity (?:monitors?|trackers?)|step counters?"
    r"|holter|(?:food|diet|dietary|sleep|bladder|voiding|activity|weighed) (?:diar(?:y|ies)|records?|logs?)"
    r"|wear time|ambulatory (?:blood pressure|monitor\w*))\b"
    r"|\b(?:wear|wore|worn|wearing)\b[^.;]{0,40}\b(?:monitors?|recorders?|sensors?|trackers?|watch(?:es)?|device)\b"
    r"[^.;]{0,40}\bconsecutive\b",
    re.IGNORECASE,
)


def _is_a_life(found: re.Match[str]) -> bool:
    return found["unit"].lower() in ("year", "yr") and days(found["n"], "year") > _LONGEST


def _ends_a_range(found: re.Match[str], before: str) -> bool:
    """Whether a range that was not itself read ends here."""
    range_ = _END_OF_RANGE.search(before)
    return range_ is not None and found.start("n") - len(before) + range_.start() < found.start()


NOT_FOLLOWED: Final = re.compile(
    r"\bfollow(?:ed)?[- ]?up\b[^.;]{0,60}\b(?:not (?:be )?(?:considered|reported|included|part of)|of no concern)\b"
    r"|\b(?:response|remission) duration\b[^.;]{0,30}\bfollow"
    r"|\b(?:representing|corresponding to|amounting to|equivalent to)\b[^;]{0,30}\bfollow",
    re.IGNORECASE,
)
"""A follow-up that the paper leaves out, or during which something else is said to have lasted so long."""
_OTHER_POINT: Final = re.compile(
    r"\b(?:one|two|three|1|2|3) (?:\w+ )?(?:patients?|cases?|participants?|women|men|children)"
    r" (?:developed|died|suffered|experienced|required|had)\b"
    r"|\buntil \w+ \w+ after (?:the )?(?:last|final) (?:dose|infusion|injection|administration)\b",
    re.IGNORECASE,
)
_ONSET: Final = re.compile(
    r"\b(?:symptoms?|disease|illness)[ -]onset\b|\bonset of (?:symptoms|disease|illness)\b", re.IGNORECASE
)
_FOLLOWED: Final = re.compile(r"\bfollow", re.IGNORECASE)


def is_other_point(text: str) -> bool:
    """Whether a sentence tells when something befell a few, or what was seen so long after an illness began."""
    if _OTHER_POINT.search(text) or NOT_FOLLOWED.search(text):
        return True
    return _ONSET.search(text) is not None and not _FOLLOWED.search(text)


_OF_AGE: Final = re.compile(r"\b(?:mean|median|average) age\b|\bage (?:at|of onset)\b", re.IGNORECASE)
_YOUNG: Final = re.compile(r"\b(?:infants?|toddlers?|newborns?|neonates?|babies|offspring|pups)\b", re.IGNORECASE)
_FROM_AN_EVENT: Final = re.compile(
    r"\b(?:after|follow\w*|later|baseline|intervention|treatment|therapy|trial|post\w*|survival|mortality)\b",
    re.IGNORECASE,
)


_GROWN: Final = 12 * 365.25
"""Days; `measured at 44 years` is how old they were."""


def is_age(point: re.Match[str], text: str) -> bool:
    """Whether a point of time is how old they were: years beside a mean age, `at 12 months` of infants."""
    if point["unit"].lower() in ("year", "yr") and _OF_AGE.search(text):
        return True
    grown = point["unit"].lower() in ("year", "yr") and days(point["n"].lower(), "year") > _GROWN
    if grown and not _FROM_AN_EVENT.search(text):
        return True
    return _YOUNG.search(text) is not None and not _FROM_AN_EVENT.search(text)
