"""Changes after which a quote says something else: one digit, unit, sign, negation, name or word.

An alteration gives None where the quote has nothing of its kind. Whether the altered quote stands elsewhere in the
paper is for the caller to look up.
"""

import random
import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from evals.quotes.cuts import Cut
from evals.quotes.papers import Quotable

Alteration = Callable[[Cut, random.Random], str | None]

_DIGIT: Final = re.compile("[0-9]")
_CITING: Final = re.compile(r"\[\d{1,3}(?:[,\u2013-] ?\d{1,3})*\]")
_SQUARE: Final = re.compile(rf"(?<=[A-Za-z)][ .,]){_CITING.pattern}")
"""Markers that no parser linked, as in a table."""
_NUMBER: Final = re.compile(r"(?<![\w.,\u00b7])\d+(?:[.\u00b7]\d+)?(?![\w%]|[.,\u00b7]\d)")
_POINT: Final = re.compile(r"(?<=\d)[.\u00b7](?=\d)")
_SIGN: Final = re.compile(r"(?:(?<=[\s(\[=<>,;\t])|\A)[-\u2212\u2013](?=\d)")
_UNSIGNED: Final = re.compile(r"(?<=[\s(\[=<>\t])(?=\d)")
_RANGE: Final = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)([-\u2013\u2212])(\d+(?:\.\d+)?)(?![\w.])")
_COMPARISON: Final = re.compile("[=<>\u2264\u2265\u00b1]")
_OTHER_COMPARISON: Final = {"=": "<>", "<": ">=\u2264", ">": "<=\u2265", "\u2264": "<\u2265", "\u2265": ">\u2264",
                            "\u00b1": "+-"}  # fmt: skip
_PERCENT: Final = re.compile(r"(?<=\d)\s?%")
_UNITS: Final = str.split(
    "mg g kg \u00b5g \u03bcg ng l L ml mL dl dL mm cm m km nm \u00b5m \u03bcm s sec ms min h hr hours hour days day"
    " weeks week months month years year Hz kHz MHz mM M nM \u00b5M \u03bcM mmol \u03bcmol nmol mol mV V mW W J kJ Pa"
    " kPa mmHg kcal IU U \u00b0C K points"
)
_UNIT: Final = re.compile(
    rf"(?<=\d)[\s-]?({'|'.join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))})(?![A-Za-z\u2019'])"
)
_KINDS_OF_UNIT: Final = [
    group.split()
    for group in (
        "mg g kg ng \u03bcg",
        "l ml dl \u03bcl",
        "mm cm m km nm",
        "ms s min h days weeks months years",
        "hours days weeks months years",
        "Hz kHz MHz",
        "mM M nM",
        "mmol mol nmol",
        "mV V",
        "Pa kPa mmHg",
    )
]
_SHORT_UNIT: Final = re.compile(
    r"(?<![\w.-])\d[\d.,]*\s?(mg|kg|ml|mL|mm|cm|nm|ms|Hz|kHz|MHz|mM|nM|mmol|mV|kPa|Pa|kJ|kcal|mW|[gmlLsVWKJM])"
    r"(?![\w\u2019'\u2013-])(?<!(?:19|20)\d0s)"
)
_NEGATION: Final = re.compile(
    r"\b(not|no|never|neither|nor|without|cannot|none)\b"
    r"|\b(non-?|un|in|im|ir|dis)(?=significant|able|likely|related|complete|clear|known|possible|effective|sufficient"
    r"|adequate|active|dependent|correct|balanced|appropriate|frequent|direct|invasive|parametric|linear|covered|similar)",
    re.IGNORECASE,
)
_AFFIRMED: Final = {"no": "a", "never": "always", "neither": "either", "nor": "or", "without": "with", "cannot": "can",
                    "none": "all"}  # fmt: skip
