r"""A placeholder was never filled in.

Why it is wrong:
    The value that a template, a prompt or an author meant to put here is missing, and the reader sees its name.
Wrong:
    {{ title }}
    The study had ${participants} people.
    [Insert limitation here]
    Dear {author_name}, see {% block body %}.
    Lorem ipsum dolor sit amet.
Right:
    The groups {A, B} at C5{..} and \mathrm{title} in LaTeX.
    The measure cost $5 and grew [n = 12].
    Men have XY and some have XXY chromosomes.
Blind spots:
    Placeholders in capitals or round brackets, `(name)`.
    Single words in braces that are not the name of a field, `{dose}`.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models.finding import Severity

_FIELDS: Final = (
    "title|name|summary|doi|date|author|authors|journal|text|content|finding|findings|limitation|limitations|value"
    "|number|year|topic|paper|abstract|description|message|participants|duration|study"
)
_PLACEHOLDER: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{1,80}%\}|<%[^<>\n]{1,80}%>|\$\{[^{}\n]{1,60}\}|%\(\w{1,40}\)[sdf]"
    r"|(?<![\w\\}^_$])\{[a-z]{1,20}(?:_[a-z0-9]{1,20}){1,4}\}"
    rf"|(?<![\w\\}}^_$])\{{(?:{_FIELDS})\}}"
    r"|(?i:[\[<]\s?(?:insert|placeholder|to ?do|tbd|tba|fill in|your (?:name|text|title|content|summary|paper))\b"
    r"[^\[\]<>\n]{0,80}[\]>])"
    r"|\b(?:TODO|FIXME):|(?i:\blorem ipsum\b)"
)
_LATEX: Final = re.compile(r"\\[A-Za-z]{2,}|\$[^$\n]{1,80}\$")
_TELLING: Final = re.compile(r"[{$%\[<]|TODO|FIXME|[Ll]orem|LOREM")
"""No placeholder is without one of these."""
_ASKED: Final = re.compile(r"[\[<](?i:\s?(?:insert|placeholder|to ?do|tb[da]|fill in|your )|(?<=<)%)")
_WORDS: Final = ("{", "%(", "TODO:", "FIXME:")


def _hint(texts: str) -> bool:
    return any(word in texts for word in _WORDS) or "lorem " in texts.lower() or _ASKED.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if not _TELLING.search(text):
        return
    for found in _PLACEHOLDER.finditer(text):
        if not (found.group().startswith("{{") and _LATEX.search(text)):  # LaTeX doubles braces for grouping
            yield Hit(found.start(), found.end(), "A placeholder was never filled in.")


CHECK = TextCheck(
    name="template_placeholder",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
