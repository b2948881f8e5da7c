r"""Markup stands in the text as characters.

Why it is wrong:
    The reader sees tags, asterisks or entities; and what is shown as text here may be run as markup elsewhere.
Wrong:
    Pain <b>fell</b> by half.
    **Key finding** pain fell.
    Pain &lt; 5 points &amp; less fatigue.
    <script>alert(1)</script>
    Walking improved \textbf{much}.
    *Pain fell by half.*
    > Pain fell by half.
    ~~Old~~ text, $$p = 0.04$$ and ![figure](1.png).
Right:
    The result was p < 0.05 and n > 3.
    A 2*3 design, 2*3*4 cells, # of people.
    Research & development in R&D teams; a < b and b > c.
    > 5 points; *p < 0.05.
Blind spots:
    Markdown emphasis with one asterisk or underscore within a text, which footnotes and names have too.
    Numbered lists.
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
    "|section|article|blockquote|small|mark|jats:[a-z-]{1,20}|mml:[a-z]{1,20}|italic|bold|sec|title|xref|ref|sc|inline-formula"
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
    r"|^\s{0,3}#{2,6} (?=[A-Z])|\[[^\[\]\n]{1,200}\]\((?:https?:|/|#|mailto:)[^()\s]{0,300}\)"
    r"|^\|?(?:\s?:?-{3,}:?\s?\|){1,20}|(?<![\w~])~~(?=\w)[^~\n]{1,200}~~|!\[[^\[\]\n]{0,200}\]\([^()\s]{1,300}\)|\[\^\d{1,3}(?:_\d{1,3})?\](?!:)"
    r"|\A\s{0,3}> (?=[A-Z\"\u201c])|\A\s{0,3}\*(?=\w)[^*\n]{1,2000}\*\s{0,9}\Z",
    re.MULTILINE,
)
_LISTED: Final = re.compile(r"^\s{0,3}(?:# (?=[A-Z])|[*+-] (?=\S))", re.MULTILINE)
"""What may be a count, a footnote or a difference as well."""
_ESCAPED: Final = re.compile(r"\\n\\n|(?<=[.!?:;])\\[nt](?![a-z])")
_LATEX: Final = re.compile(
    r"\\[A-Za-z]{2,20}\{|\\(?:alpha|beta|mu|pm|times|leq|geq|approx|sim)\b|\$[^$\n]{1,80}\\[^$\n]{1,80}\$"
    r"|\$\$(?=[^$\n]{0,200}[\\=<>^_])[^$\n]{1,200}\$\$|\\\([^()\n]{1,100}\\\)"
)
_SIGN: Final = re.compile(r"[<&*_`#\[\\$|~]")
_ITEM: Final = re.compile(r"\n\s{0,3}[-+>] ")
"""No markup is without one of these, or an address that begins with `java`."""


def _hint(texts: str) -> bool:
    return bool(_SIGN.search(texts) or _ITEM.search(texts) or "java" in texts.lower())


def _find(text: str) -> Iterator[Hit]:
    yield from _marked(text, Severity.BLOCK)


def _find_on_pages(text: str) -> Iterator[Hit]:
    return _marked(text, Severity.WARN)


def _marked(text: str, severity: Severity) -> Iterator[Hit]:
    """`severity` is how much markup matters that shows, but does nothing."""
    if not _hint(f"\n{text}"):
        return
    unclosed = "</" not in text  # then a letter in angle brackets may be one of a formula
    for form, message, matters in (
        (_ACTIVE, "Active markup stands in the text.", Severity.BLOCK),
        (_TAG, "A tag stands in the text.", severity),
        (_MARKDOWN, "Markdown stands in the text.", severity),
        (_LISTED, "Markdown stands in the text.", Severity.WARN),
        (_LATEX, "LaTeX stands in the text.", severity),
        (_ESCAPED, "A line break is written out in the text.", severity),
    ):
        for found in form.finditer(text):
            soft = unclosed and form is _TAG and len(found.group()) == len("<p>")
            yield Hit(found.start(), found.end(), message, Severity.WARN if soft else matters)
    for found in _ENTITY.finditer(text):
        if not found.group(1) or f"{found.group(1)};" in html5:
            yield Hit(found.start(), found.end(), "A character reference was not read.", severity)


CHECK = TextCheck(
    name="markup_in_text",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE - {Surface.MARKDOWN},
    find_on_pages=_find_on_pages,
)