_VERB: Final = re.compile(r"\b(is|are|was|were|has|have|had|did|does|do|can|could|may|might|will|would|should)\b")
_ADJECTIVE: Final = re.compile(r"\b(?=(?:significant|related|invasive|linear|parametric|specific|fatal|trivial)\b)")
_CAPITALISED: Final = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]{2,}\b")
_NUMBER_WORDS: Final = str.split(
    "one two three four five six seven eight nine ten twelve twenty first second third half quarter twice once both"
)
_PAIRS: Final = [
    pair.split()
    for pair in (
        "increase decrease", "increased decreased", "increases decreases", "increasing decreasing", "higher lower",
        "high low", "more less", "more fewer", "larger smaller", "greater smaller", "greater lower", "better worse",
        "improved worsened", "improvement deterioration", "before after", "men women", "male female", "males females",
        "left right", "upper lower", "treatment control", "intervention control", "placebo drug", "positive negative",
        "positively negatively", "above below", "early late", "earlier later", "longer shorter", "faster slower",
        "hyper hypo", "inpatient outpatient", "patients controls", "children adults", "mice rats", "human animal",
        "minimum maximum", "least most", "always never", "all some", "many few", "and or", "with without",
        "systolic diastolic", "cervical thoracic", "complete incomplete", "acute chronic", "mild severe",
        "may will", "might will", "could will", "can cannot", "over under", "to from", "increase reduction",
    )
]  # fmt: skip
_OTHER_WORD: Final = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}
_DIRECTION: Final = re.compile(rf"\b({'|'.join(sorted(_OTHER_WORD, key=len, reverse=True))})\b", re.IGNORECASE)
_LONG_WORD: Final = re.compile(r"\b[a-z]{5,}\b")
_SUPERSCRIPT: Final = re.compile("[\u00b2\u00b3\u00b9\u2070-\u2079]")


def digit_changed(cut: Cut, chance: random.Random) -> str | None:
    return _at(_data(_DIGIT, cut), cut.text, chance, lambda m: chance.choice("0123456789".replace(m.group(), "")))


def digit_dropped(cut: Cut, chance: random.Random) -> str | None:
    return _at(_data(_DIGIT, cut), cut.text, chance, lambda _: "")


def digit_added(cut: Cut, chance: random.Random) -> str | None:
    return _at(_data(_DIGIT, cut), cut.text, chance, lambda m: m.group() + chance.choice("0123456789"))


def number_dropped(cut: Cut, chance: random.Random) -> str | None:
    return _at(_data(_NUMBER, cut), cut.text, chance, lambda _: "")


def numbers_swapped(cut: Cut, chance: random.Random) -> str | None:
    found = _data(_NUMBER, cut)
    if len({m.group() for m in found}) < 2:
        return None
    first, second = sorted(chance.sample(found, 2), key=re.Match.start)
    text = cut.text
    return (
        text[: first.start()]
        + second.group()
        + text[first.end() : second.start()]
        + first.group()
        + text[second.end() :]
    )


def marker_changed(cut: Cut, chance: random.Random) -> str | None:
    """Another number in a citation marker: another source."""
    inside = [m for m in _DIGIT.finditer(cut.text) if _within(m, cut)]
    return _at(inside, cut.text, chance, lambda m: chance.choice("0123456789".replace(m.group(), "")))


def point_moved(cut: Cut, chance: random.Random) -> str | None:
    points = _data(_POINT, cut)
    if not points:
        return None
    at, text = chance.choice(points).start(), cut.text
    return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]


def point_dropped(cut: Cut, chance: random.Random) -> str | None:
    return _at(_data(_POINT, cut), cut.text, chance, lambda _: chance.choice(("", " ", ", ")))


def sign_dropped(cut: Cut, chance: random.Random) -> str | None:
    return _at(_data(_SIGN, cut), cut.text, chance, lambda _: "")


def sign_added(cut: Cut, chance: random.Random) -> str | None:
    return _at(_data(_UNSIGNED, cut), cut.text, chance, lambda _: chance.choice("-\u2212"))


