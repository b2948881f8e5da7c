"""Limits that a discussion states without the word: `Only men took part`, `There was no sham condition`."""

import re
from typing import Final

from pipeline.draft.reading.sentence import Sentence

_WHO: Final = (
    r"(?:people|participants|patients|subjects|volunteers|persons|individuals|adults|children|women|men|females|males"
    r"|rats|mice|pigs|animals|cases)"
)
_WHOLE: Final = r"(?:study|trial|sample|cohort|series|survey|review|group|groups|group size|numbers?|it)"
_PLAIN: Final = re.compile(
    # Nobody was blinded.
    r"\b(?:(?:were|was|could) not (?:be )?(?:blinded|masked)|(?:nobody|no one|neither [\w ]{1,40}) (?:was"
    r"|were) (?:blinded"
    r"|masked)|(?:knew|were aware of|was aware of) (?:the|their|which) (?:\w+ ){0,3}(?:treatment|allocation|group))\b"
    # It was small.
    rf"|\b(?:number of {_WHO}|{_WHOLE}|(?:included|eligible) (?:trials|studies)) (?:was|were|is|are) (?:very |rather"
    r" |relatively |also |fairly )?(?:small\b|too small|not sufficient|insufficient|not large enough)"
    rf"|\A{_WHO} were few\b|\b(?:stopped|ended) early\b|\bof the planned \d+\b|\bfewer {_WHO} than planned\b"
    # Nothing to compare with, and not for long.
    r"|\b(?:no|absence of an?|without an?) (?:sham|control|comparison|comparator|placebo) (?:group|condition|arm"
    r"|period)\b"
    r"|\b(?:weeks|months|days|years|follow-up|(?:training|treatment) periods?) (?:is|was|were|are|may be|might be"
    r"|could be)"
    r" (?:too |rather |relatively |very )?(?:short|brief)\b"
    # What cannot be told, and was not looked at.
    r"|\bwe (?:also |therefore |thus )?(?:cannot|could not|were (?:unable|not able) to|do not|can only|only)"
    r" (?:tell|say|know (?:whether|if|how|why|what)|conclude|infer|speculate|spoke|interviewed|obtain)\b"
    r"|\bwe (?:also |therefore |thus )?did not (?:record|rate|ask|collect|account|adjust|control|follow|register)\b"
    r"|\bwe left out\b|\b(?:was|were) (?:left out|ignored)\b|\bcould not (?:be studied|take part|be traced)\b"
    r"|\bnot on file\b|\bdid not tell us\b|\bin ways we did not measure\b"
    # Who is not like those who were studied.
    rf"|\bonly (?:\w+ )?{_WHO} (?:were|was|took part|could)\b|\bonly {_WHO} (?:\w+ )?(?:tested|studied|included)\b"
    r"|\b(?:comes?|came|was|were|took place|done|recruited|drawn) (?:from|in|at) (?:only )?(?:one"
    r"|a single) (?:\w+ )?(?:hospital"
    r"|cent(?:er|re)|clinic|region|country|city|unit|school)\b|\bone cent(?:er|re) took part\b"
    r"|\bnot (?:a random sample|representative|(?:be )?carried over)\b|\bself-selected\b"
    r"|\bmay (?:therefore |thus )?not (?:extend|apply|hold|be representative)\b"
    # How it was counted.
    r"|\b(?:study|trial|design|data|analysis) (?:is|are|was|were) (?:retrospective|cross-sectional|observational"
    r"|uncontrolled)\b|\b(?:self-reported|may have (?:inflated|biased))\b|\bpossible confounding\b"
    r"|\btrue (?:figure|number|rate|prevalence) (?:is|may|might|could)\b|\b(?:single|one) case (?:does|can|do)\b"
    r"|\bthere are limits:",
    re.IGNORECASE,
)


def admits_plainly(sentence: Sentence) -> bool:
    """Whether it holds something against the study in plain words; one that cites may tell of another study."""
    return not sentence.citations and _PLAIN.search(sentence.text) is not None
