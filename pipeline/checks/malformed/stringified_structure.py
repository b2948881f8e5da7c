"""A JSON object, a dictionary or a list was printed instead of the text in it.

Why it is wrong:
    The reader sees braces, keys and quotation marks of a program's data; often the rest of the data is lost.
Wrong:
    {'limitation': 'The sample was small.'}
    ["The sample was small.", "No control group."]
    The first is "text": "Small sample", the second is cost.
    {text: 'Small sample', evidence: []}
Right:
    The groups were {1, 2} and {3}.
    We counted them [n = 12] and said: "yes".
    Injury at C5 {incomplete} was common.
Blind spots:
    Lists of numbers only, such as `[3, 4]`, which are confidence intervals as often.
    Structures in other notations (YAML, XML without tags that are known).
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models.finding import Severity

_QUOTE: Final = "(?:\\\\?[\"'\u201c\u2018]|&quot;|&#0?3[49];)"
_UNQUOTE: Final = "(?:\\\\?[\"'\u201d\u2019]|&quot;|&#0?3[49];)"
_FIELDS: Final = (
    "text|quote|quotes|limitation|limitations|finding|findings|key_findings|key_messages|claim|claims|summary|title"
    "|plain_title|description|evidence|value|type|name|content|message|explanation|implication|term|plain|definition"
    "|section|reason|role|items|id"
)
_STRUCTURE: Final = re.compile(
    rf"\{{\s{{0,9}}{_QUOTE}[\w .-]{{1,40}}{_UNQUOTE}\s{{0,3}}:"  # {"key":
    rf"|\{{\s{{0,9}}[A-Za-z_]\w{{0,40}}\s{{0,3}}:\s{{0,3}}[\"'\[{{]"  # {key: "
    rf"|\[\s{{0,9}}\{{\s{{0,9}}{_QUOTE}?[A-Za-z_]"  # [{"a or [{a
    rf"|{_QUOTE}(?:{_FIELDS}){_UNQUOTE}\s?:\s?[\"'\[{{\d]"  # "text": "
)
_LIST_OF_TEXTS: Final = re.compile(r"""\s{0,9}\[\s{0,9}(["'])[^\n]*\1\s{0,9},?\s{0,9}\]\s{0,9}""")
_TUPLE_OF_TEXTS: Final = re.compile(r"""\s{0,9}\((["'])[^\n]*\1(?:,\)|\s?\)(?<=['"]\)))\s{0,9}""")

_HINT: Final = re.compile(
    r"[{;\"'\u201d\u2019\n](?:(?<=\{)|(?<!\n)\s?:|(?<=\n)\s{0,9}[\[(]\s{0,9}[\"'])"  # one class first: quick to skip to
)


def _hint(texts: str) -> bool:
    return _HINT.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if _LIST_OF_TEXTS.fullmatch(text) or (_TUPLE_OF_TEXTS.fullmatch(text) and _is_tuple(text)):
        yield Hit(0, len(text), "A list was printed instead of the texts in it.")
        return
    if "{" not in text and ":" not in text:
        return
    for found in _STRUCTURE.finditer(text):
        yield Hit(found.start(), found.end(), "A structure was printed instead of its text.")


def _is_tuple(text: str) -> bool:
    # One quoted remark in brackets is prose; a tuple has a comma of its own.
    return "'," in text or '",' in text


CHECK = TextCheck(
    name="stringified_structure",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