def range_changed(cut: Cut, chance: random.Random) -> str | None:
    forms = (r"\3\2\1", r"\1\3", r"\1 \3", r"\1, \3", r"\1")
    return _at(_data(_RANGE, cut), cut.text, chance, lambda m: m.expand(chance.choice(forms)))


def comparison_changed(cut: Cut, chance: random.Random) -> str | None:
    """Another sign of comparison; one that begins the quote says nothing, and could be left out as well."""
    found = list(_COMPARISON.finditer(cut.text, 1, len(cut.text) - 1))
    return _at(found, cut.text, chance, lambda m: chance.choice(_OTHER_COMPARISON[m.group()]))


def comparison_dropped(cut: Cut, chance: random.Random) -> str | None:
    return _at(list(_COMPARISON.finditer(cut.text, 1, len(cut.text) - 1)), cut.text, chance, lambda _: "")


def percent_changed(cut: Cut, chance: random.Random) -> str | None:
    others = ("", "\u2030", " points", " percentage points")
    return _at(list(_PERCENT.finditer(cut.text)), cut.text, chance, lambda _: chance.choice(others))


def unit_changed(cut: Cut, chance: random.Random) -> str | None:
    return _at(list(_UNIT.finditer(cut.text)), cut.text, chance, lambda m: _other_unit(m, chance))


def unit_dropped(cut: Cut, chance: random.Random) -> str | None:
    return _at(list(_UNIT.finditer(cut.text)), cut.text, chance, lambda _: "")


def unit_recased(cut: Cut, chance: random.Random) -> str | None:
    """The same letters in another case: `mg` is a milligram and `Mg` a megagram."""
    return _at(list(_SHORT_UNIT.finditer(cut.text)), cut.text, chance, lambda m: _recased(m, chance))


def negation_dropped(cut: Cut, chance: random.Random) -> str | None:
    found = list(_NEGATION.finditer(cut.text))
    return _at(found, cut.text, chance, lambda m: _AFFIRMED.get(m.group().lower(), ""))


def negation_added(cut: Cut, chance: random.Random) -> str | None:
    verbs, adjectives = list(_VERB.finditer(cut.text)), list(_ADJECTIVE.finditer(cut.text))
    if adjectives and chance.random() < 0.5:
        return _at(adjectives, cut.text, chance, lambda _: chance.choice(("non-", "not ", "in", "un")))
    return _at(verbs, cut.text, chance, lambda m: chance.choice((f"{m.group()} not", f"{m.group()} never")))


def name_changed(cut: Cut, chance: random.Random) -> str | None:
    """A capitalised word becomes the likest other one of the paper."""
    return _at(list(_CAPITALISED.finditer(cut.text)), cut.text, chance, lambda m: _likest(m.group(), cut.source))


def direction_changed(cut: Cut, chance: random.Random) -> str | None:
    """Less for more, women for men, will for may."""
    return _at(list(_DIRECTION.finditer(cut.text)), cut.text, chance, lambda m: _OTHER_WORD[m.group().lower()])


def number_word_changed(cut: Cut, chance: random.Random) -> str | None:
    found = list(re.finditer(rf"\b({'|'.join(_NUMBER_WORDS)})\b", cut.text))
    return _at(found, cut.text, chance, lambda m: chance.choice([w for w in _NUMBER_WORDS if w != m.group()]))


def word_dropped(cut: Cut, chance: random.Random) -> str | None:
    words = list(re.finditer(r"(?<=\s)[A-Za-z]+\s", cut.text))
    return _at(words, cut.text, chance, lambda _: "")


def words_left_out(cut: Cut, chance: random.Random) -> str | None:
    """A passage left out of the middle, with or without an ellipsis; a citation alone may well be dropped."""
    words = cut.text.split(" ")
    if len(words) < 8:
        return None
    start = chance.randint(2, len(words) - 5)
    if not any(map(str.isalnum, "".join(words[start : start + 1]))):
        return None
    filler = chance.choice(([], ["\u2026"], ["..."], ["[...]"]))
    end = start + chance.randint(1, 3)
    said = _CITING.sub("", " ".join(words[start:end]))
    return " ".join((*words[:start], *filler, *words[end:])) if any(map(str.isalnum, said)) else None


