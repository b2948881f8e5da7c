"""Makes a sentence of a paper readable on its own: no citation markers, no pointers to figures, no glued label."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.draft.reading.role import glued_label
from pipeline.text.citations import Span, regions

BRACKETED: Final = re.compile(r"[(\[](?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*[)\]]")
"""What stands in brackets, with those inside them."""
_POINTER: Final = re.compile(
    r"\s?[(\[](?:see |cf\.? |as shown in |e\.g\.,? )?(?:also )?"
    r"(?:Fig(?:ure)?s?|Tables?|Box|Videos?|Movies?|Supplement\w*|Additional files?|Appendix|Text|Dataset"
    r"|S\d{1,2} (?:Table|Fig|Text|Data))\b\.?"
    r"[^()\[\]]{0,80}[)\]]",
    re.IGNORECASE,
)
_EMPTY_BRACKETS: Final = re.compile(r"\s?[(\[][\s,;.\u2013-]{0,8}[)\]]")
_NAMES_LEFT: Final = re.compile(r"\s?[(\[][^()\[\]]{0,80}\bet al\.?[,;\s]{0,3}[)\]]")
"""What is left of `(Gladstone et al., 2011)` when the parser marked the year alone."""
_SPACE_BEFORE: Final = re.compile(r"\s([,;:?!)\]]|\.(?!\d))")
"""A space that a removed marker left behind; `p = .049` keeps its own."""


def readable(text: str, citations: Sequence[Span]) -> str:
    """The sentence as a reader should see it; its words, numbers and their order are never changed.

    `citations` are spans within `text`.
    """
    bare = _POINTER.sub("", _without(text, regions(text, citations)))
    bare = _SPACE_BEFORE.sub(r"\1", _EMPTY_BRACKETS.sub("", _NAMES_LEFT.sub("", " ".join(bare.split()))))
    label = glued_label(bare)
    return _capitalised(bare[label[1] :] if label else bare)


def _without(text: str, spans: Sequence[Span]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(text[at:start])
        at = max(at, end)
    return "".join((*pieces, text[at:]))


def _capitalised(text: str) -> str:
    # `p = 0.03` and `mTOR` keep their small letter: only a plain word becomes a sentence's first word.
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() and len(first) > 1 else text
