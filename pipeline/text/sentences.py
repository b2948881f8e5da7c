"""Where the sentences of a text begin and end."""

import re
from functools import lru_cache
from typing import Final

_BLOCK_BREAK: Final = re.compile(r"\n[^\S\n]*\n\s*+")
_TERMINATOR: Final = re.compile(
    r"""(?<![.!?…])[.!?…]++            # a run of terminators, entered at its first character only
        ["'”\u2019»)\]]*+                   # what closes with the sentence
        (?:\[\d[\d,;\s\u2013-]{0,40}+\]     # a citation behind the full stop: injury.[12] The
          |(?<=[a-z)\]%]\.)\d{1,3}+(?:[,\u2013-]\d{1,3}+){0,9}+)?   # the same as bare superscript digits: injury.12 The
        (?=\s|\Z)""",
    re.VERBOSE,
)
_LAST_WORD: Final = re.compile(r"[\w.]*\Z")
_NEXT_WORD: Final = re.compile(r"\s*+([\"'“\u2018«(\[]*+)([\w'\u2019]*+)")

_NEVER_LAST: Final = frozenset(
    str.split(
        "e.g i.e eg ie cf vs dr prof mr mrs ms st fig figs tab eq eqs ref refs sec sect vol approx ca resp viz suppl"
        " ver jan feb mar apr jun jul aug sep sept oct nov dec gen spp var subsp def dept univ assoc incl excl"
    )
)
"""Abbreviations that announce what follows, so that no sentence ends with them."""
_SELDOM_LAST: Final = frozenset(
    str.split("al etc inc ltd co corp jr sr u.s u.k u.s.a e.u a.m p.m ph.d m.d b.sc m.sc sp")
)
"""Abbreviations that may end a sentence: they do when the next word commonly starts one."""
_BEFORE_A_NUMBER: Final = frozenset(str.split("no nos nr p pp n ch art par rs"))
"""Words that are abbreviations only in front of a number: `No. 5` and `Rs. 13.9`, but `She said no. Then`."""
_STARTERS: Final = frozenset(
    str.split(
        "a after all also although among an and another are as at because before both but by can did do does"
        " during each even few finally first for four from furthermore given here how however i if in is it"
        " its many more moreover most no none nor not of on once one only or other our over people"
        " participants patients several she since so some such than that the their then there therefore these"
        " they this those three thus to two under until was we were what when where whether which while who"
        " why with without you your he his her results methods conclusion conclusions background objective"
        " objectives data researchers scientists doctors studies"
    )
)
"""Capitalised words that start a sentence more often than they are somebody's name."""
_LOOK_BACK: Final = 24
"""Characters before a full stop that decide; no abbreviation in the lists is longer."""


Spans = tuple[tuple[int, int], ...]


def sentences(text: str) -> Spans:
    """The sentences of `text` as half-open spans without the white space around them, in order.

    A blank line always ends a sentence; in a block that has tabs (a table), so does every line break.
    Abbreviations, initials, decimals, list numbers and citations behind the full stop do not end or split one.
    Every character that is not white space belongs to exactly one span. Linear in the length of the text. Short texts
    are remembered for a while, since several checks ask for the same ones.
    """
    return _short(text) if len(text) <= _SHORT else _sentences(text)


def _sentences(text: str) -> Spans:
    spans: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        _split_block(text, start, end, spans)
    return tuple(spans)


_SHORT: Final = 1_000
_short = lru_cache(maxsize=512)(_sentences)


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks, start = [], 0
    for gap in _BLOCK_BREAK.finditer(text):
        blocks += _lines_of_table(text, start, gap.start())
        start = gap.end()
    return blocks + _lines_of_table(text, start, len(text))


def _lines_of_table(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if text.find("\t", start, end) < 0:
        return [(start, end)]
    lines, at = [], start
    for line in text[start:end].split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def _split_block(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    block, begin = text[start:end], 0
    for stop in _TERMINATOR.finditer(block):
        if stop.end() > begin and _ends_sentence(block, begin, stop):
            _add(block, begin, stop.end(), start, spans)
            begin = stop.end()
    _add(block, begin, len(block), start, spans)


def _add(block: str, begin: int, end: int, offset: int, spans: list[tuple[int, int]]) -> None:
    piece = block[begin:end]
    lead = len(piece) - len(piece.lstrip())
    bare = piece.strip()
    if bare:
        spans.append((offset + begin + lead, offset + begin + lead + len(bare)))


def _ends_sentence(block: str, begin: int, stop: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(block, stop.end())
    word = following.group(2) if following else ""
    if not word:
        return True
    if _continues(word):
        return False
    if block[stop.start()] != "." or stop.group().startswith(".."):
        return True
    return _full_stop_ends(block, begin, stop.start(), word)


def _continues(word: str) -> bool:
    # `mRNA`, `eLife` and `iPSCs` start sentences in small letters; other small letters go on with one.
    return word[0].islower() and not any(letter.isupper() for letter in word[1:4])


def _full_stop_ends(block: str, begin: int, dot: int, following: str) -> bool:
    look_back = max(begin, dot - _LOOK_BACK)
    found = _LAST_WORD.search(block, look_back, dot)
    last = found.group() if found else ""
    word = last.lower()
    if word in _NEVER_LAST:
        return False
    if word in _BEFORE_A_NUMBER and _is_numbered(following):
        return False
    if _is_list_number(block, begin, dot, word):
        return False
    return following.lower() in _STARTERS if _may_go_on(last, word) else True


def _is_numbered(following: str) -> bool:
    """A number or one of a grant: `5`, `P20GM0001`."""
    return following[0].isdigit() or (following.isupper() and any(letter.isdigit() for letter in following))


def _may_go_on(last: str, word: str) -> bool:
    initial = len(last) == 1 and last.isupper()
    initials = "." in last and all(len(part) == 1 and part.isalpha() for part in last.split("."))
    return word in _SELDOM_LAST or initial or initials


def _is_list_number(block: str, begin: int, dot: int, word: str) -> bool:
    return 0 < len(word) <= 3 and word.isdigit() and not block[begin : dot - len(word)].strip(" \n\t(")
