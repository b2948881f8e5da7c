"""The text speaks of people as if they were their illness, or to be pitied.

Why it is wrong:
    Those whom the page is for read it. "Wheelchair-bound" and "victim" say that their lives are less; a wheelchair is
    what sets its user free.
Wrong:
    The study looked at wheelchair-bound people.
    Victims of spinal cord injury took part.
    Those who suffer from paralysis, and the handicapped.
Right:
    The study looked at people who use a wheelchair.
    She suffered a stroke at home.
    The handicap of the test was its length.
Blind spots:
    Words that hurt in one country and not in another.
    Pity without any of these words.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless

_FORM: Final = re.compile(
    r"\bwheelchair[- ]bound\b|\b(?:confined|bound|condemned|chained) to (?:a |their |the |his |her "
    r")?(?:wheelchairs?|beds?)\b|\bbed-?ridden\b"
    r"|\bsuffer(?:s|ing|ed)? from\b|\bsufferers?\b|\b(?:stroke|injury|accident) victims?\b|\bvictims? "
    r"of (?:a |an |the )?(?:\w+ ){0,3}"
    r"(?:stroke|injury|injuries|paralysis|accidents?|disease|illness|polio|ms\b)"
    r"|\bcrippled?s?\b|\bthe (?:handicapped|disabled|paralysed|paralyzed|mentally ill|elderly)\b(?! "
    r"(?:people|person|patients?|adults?|group|men|women|population))"
    r"|\bafflicted (?:with|by)\b|\b(?:drug |alcohol )?addicts?\b|\b(?:schizophrenics|epileptics"
    r"|paraplegics|quadriplegics|tetraplegics"
    r"|diabetics|asthmatics)\b|\bspastics\b|\bretarded\b|\binvalids\b|\bvegetative vegetables?\b"
)
_HINTS: Final = (
    "wheelchair",
    "confined to",
    "bound to",
    "condemned to",
    "chained to",
    "ridden",
    "suffer",
    "victim",
    "cripple",
    "the handicapped",
    "the disabled",
    "the paral",
    "the mentally",
    "the elderly",
    "afflicted",
    "addict",
    "ics",
    "retarded",
    "invalids",
)


def _hint(texts: str) -> bool:
    plain = caseless(texts)
    return any(word in plain for word in _HINTS) and _FORM.search(plain) is not None


def _find(text: str) -> Iterator[Hit]:
    for found in _FORM.finditer(caseless(text)):
        yield Hit(found.start(), found.end(), "Speak of people first: people with …, people who use ….")


CHECK = TextCheck(
    name="stigma_language",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE - {Surface.JSON_LEAF},
)
