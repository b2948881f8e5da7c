"""As many papers and summaries as wanted that differ in most of their texts, made of the project's fictional sample.

Some words that no check goes by, and no glossary explains (papers share those), are replaced by words of the same
length, the same in the paper and in its summary: so every quote still stands in its paper, at its place. A long paper
has the sample's introduction before its own, again and again, up to the length of a real one.
"""

import re
from functools import cache
from typing import Final

from pipeline.draft.offline import draft_offline
from pipeline.models.ids import Doi
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.models.summary import Summary
from pipeline.parse.document import parse_document
from tests import made

REAL_LENGTH: Final = 60_000
"""Characters of a paper's text."""
_LETTERS: Final = "bcdfghklmnprstvz"
_WORDS: Final = re.compile(
    r"(stand|stretc|fict|eff|centr|sle|auth|enro|recen|lar|compl|cau|trans|resea|assist)"
    r"(ing|hing|ional|ects?|es|ep|omes?|ors?|lled|ger|eted|sed|fers|ary|rchers|tance|t)(?![\w\"]*\":)",
    re.IGNORECASE,
)
"""Each but its end; not the names of fields."""


def differing(number: int, *, long: bool = False) -> tuple[Paper, Summary]:
    """The paper and the summary of this number, which must be below 4,096 for all of them to differ."""
    paper, summary = (_of_its_own(text, number) for text in _sample(long=long))
    doi, title = Doi(f"10.5555/layline.made.{number:05}"), f"Supported standing and leg spasms, study {number}"
    read, content = Paper.model_validate_json(paper), Summary.model_validate_json(summary)
    named = {"doi": doi, "title": title}
    return (
        read.model_copy(update={"metadata": read.metadata.model_copy(update=named)}),
        content.model_copy(update={"citation": content.citation.model_copy(update=named)}),
    )


@cache
def _sample(*, long: bool) -> tuple[str, str]:
    paper = _long_paper() if long else made.paper()
    return paper.model_dump_json(), draft_offline(paper).model_dump_json()


def _long_paper() -> Paper:
    text = made.JATS.read_text(encoding="utf-8")
    start = text.index('<sec sec-type="intro">')
    end = text.index("</sec>", start) + len("</sec>")
    more = -(-(REAL_LENGTH - len(made.paper().text)) // (end - start))
    again = (
        _of_its_own(text[start:end], 4_096 + number).replace("Introduction", f"Background, part {number + 1}")
        for number in range(more)
    )
    return parse_document(f"{text[:end]}{''.join(again)}{text[end:]}".encode(), MediaType.JATS, "long.xml")


def _of_its_own(text: str, number: int) -> str:
    digits = "".join(_LETTERS[number >> shift & 15] for shift in (12, 8, 4, 0))
    return _WORDS.sub(lambda word: f"{word.group(1)}{(digits * 2)[-len(word.group(2)) :]}", text)
