"""What a PDF is made of stands in the text: ligatures, words cut at a line's end, codes of glyphs.

Why it is wrong:
    "reha- bilitation" and "signi\ufb01cant" are found by no search, are spoken wrongly by screen readers, and show
    that text
    was copied instead of written.
Wrong:
    People had reha- bilitation for six weeks.
    The change was signi\ufb01cant.
    Pain fell (cid:32) by half.
Right:
    Short- and long-term results, and pre- or post-test scores.
    A follow-up of twenty-one days.
Blind spots:
    Words that were joined where a space belongs.
    Running heads in the middle of a sentence.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_SIGNS: Final = re.compile(r"[\ufb00-\ufb06]|\(cid:\d{1,5}\)|(?<!\w)/[CG]\d{1,3}\b")
_CUT: Final = re.compile(
    r"\b(?!(?:non|pre|post|short|long|mid|low|high|well|half|full|multi|inter|intra|self|one|two|three|four|five|six|left|right|upper|lower|over|under"
    r"|early|late|small|large|micro|macro|mono|anti|semi|sub|extra|hypo|hyper|uni|bi|tri|inner"
    r"|outer)-)[a-z]{2,12}- (?!(?:and|or|to|versus|vs|but|nor|as|than|und|y|et)\b)[a-z]{3,14}\b"
)


_TELLING: Final = ("- ", "cid:", "/C", "/G", *map(chr, range(0xFB00, 0xFB07)))


def _hint(texts: str) -> bool:
    return any(sign in texts for sign in _TELLING)


def _find(text: str) -> Iterator[Hit]:
    for found in _SIGNS.finditer(text):
        yield Hit(found.start(), found.end(), "A sign that PDFs are made of, not text.")
    for found in _CUT.finditer(text):
        yield Hit(found.start(), found.end(), "A word was cut at the end of a line.")


CHECK = TextCheck(
    name="pdf_artefact",
    group=Group.MALFORMED,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE - {Surface.MARKDOWN},
)
