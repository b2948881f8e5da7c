"""A sentence of a paper: its words as printed, its words as a reader should see them, and its place."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.draft.reading.cleaning import BRACKETED, readable
from pipeline.draft.reading.role import Role
from pipeline.models.claim import Claim, Evidence, Match
from pipeline.models.paper import SectionKind

_NOT_PROSE: Final = re.compile(
    r"(?:doi\b|https?:|www\.|(?:clinical )?trial registration|clinicaltrials\.gov|key ?words?\b"
    r"|electronic supplementary|supplementary|the online version|©|copyright|received\b|please see later"
    r"|abbreviations?\b|for the editors?"
    r"|(?:fig(?:ure)?s?|tables?|box|video|panel|additional files?|appendix)\b\.? ?[\dA-Z]"
    r"|(?:in )?(?:fig(?:ure)?s?|tables?)\b\.? \d)",
    re.IGNORECASE,
)
_ODD: Final = re.compile(
    r"[{}\\|^~\ufffd\u25a0-\u25ff\ue000-\uf8ff\x00-\x08\x0b-\x1f\x7f-\x9f]|\[object|<[A-Za-z/!]|\d\$|\$(?!\d)"
    r"|_{2}|\.{4}|\?{2}"
)
_LEGAL: Final = re.compile(
    r"\bcreative commons\b|\bopen[- ]access article\b|\bcc[- ]by\b"
    r"|\bpermits (?:unrestricted|distribution|redistribution)\b"
    r"|\bpermits (?:\w+[ -]){0,3}(?:re)?use\b[^.]*\bdistribution\b|\ball rights reserved\b|https?://|\bwww\.",
    re.IGNORECASE,
)
"""How a paper may be used, and where something lies: nothing that is told on a page."""
_BROKEN_OFF: Final = re.compile(r"[a-z]{2,}[\s,;]")
"""How the rest of a sentence begins that was cut in two, as by a picture; `mRNA` and `p = 0.03` do not."""
_SMALL_NAME: Final = re.compile(r"[a-z]{1,3}\d{0,3}[A-Z]{2,}\w*(?=[\s-])")
"""A name with a small first letter: `rTMS lowered …`, `iPSC-derived cells …`; what a footnote stands for is none."""
_END: Final = re.compile(r"[.?!][\"'\u201d\u2019)\]]{0,3}\Z")
_SHORTEST, _LONGEST, _WORDS = 25, 420, 5
"""In characters and words: less is a fragment, more is a list or a table that was read as prose."""
_BRIEFEST, _BRIEFEST_WORDS = 14, 3


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence. `start` and `end` are offsets into `Paper.text`; `block` numbers the paragraph."""

    quote: str
    start: int
    end: int
    heading: str
    page: int | None
    kind: SectionKind
    role: Role | None
    block: int
    citations: tuple[tuple[int, int], ...]

    @cached_property
    def text(self) -> str:
        """The sentence as a reader should see it."""
        return readable(self.quote, self.citations)

    @cached_property
    def usable(self) -> bool:
        """Whether it is a whole sentence of prose that can stand alone on a page."""
        return self._is_whole(_SHORTEST, _WORDS)

    @cached_property
    def is_brief(self) -> bool:
        """Whether it is a whole sentence of three words or more: `Nobody was blinded.` says all there is to say."""
        return self._is_whole(_BRIEFEST, _BRIEFEST_WORDS)

    def _is_whole(self, shortest: int, words: int) -> bool:
        if len(self.quote) > 4 * _LONGEST:
            return False
        text = self.text
        return shortest <= len(text) <= _LONGEST and text.count(" ") >= words - 1 and self._is_prose

    @cached_property
    def _is_prose(self) -> bool:
        text = self.text
        return (
            (not text[0].islower() or _SMALL_NAME.match(text) is not None)
            and not _BROKEN_OFF.match(self.quote)
            and _END.search(text) is not None
            and not _NOT_PROSE.match(text)
            and not _ODD.search(self.quote)
            and not _LEGAL.search(self.quote)
            and all(text.count(a) == text.count(b) for a, b in ("()", "[]"))
            and _mostly_words(text)
        )

    @cached_property
    def is_aside(self) -> bool:
        """Whether it is a label, an address, a registration: nothing that is told about the study."""
        return _NOT_PROSE.match(self.quote) is not None

    @property
    def evidence(self) -> Evidence:
        """The sentence as evidence: exactly as it stands in the paper."""
        return Evidence(
            quote=self.quote,
            match=Match.EXACT,
            section=self.heading or None,
            page=self.page,
            start=self.start,
            end=self.end,
        )

    @property
    def claim(self) -> Claim:
        """The sentence as a statement of a summary, resting on itself."""
        return Claim(text=self.text, evidence=(self.evidence,))


def _mostly_words(text: str) -> bool:
    """What stands in brackets may be numbers alone: it is how results are told."""
    return any(
        sum(map(str.isalpha, words)) + words.count(" ") >= _OF_WORDS * len(words)
        for words in (text, BRACKETED.sub("", text))
    )


_OF_WORDS: Final = 0.7
