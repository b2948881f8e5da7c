"""The outcome that the authors set out to measure first, in their own words."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind

_NAME: Final = (
    r"(?:primary|main|principal) (?:efficacy |study |clinical |treatment |trial |effectiveness )?"
    r"(?:outcomes?(?: measures?| variables?| parameters?| of interest)?|end-? ?points?)"
)
_OF: Final = (
    r"(?:,? (?:of|for|in) (?:this|the|our) (?:present |current )?(?:study|trial|analysis|review"
    r"|intervention)(?: [A-Z][\w-]*)?)?"
)
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"\b{_NAME}{_OF}(?: measured| assessed| evaluated| analy[sz]ed)? (?:was|were|is|are|will be|included"
            rf"|includes|consisted of)"
            r" (?:defined as |considered (?:to be )?|set as |chosen as |measured (?:by|as) |(?:the )?(?:assessment"
            r"|evaluation|measurement)"
            r" of |to (?:evaluate|assess|determine|compare|examine|test) )?(?P<outcome>[^;]{4,260})"
        ),
        rf"\b{_NAME}:\s(?P<outcome>[^;]{{4,260}})",
        (
            rf"(?P<outcome>(?:^|(?<=, ))[^,;:()]{{4,120}}?)(?:,? which)? (?:was|were|is) (?:chosen as |defined as "
            rf"|considered |used as |set as )?"
            rf"(?:the|our) {_NAME}\b"
        ),
    )
)
_END: Final = re.compile(
    r"(?<![A-Z])\.(?:\s|\Z)|;|, (?:and|which|while|whereas|with|using|measured|assessed|defined|evaluated|as"
    r"|analy[sz]ed)\b"
    r"|\bsecondary (?:outcomes?|end-?points?)\b| \((?=[^()]*(?:fig|table|\[))",
    re.IGNORECASE,
)
"""Where the phrase ends: what follows tells how it was measured, or of other outcomes."""
_NONE: Final = re.compile(
    r"(?:using|comparable|\d|not |no |also |then |analy[sz]ed\b|compared\b|assessed\b|evaluated\b|measured\b"
    r"|similar|significant|available|based on"
    r"|missing|met\b|achieved|reached|imputed|observed|tested|available|obtained|reported|in the|that\b|calculated"
    r"|higher"
    r"|lower|better|worse|an? intention|performed|adjusted|normally|presented|expressed|collected|shown|described)",
    re.IGNORECASE,
)
"""What follows is said about the outcome; it does not say which it is."""
_SHORTEST, _LONGEST = 4, 200


def primary_outcome(reading: Reading) -> Known[str] | None:
    """The phrase that abstract or methods call the primary outcome, as it stands there."""
    abstract = reading.abstract(Role.METHODS, Role.AIM, Role.RESULTS, Role.BACKGROUND)
    return _said(quotable([*abstract, *reading.within(SectionKind.METHODS)]))


def _said(sentences: Iterable[Sentence]) -> Known[str] | None:
    for sentence in sentences:
        for form in _FORMS:
            found = form.search(sentence.text)
            outcome = _phrase(found["outcome"]) if found else None
            if outcome and outcome in " ".join(sentence.quote.split()):
                return known(Known[str], outcome, sentence)
    return None


def _phrase(text: str) -> str | None:
    """The phrase up to where it ends; None where it names no outcome."""
    phrase = _END.split(text, maxsplit=1)[0].strip(" ,.:")
    if _NONE.match(phrase) or not _SHORTEST <= len(phrase) <= _LONGEST or phrase.count("(") != phrase.count(")"):
        return None
    return phrase
