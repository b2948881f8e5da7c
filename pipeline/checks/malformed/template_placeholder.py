r"""A placeholder was never filled in.

Why it is wrong:
    The value that a template, a prompt or an author meant to put here is missing, and the reader sees its name.
Wrong:
    {{ title }}
    The study had ${participants} people.
    [Insert limitation here]
    Dear {author_name}, see {% block body %}.
    Lorem ipsum dolor sit amet.
    {0} of {1} people in %s got better.
    [Number] people took [drug name].
    <<NAME OF DRUG>> helped, as [[FINDING_1]] says.
    XX people walked ___ metres.
Right:
    The groups {A, B} at C5{..} and \mathrm{title} in LaTeX.
    The measure cost $5 and grew [n = 12].
    Men have XY and some have XXY chromosomes.
    "The nurse [name of nurse] gave me [drug name]", he said.
    The sets {0} and {1} were compared.
Blind spots:
    Placeholders in round brackets, `(name)`, and square brackets behind a quotation mark, where names are left out.
    Single words in brackets that are not the name of a field, `{spasm}` or `[NAME]`.
    On pages: what people are to fill in, `[drug name]` or `___`, and `%s`, which may be meant.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models.finding import Severity

_FIELDS: Final = (
    "title|name|summary|doi|date|author|authors|journal|text|content|finding|findings|limitation|limitations|value"
    "|number|year|topic|paper|abstract|description|message|participants|duration|study|condition|disease|dose|drug"
    "|treatment|intervention|population|outcome|result|results|patients|people|percent|percentage|quote|claim|statement"
)
_PLACEHOLDER: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{1,80}%\}|<%[^<>\n]{1,80}%>|\$\{[^{}\n]{1,60}\}|%\(\w{1,40}\)[sdf]"
    r"|(?<![\w\\}^_$])\{[a-z]{1,20}(?:_[a-z0-9]{1,20}){1,4}\}"
    rf"|(?<![\w\\}}^_$])\{{(?:{_FIELDS})\}}"
    r"|(?<![\w\\])#\{[A-Za-z_][\w.]{0,60}\}"
    r"|\[\[\s?(?:[A-Z][A-Z0-9_ ]{2,40}|[a-z]{1,20}(?:[_.][a-z0-9]{1,20}){1,4})\s?\]\]"
    r"|<<\s?[A-Z][A-Z0-9]{0,20}(?:[_ ][A-Z0-9]{1,20}){1,6}\s?>>"
    r"|(?<!\w)__[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){0,4}__(?!\w)"
    r"|(?i:[\[<]\s?(?:insert|placeholder|to ?do|tbd|tba|fill in|your (?:name|text|title|content|summary|paper))\b"
    r"[^\[\]<>\n]{0,80}[\]>])"
    r"|\b(?:TODO|FIXME):|(?i:\blorem ipsum\b)"
)
_COUNTED: Final = r"(?:people|participants|patients|men|women|children|adults|weeks|months|years|mg|percent)\b"
_LEFT_OPEN: Final = re.compile(
    rf"(?<![\w\\}}^_$])\{{\d\}}(?=\s?%|\s(?:(?:out )?of\b|{_COUNTED}))"
    r"|(?<![\w%])(?<!\d )%(?:[sd]|\.\d{1,2}f|\d\$[sd])(?=[\s,;:).]|\Z)"
    rf"|(?<![\w,/-])[Xx]{{2,4}}(?:%|\s{_COUNTED})"
    r"|(?<![^\s(])_{3,40}+(?=[\s.,;)%]|\Z)"
    r"|\((?i:add|enter|insert|fill in)\b[^()\n]{1,80}\bhere\)"
)
"""What leaves room for a number or a word. On a page this may be meant: a form, a manual."""
_NAMED: Final = re.compile(
    r"(?i)\[(?:number|percentage|amount|condition|disease|drug|intervention|treatment|population|outcome)\]"
    r"|\[(?:number|name|names|title) of (?:the )?\w{1,20}(?: \w{1,20})?\]"
    r"|\[(?:author|clinic|condition|country|device|disease|drug|hospital|intervention|journal|medicine|study|treatment|trial)"
    r"[ _](?:name|title)\]"
)
_QUOTATION: Final = re.compile("[\"\u201c\u201e\u00ab\u2018]|(?<!\\w)'")
"""In a quotation, brackets say what was left out of it."""
_OF_GENES: Final = re.compile(r"chromosom|genotyp|allele|\bgen(?:e|etic)|\bsex\b|\b46\b|X[YRO]\b|RR")
"""Where this stands, XX is no number."""
_LATEX: Final = re.compile(r"\\[A-Za-z]{2,}|\$[^$\n]{1,80}\$")
_TELLING: Final = re.compile(r"[{$%\[<]|__|TODO|FIXME|[Ll]orem|LOREM")
"""No placeholder is without one of these."""
_ROOM: Final = re.compile(r"\{\d\}|%[sd.\d]|[Xx]{2}|___| here\)")
"""Nor is any room left open without one of these."""
_ASKED: Final = re.compile(
    r"[\[<](?i:\s?(?:insert|placeholder|to ?do|tb[da]|fill in|your )|(?<=<)%)|\[\[|<<|%[sd.\d]| here\)|[Xx]{2}"
)
_WORDS: Final = ("{", "%(", "TODO:", "FIXME:", "__")


def _hint(texts: str) -> bool:
    if any(word in texts for word in _WORDS) or "lorem " in texts.lower():
        return True
    return _ASKED.search(texts) is not None or ("[" in texts and _NAMED.search(texts) is not None)


def _find(text: str) -> Iterator[Hit]:
    yield from _find_on_pages(text)
    if _ROOM.search(text):
        yield from _room_left(text)
    quotation = _QUOTATION.search(text) if "[" in text else None
    for found in _NAMED.finditer(text, 0, quotation.start() if quotation else len(text)):
        yield Hit(found.start(), found.end(), "A placeholder was never filled in.")


def _room_left(text: str) -> Iterator[Hit]:
    # Templates count from 0, sets seldom; and where chromosomes are told of, XX are two of them.
    meant = ("" if "{0}" in text else "{") + ("Xx" if _OF_GENES.search(text) else "")
    for found in _LEFT_OPEN.finditer(text):
        if found.group()[0] not in meant:
            yield Hit(found.start(), found.end(), "Room was left for a value that was never filled in.")


def _find_on_pages(text: str) -> Iterator[Hit]:
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
    find_on_pages=_find_on_pages,
)
