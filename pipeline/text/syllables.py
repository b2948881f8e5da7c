"""How many syllables an English word has, by rules of spelling and a short list of words that keep to none.

The rules are those that programs for reading levels have in common since E. Fry and G. H. McLaughlin counted by hand: a
syllable for each group of vowels, none for a silent `e`, one more where two vowels are spoken apart. They were written
for running text and are wrong for a word here and there, which reading levels can bear.
"""

import re
from functools import lru_cache
from typing import Final

_EXCEPTIONS: Final = {
    "area": 3,
    "areas": 3,
    "being": 2,
    "business": 2,
    "clothes": 1,
    "create": 2,
    "created": 3,
    "creates": 2,
    "doing": 2,
    "evening": 2,
    "every": 2,
    "fluid": 2,
    "fluids": 2,
    "genuine": 3,
    "going": 2,
    "idea": 3,
    "ideas": 3,
    "maybe": 2,
    "people": 2,
    "poem": 2,
    "real": 1,
    "really": 2,
    "ruin": 2,
    "science": 2,
    "seeing": 2,
    "something": 2,
    "sometimes": 2,
    "somewhere": 2,
    "therefore": 2,
    "twofold": 2,
    "vegetable": 4,
    "vehicle": 3,
    "wednesday": 2,
    "whereas": 2,
}
_LONGEST: Final = 40
"""Letters; what is longer is no word, and is not looked at further on."""
_LETTERS: Final = re.compile(r"(?<!['\u2019])[^\W\d_]+")
"""A word or a part of one, but not what stands behind an apostrophe."""
_GROUP: Final = re.compile(r"[aeiouy]+")
_SILENT: Final = re.compile(
    r"""(?<=[^aeiouy])e$                                       # make
        |(?<=[^aeiouytd])ed$                                   # walked, but not wanted
        |(?<=[^aeiouycgsxz])(?<![cs]h)es$                      # makes, but not houses, reaches
        |(?<=[^aeiouy])e(?=(?:ly|ful|less|ments?|ness)$)       # safely, movement""",
    re.VERBOSE,
)
_SPOKEN_AFTER_ALL: Final = re.compile(r"[^aeiouyl]le(?:[sd]|ments?)?$|[ct]res?$")
"""Table, handled, settlement, centre."""
_APART: Final = re.compile(
    r"""(?<![ctsxgn])(?<!ll)i[aou]                             # trial, radio, but not social, region, million
        |ni(?=[au])|[cts]i(?=ation|ate|um)                     # mania, association, calcium
        |(?<!g)eo|e(?=um)                                      # video, museum, but not surgeon
        |(?<![qg])ua|uou                                       # usual, continuous
        |(?<!q)ue(?=n)                                         # influence
        |i(?=e(?:t|rs?$))|[dlr]i(?=en)                         # quiet, earlier, client
        |(?<=[aeiouy])ing                                      # playing
        |[ai](?=sms?$)|(?<=th)m$                               # mechanism, spasm, rhythm
        |^rea(?=ct|li)|^co(?=op|ord)                           # reaction, reality, cooperate""",
    re.VERBOSE,
)
"""Where two vowels that stand together are spoken apart, or a consonant is spoken as a syllable."""


def syllables(word: str) -> int:
    """The syllables of a word or of the parts of a compound (`well-being`); at least one for each part."""
    return _of_word(word[:_LONGEST])


@lru_cache(maxsize=16_384)
def _of_word(word: str) -> int:
    return sum(map(_of_part, _LETTERS.findall(word))) or 1


def _of_part(part: str) -> int:
    small = part.lower()
    return _EXCEPTIONS.get(small) or max(1, _by_rule(small))


def _by_rule(word: str) -> int:
    spoken = len(_GROUP.findall(word)) + len(_APART.findall(word))
    silent = bool(_SILENT.search(word)) and not _SPOKEN_AFTER_ALL.search(word)
    return spoken - silent
