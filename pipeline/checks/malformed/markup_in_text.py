r"""Markup stands in the text as characters.

Why it is wrong:
    The reader sees tags, asterisks or entities; and what is shown as text here may be run as markup elsewhere.
Wrong:
    Pain <b>fell</b> by half.
    **Key finding** pain fell.
    Pain &lt; 5 points &amp; less fatigue.
    <script>alert(1)</script>
    Walking improved \textbf{much}.
Right:
    The result was p < 0.05 and n > 3.
    A 2*3 design, 2*3*4 cells, # of people.
    Research & development in R&D teams; a < b and b > c.
Blind spots:
    Markdown emphasis with one asterisk or underscore.
    Tags that are not HTML's or JATS's own.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_TAGS: Final = (
    "p|br|hr|b|i|u|s|em|strong|sub|sup|span|div|a|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|code|pre|img|font|center"
    "|section|article|blockquote|small|mark|jats:[a-z-]{1,20}|mml:[a-z]{1,20}|italic|bold|sec|title|xref|sc|inline-formula"
)
_ATTRIBUTES: Final = r"(?:\s{1,9}[\w:-]{1,30}\s?=\s?(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}'|[^\s\"'<>]{1,200})){0,9}"
_TAG: Final = re.compile(rf"</?(?=[a-z])(?:{_TAGS}){_ATTRIBUTES}\s?/?>", re.IGNORECASE)
_ACTIVE: Final = re.compile(
    r"</?(?=[a-z])(?:script|style|iframe|object|embed|svg|form|input|link|meta|base)(?:\s[^<>]{0,300})?/?>"
    r"|<[a-z]{1,20}\s[^<>]{0,300}\bon[a-z]{3,20}\s?=|\bjavascript:",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|([A-Za-z]{2,10}));")
_MARKDOWN: Final = re.compile(
    r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?![\w*])|(?<!\w)__(?=\w)[^_\n]{1,200}__(?!\w)|```"
    r"|^\s{0,3}#{1,6} (?=[A-Z])|^\s{0,3}[*+-] (?=\S)|\[[^\[\]\n]{1,200}\]\((?:https?:|/|#|mailto:)[^()\s]{0,300}\)"
    r"|^\|?(?:\s?:?-{3,}:?\s?\|){1,20}",
    re.MULTILINE,
)
_LATEX: Final = re.compile(
    r"\\[A-Za-z]{2,20}\{|\\(?:alpha|beta|mu|pm|times|leq|geq|approx|sim)\b|\$[^$\n]{1,80}\\[^$\n]{1,80}\$"
)
_SIGN: Final = re.compile(r"[<&*_`#\[\\$|]")
_ITEM: Final = re.compile(r"\n\s{0,3}[-+] ")
"""No markup is without one of these, or an address that begins with `java`."""


def _hint(texts: str) -> bool:
    return bool(_SIGN.search(texts) or _ITEM.search(texts) or "java" in texts.lower())


def _find(text: str) -> Iterator[Hit]:
    if not _hint(f"\n{text}"):
        return
    for found in _ACTIVE.finditer(text):
        yield Hit(found.start(), found.end(), "Active markup stands in the text.", Severity.BLOCK)
    for form, message in (
        (_TAG, "A tag stands in the text."),
        (_MARKDOWN, "Markdown stands in the text."),
        (_LATEX, "LaTeX stands in the text."),
    ):
        for found in form.finditer(text):
            yield Hit(found.start(), found.end(), message)
    for found in _ENTITY.finditer(text):
        if not found.group(1) or f"{found.group(1)};" in html5:
            yield Hit(found.start(), found.end(), "A character reference was not read.")


CHECK = TextCheck(
    name="markup_in_text",
    group=Group.MALFORMED,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE - {Surface.MARKDOWN},
)
