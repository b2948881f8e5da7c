"""The page tells the reader what to do.

Why it is wrong:
    One study is no ground for advice to one person, and whoever follows it acts without the one who knows them.
    Cochrane
    forbids recommendations in plain language summaries; two press releases in five exaggerate advice (BMJ
    2014;349:g7015).
Wrong:
    You should ask your doctor for this treatment.
    Stop taking your medicine if it does not help.
    Patients should take 20 mg every day.
Right:
    Talk to your care team before you change anything.
    People took 20 mg every day.
    More studies should follow.
    Use of the device was safe.
Blind spots:
    Advice in the form of praise ("It is worth a try").
    What doctors and authorities should do.
    Advice that begins with a small letter.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless

_MUST: Final = r"(?:should|must|need(?:s)? to|ha(?:ve|s) to|ought to|had better)"
_NOT_HERE: Final = (
    r"(?! (?:not )?(?:be (?:interpreted|noted|remembered|considered|confirmed|studied|seen|aware|able"
    r"|cautio\w+)|seek|call|know|have been"
    r"|expect|see|keep in mind|note))"
)
_YOU: Final = re.compile(
    rf"\byou (?:really |always |also )?{_MUST}{_NOT_HERE}\b|\byou (?:might|may) want to\b|\bif you "
    rf"(?:have|are|live|take|use|suffer)\b[^.?!]{{0,60}},"
    r" (?:please )?(?:take|try|ask|use|start|stop|avoid|join|do|consider|get|make)\b"
)
_OTHERS: Final = re.compile(
    r"\b(?<!authors and )(?<!who treat )(?<!treating )(?<!care for )(?P<who>patients?|people|everyone|everybody"
    r"|anyone|those|adults|women|men|children|carers"
    r"|caregivers|readers|all of us|we all)"
    rf"(?: (?:with|who|living|after|like|in)\b[^.?!,;]{{0,60}}?)?,? (?:should|must|ought to){_NOT_HERE} "
    rf"(?:not )?(?P<what>\w{{2,20}})"
)
_NO_ACTS: Final = frozenset(
    str.split(
        "be have cope live perform follow deal wait travel face undergo manage adjust relearn learn "
        "complete cover pay been"
        " wear attend fast stand lie prove show sign give meet"
    )
)
"""What studies ask of those who take part, and what life with an illness asks: told, not advised."""
_STARTS: Final = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|\A)(?:please |so |then |therefore,? )?"
    r"(?:(?:stop|start|try|begin|avoid|keep|continue|quit) (?:\w+ing|to \w+|your|the|this|these|it|a"
    r"|an|using|any|with)\b"
    r"|(?:take|use|get|ask for|ask your|eat|drink|buy|choose"
    r"|do not(?! rely on (?:it|this|what)\b)|don['\u2019]t|never|always|make "
    r"sure|be sure|consider|remember to"
    r"|increase your|reduce your|change your|increase the dose|lower your)\b(?! of\b)(?! "
    r"part\b.{0,30}\bin (?:this|the) study))"
)
_IMPERATIVE_NO: Final = re.compile(
    r"(?:use|get|take|consider|never|always)(?:,| (?:of|in|and|or|was|is|were|are|has|with|by|for)\b)"
)
_BEST: Final = re.compile(
    r"\b(?:it is (?:best|important|advisable|wise|a good idea|recommended|essential) (?:to|that you)"
    r"|we (?:strongly |therefore )?(?:recommend|advise|urge)(?! (?:\w+ )?(?:further|more|future|larger"
    r"|additional|that (?:future|further|other)))"
    r"|(?:is|are|(?:can|may|could|should) be) (?:highly |strongly )?recommended (?:for|as)(?! (?:further|future)\b)"
    r"|(?:is|are|be) (?:well )?worth (?:trying|asking (?:for|about))|(?:is|are|be) better off (?:with|without)"
    r"|(?:right|good|best) (?:choice )?for you\b|you can improve your"
    r"|do not hesitate|we encourage you"
    r"|we (?:would |therefore |thus |hence |strongly ){0,2}(?:suggest|advocate) (?:the )?(?:\w+ ){0,3}?"
    r"(?:use|using|treat(?:ment|ing)|therapy|start(?:ing)?|stop(?:ping)?|giving|offering|administration|combination"
    r"|surgery|screening|monitoring)"
    r"|we (?:therefore|thus|hence|strongly) (?:suggest|advocate) (?!that\b|an?\b|further\b|more\b|future\b|larger\b"
    r"|additional\b|the (?:hypothesis|idea|possibility|term)\b))\b"
)
_CARE_TEAM: Final = re.compile(
    r"\b(?:talk|speak) (?:to|with) (?:your|a|their) |\bseek (?:\w+ )?(?:medical )?(?:help|care"
    r"|attention|advice)\b|\bcall\b[^.]{0,20}\b(?:emergency|ambulance)"
)
_OF_PEOPLE: Final = "This tells people what to do."
_REPORTED: Final = re.compile(
    r"\b(?:guidelines?|recommend(?:s|ed|ations?)|world health organi[sz]ation|according to|advis(?:es|ed))\b"
)
"""What others advise is told, not given."""
_WHETHER: Final = re.compile(r"\bwhether (?:\w+ ){0,3}\Z")
"""What is asked is not advised: `whether a patient should be treated`."""
_JUST_BEFORE: Final = 40
_HINTS: Final = (
    "should",
    "must",
    "need",
    "have to",
    "has to",
    "ought",
    "you ",
    "recommend",
    "advis",
    "it is ",
    "encourage",
    "hesitate",
    "we suggest",
    "worth ",
    "better off",
    "for you",
    "you can",
    "we advocate",
    " suggest ",
    " advocate ",
)
_FIRST_WORDS: Final = re.compile(
    r"(?:[.!?\n] ?|\A)(?:please |so |then |therefore,? )?(?:stop|start|try|begin|avoid|keep|continue"
    r"|quit|take|use|get|ask|eat|drink|buy|choose|do"
    r"|don|never|always|make|be|consider|remember|increase|reduce|change|lower)\b"
)


def _hint(texts: str) -> bool:
    plain = caseless(texts)
    return any(word in plain for word in _HINTS) or _FIRST_WORDS.search(plain) is not None


def _find_on_pages(text: str) -> Iterator[Hit]:
    """On other people's pages, what people should do is often what a guideline says: only the reader is advised."""
    for hit in _find(text):
        yield replace(hit, severity=Severity.WARN) if hit.message == _OF_PEOPLE else hit


