"""Rewrites a paper's own sentence in plainer words, as a model would, without changing what it says."""

import re
from random import Random
from typing import Final

_STATISTICS: Final = re.compile(
    r"\s?[\[(][^\[\]()]{0,120}?(?:\b[pP]\s?[<=>\u2264\u2265]|\bCI\b|\bSD\b|\bIQR\b|\bOR\b|\bHR\b|\bRR\b|Fig|Table|\u00b1"
    r"|[A-Za-z]\s?=)[^\[\]()]{0,160}[\])]"
)
_MARKERS: Final = re.compile(r"\s?\[\s?\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3}){0,12}\s?\]")
_LABEL: Final = re.compile(r"\A(?:[A-Z][A-Za-z]{2,20}(?: and [A-Za-z]{2,20})?|[A-Z ]{4,30}):\s(?=[A-Z])")
_LAY: Final = tuple(
    (re.compile(rf"\b{form}\b"), instead)
    for form, instead in (
        (r"compared (?:with|to)", "compared with"),
        (r"was associated with", "was linked with"),
        (r"were associated with", "were linked with"),
        (r"[Aa]dverse events?", "side effects"),
        (r"mortality", "deaths"),
        (r"efficacy", "effectiveness"),
        (r"baseline", "the start"),
        (r"prior to", "before"),
        (r"demonstrated", "showed"),
        (r"exhibited", "showed"),
        (r"[Pp]articipants", "people"),
        (r"[Ss]ubjects", "people"),
        (r"utili[sz]ed", "used"),
        (r"conducted", "done"),
        (r"performed", "done"),
        (r"evaluated", "looked at"),
        (r"investigated", "looked at"),
        (r"assessed", "looked at"),
        (r"approximately", "about"),
        (r"administration of", "giving"),
        (r"administered", "given"),
        (r"subsequently", "later"),
        (r"additional", "more"),
        (r"individuals", "people"),
        (r"intervention group", "group that was treated"),
        (r"control group", "comparison group"),
        (r"significantly higher", "clearly higher"),
        (r"significantly lower", "clearly lower"),
        (r"significantly improved", "clearly improved"),
        (r"significantly reduced", "clearly reduced"),
        (r"upper limb", "arm"),
        (r"lower limb", "leg"),
        (r"ambulation", "walking"),
        (r"gait", "walking"),
        (r"cessation", "stopping"),
        (r"hypertension", "high blood pressure"),
        (r"We", "The researchers"),
        (r"[Oo]ur", "their"),
    )
)
_WORDS: Final = str.split("zero one two three four five six seven eight nine ten eleven twelve")
_SMALL_NUMBER: Final = re.compile(r"(?<![\w.,\u00b7/<>=\u2013\u2212:+-])(?<![<>=\u00b1] )([2-9]|1[0-2])(?= [a-z]{4,})")
_BLANKS: Final = re.compile(r"\s{2,}")


def plain(sentence: str, rng: Random) -> str:
    """The sentence without statistics and citations, in plainer words; small counts now and then in words."""
    text = _MARKERS.sub("", _STATISTICS.sub("", _LABEL.sub("", sentence)))
    for form, instead in _LAY:
        text = form.sub(instead, text)
    if rng.random() < 0.5:
        text = _SMALL_NUMBER.sub(lambda found: _WORDS[int(found.group())], text)
    text = _BLANKS.sub(" ", text).strip()
    return text[:1].upper() + text[1:]
