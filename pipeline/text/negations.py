"""Which words of a text are denied: the scope of `not`, `no`, `without` and their kin."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pipeline.text.words import Word, words

_CUES: Final = frozenset(
    str.split(
        "not no never without neither nor none cannot nobody nothing lack lacked lacking lacks absence absent free"
    )
)
_PAIRS: Final = {
    ("fail", "to"): 2,
    ("fails", "to"): 2,
    ("failed", "to"): 2,
    ("failing", "to"): 2,
    ("unable", "to"): 2,
    ("instead", "of"): 2,
    ("rather", "than"): 2,
    ("little", "or"): 2,
    ("far", "from"): 2,
    ("non", "significant"): 1,
    ("non", "significantly"): 1,
}
_NO_CUE: Final = {
    ("not", "only"),
    ("no", "matter"),
    ("not", "least"),
    ("free", "from"),
    ("not", "just"),
    ("not", "merely"),
}
_AUXILIARIES: Final = frozenset(str.split("did was were is are do does had has have could would will"))
_NEEDS_OF: Final = frozenset({"free", "lack", "absence"})
_FIRST: Final = _CUES | {first for first, _ in _PAIRS}
_ENDS: Final = frozenset(
    str.split(
        ". ; : ( ) ! ? \u2014 \u2013 but although though however whereas while because except unless until if yet"
    )
)
_REACH: Final = 9
"""Words behind a cue that may be denied by it."""
_NOTHING: Final = frozenset(str.split("difference differences effect effects change changes differ impact influence"))
_IN_WHAT: Final = frozenset(
    str.split("in on between among for at with from by when that who how over across to after during")
)
"""Behind `no difference`, these lead to what did not differ, and that is not denied itself."""
_DENIED_WITHIN: Final = {
    "unlikely": "likely",
    "unsuccessful": "successful",
    "ineffective": "effective",
    "insignificant": "significant",
    "nonsignificant": "significant",
    "unable": "able",
    "uncommon": "common",
    "insufficient": "sufficient",
    "impossible": "possible",
    "unrelated": "related",
    "unsafe": "safe",
    "untreated": "treated",
}
"""Words that deny a part of themselves."""


def denied(text: str) -> tuple[bool, ...]:
    """For every word of `words(text)`, whether it stands in the scope of a negation. Two of them cancel out."""
    return _denied(text)


@lru_cache(maxsize=512)
def _denied(text: str) -> tuple[bool, ...]:
    found = words(text)
    flags = [word.text in _DENIED_WITHIN for word in found]
    for at in cues(text):
        for place in _scope(found, at + _cue(found, at)):
            flags[place] = not flags[place]
    return tuple(flags)


@lru_cache(maxsize=512)
def cues(text: str) -> tuple[int, ...]:
    """The places in `words(text)` of the words that deny others."""
    found = words(text)
    return tuple(at for at, word in enumerate(found) if _may_be_cue(word.text) and _cue(found, at))


def _may_be_cue(word: str) -> bool:
    return word in _FIRST or word.endswith(("n't", "n\u2019t"))


def plain_word(word: Word) -> str:
    """The word without the denial that is part of it: likely for unlikely."""
    return _DENIED_WITHIN.get(word.text, word.text)


def scope(text: str, cue: int) -> range:
    """The places of the words that the cue at a place of `words(text)` denies."""
    found = words(text)
    return _scope(found, cue + max(1, _cue(found, cue)))


def _cue(found: Sequence[Word], at: int) -> int:
    """How many words the cue at this place has; 0 where there is none."""
    word, behind = found[at].text, found[at + 1].text if at + 1 < len(found) else ""
    if (word, behind) in _NO_CUE:
        return 0
    if (word, behind) in _PAIRS:
        return _PAIRS[word, behind]
    if word in _NEEDS_OF:
        return 2 if behind == "of" else 0
    if word == "nor":
        return 1 if behind in _AUXILIARIES else 0  # `neither … nor` is one negation, and NOR is logic
    return 1 if word in _CUES or word.endswith(("n't", "n\u2019t")) else 0


def _scope(found: Sequence[Word], start: int) -> range:
    if found[start - 1].text == "non":
        return range(start, start + 1)  # `a non-significant trend` is a trend
    end, nothing = start, False
    while end < len(found) and end - start < _REACH and found[end].text not in _ENDS:
        if found[end].text == "," and not _goes_on(found, end):
            break
        if nothing and found[end].text in _IN_WHAT:
            break
        nothing = nothing or found[end].text in _NOTHING
        end += 1
    return range(start, end)


def _goes_on(found: Sequence[Word], comma: int) -> bool:
    """Whether a comma only parts the items of a list: `no falls, infections or deaths`."""
    ahead = [word.text for word in found[comma + 1 : comma + 5]]
    return "or" in ahead or "nor" in ahead
