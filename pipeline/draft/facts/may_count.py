"""Whether a number can be a count at all, by its form and what stands in front: shares, years and parts are none."""

import re
from typing import Final

from pipeline.draft.facts.counted_nouns import ANY_NOUN
from pipeline.draft.facts.one_of_many import SHARE
from pipeline.text.numbers import Number, NumberKind

_PART: Final = re.compile(
    r"(?:(?:\A|[.;:,]\s|\d(?: ?%\)?)?|\d\)|\b(?:most|half|majority|proportion|percentage|share|third|quarter|some"
    r"|any|all"
    r"|none|each|many|few|one|two|three|four|five|six|seven|eight|nine|ten|minimum|maximum|average|mean|median|size"
    r"|subset|subgroup|rest|remainder|out|and|or|cent)) ?of(?: the| these| those| all| our| whom)?"
    r"|\b(?:(?:photo)?micrographs?|photographs|pictures) of"
    r"|\b(?:groups|blocks?|batches|pairs|sets) of(?: about| approximately| around| up to)?"
    r"|\bof (?:the|these|those|all|our)|\bamong the|\bper|\beach|\bevery|\bthan|\bleast|[\u2265\u2264<>\u2a7d\u2a7e]"
    r"|\bover|\bunder|\bup to|\blevel|\breceptor|\bfactor|\bprotein|\bkinase|\binterleukin|\bclass|\bcategory"
    r"|\bversion|\bscore|\bvisit|\bpart"
    r"|\bwave|\bround|\bstudy|\bexperiment|\bcase|\bpatient|\bsubject|\bparticipant|\bsite|\bmodel|\bphase|\bgrade"
    r"|\bstage|\btype|\bdays?|\bweeks?|\bmonths?|\baged?|\bfigure"
    r"|\btable|\bexcluding|\bjanuary|\bfebruary|\bmarch|\bapril|\bmay|\bjune|\bjuly|\baugust|\bseptember|\boctober"
    r"|\bnovember|\bdecember|\bbetween|\bremaining|\bother|\banother|\badditional|\bfurther|\bthe first"
    r"|\bthe last|\bvs\.?|\bversus"
    r"|(?<!\d)\d{1,3}(?!th|st|nd|rd)[ a-z-]{0,14},? and|(?<!\d)\d{1,3},|(?<!\d)\d{1,3} to|\bgroups?|="
    r"|\b(?:approximately|around|roughly|nearly|almost)"
    r"|\beach (?:consisting|comprising|composed|made up|containing|having|with)(?: of)?"
    rf"|(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty)) (?:[a-z-]+ ){{0,4}}"
    rf"(?:{ANY_NOUN}),? and"
    r"|\b(?:ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)"
    r" (?:[\w-]+ )?[\w-]+s,? and"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine) to|\d|\bapart from|\bmore|\bfewer|[/\u00d7*])\s*\Z",
    re.IGNORECASE,
)
WHOLE: Final = re.compile(
    r"\b(?:(?:a|the) total(?: sample| number)?(?: of)?(?: the)?|total|(?:sample|cohort|population|dataset"
    r"|series) of(?: the)?"
    r"|(?<!each )(?:comprised|consisted|consisting|composed|made up)(?: of)?"
    r"|sample size (?:was|of)(?: (?:about|approximately))?"
    r"|(?:\A|: )\s*(?:the )?(?:participants|subjects|respondents|interviewees)"
    r"(?: (?:of|in) (?:the|this) (?:[\w-]+ ){0,4}(?:study|trial))?(?: \([^()]*\))? were)\s*\Z",
    re.IGNORECASE,
)
"""What stands before the number of a whole sample."""
OPENING: Final = re.compile(
    r"\A\s*(?:[A-Z][\w ]*: )?(?:in|among|from|of|out of)(?: the| all| these| a total of)?\s*\Z", re.IGNORECASE
)
"""What may stand there: `a trial in 48 patients`, `records of 48 patients`, `among 48 patients, 12 …`."""
_ASIDE: Final = re.compile(r"[(\[](?!(?:total )?n ?= ?\Z)[^()\[\]]{1,60}\Z", re.IGNORECASE)
"""A bracket that is still open: `80 adults (54 women, 26 men)`, `(n = 24 classes, 410 children)`."""
OPENS: Final = re.compile(r"[(\[](?:total )?n ?= ?\Z", re.IGNORECASE)
_NEAR, _MOST = 40, 10_000_000


def may_count(number: Number, quote: str) -> bool:
    """Whether a number can be a count by its form and by the words in front of it."""
    whole = number.kind is NumberKind.INTEGER and not number.percent and not number.in_range
    if not whole or not 1 < number.value < _MOST or SHARE.match(quote, number.end):
        return False
    before = quote[max(0, number.start - _NEAR) : number.start]
    if (_IN_YEAR.search(before) and _YEAR.match(quote, number.start)) or _is_dated(number, before):
        return False
    if _is_of_a_title(number, quote):
        return False
    if _ASIDE.search(quote[max(0, number.start - 62) : number.start]):
        return False
    if _IN_STUDY.search(quote[: number.start]) or (_REST.search(before) and _KEPT.match(quote, number.end)):
        return True
    return not _PART.search(before) or any(form.search(before) for form in (WHOLE, OPENING, OPENS, _EQUALS))


def _is_dated(number: Number, before: str) -> bool:
    """Whether it is a year by what stands in front: `in the 2013 dry season, teams visited people`."""
    return number.printed.isdigit() and _FIRST_YEAR <= number.value <= _LAST_YEAR and _DATES.search(before) is not None


def _is_of_a_title(number: Number, quote: str) -> bool:
    """`the 2022 Critical Appraisal Skills Programme Checklist`."""
    year = number.printed.isdigit() and _FIRST_YEAR <= number.value <= _LAST_YEAR
    return year and _NAMED_NEXT.match(quote, number.end) is not None


_NAMED_NEXT: Final = re.compile(r" (?:[A-Z][\w-]+ ){2}")


_FIRST_YEAR, _LAST_YEAR = 1950, 2040
_DATES: Final = re.compile(
    r"\b(?:(?:in|since|during|until|by|from|after|before)(?: the)?(?: early| late)?|early|late|mid|spring|summer|autumn"
    r"|winter|january|february|march|april|may|june|july|august|september|october|november|december)\s\Z",
    re.IGNORECASE,
)
_IN_YEAR: Final = re.compile(r"\b(?:in|since|by|until|from|during|of)\s\Z", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d,")
"""`In 2010, all surgeons agreed`: a year is no count of them."""
_EQUALS: Final = re.compile(r"(?:\A|\b(?:sample|total|comprised|included|with)|: )\s*n ?= ?\Z", re.IGNORECASE)
"""`The final sample comprised n = 88 women`."""
_IN_STUDY: Final = re.compile(
    r"(?:\A|: )\s*[Ii]n (?:an?|this|our|the present) (?:[\w-]+,? ){0,6}(?:study|trial|survey),? \Z"
)
"""`In a prospective study 218 children were enrolled`: no number of the study."""
_REST: Final = re.compile(r"\b[Tt]he remaining\s*\Z")
_KEPT: Final = re.compile(r"[^.;,]{0,60}\b(?:were )?(?:included|analy[sz]ed|enrol+ed|randomi[sz]ed)\b")
"""`The remaining 212 women were included`: who is left after exclusions is the sample."""
