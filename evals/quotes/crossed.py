"""Quotes as another reader of the same paper gives them: real line breaks, hyphens, ligatures and page ends.

Only where all letters and digits of the quote stand in the paper's text as one run: what a reader loses or reads in
another order is measured by `evals.parse`.
"""

import importlib.util
import random
import re
from collections.abc import Iterator
from typing import Final

from evals.parse.readers import pdfminer_plain
from evals.quotes.pages import letters, pages
from evals.quotes.papers import Quotable

_WORD: Final = re.compile(r"\S+")
Crossed = tuple[str, Quotable, str]
"""The reader, the paper that the quote is looked for in, and the quote."""


def crossed_quotes(sources: list[Quotable], count: int, chance: random.Random) -> Iterator[Crossed]:
    """Quotes of each reader, looked for in the parsed PDF, and in the JATS of the same article."""
    pdfs = [s for s in sources if s.form == "pdf"]
    jats = {s.name: s for s in sources if s.form == "jats"}
    for pdf in pdfs:
        others = {"pypdfium2": "\n".join(pages(pdf)), "jats": jats[pdf.name].text}
        if importlib.util.find_spec("pdfminer"):
            others["pdfminer.six"] = pdfminer_plain(pdf.path)
        for reader, text in others.items():
            for target in (pdf,) if reader == "jats" else (pdf, jats[pdf.name]):
                name = f"{reader} in {target.form}"
                yield from ((name, target, quote) for quote in _windows(text, target, count, chance))


def _windows(text: str, target: Quotable, count: int, chance: random.Random) -> list[str]:
    whole, words = letters(target.text), list(_WORD.finditer(text))
    found: list[str] = []
    for _ in range(20 * count):
        first = chance.randrange(len(words) - 40)
        quote = text[words[first].start() : words[first + chance.randint(5, 30)].end()]
        if _cuts_a_word(text, quote, words[first].start()):
            continue
        if len(found) < count and len(key := letters(quote)) > 20 and key in whole:
            found.append(quote)
    return found


def _cuts_a_word(text: str, quote: str, start: int) -> bool:
    """Whether the quote begins or ends at a hyphen that parts a word at a line's end."""
    hyphens = "-\u00ad\u2010\ufffe\x02"
    return quote[-1] in hyphens or text[max(0, start - 5) : start].rstrip()[-1:] in set(hyphens)