def _find(text: str) -> Iterator[Hit]:
    plain = caseless(text)
    if not any(word in plain for word in _HINTS) and not _FIRST_WORDS.search(plain):
        return
    told = (*_YOU.finditer(plain), *(found for found in _STARTS.finditer(plain) if text[found.start()].isupper()))
    for found in told:
        if not _is_excused(plain, found):
            yield Hit(found.start(), found.end(), "This tells the reader what to do.")
    for found in _OTHERS.finditer(plain):
        asked = _WHETHER.search(plain, max(0, found.start() - _JUST_BEFORE), found.start())
        if found.group("what") not in _NO_ACTS and not asked and not _is_excused(plain, found):
            yield Hit(found.start(), found.end(), _OF_PEOPLE, Severity.WARN if _REPORTED.search(plain) else None)
    for found in _BEST.finditer(plain):
        yield Hit(found.start(), found.end(), "This recommends something.", Severity.WARN)


def _is_excused(plain: str, found: re.Match[str]) -> bool:
    """Whether the sentence only sends the reader to those who care for them, or begins with a noun (`Use of`)."""
    start = max(plain.rfind(mark, 0, found.start()) for mark in ".!?\n") + 1
    ends = [at for at in (plain.find(mark, found.end()) for mark in ".!?\n") if at >= 0]
    sentence = plain[start : min(ends, default=len(plain))]
    return bool(_CARE_TEAM.search(sentence) or _IMPERATIVE_NO.match(sentence.strip()))


CHECK = TextCheck(
    name="advice",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    find_on_pages=_find_on_pages,
    applies_to=PROSE - {Surface.JSON_LEAF},
)