def letter_changed(cut: Cut, chance: random.Random) -> str | None:
    return _at(list(_LONG_WORD.finditer(cut.text)), cut.text, chance, lambda m: _misspelt(m.group(), chance))


def superscript_changed(cut: Cut, chance: random.Random) -> str | None:
    """Another exponent or index, raised or not; the same in full size behind a letter is typography."""
    found = list(_SUPERSCRIPT.finditer(cut.text))
    return _at(found, cut.text, chance, lambda m: _other_small(m.group(), chance))


ALTERATIONS: Final[dict[str, Alteration]] = {
    "digit changed": digit_changed,
    "digit dropped": digit_dropped,
    "digit added": digit_added,
    "number dropped": number_dropped,
    "numbers swapped": numbers_swapped,
    "citation number": marker_changed,
    "decimal point moved": point_moved,
    "decimal point dropped": point_dropped,
    "sign dropped": sign_dropped,
    "sign added": sign_added,
    "range changed": range_changed,
    "comparison changed": comparison_changed,
    "comparison dropped": comparison_dropped,
    "per cent changed": percent_changed,
    "unit changed": unit_changed,
    "unit dropped": unit_dropped,
    "unit in other case": unit_recased,
    "negation dropped": negation_dropped,
    "negation added": negation_added,
    "name changed": name_changed,
    "word of direction": direction_changed,
    "number word": number_word_changed,
    "word dropped": word_dropped,
    "passage left out": words_left_out,
    "letter changed": letter_changed,
    "superscript changed": superscript_changed,
}


def _at(
    found: list[re.Match[str]], text: str, chance: random.Random, change: Callable[[re.Match[str]], str]
) -> str | None:
    """`text` with one of the places found changed; None where there is none or nothing is different."""
    if not found:
        return None
    place = chance.choice(found)
    altered = text[: place.start()] + change(place) + text[place.end() :]
    return altered if altered != text else None


def _data(pattern: re.Pattern[str], cut: Cut) -> list[re.Match[str]]:
    """What is found outside of citation markers."""
    return [m for m in pattern.finditer(cut.text) if not _within(m, cut)]


def _within(found: re.Match[str], cut: Cut) -> bool:
    markers = (*cut.markers, *(m.span() for m in _SQUARE.finditer(cut.text)))
    return any(start <= found.start() < end for start, end in markers)


def _other_unit(found: re.Match[str], chance: random.Random) -> str:
    unit = found.group(1)
    likely = [other for group in _KINDS_OF_UNIT if unit in group for other in group if other != unit]
    return found.group().removesuffix(unit) + chance.choice(likely or [other for other in _UNITS if other != unit])


def _other_small(digit: str, chance: random.Random) -> str:
    value = unicodedata.digit(digit)
    return chance.choice([c for c in "\u00b9\u00b2\u00b3\u2074\u2075\u20761234" if unicodedata.digit(c) != value])


def _recased(found: re.Match[str], chance: random.Random) -> str:
    unit = found.group(1)
    at = chance.randrange(len(unit))
    return found.group().removesuffix(unit) + unit[:at] + unit[at].swapcase() + unit[at + 1 :]


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice([c for c in "aeioubcdlmnprst" if c != word[at]])
    return chance.choice(
        (word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :], word[:at] + letter + word[at:])
    )


@cache
def _names(source: Quotable) -> tuple[str, ...]:
    return tuple(sorted({m.group() for m in _CAPITALISED.finditer(source.text)}))


@cache
def _likest(name: str, source: Quotable) -> str:
    others = [other for other in _names(source) if other.lower() != name.lower()]
    return max(others, key=lambda other: SequenceMatcher(None, name, other).ratio(), default=name)
