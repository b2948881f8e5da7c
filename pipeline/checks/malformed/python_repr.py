"""An object of Python, or of a language like it, was printed instead of the text in it.

Why it is wrong:
    It is the twin of `[object Object]`: `str()` of an object gives its class and fields, or its address; so do Java,
    C#, PHP and Ruby.
Wrong:
    Claim(text='The sample was small.', evidence=())
    text='The sample was small.' evidence=(Evidence(quote='small'),) unproved=None
    <generator object items at 0x7f0c1a2b3c40>
    dict_keys(['text', 'evidence'])
    StudyDesign.RCT
    com.example.KeyFinding@6d06d69c
    [Ljava.lang.String;@1b6d3586
    System.Collections.Generic.List`1[System.String]
    stdClass Object
    #<Finding:0x000055d0c8>
Right:
    People scored AIS (A=3, B=5) and SCIM(III) was used.
    Group(n=12) walked further, F(1,23)=4.5.
    The p value was <0.05.
    Write to jan.Smith@example.org.
Blind spots:
    Classes whose text form is plain words.
    Named tuples and data classes that hold numbers only, which look like statistics.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models import claim, finding, missing, paper, status, study, summary
from pipeline.models.finding import Severity

_ENUMS: Final = "|".join(
    sorted(
        name
        for module in (claim, finding, missing, paper, status, study, summary)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    )
)
_REPRS: Final = re.compile(
    r"<(?:[\w.]{1,80}\s)?(?:object|coroutine|generator|async_generator|function|method|module|filter|map|zip)\b"
    r"[^<>\n]{0,120}\bat 0x[0-9a-fA-F]{4,16}>"
    r"|<(?:generator object|coroutine object|async_generator object|bound method|built-in |class '|module '|enum ')"
    r"|<[A-Z]\w{1,60}\.\w{1,60}: ?['\"\d]"
    r"|\b(?:dict_(?:keys|values|items)|odict_(?:keys|items|values))\(\[?"
    r"|\b(?:OrderedDict|defaultdict|Counter|deque|frozenset|namedtuple|mappingproxy)\([\[{<(]"
    r"|\b(?:PosixPath|WindowsPath|Decimal|UUID|Timestamp|SecretStr|datetime\.(?:date|datetime|timedelta))\(['\"\d]"
    r"|\b[A-Z]\w{0,60}\(\w{1,60}=(?:['\"\[({<]|None\b|True\b|False\b|[A-Z]\w{1,60}\()"
    r"|\bTraceback \(most recent call last\)"
    r"|<(?:Future|Task) (?:pending|finished|cancelled|at 0x)|\btensor\(\[|\bdtype: (?:object|bool|int|float|category)"
    rf"|\b(?:{_ENUMS})\.[A-Z][A-Z0-9_]{{1,40}}\b"
)
_OTHER_LANGUAGES: Final = re.compile(
    r"(?<![\w.@])(?:[a-z]\w{0,30}\.){0,8}[A-Z]\w{0,60}@(?=[a-f]{0,7}\d)[0-9a-f]{6,8}(?![\w-]|\.\w)"  # Java
    r"|\[(?:L[A-Za-z][\w.$]{1,80};|[BCDFIJSZ])@[0-9a-f]{1,8}\b"  # its arrays
    r"|\bSystem(?:\.[A-Z]\w{1,40}){1,5}(?:`\d|\[\])|\bSystem\.Collections\.Generic\.[A-Z]"  # C#
    r"|\bstdClass Object\b"  # PHP
    r"|#<[A-Z]\w{0,60}(?:::\w{1,60}){0,4}:0x[0-9a-f]{4,16}"  # Ruby
)
_VALUE: Final = r"=(?:'|\(|\[|None\b|<)"
_FIELDS: Final = re.compile(
    rf"\A\s{{0,9}}[a-z]\w{{1,40}}(?:{_VALUE}|=\")"  # a whole model, printed as `str()` prints it
    rf"|(?<=\s)(?:text|quote|evidence|match|unproved|searched)(?:{_VALUE}|=\")"
    rf"|(?<=\s)(?:value|reason|section|term|plain|field|[a-z]{{2,20}}_[a-z_]{{2,30}}){_VALUE}"
)
_BYTES: Final = re.compile(r"""\s{0,9}b(["'])[^\n]*\1\s{0,9}""")
_TELLING: Final = re.compile(r"[(<=@]|[a-z]\.[A-Z]|Traceback|stdClass|dtype: ")
"""No printed object is without one of these."""
_HINT: Final = re.compile(
    r"[(=<.\n](?:(?<=\w\()|(?<==)[\'\"(\[<N]|(?<=<)[^\W\d_]|(?<=[a-z]\.)[A-Z]|(?<=\n)\s{0,9}b[\'\"])"
)

_OTHER_WORDS: Final = ("@", "System.", "stdClass", "#<")
"""No object of another language is without one of these."""


def _hint(texts: str) -> bool:
    if "Traceback" in texts or "at 0x" in texts or "dtype: " in texts or _HINT.search(texts):
        return True
    return any(word in texts for word in _OTHER_WORDS) and _OTHER_LANGUAGES.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if _BYTES.fullmatch(text):
        yield Hit(0, len(text), "Bytes were printed instead of their text.")
    if not _TELLING.search(text):
        return
    for form in (_REPRS, _FIELDS):
        for found in form.finditer(text):
            yield Hit(found.start(), found.end(), "A Python object was printed instead of its text.")
    for found in _OTHER_LANGUAGES.finditer(text) if any(word in text for word in _OTHER_WORDS) else ():
        yield Hit(found.start(), found.end(), "An object was printed instead of its text.")


CHECK = TextCheck(
    name="python_repr",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
