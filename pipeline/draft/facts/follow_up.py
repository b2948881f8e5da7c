"""How long people were followed afterwards."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.facts.course import found_in
from pipeline.draft.facts.evidence import about_the_study, known
from pipeline.draft.facts.other_spans import is_other_point
from pipeline.draft.facts.time_span import NUMBER, RANGED, SPAN, has_unit, length, spelled
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known

_WHO: Final = (
    r"(?:patients?|adults|volunteers|residents|mothers|students|families|households|he|she|participants|subjects"
    r"|individuals|women|men|children|groups?|they|infants|cases|animals|all|rats"
    r"|mice)"
)
_VISIT: Final = "(?:period |time |duration |assessment |visit |interval )?"
FOLLOWED: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"\bfollow(?:ed)?[- ]?up {_VISIT}(?:at|after) (?:{NUMBER} (?:days?|weeks?|months?|years?)"
            rf"(?: \([^()]{{1,12}}\))?,? (?:and )?)+{SPAN}"
        ),
        rf"{SPAN}[ -](?:of |of the )?(?:post-?\w+ |study |clinical |further )?follow(?:ed)?[- ]?ups?\b",
        (
            rf"\bfollow(?:ed)?[- ]?up {_VISIT}(?:of (?:living )?\w* ?|of|for|was|at|lasted|after|time was)"
            rf"(?: a)?(?: (?:mean|median|average|period|total)(?: of)?)? ?(?:was )?(?:up to )?{SPAN}"
        ),
        (
            rf"\b{_WHO}\b[^.;]{{0,60}}\bfollowed (?!by\b)(?:up )?(?:\w+ ){{0,2}}(?:for|over|during)"
            r" (?:over |more than |about |approximately |almost )?(?:an? |the )?"
            rf"(?:(?:mean|median|average|total|period|minimum)(?: period| duration)?(?: of)? )?{SPAN}\b"
        ),
        (
            rf"\bfollowed (?!by\b)(?:up )?(?:[\w,-]+ ){{1,9}}for (?:up to |over |about |approximately )?(?:an? )?"
            rf"(?:(?:mean|median|average|total|maximum|minimum)(?: of)? )?{SPAN}\b"
        ),
        (
            rf"\bfollow(?:ed)?[- ]?up {_VISIT}(?:\w+ ){{0,3}}(?:at|after) (?:(?:\d{{1,2}}|one|two|three"
            rf"|six),? (?:and )?)*{SPAN}"
        ),
        rf"\bfollow-?up {_VISIT}(?:in|of|for|among) (?:the )?(?:[\w-]+ ){{1,4}}(?:was|of) {SPAN}",
        rf"\bfollow-?up {_VISIT}{SPAN} (?:later|after)\b",
        rf"\bfollow-?up {_VISIT}(?:was|were) (?:done|performed|conducted|made|carried out) (?:at |after )?{SPAN}\b",
        (
            rf"\bfollow(?:ed)?[- ]?ups? {_VISIT}(?:of (?:the |all )?\w+ )?"
            rf"(?:\w+ )?(?:rang(?:ed|ing) |varied )(?:from|between) {RANGED}"
        ),
        (
            rf"\b(?:over|during) an? (?:median|mean|average)(?: (?:period|observation|time))?(?: of)? {SPAN}"
            r"\b(?! of age)"
        ),
        rf"\bfollowed\b[^.;]{{0,90}}\b(?:to|until|through|up to) {SPAN} (?:after|following|post)\b",
        rf"\bfollowed up (?:after|at|for|over) (?:(?:\d{{1,2}}|one|two|three|six),? (?:and )?)*{SPAN}\b",
    )
)


def may_follow(text: str) -> bool:
    """Whether any of the forms can match at all: each has one of these words."""
    folded = text.casefold()
    return any(word in folded for word in ("follow", "median", "mean", "average"))


def followed(sentence: Sentence) -> str | None:
    """How long a sentence says that they were followed."""
    if not may_follow(sentence.quote) or not has_unit(sentence.quote) or is_other_point(sentence.quote):
        return None
    return found_in(FOLLOWED, sentence.quote)


def longest_followed(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentence of the mean follow-up, else that of the longest: the others are visits on the way."""
    told = [(sentence, span) for sentence in sentences if (span := followed(sentence))]
    means = [sentence for sentence, _ in told if _MEAN.search(sentence.quote)]
    return means or [sentence for sentence, _ in sorted(told, key=lambda each: -length(each[1]))]


_MEAN: Final = re.compile(
    r"\b(?:mean|median|average)(?: (?!(?:at|in|for|by|on)\b)[\w.\u00b1-]+){0,4}[ -]follow"
    r"|\bfollow\w*[ -]?(?:up)?\b[^;]{0,30}\b(?:mean|median|average)\b",
    re.IGNORECASE,
)


def follow_up(reading: Reading) -> Known[str] | None:
    """The first span that abstract, methods or results call a follow-up."""
    for sentence in about_the_study(reading):
        for form in FOLLOWED if may_follow(sentence.quote) else ():
            if found := form.search(sentence.quote):
                return known(Known[str], spelled(found["n"], found["unit"]), sentence)
    return None
