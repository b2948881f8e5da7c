"""A value that is not there was printed as if it were text.

Why it is wrong:
    The reader is shown a program's word for nothing, or "not specified" for what the paper may well say. A value
    that is missing is typed, with its reason, and told in a sentence.
Wrong:
    N/A
    undefined
    Not specified
    Duration: Not specified
    NaN% of the people improved.
    None participants dropped out.
    No data available
    #REF!
    {}
Right:
    The null hypothesis was not rejected.
    None of the trials reported harms.
    The mechanism is undefined.
    Men with a null mutation took part.
Blind spots:
    Words for nothing within a sentence, unless a number or a name clearly belonged there.
    `null` and `undefined` before patients and other people, within a sentence: a gene can be null, a cause undefined.
    A number that stands for none, such as -1 or the year 1970.
    Other languages, apart from what programs print.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import EVERYWHERE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_PROGRAM: Final = r"undefined|nan|null|#(?:n/a|ref!|value!|div/0!|name\?|num!|null!)"
_THING: Final = r"(?:data|details?|information|results?|text|values?)"
_WANTING: Final = r"(?:available|found|given|provided|reported|specified|stated)"
_WORDS: Final = (
    r"none|nil|n\.?/?a\.?|not (?:specified|available|applicable|provided|given|reported|stated|mentioned|known|found)"
    r"|unspecified|unknown|no data|no information|none (?:reported|specified|stated|given)"
    r"|tb[ad]|to be (?:determined|added)|empty"
    rf"|no {_THING} {_WANTING}|{_THING} (?:(?:is|are|was|were) )?not {_WANTING}"
)
_EDGES: Final = r"[\s.:;,'\"\[\]()<>*_`]{0,8}"
_FRONT: Final = rf"{_EDGES}+(?=[untderiv#])"
"""What stands in front of such a word, never given back: all of them begin with one of a few letters."""
_WHOLE_LINE: Final = re.compile(rf"(?im)^{_FRONT}(?:({_PROGRAM})|{_WORDS}){_EDGES}$")
_UNITS: Final = r"(?:(?:percent|weeks|months|years|mg|kg)\b|%)"
_PEOPLE: Final = r"(?:participants?|patients|people|persons|men|women|children|adults)\b"
_IN_PLACE_OF_A_NUMBER: Final = (
    rf"(?<![\w-])(?:NaN|None|Infinity|undefined|[Nn]ull|NULL) ?{_UNITS}"
    rf"|(?<![\w-])(?:NaN|None) (?:{_PEOPLE}|(?:days|hours|minutes|points)\b)"
    rf"|\A\s{{0,9}}(?:NULL|null|undefined) {_PEOPLE}"
    r"|\b(?:[Aa]bout|[Oo]nly|[Nn]early|[Aa]lmost|than|over) (?:null|NULL|undefined)"
    r" (?:people|participants|persons|adults)\b"
    r"|\b(?:after|for|of|with|than|about|until|during) undefined(?=[.!?]|\Z)"
    r"|\b1970-01-01T00:00:00"
)
_COUNTED: Final = rf"(?:{_PEOPLE}|{_UNITS}|days|hours)"
_INLINE: Final = re.compile(
    rf"({_IN_PLACE_OF_A_NUMBER})"
    rf"|(?<![\w-])NaN(?![\w-])|(?:[:=]\s?(?:undefined|null)|=\s?None)(?=[\s.,;)\]]|$)|\b(?:undefined|null|None)\s?{_COUNTED}"
    r"|\bundefined[ ,/]{1,2}undefined\b"
)
_TOKENS: Final = ("NaN", "undefined", "null", "None", "NULL", "Null ", "Infinity", "1970-01-01T")
_LONGEST_WHOLE: Final = 60
"""No line that stands for a missing value is longer."""
_BARE_LINE: Final = re.compile(rf"(?i)\n(?:{_FRONT}(?:{_PROGRAM}|{_WORDS}){_EDGES}|(?:[^\w\n]|_)*+)(?=\n|\Z)")


_LABELLED: Final = re.compile(
    r"(?i):[\s*_]{0,6}(?:n\.?/a\.?|not (?:specified|available|applicable|provided|given|stated|mentioned|found|known)"
    r"|unspecified|tb[ad]|to be (?:determined|added))[\s.*_]{0,4}$",
    re.MULTILINE,
)
"""A name and no value, as in `Duration: Not specified`; it begins with the sign that every one has. `None` and `not
reported` are left to whoever writes `Funding: none`."""
_LONGEST_LABEL: Final = 40


def _hint(texts: str) -> bool:
    return any(token in texts for token in _TOKENS) or any(search.search(texts) for search in (_BARE_LINE, _LABELLED))


def _find(text: str) -> Iterator[Hit]:
    if not text.strip():
        yield Hit(0, len(text), "The text is empty.")
    elif not any(map(str.isalnum, text)):
        yield Hit(0, len(text), "Only signs stand here, for a value that is missing.")
    yield from _on_pages(text, Severity.BLOCK)


def _find_on_pages(text: str) -> Iterator[Hit]:
    return _on_pages(text, Severity.WARN)


def _on_pages(text: str, worded: Severity) -> Iterator[Hit]:
    """`worded` is how much it matters when words, not a program's token, stand for the missing value."""
    whole = 0
    for found in _WHOLE_LINE.finditer(text) if "\n" in text or len(text) <= _LONGEST_WHOLE else ():
        whole += 1
        severity = Severity.BLOCK if found.group(1) else worded
        yield Hit(found.start(), found.end(), "A missing value is printed as text.", severity)
    for found in _LABELLED.finditer(text) if not whole else ():
        if found.start() - (text.rfind("\n", 0, found.start()) + 1) <= _LONGEST_LABEL:
            yield Hit(found.start() + 1, found.end(), "A missing value is printed behind its name.", Severity.WARN)
    for found in _INLINE.finditer(text) if not whole and any(token in text for token in _TOKENS) else ():
        severity = worded if found.group(1) else Severity.WARN
        yield Hit(found.start(), found.end(), "A missing value is printed within the text.", severity)


CHECK = TextCheck(
    name="nullish_value",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=EVERYWHERE - {Surface.CODE},
    find_on_pages=_find_on_pages,
)
