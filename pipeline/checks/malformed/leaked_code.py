"""Program code, or the error message of a program, stands in the text.

Why it is wrong:
    A template, a script or a model's own attempt at one was printed, or what a service said when it failed. The reader
    sees what was meant for a machine, and the text that it was to make is missing.
Wrong:
    const items = data.map((x) => x.text);
    def summarise(paper): return paper.text
    SELECT text FROM claims WHERE id = 1;
    if (limitation == null) { return; }
    Rate limit exceeded. Please try again later.
    java.lang.NullPointerException
    HTTP 500 Internal Server Error
Right:
    Hand function (n = 12) improved.
    They import wheat from Canada and select seeds from the field.
    A return to work was the goal; the class of 20 met weekly.
    An error occurred in 3 of 10 scans, and the model produced invalid content twice.
Blind spots:
    Code and error messages that read as a sentence.
    Formulas of statistics programs, style sheets, commands of a shell.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless

_CODE: Final = re.compile(
    r"\bfunction\s{0,3}\w{0,40}\s{0,3}\([^(){}\n]{0,100}\)\s{0,3}"
    r"\{|\([\w, ]{0,60}\)\s?=>\s?[\w{(]|\b\w{1,30} => (?:\{|\w{1,30}[.(])"
    r"|\b(?:const|let|var) \w{1,40}\s?=\s?\S|\bconsole\.(?:log|error|warn)\(|\bdocument\.(?:getElement"
    r"|querySelector|createElement)\w{0,20}\("
    r"|\bimport \w{1,30}(?: as \w{1,20})?;|\bimport (?:numpy as np|pandas as pd)\b|\bprintf\([\"']"
    r"|\b\w{1,30} <- \w{1,30}\(|\bfrom [\w.]{1,60} import \w|\b(?:async )?def "
    r"\w{1,40}\([^()\n]{0,120}\)\s?(?:->[^:\n]{1,40})?:"
    r"|\bclass [A-Z]\w{0,40}(?:\(\w{0,40}\))?:|\breturn \w{1,30}(?:\.\w{1,30}){0,3}(?:\(\))?;"
    r"|\bjson\.(?:dumps|loads)\(|\bself\.\w{1,30}\b"
    r"|\bprint\((?:f?[\"']|\w{1,30}[.)\[])|\bSELECT\s[\w*, .]{1,80}\sFROM\s\w{1,40}\b|\bINSERT INTO "
    r"\w{1,40}|\bif \(\w{1,40}(?:\.\w{1,40}){0,3}\s?(?:={2,3}|!={1,2})\s?"
    r"|#include <\w|\bpublic static \w|\bSystem\.out\.|<\?php\b|\bnew Promise\(|\bawait \w{1,40}\("
    r"|\$\(function|\bthrow new \w{1,30}Error\("
    r"|\bundefined is not a function\b|\b(?:Type|Reference|Syntax|Value|Key|Attribute|Index)Error: "
    r"|\bat [\w.<>]{1,80} \([\w./]{1,80}:\d{1,6}:\d{1,6}\)"
)
_SIGN: Final = re.compile(
    r"=>|;(?<=\w;|\);)|\{|\(\)|def |import |const |let |var |class [A-Z]|printf?\(|<- |SELECT\s|INSERT "
    r"|console|document\.|Error: |self\.|#include|<\?"
    r"|public static|System|json\.|await |throw new|is not a function|:\d{1,6}\)|\$\(|if \(|new Promise\("
)
"""No code is without one of these."""
_PAIRS: Final = (
    *(("function", "{"), ("=>", "=>"), ("const ", "="), ("let ", "="), ("var ", "="), ("console.", "(")),
    *(
        ("document.", "("),
        ("import ", ";"),
        ("import ", "from "),
        ("import ", " as "),
        ("printf(", "printf("),
        ("<- ", "("),
        ("def ", ":"),
        ("class ", ":"),
        ("return ", ";"),
    ),
    *(("json.", "("), ("print(", "print("), ("SELECT", "FROM"), ("INSERT INTO ", "INSERT INTO ")),
    *(
        ("if (", "="),
        ("#include <", "#include <"),
        ("public static ", "public static "),
        ("System.out.", "System.out."),
    ),
    *(("<?php", "<?php"), ("new Promise(", "new Promise("), ("await ", "("), ("$(function", "$(function")),
    *(("throw new ", "Error("), ("is not a function", "undefined"), ("Error: ", "Error: ")),
)
"""Nor without both of one of these pairs, which are looked for at no cost: a million brackets are no code."""
_FAULT: Final = re.compile(
    r"(?:^|[.:!] |\bapi )rate limit (?:exceeded|reached)\b|\bmaximum context length\b"
    r"|\b(?:context_length_exceeded|insufficient_quota|invalid_api_key)\b"
    r"|\b(?:error|http|status(?: code)?):? [45]\d\d:? (?:bad|forbidden|gateway|internal|not found|service|too many"
    r"|unauthori[sz]ed)\b"
    r"|\binternal server error\b|\b[45]\d\d (?:bad gateway|gateway time-?out|service unavailable|too many requests)\b"
    r"|^[ *#>-]{0,9}the model (?:generated|produced|returned) (?:an )?(?:empty|invalid|malformed)"
    r" (?:content|json|output|reply|response)[.!]?\s{0,9}$"
    r"|^[ *#>-]{0,9}(?:an (?:internal |unexpected |unknown )?error (?:has )?occurred|something went wrong"
    r"|(?:the )?(?:connection|request) timed out)(?:[.!]|\s{0,9}$)",
    re.MULTILINE,
)
"""What a service says when it fails, in small letters."""
_EXCEPTION: Final = re.compile(r"(?<![\w.])(?:[a-z]\w{0,30}\.){2,8}[A-Z]\w{0,60}(?:Exception|Error)\b")
_ERROR: Final = re.compile(r"Error\b(?<=[a-z]Error)")
_OF_FAULTS: Final = (
    *("rate limit", "context length", "context_length", "insufficient_quota", "invalid_api_key"),
    *("server error", "error occurred", "error has occurred", "went wrong", "timed out"),
    *("gateway", "service unavailable", "too many requests"),
    *("the model generated", "the model produced", "the model returned"),
    *(f"{word}{sign}{digit}" for word in ("error", "http", "status", "code") for sign in (" ", ": ") for digit in "45"),
)
"""No such message is without one of these."""
_WIDEST: Final = 216
"""Characters of the longest code that is looked for, which stands around its sign."""
_FEW: Final = 20
"""Signs from which on the whole text is searched."""
_TRACE: Final = re.compile(r":\d{1,6}:\d{1,6}\)")
"""Or without this, a line of a trace."""
_SELF: Final = re.compile(r"self\.\w")
"""Or this, which begins with its letters so that it is found quickly; sentences end with `itself.`"""


def _may_be_code(text: str) -> bool:
    paired = any(word in text and other in text for word, other in _PAIRS) or _SELF.search(text) or _TRACE.search(text)
    return bool(paired) and _SIGN.search(text) is not None


def _faults(text: str) -> Iterator[re.Match[str]]:
    plain = caseless(text)
    if any(word in plain for word in _OF_FAULTS):
        yield from _FAULT.finditer(plain)
    if "Exception" in text or _ERROR.search(text):
        yield from _EXCEPTION.finditer(text)


def _hint(texts: str) -> bool:
    return _hint_of_code(texts) or next(_faults(texts), None) is not None


def _hint_of_code(texts: str) -> bool:
    if not _may_be_code(texts):
        return False
    signs = [sign.span() for sign in islice(_SIGN.finditer(texts), _FEW)]
    if len(signs) == _FEW:
        return _CODE.search(texts) is not None
    return any(_CODE.search(texts, max(0, start - _WIDEST), end + _WIDEST) for start, end in signs)


def _find(text: str) -> Iterator[Hit]:
    for found in _CODE.finditer(text) if _may_be_code(text) else ():
        yield Hit(found.start(), found.end(), "Program code was printed instead of text.")
    for found in _faults(text):
        yield Hit(found.start(), found.end(), "A program's error message was printed instead of text.")


CHECK = TextCheck(
    name="leaked_code",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
