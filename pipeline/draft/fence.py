"""Fences the paper off as data, so that nothing in it can pass for an instruction or end the fence."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.models.ids import Sha256
from pipeline.models.paper import Paper

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Fenced:
    """The paper's text as it is sent, and the mark that stands on the line before it and on the line after it."""

    mark: str
    text: str


def fence(paper: Paper) -> Fenced:
    """The paper's text, which begins with its title, with a mark that does not occur in it."""
    return fence_text("", paper.text)


def fence_text(title: str, text: str) -> Fenced:
    """A title and a text, or a part of one, with a mark that does not occur in them; no title is sent twice.

    The mark is derived from the text itself: the same paper always gives the same request (and so the same key),
    and whoever writes a paper cannot put its own hash into it. Lone surrogates, which UTF-8 cannot carry, are
    sent as U+FFFD.
    """
    whole = _SURROGATES.sub("\ufffd", text if text.startswith(title) else f"{title}\n\n{text}")
    mark = _mark(whole)
    while mark in whole:
        mark = _mark(mark + whole)
    return Fenced(mark, whole)


def _mark(text: str) -> str:
    return f"PAPER-{Sha256.of(text.encode())[:20]}"
