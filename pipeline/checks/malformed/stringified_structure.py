"""A JSON object, a dictionary or a list was printed instead of the text in it.

Why it is wrong:
    The reader sees braces, keys and quotation marks of a program's data; often the rest of the data is lost.
Wrong:
    {'limitation': 'The sample was small.'}
    ["The sample was small.", "No control group."]
    The first is "text": "Small sample", the second is cost.
    {text: 'Small sample', evidence: []}
    Array ( [0] => The sample was small. )
    map[text:The sample was small. quote:small]
    list(text = "The sample was small.")
    Some("The sample was small.")
    <text>The sample was small.</text>
    true
Right:
    The groups were {1, 2} and {3}.
    We counted them [n = 12] and said: "yes".
    Injury at C5 {incomplete} was common.
    Some ("many") said true, and 3 said false.
Blind spots:
    Lists of numbers only, such as `[3, 4]`, which are confidence intervals as often.
    Structures in other notations (YAML, XML without tags that are known).
    On pages: a number or `true` alone, which tables hold, and a name in small letters before a text.
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
_OF_LANGUAGES: Final = re.compile(
    r"\(\s{0,9}\[\w{1,40}\] => |\barray\(\d{1,4}\)\s?\{"  # PHP
    r"|\bmap\[[A-Za-z_]\w{0,40}:(?=[^\s\]])|&\{[A-Z]\w{0,40}:"  # Go
    r"|\b(?:Some|Ok|Err|Success|Right|Left|Just)\(\"|\AOptional\[[^\n]{1,2000}\]\s{0,9}\Z"  # Rust, Scala, Java
    rf"|(?<!\w):(?:{_FIELDS})\s?=>\s?[\"'\[{{]|{_QUOTE}\w{{1,40}}{_UNQUOTE}\s?=>\s?[\"'\[{{]"  # Ruby, JavaScript
    rf"|%\{{(?:{_FIELDS}): |\b(?:Map|Set)\(\d{{1,4}}\) ?\{{"  # Elixir, JavaScript
    r"|\blist\(\w{1,40}\s?=\s?[\"']|\bc\(\"[^\"\n]{0,300}\", \""  # R
    r"|\b[a-z]{2,20}(?:_[a-z]{2,20}){1,3}:\s?[\[{\"]"  # YAML
    r"|</(?:text|quote|quotes|claim|finding|statement|summary|limitation|key_findings?|plain_title)>"
    r"|\A\s{0,9}(?:null|true|false),\s?[\"'{\[]"
)
_WHOLE: Final = re.compile(r"\s{0,9}(?i:true|false|[+-]?\d{1,9}(?:\.\d{1,9})?)\s{0,9}")
_NAMED: Final = re.compile(r"\s{0,9}(?:text|quote|claim|statement|plain_title)\s?:\s")
_LIST_OF_TEXTS: Final = re.compile(r"""\s{0,9}\[\s{0,9}(["'])[^\n]*\1\s{0,9},?\s{0,9}\]\s{0,9}""")
_TUPLE_OF_TEXTS: Final = re.compile(r"""\s{0,9}\((["'])[^\n]*\1(?:,\)|\s?\)(?<=['"]\)))\s{0,9}""")

_HINT: Final = re.compile(
    r"[{;\"'\u201d\u2019\n](?:(?<=\{)|(?<!\n)\s?:|(?<=\n)\s{0,9}[\[(]\s{0,9}[\"'])"  # one class first: quick to skip to
)
_SIGNS: Final = (
    *("=>", "array(", "map[", "&{", "%{", '("', "Optional[", "Map(", "Set(", "list("),
    *("</", "null,", "true,", "false,"),
)
"""No structure of another language is without one of these, or a name with an underscore and a colon."""
_KEY: Final = re.compile(r"_[a-z]{2,20}:")
_LINE: Final = re.compile(rf"\n(?:{_WHOLE.pattern}(?=\n|\Z)|{_NAMED.pattern})")


def _may_be_of_a_language(text: str) -> bool:
    return any(word in text for word in _SIGNS) or ("_" in text and _KEY.search(text) is not None)


def _hint(texts: str) -> bool:
    if _may_be_of_a_language(texts) or "]}" in texts or "] }" in texts:
        return True
    return _HINT.search(texts) is not None or _LINE.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if _WHOLE.fullmatch(text):
        yield Hit(0, len(text), "A program's value was printed where a text belongs.")
    elif named := _NAMED.match(text):
        yield Hit(0, named.end(), "The name of a field was printed with its text.")
    elif (end := text.rstrip()).endswith(("]}", "] }")) and "{" not in text:
        yield Hit(len(end) - 3, len(end), "The end of a structure was printed with the text.")
    yield from _find_on_pages(text)


def _find_on_pages(text: str) -> Iterator[Hit]:
    if _LIST_OF_TEXTS.fullmatch(text) or (_TUPLE_OF_TEXTS.fullmatch(text) and _is_tuple(text)):
        yield Hit(0, len(text), "A list was printed instead of the texts in it.")
        return
    if "{" in text or ":" in text:
        yield from _structures(_STRUCTURE, text)
    if _may_be_of_a_language(text):
        yield from _structures(_OF_LANGUAGES, text)


def _structures(form: re.Pattern[str], text: str) -> Iterator[Hit]:
    for found in form.finditer(text):
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
    find_on_pages=_find_on_pages,
)
