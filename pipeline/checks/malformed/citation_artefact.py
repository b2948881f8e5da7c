"""A chat product's mark for a source stands in the text.

Why it is wrong:
    Such marks are meant for the product that shows them as links; on a page they are noise, and they tell that text was
    pasted unread. They have been found stored word for word in databases.
Wrong:
    Walking improved citeturn0search0.
    Pain fell. \u30104\u2020source\u3011
    See https://example.org/?utm_source=chatgpt.com
    Pain fell by half [cite: 12, 13].
    Pain fell by half [doc_1].
Right:
    Walking improved [12].
    They searched in turn 3 databases.
    The authors cite three older studies.
Blind spots:
    Marks of products that are not in the list.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless

_MARK: Final = re.compile(
    r"(?:cite)?turn\d{1,3}(?:search|view|news|file|image|click|fetch|academia)\d{1,3}|\boaicite\b|contentreference\[|\boai_citation\b"
    r"|\u3010\d{1,4}[^\u3010\u3011\n]{0,60}\u3011|utm_source=(?:chatgpt\.com|openai|perplexity|copilot"
    r"|claude)|\[cite(?:_start|_end)?(?:: ?[\d, -]{1,40})?\]"
    r"|\bgrok_card\b|\battributableindex\b|\[attached_file:\d{1,3}\]|\[\^\d{1,3}\^\]|\ue200[^\ue201\n]{0,80}\ue201?"
    r"|\[(?:chunk|doc|passage|source|web)[:_ ]{1,2}\d{1,3}\]|\[\d{1,3}\u2020\w|\bcite index=|\{cite:|:::cit"
)
_TELLING: Final = (
    "turn",
    "oai",
    "contentreference",
    "\u3010",
    "utm_source",
    "[cite",
    "grok_card",
    "attributableindex",
    "[chunk",
    "[doc",
    "[passage",
    "[source",
    "[web",
    "\u2020",
    "cite index",
    "{cite",
    ":::cit",
    "[attached",
    "[^",
    "\ue200",
)


def _hint(texts: str) -> bool:
    plain = caseless(texts)
    return any(word in plain for word in _TELLING) and _MARK.search(plain) is not None


def _find(text: str) -> Iterator[Hit]:
    plain = caseless(text)
    for found in _MARK.finditer(plain) if any(word in plain for word in _TELLING) else ():
        yield Hit(found.start(), found.end(), "A chat product's mark for a source is left over here.")


CHECK = TextCheck(
    name="citation_artefact",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
